import { sayDuration } from '../core/duration.js';
import { about } from './about.js';
import { spanOf } from './burst.js';
import { mayTell, type Told } from './cool-down.js';
import type { Detector, Tools } from './detector.js';
import { ownLimits } from './modality.js';
import type { Press } from './presses.js';

const DEFAULTS = {
  weight: 0.1,
  min: 5,
  withinMs: 2_000,
  /** There and back, and there and back again: steppers, carousels and pages lead onward, a toggle tried out returns once. */
  returns: 2,
  coolDownMs: 10_000,
};

/** How often the control came back to the state it was in before the first of these presses. */
const returnsIn = (run: readonly Press[]): number =>
  run.filter((press, i) => i > 0 && press.state === run[0]!.state && run[i - 1]!.state !== press.state)
    .length;

function judge(press: Press, told: Told, { presses, set, at, raise }: Tools<typeof DEFAULTS>): void {
  if (press.state === undefined) return;
  const last = presses.findLast((p) => p.target === press.target && p.judged) ?? press;
  const { withinMs, min } = ownLimits(set, last.by);
  const run = presses.filter((p) => p.target === last.target && p.judged && last.at - p.at <= withinMs);
  const returns = returnsIn(run);
  if (run.length < min || returns < set.returns) return;
  if (run.some((p) => p.answeredAt === undefined || p.state === undefined)) return;
  if (!mayTell(told, last.target, at, set.coolDownMs)) return;
  const spanMs = spanOf(run);
  raise(
    about(
      run,
      `${run.length} presses on '${last.target}' in ${sayDuration(spanMs)}, all answered, led back to the start ${returns} times`,
      { spanMs, withinMs, min, returns },
    ),
  );
}

export const repeatedClick: Detector<'repeated-click', Told, typeof DEFAULTS> = {
  name: 'repeated-click',
  meaning: 'A control was switched to and fro, and it answered each time.',
  cause: 'other',
  defaults: DEFAULTS,
  start: () => ({}),
  on: {
    press(_record, told, tools) {
      const last = tools.presses.at(-1)!;
      // Answered before it was even told of: there will be no word of that.
      if (last.answeredAt !== undefined) judge(last, told, tools);
    },
  },
  answered: judge,
};
