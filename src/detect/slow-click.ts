import { sayDuration } from '../core/duration.js';
import type { Data } from '../core/records.js';
import { about } from './about.js';
import { noteTold, toldLately, type Told } from './cool-down.js';
import type { Detector, Tools } from './detector.js';
import { isBusy, isOpen, PENDING_MS, startedBy, waitingFor, type Press } from './presses.js';
import { waitShare } from './wait.js';

const DEFAULTS = {
  /** Of an answer after `lostMs`; less for sooner ones, as waiting is felt (see wait.ts). */
  weight: 0.3,
  /** The limit for keeping a train of thought (Nielsen 1993); what answers sooner is not slow. */
  fromMs: 1_000,
  /** The limit for keeping anybody's attention (Nielsen 1993): then progress shown is no excuse any more. */
  lostMs: 10_000,
  /** A request this long, with no progress shown, is slow even if something else changed at once. */
  requestMs: 4_000,
  /** Pressing again after this long proves that progress alone is not enough (see impatient-click). */
  impatientMs: 2_000,
  /** One answer often ends the wait of several presses of a control. */
  coolDownMs: 10_000,
};

/** What was told of a press as if there were no answer, and is taken back; `undefined` if there is nothing (left). */
function takeBack(press: Press, presses: readonly Press[]): Data | undefined {
  const { dead, rage } = press;
  if (press.takenBack || (!dead && !rage)) return undefined;
  press.takenBack = true;
  // The presses of a burst were told of as one.
  if (rage) for (const one of presses) if (one.target === press.target) delete one.rage;
  if (!dead) return { replaces: 'rage-click' };
  return { replaces: 'dead-click', ...(rage && { alsoReplaces: 'rage-click' }) };
}

function tell(
  press: Press,
  waitedMs: number,
  channel: string,
  because: string,
  told: Told,
  tools: Tools<typeof DEFAULTS>,
): void {
  if (!press.judged) return;
  const target = `of ${press.target}`;
  const taken = takeBack(press, tools.presses);
  const again =
    toldLately(told, press.id, tools.at, PENDING_MS) ||
    toldLately(told, target, tools.at, tools.set.coolDownMs);
  if (again && !taken) return;
  noteTold(told, press.id, tools.at, PENDING_MS);
  noteTold(told, target, tools.at, PENDING_MS);
  tools.raise({
    ...about([press], because, { press: press.id, waitedMs, channel, ...taken }),
    weight: tools.set.weight * waitShare(waitedMs, tools.set.fromMs, tools.set.lostMs),
  });
}

export const slowClick: Detector<'slow-click', Told, typeof DEFAULTS> = {
  name: 'slow-click',
  meaning: 'The page answered a press, but late.',
  cause: 'slow',
  defaults: DEFAULTS,
  start: () => ({}),
  on: {
    // Pressing again proves that the answer takes too long.
    press(_record, told, tools) {
      const waiting = waitingFor(tools.presses, tools.at, tools.set.impatientMs);
      // What shows no sign of life at all is dead.
      if (!waiting || waiting.dead || waiting.rage) return;
      const waitedMs = tools.at - waiting.at;
      tell(
        waiting,
        waitedMs,
        '',
        `'${waiting.target}' has not answered for ${sayDuration(waitedMs)}`,
        told,
        tools,
      );
    },
    effect(record, _told, tools) {
      if (!record.busy) return;
      for (const press of tools.presses)
        if (press.busyAt === tools.at && isOpen(press, tools.at))
          tools.wake(press.at + tools.set.lostMs, String(press.id));
    },
    request(record, told, tools) {
      const waitedMs = record.at - record.start;
      const press = waitedMs < tools.set.requestMs ? undefined : startedBy(tools.presses, record);
      if (!press || press.busyAt !== undefined) return;
      const because = `a press on '${press.target}' waited ${sayDuration(waitedMs)} for a request, with no progress shown`;
      tell(press, waitedMs, 'request', because, told, tools);
    },
  },
  answered(press, told, tools) {
    const waitedMs = tools.at - press.at;
    if (press.busyAt !== undefined || waitedMs < tools.set.fromMs) return;
    tell(
      press,
      waitedMs,
      press.channel ?? '',
      `'${press.target}' took ${sayDuration(waitedMs)} to answer`,
      told,
      tools,
    );
  },
  due(tag, told, tools) {
    const press = tools.presses.find(({ id }) => id === Number(tag));
    if (!press || !isBusy(press) || !isOpen(press, tools.at)) return;
    const waitedMs = tools.at - press.at;
    const because = `'${press.target}' has shown progress and no result for ${sayDuration(waitedMs)}`;
    tell(press, waitedMs, '', because, told, tools);
  },
};
