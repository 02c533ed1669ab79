import { sayDuration } from '../core/duration.js';
import { about } from './about.js';
import { spanOf } from './burst.js';
import { mayTell, type Told } from './cool-down.js';
import type { Detector, Tools } from './detector.js';
import { ownLimits } from './modality.js';
import { isBusy, type Press } from './presses.js';

const DEFAULTS = {
  weight: 0.6,
  min: 2,
  withinMs: 10_000,
  /** A button that is off this soon after it was pressed has switched itself off. */
  ownMs: 3_000,
  coolDownMs: 10_000,
};

function judge(last: Press, told: Told, tools: Tools<typeof DEFAULTS>): void {
  if (!last.disabled || last.exempt || last.gesture || last.answeredAt !== undefined) return;
  const { withinMs, min } = ownLimits(tools.set, last.by);
  // A right click or a swipe is neither an attempt nor a sign that the control is on.
  const ofIt = tools.presses.filter((p) => p.target === last.target && !p.exempt && !p.gesture);
  // An answer to an attempt, or an ordinary press, means that the control was enabled meanwhile.
  const ordinary = ofIt.findLastIndex((p) => !p.disabled);
  const tries = ofIt
    .slice(ordinary + 1)
    .filter((p) => p.answeredAt === undefined && last.at - p.at <= withinMs);
  if (tries.length < min) return;
  // Switched off by the press before, as busy buttons are: that is waiting, and a case for impatient-click.
  const own = ofIt[ordinary];
  if (own && (isBusy(own) || tries[0]!.at - own.at <= tools.set.ownMs)) return;
  if (!mayTell(told, last.target, tools.at, tools.set.coolDownMs)) return;
  const spanMs = spanOf(tries);
  tools.raise(
    about(tries, `${tries.length} presses on '${last.target}' in ${sayDuration(spanMs)}, which is disabled`, {
      spanMs,
      withinMs,
      min,
      role: last.role,
    }),
  );
}

export const blockedClick: Detector<'blocked-click', Told, typeof DEFAULTS> = {
  name: 'blocked-click',
  meaning: 'A disabled control was pressed several times: something is missing that the page does not say.',
  cause: 'press',
  defaults: DEFAULTS,
  start: () => ({}),
  on: {
    press: (_record, told, tools) => judge(tools.presses.at(-1)!, told, tools),
  },
  // What was taken for an answer to one of them was none.
  reopened(press, told, tools) {
    judge(tools.presses.findLast((p) => p.target === press.target && !p.gesture) ?? press, told, tools);
  },
};
