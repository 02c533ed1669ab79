import type { Trigger } from '../config/types.js';

/** Its own name, in `why()` and in reports. */
export const followUpId = (id: string): string => `${id}.then`;

/** What is offered once a problem has been solved: later, between two things, and once. All gates hold for it as for any other. */
export const followUp = (trigger: Trigger, content: string): Trigger => ({
  id: followUpId(trigger.id),
  status: trigger.status ?? 'live',
  reason: trigger.reason!,
  priority: 'tip',
  when: { event: 'help-solved', where: { trigger: trigger.id }, per: 'session' },
  timing: { at: 'boundary', delay: '5s', giveUpAfter: '30m' },
  show: { content, as: 'notice' },
  limits: [{ times: 1, per: 'session' }],
});
