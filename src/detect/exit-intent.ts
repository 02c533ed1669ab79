import { mayTell, type Told } from './cool-down.js';
import type { Detector } from './detector.js';

const DEFAULTS = {
  weight: 0.3,
  /** Other signals on the step: leaving by itself is everybody's right. */
  others: 1,
  /** Nobody has seen the site yet. */
  settleMs: 5_000,
  coolDownMs: 10_000,
};

interface State {
  /** When the first page was seen. */
  since: number | null;
  touch: boolean;
  readonly told: Told;
}
const SAY = {
  top: 'the pointer left through the top of the window',
  back: 'the customer went back',
  close: 'the page was left',
} as const;

export const exitIntent: Detector<'exit-intent', State, typeof DEFAULTS> = {
  name: 'exit-intent',
  meaning: 'After other trouble the customer is about to leave, with something filled in and not sent.',
  cause: 'other',
  defaults: DEFAULTS,
  start: () => ({ since: null, touch: false, told: {} }),
  on: {
    view(record, state) {
      state.since ??= record.at;
    },
    press(record, state) {
      state.touch = record.by === 'touch';
    },
    exit(record, { since, told, touch }, { at, others, place, set, raise }) {
      // On a phone everything else is said just as well by a look at another app.
      if (touch && record.how !== 'back') return;
      if (others < set.others || at - (since ?? at) < set.settleMs) return;
      if (!mayTell(told, place.stay, at, set.coolDownMs)) return;
      raise({
        target: place.step ?? place.path,
        count: 1,
        because: `${SAY[record.how]} with something filled in and not sent, after ${others} other ${others === 1 ? 'signal' : 'signals'}`,
        evidence: { how: record.how, others, min: set.others },
      });
    },
  },
};
