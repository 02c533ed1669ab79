import type { Config, Trigger } from '../../src/config/types.js';
import type { EngineOptions } from '../../src/engine/engine.js';
import { shopper, type Shopper } from './shopper.js';

export const journeys: NonNullable<Config['journeys']> = {
  checkout: {
    steps: [
      { id: 'cart', url: '/cart' },
      { id: 'address', url: '/address' },
      { id: 'payment', url: '/payment' },
    ],
    done: { event: 'order-placed' },
  },
  returns: { steps: [{ id: 'label', url: '/label' }] },
};
export const content: NonNullable<Config['content']> = { text: { title: 'Text' }, other: { title: 'Other' } };
export const facts: NonNullable<Config['facts']> = {
  tier: { type: 'string' },
  total: { type: 'number' },
  eta: { type: 'date' },
};
/** Nothing but the condition decides. */
export const open: Config['policy'] = { limits: [], gap: '1ms' };

/** A sound trigger that shows at once; say only what matters. */
export const trigger = (more: Partial<Trigger> = {}): Trigger => ({
  id: 't',
  when: { event: 'go' },
  timing: { at: 'now' },
  show: { content: 'text', as: 'notice' },
  ...more,
});

/** A shopper in a shop with these triggers. */
export const shop = (
  triggers: readonly Partial<Trigger>[],
  config: Partial<Config> = {},
  options: EngineOptions = {},
): Shopper =>
  shopper(
    {
      journeys,
      content,
      facts,
      policy: open,
      ...config,
      triggers: triggers.map((one, i) => trigger({ id: `t${i}`, ...one })),
    },
    options,
  );

/** What has been offered so far, by trigger. */
export const offered = (me: Shopper): string[] => me.offers().map((one) => one.trigger);
