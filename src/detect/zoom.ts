import { sayDuration } from '../core/duration.js';
import type { Detector, Tools } from './detector.js';

const DEFAULTS = {
  weight: 0.15,
  /** Text and fields are made for a scale of 1; a little more is a finger that slipped. */
  scaleMin: 1.3,
  /** Phones zoom in by themselves when a field with small letters gets the focus. */
  focusMs: 1_000,
  turns: 2,
  withinMs: 10_000,
};

interface State {
  /** There is something to fill in on the page. */
  asks: boolean;
  /** When a field last got the focus. */
  focusAt: number | null;
  turnedAt: number[];
  /** The step or page it was reported on. */
  stay: number | null;
}

function tell(count: number, because: string, evidence: Record<string, number>, state: State, tools: Tools) {
  state.stay = tools.place.stay;
  tools.raise({ target: 'page', count, because, evidence });
}

export const zoom: Detector<'zoom', State, typeof DEFAULTS> = {
  name: 'zoom',
  meaning: 'The page was made larger in order to fill it in, or the device was turned to and fro.',
  cause: 'other',
  defaults: DEFAULTS,
  start: () => ({ asks: false, focusAt: null, turnedAt: [], stay: null }),
  on: {
    view(record, state) {
      state.asks = record.asks === true;
    },
    field(record, state) {
      if (record.what === 'focus') state.focusAt = record.at;
    },
    zoom({ at, scale, turned, picture }, state, tools) {
      const { set, place } = tools;
      // Looking at a picture or a map is what zooming and turning are for.
      if (picture || state.stay === place.stay) return;
      if (turned) {
        state.turnedAt = [...state.turnedAt.filter((time) => at - time <= set.withinMs), at];
        const turns = state.turnedAt.length;
        if (turns < set.turns) return;
        const spanMs = at - state.turnedAt[0]!;
        const because = `the device was turned ${turns} times in ${sayDuration(spanMs)}`;
        tell(turns, because, { turns, spanMs, withinMs: set.withinMs, min: set.turns }, state, tools);
      } else if (state.asks && scale >= set.scaleMin && at - (state.focusAt ?? -Infinity) > set.focusMs)
        tell(
          1,
          `the page was made ${scale} times as large where there is something to fill in`,
          { scale, scaleMin: set.scaleMin },
          state,
          tools,
        );
    },
  },
  moved(_from, state) {
    state.turnedAt = [];
  },
};
