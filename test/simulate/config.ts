import demo from '../../demo/antes.json' with { type: 'json' };
import type { Config } from '../../src/config/types.js';

const shop = demo as unknown as Config;

/** What the demo shop offers, and besides it help for whoever struggles with whatever it is. */
export const CONFIG: Config = {
  ...shop,
  content: {
    ...shop.content,
    stuck: { title: 'Can we help?', actions: [{ label: 'Ask us', contact: 'chat' }] },
  },
  triggers: [
    ...shop.triggers,
    {
      id: 'struggling',
      reason: 'page-broken',
      where: { journey: 'checkout' },
      when: { score: 'struggle', above: 0.7 },
      show: { content: 'stuck', as: 'notice' },
    },
  ],
};
