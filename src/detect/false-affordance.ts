import { sayDuration } from '../core/duration.js';
import { about } from './about.js';
import { judgeBursts, silentUpTo, spanOf } from './burst.js';
import type { Told } from './cool-down.js';
import type { Detector } from './detector.js';
import { ownLimits } from './modality.js';

const DEFAULTS = {
  weight: 0.3,
  min: 2,
  withinMs: 5_000,
  /** What answers sooner after the first press is a control after all (Nielsen 1993: the limit of a train of thought). */
  answerMs: 1_000,
  /** Time to answer the last press, at least. */
  verdictMs: 250,
  coolDownMs: 10_000,
};

const { start, press, due } = judgeBursts<typeof DEFAULTS>({
  run(last, { presses, set }) {
    const { withinMs, min } = ownLimits(set, last.by);
    const run = silentUpTo(
      last,
      presses,
      withinMs,
      // Some browsers make no click of a touch on what is no control.
      (p) =>
        p.affords === true &&
        p.target === last.target &&
        !p.exempt &&
        !p.disabled &&
        (!p.gesture || p.gesture === 'tap'),
    );
    return run.length >= min ? run : [];
  },
  verdictAt: (run, set) => Math.max(run[0]!.at + set.answerMs, run.at(-1)!.at + set.verdictMs),
  found(run, { set }) {
    const last = run.at(-1)!;
    const spanMs = spanOf(run);
    return about(
      run,
      `${run.length} presses in ${sayDuration(spanMs)} on '${last.target}', which looks like a control and does nothing`,
      { spanMs, ...ownLimits(set, last.by) },
    );
  },
});

export const falseAffordance: Detector<'false-affordance', Told, typeof DEFAULTS> = {
  name: 'false-affordance',
  meaning: 'Something that only looks like a control was pressed, and pressed again.',
  cause: 'press',
  defaults: DEFAULTS,
  start,
  on: { press },
  due,
};
