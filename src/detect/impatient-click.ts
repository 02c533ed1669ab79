import { sayDuration } from '../core/duration.js';
import { about } from './about.js';
import { mayTell, type Told } from './cool-down.js';
import type { Detector } from './detector.js';
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
    press(_record, told, { presses, set, at, raise }) {
      const waiting = waitingFor(presses, at, set.waitMs);
      if (!waiting || !mayTell(told, waiting.target, at, set.coolDownMs)) return;
      const busy = isBusy(waiting);
      const waitedMs = at - waiting.at;
      const felt = set.weight + (set.weightMost - set.weight) * waitShare(waitedMs, set.waitMs, set.lostMs);
      raise({
        ...about(
          [waiting, presses.at(-1)!],
          `pressed again while '${waiting.target}' had not answered for ${sayDuration(waitedMs)}`,
          { press: waiting.id, waitedMs, waitMs: set.waitMs, busy },
        ),
        target: waiting.target,
        weight: felt * (busy ? set.busyShare : 1),
      });
    },
  },
};
