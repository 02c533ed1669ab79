import { sayDuration } from '../core/duration.js';
import { about } from './about.js';
import { mayTell, type Told } from './cool-down.js';
import type { Detector, Tools } from './detector.js';
import { isSilent, type Press } from './presses.js';

const DEFAULTS = {
  weight: 0.35,
  /** 100 ms windows call every debounced handler dead, 7 s come too late for help. */
  waitMs: 2_500,
  /** A second press settles it early, but not a double click: after a second people expect to see something (Nielsen 1993). */
  earlyMs: 1_000,
  /** A press this soon after one that was answered is its double click: pages let one go by. Systems allow 500 ms for it. */
  doubleMs: 500,
  coolDownMs: 10_000,
};

function judge(press: Press | undefined, told: Told, tools: Tools<typeof DEFAULTS>): void {
  const { at, presses, set, raise } = tools;
  if (!press?.judged || press.dead || !isSilent(press)) return;
  const before = presses.findLast((p) => p.target === press.target && p.id < press.id);
  if (before && !isSilent(before) && press.at - before.at <= set.doubleMs) return;
  if (!mayTell(told, press.target, at, set.coolDownMs)) return;
  press.dead = true;
  const waitedMs = at - press.at;
  raise(
    about([press], `nothing happened for ${sayDuration(waitedMs)} after a press on '${press.target}'`, {
      press: press.id,
      waitedMs,
      role: press.role,
    }),
  );
}

export const deadClick: Detector<'dead-click', Told, typeof DEFAULTS> = {
  name: 'dead-click',
  meaning: 'A control that promises to react was pressed, and nothing happened.',
  cause: 'press',
  defaults: DEFAULTS,
  start: () => ({}),
  on: {
    press(record, told, tools) {
      const last = tools.presses.at(-1)!;
      if (!last.judged) return;
      tools.wake(tools.at + tools.set.waitMs, String(record.id));
      const before = tools.presses.findLast((p) => p !== last && p.target === last.target);
      const afterMs = tools.at - (before?.at ?? -Infinity);
      // After its own wait it was judged.
      if (afterMs >= tools.set.earlyMs && afterMs <= tools.set.waitMs) judge(before, told, tools);
    },
  },
  reopened(press, _told, tools) {
    if (press.judged) tools.wake(Math.max(tools.at, press.at + tools.set.waitMs), String(press.id));
  },
  due(tag, told, tools) {
    judge(
      tools.presses.find((press) => press.id === Number(tag)),
      told,
      tools,
    );
  },
};
