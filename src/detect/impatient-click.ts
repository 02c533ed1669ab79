import { sayDuration } from '../core/duration.js';
import { noteTold, toldLately, type Told } from './cool-down.js';
import type { Detector } from './detector.js';
import { sayBy } from './modality.js';
import { isBusy, waitingFor } from './presses.js';
import { waitShare } from './wait.js';

const DEFAULTS = {
  /** Of a press after `waitMs`; it grows as waiting feels, to `weightMost` after `lostMs` (see wait.ts). */
  weight: 0.5,
  /** The help threshold: whoever presses again after that has lost the thread. */
  weightMost: 1,
  /** Waiting longer than this and pressing again separates bad sessions from good ones best (AUC 0.79, data/iweb). */
  waitMs: 2_000,
  /** The limit for keeping anybody's attention on a dialogue (Nielsen 1993). */
  lostMs: 10_000,
  /** Where the page shows that it is working, impatience weighs less. */
  busyShare: 0.5,
  coolDownMs: 10_000,
};

export const impatientClick: Detector<'impatient-click', Told, typeof DEFAULTS> = {
  name: 'impatient-click',
  meaning: 'The customer pressed again while the answer to an earlier press was still outstanding.',
  cause: 'slow',
  defaults: DEFAULTS,
  start: () => ({}),
  on: {
    press(record, told, tools) {
      const last = tools.presses.at(-1)!;
      if (record.exempt) return;
      const waiting = waitingFor(tools.presses, tools.at, tools.set.waitMs);
      if (!waiting || toldLately(told, waiting.target, tools.at, tools.set.coolDownMs)) return;
      noteTold(told, waiting.target, tools.at, tools.set.coolDownMs);
      const busy = isBusy(waiting);
      const waitedMs = tools.at - waiting.at;
      const { weight, weightMost, waitMs, lostMs } = tools.set;
      const felt = weight + (weightMost - weight) * waitShare(waitedMs, waitMs, lostMs);
      tools.raise({
        target: waiting.target,
        count: 2,
        place: waiting.place,
        weight: felt * (busy ? tools.set.busyShare : 1),
        because: `pressed again while '${waiting.target}' had not answered for ${sayDuration(waitedMs)}${sayBy(last.by)}`,
        evidence: { by: last.by, press: waiting.id, waitedMs, busy },
      });
    },
  },
};
