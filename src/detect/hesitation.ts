import { sayDuration } from '../core/duration.js';
import { mayTell, type Told } from './cool-down.js';
import type { Detector } from './detector.js';
import { count, forget, type Tally } from './tally.js';

const DEFAULTS = {
  weight: 0.15,
  restMs: 2_000,
  min: 3,
  /** On one step, and on one that is looked at in one go. */
  withinMs: 600_000,
  coolDownMs: 10_000,
};

interface State {
  readonly told: Told;
  rests: Tally;
}

export const hesitation: Detector<'hesitation', State, typeof DEFAULTS> = {
  name: 'hesitation',
  meaning: 'The customer rested on the control that completes the step several times, and did not press it.',
  cause: 'other',
  defaults: DEFAULTS,
  start: () => ({ told: {}, rests: {} }),
  on: {
    hover({ target, ms, by }, { told, rests }, { at, set, raise }) {
      if (ms < set.restMs) return;
      const times = count(rests, target, at, set.withinMs);
      if (times.length < set.min || !mayTell(told, target, at, set.coolDownMs)) return;
      const spanMs = at - times[0]!;
      raise({
        target,
        count: times.length,
        because: `rested on '${target}' ${times.length} times in ${sayDuration(spanMs)}, for ${sayDuration(ms)} the last time, without pressing it`,
        evidence: { by, ms, restMs: set.restMs, min: set.min, spanMs, withinMs: set.withinMs },
      });
      forget(rests, target);
    },
    press: ({ target }, { rests }) => forget(rests, target),
  },
  moved(_from, state) {
    state.rests = {};
  },
};
