import { count, field, flag, id, ordinal, word, type EventType } from './build.js';

const AS = ['inline', 'hint', 'notice', 'banner', 'panel', 'status', 'badge'];
const about = {
  trigger: field('Id of the trigger.', id),
  reason: field('Reason of the trigger, where it has one.', id),
  owner: field('Who owns the reason.', { type: 'string', maxLength: 80 }),
};

/** What was offered, what became of it, and what went wrong. */
export const help: readonly EventType[] = [
  {
    type: 'help',
    name: 'HelpBody',
    description: 'Something happened to an offer of help, or help was withheld.',
    fields: {
      offer: field(
        'Number of the offer in this visit and tab. Nothing where it was withheld before it was one.',
        ordinal,
      ),
      ...about,
      phase: field(
        'What happened.',
        word('shown', 'opened', 'acted', 'dismissed', 'snoozed', 'solved', 'rated', 'withdrawn', 'withheld'),
      ),
      as: field('The form it took.', word(...AS)),
      gate: field('With `withheld`: the gate that was closed.', {
        type: 'string',
        pattern: '^[a-z]{2,20}$',
      }),
      effort: field('With `rated`: how hard the customer found it, from 1 (very easy) to 7 (very hard).', {
        type: 'integer',
        minimum: 1,
        maximum: 7,
      }),
      variant: field('Arm of the trigger’s experiment.', id),
      repeat: field('Days since the last contact or help for the same reason on this device, if at most 7.', {
        type: 'integer',
        minimum: 0,
        maximum: 7,
      }),
    },
    required: ['trigger', 'phase', 'as'],
    example: {
      journey: 'checkout',
      step: 'payment',
      offer: 1,
      trigger: 'declined-card',
      reason: 'card-declined',
      owner: 'payments',
      phase: 'shown',
      as: 'inline',
    },
  },
  {
    type: 'outcome',
    name: 'OutcomeBody',
    description:
      'The end of an offer, told once. An offer without one in the data was ignored and is not solved: the tab was closed.',
    fields: {
      offer: field('Number of the offer in this visit and tab.', ordinal),
      ...about,
      arm: field('`control`: it was held back, to compare with.', word('shown', 'control')),
      gate: field('With `control`: what held it back.', word('holdout', 'experiment')),
      variant: field('Arm of the trigger’s experiment.', id),
      ended: field(
        'What became of it, where it was shown.',
        word('acted', 'dismissed', 'ignored', 'withdrawn'),
      ),
      solved: field(
        'Whether the problem was solved in time. Nothing where the trigger does not say how to tell.',
        flag,
      ),
      active: field('Whole seconds for which it was on screen, with the customer there.', count),
      contacted: field('Whether the customer turned to a person after it.', flag),
    },
    required: ['offer', 'trigger', 'arm', 'active', 'contacted'],
    example: {
      journey: 'checkout',
      step: 'payment',
      offer: 1,
      trigger: 'declined-card',
      reason: 'card-declined',
      owner: 'payments',
      arm: 'shown',
      ended: 'acted',
      solved: true,
      active: 12,
      contacted: false,
    },
  },
  {
    type: 'problem',
    name: 'ProblemBody',
    description: 'Something does not work as configured. Once for each code and page.',
    fields: {
      code: field('As in docs/problems.md.', { type: 'string', pattern: '^[A-Z][A-Z_]{1,39}$' }),
    },
    required: ['code'],
    example: { code: 'ANCHOR_MISSING' },
  },
  {
    type: 'dropped',
    name: 'DroppedBody',
    description: 'Events that could not be delivered, by reason. Comes with the next that can.',
    fields: {
      counts: field('How many were lost, by reason.', {
        type: 'object',
        properties: {},
        propertyNames: { type: 'string', pattern: '^[a-z][a-z-]{0,39}$' },
        additionalProperties: ordinal,
      }),
    },
    required: ['counts'],
    example: { counts: { full: 12, old: 3 } },
  },
  {
    type: 'off',
    name: 'OffBody',
    description:
      'A trigger was turned off on this device, because the answers of the endpoint said that it does harm.',
    fields: { trigger: about.trigger },
    required: ['trigger'],
    example: { trigger: 'declined-card' },
  },
];
