import { sayDuration } from '../core/duration.js';
import { isAgain } from './again.js';
import { noteTold, toldLately, type Told } from './cool-down.js';
import type { Detector } from './detector.js';
import { nth } from './nth.js';
import { remembered } from './remembered.js';

const DEFAULTS = {
  weight: 0.4,
  /** A message this soon after something was pressed or sent is about it. */
  withinMs: 5_000,
  /** One burst of presses gets one message after the other; the first that repeats itself is told all the same. */
  coolDownMs: 10_000,
};

interface State {
  /** The last thing that was pressed or sent, and when. */
  target: string;
  at: number;
  /** A message about it was told: an alert and a toast of the same failure are one. */
  told: boolean;
  /** When the page came that answers it; `null` if the customer asked for that page in another way. */
  loadedAt: number | null;
  /** How often the message of a region came, and when it was told, by `:` and region. */
  readonly counts: Record<string, number>;
  readonly regions: Told;
}
const MAX_REGIONS = 20;
/** A form that is sent this soon after a press was sent by it. */
const SENT_MS = 500;

const act = (state: State, target: string, at: number): void =>
  void Object.assign(state, { target, at, told: false });

export const errorMessage: Detector<'error-message', State, typeof DEFAULTS> = {
  name: 'error-message',
  meaning: 'The page answered with a message that something went wrong.',
  cause: 'other',
  defaults: DEFAULTS,
  start: () => ({ target: '', at: -1_000_000, told: false, loadedAt: null, counts: {}, regions: {} }),
  on: {
    press(record, state) {
      if (!record.exempt && !record.gesture) act(state, record.target, record.at);
    },
    submit(record, state) {
      // The press that sent it is the same act.
      if (record.at - state.at > SENT_MS) act(state, record.form, record.at);
    },
    view(record, state) {
      if (record.how === 'load') state.loadedAt = isAgain(record) ? null : record.at;
    },
    message(record, state, { at, set, raise }) {
      const seenAt = record.atLoad ? state.loadedAt : at;
      if (seenAt === null || state.told) return;
      const afterMs = seenAt - state.at;
      if (afterMs > set.withinMs || afterMs < 0) return;
      const slot = `:${record.region}`;
      const before = remembered(state.counts, slot, MAX_REGIONS, () => 1);
      const times = (state.counts[slot] = record.same ? before + 1 : 1);
      state.told = true;
      if (times !== 2 && toldLately(state.regions, record.region, at, set.coolDownMs)) return;
      noteTold(state.regions, record.region, at, set.coolDownMs);
      const again = times > 1 ? `, for the ${nth(times)} time` : '';
      raise({
        target: record.region,
        count: times,
        because: `the page showed a message of failure ${sayDuration(afterMs)} after '${state.target}'${again}`,
        evidence: {
          source: record.source,
          after: state.target,
          afterMs,
          withinMs: set.withinMs,
          same: times > 1,
        },
      });
    },
  },
};
