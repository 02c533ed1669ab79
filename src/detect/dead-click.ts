import { sayDuration } from '../core/duration.js';
import { noteTold, toldLately, type Told } from './cool-down.js';
import type { Detector, Tools } from './detector.js';
import { sayBy } from './modality.js';
import { isBusy, type Press } from './presses.js';

const DEFAULTS = {
  weight: 0.35,
  /** 100 ms windows call every debounced handler dead, 7 s come too late for help. */
  waitMs: 2_500,
  /** A second press settles it early, but not a double click: after a second people expect to see something (Nielsen 1993). */
  earlyMs: 1_000,
  coolDownMs: 10_000,
};

function judge(press: Press | undefined, told: Told, tools: Tools<typeof DEFAULTS>): void {
  if (!press?.judged || press.answeredAt !== undefined || isBusy(press) || press.void) return;
  if (toldLately(told, press.target, tools.at, tools.set.coolDownMs)) return;
  noteTold(told, press.target, tools.at, tools.set.coolDownMs);
  press.dead = true;
  const waitedMs = tools.at - press.at;
  tools.raise({
    target: press.target,
    count: 1,
    place: press.place,
    because: `nothing happened for ${sayDuration(waitedMs)} after a press on '${press.target}'${sayBy(press.by)}`,
    evidence: { by: press.by, press: press.id, waitedMs, role: press.role },
  });
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
      if (last.judged) tools.wake(tools.at + tools.set.waitMs, String(record.id));
      const before = tools.presses.findLast((p) => p !== last && p.target === last.target);
      if (before && tools.at - before.at >= tools.set.earlyMs) judge(before, told, tools);
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
