import { sayDuration } from '../core/duration.js';
import { noteTold, toldLately, type Told } from './cool-down.js';
import type { Detector } from './detector.js';
import { sayBy } from './modality.js';

const DEFAULTS = {
  weight: 0.5,
  /** An error this soon after a press belongs to it. */
  withinMs: 1_000,
  /** Later ones belong to it only while the press has no other answer: its work is still under way. */
  chainMs: 5_000,
};
const MEMORY_MS = 60_000;

export const errorClick: Detector<'error-click', Told, typeof DEFAULTS> = {
  name: 'error-click',
  meaning: "A press made the page's own code fail.",
  cause: 'press',
  defaults: DEFAULTS,
  start: () => ({}),
  on: {
    exception(record, told, tools) {
      if (!record.own) return;
      const press = tools.presses.findLast((p) => p.at <= tools.at);
      if (!press || press.disabled || toldLately(told, press.id, tools.at, MEMORY_MS)) return;
      const afterMs = tools.at - press.at;
      const working = press.answeredAt === undefined || press.channel === 'request';
      if (afterMs > (working ? tools.set.chainMs : tools.set.withinMs)) return;
      noteTold(told, press.id, tools.at, MEMORY_MS);
      tools.raise({
        target: press.target,
        count: 1,
        place: press.place,
        because: `an error in the page ${sayDuration(afterMs)} after a press on '${press.target}'${sayBy(press.by)}`,
        evidence: { by: press.by, press: press.id, afterMs, kind: record.kind },
      });
    },
  },
};
