import { sayDuration } from '../core/duration.js';
import { about } from './about.js';
import { judgeBursts, spanOf } from './burst.js';
import type { Told } from './cool-down.js';
import type { Detector, Tools } from './detector.js';
import { ownLimits, ownTime } from './modality.js';
import { isBusy, isOpen, type Press } from './presses.js';

const DEFAULTS = {
  weight: 0.9,
  /** Presses of one control; people double-click by habit, three are rare (7 % of bursts, Balabit traces). */
  min: 3,
  withinMs: 2_000,
  gapMs: 1_000,
  distancePx: 50,
  /** Time for the page to answer the last press before the verdict. */
  verdictMs: 250,
  /** One incident per burst: the same control is not reported again so soon. */
  coolDownMs: 10_000,
};

/** The presses of this burst, newest last, with no answer since the first. */
function unanswered(last: Press, { presses, set, at }: Tools<typeof DEFAULTS>): Press[] {
  const run: Press[] = [];
  let next = last;
  for (let i = presses.indexOf(last); i >= 0; i--) {
    const press = presses[i]!;
    // A finger that slipped in between was no answer.
    if (press.target !== last.target || press.gesture) continue;
    if (!press.judged || isBusy(press) || !isOpen(press, at)) break;
    if (next.at - press.at > ownTime(set.gapMs, last.by)) break;
    if (Math.hypot(next.x - press.x, next.y - press.y) > set.distancePx) break;
    run.unshift(press);
    next = press;
  }
  return run;
}

/** How many of the burst fall into one window of `withinMs`. */
function densest(run: readonly Press[], withinMs: number): number {
  return Math.max(
    0,
    ...run.map((from) => run.filter((p) => p.at >= from.at && p.at - from.at <= withinMs).length),
  );
}

const { start, press, reopened, due } = judgeBursts<typeof DEFAULTS>({
  run(last, tools) {
    if (!last.judged) return [];
    const run = unanswered(last, tools);
    const { withinMs, min } = ownLimits(tools.set, last.by);
    return densest(run, withinMs) >= min ? run : [];
  },
  verdictAt: (run, set) => run.at(-1)!.at + set.verdictMs,
  found(run, { set }) {
    const last = run.at(-1)!;
    const spanMs = spanOf(run);
    for (const one of run) one.rage = true;
    return about(
      run,
      `${run.length} presses on '${last.target}' in ${sayDuration(spanMs)} without any answer`,
      { spanMs, ...ownLimits(set, last.by) },
    );
  },
});

export const rageClick: Detector<'rage-click', Told, typeof DEFAULTS> = {
  name: 'rage-click',
  meaning: 'The same control was pressed again and again, and the page did not answer.',
  cause: 'press',
  defaults: DEFAULTS,
  start,
  on: { press },
  reopened,
  due,
};
