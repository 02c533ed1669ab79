import { sayDuration } from '../core/duration.js';
import { about } from './about.js';
import { judgeBursts, silentUpTo, spanOf } from './burst.js';
import type { Told } from './cool-down.js';
import type { Detector } from './detector.js';

const DEFAULTS = {
  weight: 0.9,
  /** Enter or Space, each pressed anew: keys as it is, so neither more nor more slowly. Three mean something on some pages ("exit this page", GOV.UK). */
  min: 4,
  withinMs: 3_000,
  /** Time for the page to answer the last stroke before the verdict. */
  verdictMs: 250,
  coolDownMs: 10_000,
};

const { start, press, due } = judgeBursts<typeof DEFAULTS>({
  run(last, { presses, set }) {
    const run = silentUpTo(
      last,
      presses,
      set.withinMs,
      (p) => p.gesture === 'key' && p.target === last.target && !p.exempt && !p.disabled,
    );
    return run.length >= set.min ? run : [];
  },
  verdictAt: (run, set) => run.at(-1)!.at + set.verdictMs,
  found(run, { set }) {
    const last = run.at(-1)!;
    const spanMs = spanOf(run);
    return about(
      run,
      `Enter or Space ${run.length} times on '${last.target}' in ${sayDuration(spanMs)} without any effect`,
      { spanMs, withinMs: set.withinMs, min: set.min },
    );
  },
});

export const rageKey: Detector<'rage-key', Told, typeof DEFAULTS> = {
  name: 'rage-key',
  meaning: 'Enter or Space was pressed again and again where it does nothing.',
  cause: 'press',
  defaults: DEFAULTS,
  start,
  on: { press },
  due,
};
