import { sayDuration } from '../core/duration.js';
import { about } from './about.js';
import type { Detector } from './detector.js';

const DEFAULTS = {
  weight: 0.2,
  /** A task this long is felt when something is pressed meanwhile. */
  freezeMs: 200,
  /** Presses that met one. */
  min: 2,
  withinMs: 60_000,
};

interface State {
  /** Presses that met a frozen page, oldest first. */
  met: { readonly press: number; readonly at: number; readonly ms: number }[];
}

export const frozenPage: Detector<'frozen-page', State, typeof DEFAULTS> = {
  name: 'frozen-page',
  meaning: 'The page was too busy with itself to react when something was pressed, more than once.',
  cause: 'slow',
  defaults: DEFAULTS,
  start: () => ({ met: [] }),
  on: {
    freeze({ at, ms, press: id }, state, { presses, set, raise, place }) {
      if (ms < set.freezeMs || state.met.some(({ press }) => press === id)) return;
      const met = state.met.filter((one) => at - one.at <= set.withinMs);
      met.push({ press: id, at, ms });
      state.met = met;
      if (met.length < set.min) return;
      state.met = [];
      const press = presses.find((one) => one.id === id);
      const spanMs = at - met[0]!.at;
      const longestMs = Math.max(...met.map((one) => one.ms));
      const because = `the page stood still for up to ${sayDuration(longestMs)} at ${met.length} presses in ${sayDuration(spanMs)}`;
      const evidence = { longestMs, freezeMs: set.freezeMs, spanMs, withinMs: set.withinMs, min: set.min };
      raise({
        ...(press ? about([press], because, evidence) : { target: 'page', because, evidence, place }),
        count: met.length,
      });
    },
  },
};
