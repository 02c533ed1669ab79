import { sayDuration } from '../core/duration.js';
import { noteTold, toldLately, type Told } from './cool-down.js';
import type { Detector, Tools } from './detector.js';
import { ownCount, ownTime, sayBy } from './modality.js';
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
function burst(last: Press, { presses, set, at }: Tools<typeof DEFAULTS>): Press[] {
  const run: Press[] = [];
  let next = last;
  for (let i = presses.indexOf(last); i >= 0; i--) {
    const press = presses[i]!;
    if (press.target !== last.target) continue;
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

export const rageClick: Detector<'rage-click', Told, typeof DEFAULTS> = {
  name: 'rage-click',
  meaning: 'The same control was pressed again and again, and the page did not answer.',
  cause: 'press',
  defaults: DEFAULTS,
  start: () => ({}),
  on: {
    press(record, told, tools) {
      const last = tools.presses.at(-1)!;
      if (!last.judged || toldLately(told, last.target, tools.at, tools.set.coolDownMs)) return;
      if (
        densest(burst(last, tools), ownTime(tools.set.withinMs, last.by)) < ownCount(tools.set.min, last.by)
      )
        return;
      tools.wake(tools.at + tools.set.verdictMs, String(record.id));
    },
  },
  reopened(press, _told, tools) {
    if (press.judged) tools.wake(tools.at + tools.set.verdictMs, String(press.id));
  },
  due(tag, told, tools) {
    const last = tools.presses.find((press) => press.id === Number(tag));
    if (!last) return;
    // A later press of the burst brings its own verdict, with the final count.
    const later = tools.presses.slice(tools.presses.indexOf(last) + 1);
    if (later.some((p) => p.target === last.target && burst(p, tools).includes(last))) return;
    const run = burst(last, tools);
    if (densest(run, ownTime(tools.set.withinMs, last.by)) < ownCount(tools.set.min, last.by)) return;
    noteTold(told, last.target, tools.at, tools.set.coolDownMs);
    const spanMs = last.at - run[0]!.at;
    tools.raise({
      target: last.target,
      count: run.length,
      place: run[0]!.place,
      because: `${run.length} presses on '${last.target}' in ${sayDuration(spanMs)} without any answer${sayBy(last.by)}`,
      evidence: {
        by: last.by,
        spanMs,
        withinMs: ownTime(tools.set.withinMs, last.by),
        min: ownCount(tools.set.min, last.by),
      },
    });
  },
};
