import type { Config } from 'antes';
import { start } from 'antes';
import inJson from './in-json.json' with { type: 'json' };

const base = {
  version: 1,
  reasons: { r: { title: 'R', owner: 'payments', quadrant: 'simplify' } },
  content: { c: { title: 'T', actions: [{ label: 'L', call: 'x' }] } },
  triggers: [],
} as const satisfies Config;
start(base);

const trigger = {
  id: 'a',
  reason: 'r',
  priority: 'blocker',
  where: { journey: 'checkout', step: 'payment' },
  when: { all: [{ event: 'payment-failure', min: 2, within: '10m' }, { not: { facts: { vip: true } } }] },
  unless: { event: 'payment-accepted' },
  timing: { at: 'pause', delay: '800ms' },
  show: { content: 'c', as: 'inline', anchor: 'card', orElse: 'notice' },
  limits: [{ times: 1, per: 'journey' }],
} as const satisfies Config['triggers'][number];

export const whole: Config = {
  ...base,
  triggers: [trigger],
};

// A file that is imported has lost its literals: it is a configuration by its word, and checked when it is read.
start(inJson as Config);

// @ts-expect-error -- a form that there is not
export const form: Config = { ...base, triggers: [{ ...trigger, show: { content: 'c', as: 'popup' } }] };
// @ts-expect-error -- a priority that there is not
export const priority: Config = { ...base, triggers: [{ ...trigger, priority: 'urgent' }] };
export const pen: Config = {
  version: 1,
  // @ts-expect-error -- a slip of the pen
  triggesr: [],
  triggers: [],
};
// @ts-expect-error -- without a condition
export const never: Config = { ...base, triggers: [{ id: 'a', reason: 'r', show: { content: 'c' } }] };
// @ts-expect-error -- a quadrant that there is not
export const quadrant: Config = { ...base, reasons: { r: { title: 'R', owner: 'o', quadrant: 'fix' } } };
// @ts-expect-error -- without a title
export const untitled: Config = { ...base, content: { c: { body: 'B' } } };
// @ts-expect-error -- a tone that there is not
export const tone: Config = { ...base, content: { c: { title: 'T', tone: 'danger' } } };
