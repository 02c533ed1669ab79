import { sayDuration } from '../core/duration.js';
import type { Detector } from './detector.js';
import { count, forget, type Tally } from './tally.js';

const DEFAULTS = {
  weight: 0.3,
  /** Times away from one step … */
  min: 3,
  /** … within this time. */
  withinMs: 300_000,
  /** Shorter is a slip, or the tab being dragged. */
  absenceMs: 1_000,
};

interface State {
  hiddenAt: number | null;
  readonly returns: Tally;
}

export const awayAndBack: Detector<'away-and-back', State, typeof DEFAULTS> = {
  name: 'away-and-back',
  meaning:
    'The customer leaves the page and comes back several times on one step: to look something up elsewhere.',
  cause: 'other',
  defaults: DEFAULTS,
  start: () => ({ hiddenAt: null, returns: {} }),
  on: {
    // A page that is being left goes out of sight; the next one is no return to it.
    view(record, state) {
      if (record.how === 'load') state.hiddenAt = null;
    },
    page(record, state, { at, place, set, raise }) {
      if (!record.visible) {
        state.hiddenAt ??= at;
        return;
      }
      const away = state.hiddenAt;
      state.hiddenAt = null;
      if (away === null || at - away < set.absenceMs) return;
      const times = count(state.returns, 'back', at, set.withinMs);
      if (times.length < set.min) return;
      const spanMs = at - times[0]!;
      const returns = times.length;
      forget(state.returns, 'back');
      raise({
        target: place.step ?? place.path,
        count: returns,
        because: `the page was left and taken up again ${returns} times in ${sayDuration(spanMs)}`,
        evidence: { returns, min: set.min, spanMs, withinMs: set.withinMs },
      });
    },
  },
  moved(_from, state) {
    forget(state.returns, 'back');
  },
};
