import type { Detector } from './detector.js';
import { TURNS_MS } from '../core/records.js';

const DEFAULTS = {
  weight: 0.1,
  /** Sharp turns of the mouse in 2 s: such a run comes 0.44 times an hour (Balabit traces, ten people). */
  min: 8,
  /** Who shakes the mouse like that as a rule has a hand that trembles: after so many runs their own measure counts. */
  baselineRuns: 5,
  /** How many standard deviations above their own mean is unusual: one run in 40. */
  deviations: 2,
  coolDownMs: 10_000,
};

/** Runs beyond these say no more about a hand. */
const MAX_RUNS = 20;
/** Turns are whole numbers: what differs by less than one does not differ. */
const MIN_DEVIATION = 1;

interface State {
  /** Most turns at once in the run under way, when it was last told of, and whether it was reported. */
  peak: number;
  at: number;
  told: boolean;
  toldAt: number | null;
  /** The peaks of this customer's earlier runs, those of four turns or more. */
  readonly peaks: number[];
  /** The button is down: that is drawing or dragging. */
  held: boolean;
}

function deviation(peaks: readonly number[], turns: number): number {
  const mean = peaks.reduce((sum, peak) => sum + peak, 0) / peaks.length;
  const variance = peaks.reduce((sum, peak) => sum + (peak - mean) ** 2, 0) / peaks.length;
  return (turns - mean) / Math.max(MIN_DEVIATION, Math.sqrt(variance));
}

export const thrashedCursor: Detector<'thrashed-cursor', State, typeof DEFAULTS> = {
  name: 'thrashed-cursor',
  meaning: 'The mouse was shaken to and fro.',
  cause: 'other',
  defaults: DEFAULTS,
  start: () => ({ peak: 0, at: 0, told: false, toldAt: null, peaks: [], held: false }),
  on: {
    turns({ turns, at }, state, { set, raise }) {
      if (state.held) return;
      if (state.peak > 0 && at - state.at > TURNS_MS) {
        state.peaks.push(state.peak);
        if (state.peaks.length > MAX_RUNS) state.peaks.shift();
        Object.assign(state, { peak: 0, told: false });
      }
      state.at = at;
      state.peak = Math.max(state.peak, turns);
      if (turns < set.min || state.told || at - (state.toldAt ?? -Infinity) < set.coolDownMs) return;
      const known = state.peaks.length >= Math.max(1, set.baselineRuns);
      const above = known ? Math.round(deviation(state.peaks, turns) * 10) / 10 : 0;
      if (known && above < set.deviations) return;
      Object.assign(state, { told: true, toldAt: at });
      raise({
        target: 'page',
        count: turns,
        because: `the mouse turned sharply ${turns} times in ${TURNS_MS / 1_000} s${known ? `, ${above} deviations more than this customer's usual` : ''}`,
        evidence: { by: 'mouse', turns, min: set.min, withinMs: TURNS_MS, runs: state.peaks.length, above },
      });
    },
    hold(record, state) {
      if (record.what === 'pointer') state.held = record.on;
    },
    view(record, state) {
      if (record.how === 'load') state.held = false;
    },
  },
};
