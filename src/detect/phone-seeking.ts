import { sayDuration } from '../core/duration.js';
import type { By } from '../core/records.js';
import { mayTell, type Told } from './cool-down.js';
import type { Detector, Tools } from './detector.js';
import { sayBy } from './modality.js';

const DEFAULTS = {
  weight: 0.8,
  /** The page was left for the phone. */
  weightLeft: 1,
  /** A page that goes out of sight this soon after the number was copied was left to call it. */
  leftMs: 10_000,
  /** Selecting, holding and copying a number is one thing. */
  coolDownMs: 30_000,
};

interface State {
  copiedAt: number | null;
  readonly told: Told;
}
const SAY = { copy: 'copied', select: 'selected', hold: 'held down' } as const;

/** Reports what was done, but for the rest of what has been reported. */
function tell(
  how: string,
  because: string,
  { told }: State,
  { at, set, raise }: Tools<typeof DEFAULTS>,
  by?: By,
): void {
  if (!mayTell(told, 'phone', at, set.coolDownMs)) return;
  raise({ target: 'phone', count: 1, because, evidence: by ? { how, by } : { how } });
}

export const phoneSeeking: Detector<'phone-seeking', State, typeof DEFAULTS> = {
  name: 'phone-seeking',
  meaning: 'The customer is about to call: a phone number was pressed, held, selected or copied.',
  cause: 'other',
  defaults: DEFAULTS,
  start: () => ({ copiedAt: null, told: {} }),
  on: {
    press(record, state, tools) {
      // With the right button it is copied, if anything; that is told by itself.
      if (record.leads !== 'phone' || record.exempt === 'modified' || record.exempt === 'wake-up') return;
      tell('press', `a phone number was pressed${sayBy(record.by)}`, state, tools, record.by);
    },
    copy(record, state, tools) {
      if (record.what !== 'phone') return;
      if (record.how === 'copy') state.copiedAt = tools.at;
      tell(record.how, `a phone number was ${SAY[record.how]}`, state, tools);
    },
    page(record, state, { at, set, raise }) {
      if (record.visible || state.copiedAt === null) return;
      const afterMs = at - state.copiedAt;
      state.copiedAt = null;
      if (afterMs > set.leftMs) return;
      raise({
        target: 'phone',
        count: 2,
        weight: set.weightLeft,
        because: `the page was left ${sayDuration(afterMs)} after a phone number was copied`,
        evidence: { how: 'left', afterMs, withinMs: set.leftMs, replaces: 'phone-seeking' },
      });
    },
  },
};
