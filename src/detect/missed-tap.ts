import { sayDuration } from '../core/duration.js';
import { about } from './about.js';
import { judgeBursts, silentUpTo, spanOf } from './burst.js';
import { mayTell, type Told } from './cool-down.js';
import type { Detector, Tools } from './detector.js';
import type { Press } from './presses.js';

const DEFAULTS = {
  weight: 0.4,
  min: 3,
  withinMs: 3_000,
  /** About the width of a fingertip: this close together they were meant for the same thing. */
  distancePx: 48,
  /** No further try for so long: the customer has stopped. */
  stopMs: 1_000,
  /** Two touches closer together are one that trembled. */
  spuriousMs: 50,
  /** For the whole page: hands that miss often would else be reported all the time. */
  coolDownMs: 10_000,
};
/** Of all cool-downs here there is one. */
const KEY = '';

/** What the finger was meant for: the control it came down beside, or the one that it touched without a click. */
const aimOf = (press: Press): string | undefined =>
  press.near ?? (press.gesture === 'tap' && press.interactive ? press.target : undefined);

const isMiss = (press: Press): boolean =>
  press.by === 'touch' && !press.exempt && !press.disabled && aimOf(press) !== undefined;

function misses(last: Press, { presses, set }: Tools<typeof DEFAULTS>): Press[] {
  const aim = aimOf(last);
  const trembled = (press: Press) => {
    const before = presses[presses.indexOf(press) - 1];
    return before?.by === 'touch' && press.at - before.at < set.spuriousMs;
  };
  const run = silentUpTo(
    last,
    presses,
    set.withinMs,
    (p) =>
      isMiss(p) &&
      (aimOf(p) === aim || Math.hypot(p.x - last.x, p.y - last.y) <= set.distancePx) &&
      !trembled(p),
  );
  return run.length >= set.min ? run : [];
}

function found(run: readonly Press[], { set, at }: Tools<typeof DEFAULTS>, hit: boolean) {
  const target = aimOf(run.at(-1)!)!;
  const spanMs = spanOf(run);
  const ending = hit ? 'then it was hit' : `then none for ${sayDuration(at - run.at(-1)!.at)}`;
  return {
    ...about(run, `${run.length} touches missed '${target}' in ${sayDuration(spanMs)}, ${ending}`, {
      spanMs,
      withinMs: set.withinMs,
      min: set.min,
      hit,
    }),
    target,
  };
}

const { start, press, due } = judgeBursts<typeof DEFAULTS>({
  key: KEY,
  run: misses,
  verdictAt: (run, set) => run.at(-1)!.at + set.stopMs,
  found: (run, tools) => found(run, tools, false),
});

export const missedTap: Detector<'missed-tap', Told, typeof DEFAULTS> = {
  name: 'missed-tap',
  meaning: 'A finger came down several times beside a control, or on it without being noticed.',
  cause: 'press',
  defaults: DEFAULTS,
  start,
  on: {
    press(record, told, tools) {
      press(record, told, tools);
      const hit = tools.presses.at(-1)!;
      if (hit.by !== 'touch' || !hit.interactive || hit.gesture) return;
      const missed = tools.presses.findLast((p) => isMiss(p) && aimOf(p) === hit.target);
      if (!missed || tools.at - missed.at > tools.set.stopMs) return;
      const run = misses(missed, tools);
      if (run.length > 0 && mayTell(told, KEY, tools.at, tools.set.coolDownMs))
        tools.raise(found(run, tools, true));
    },
  },
  due,
};
