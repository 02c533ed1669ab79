import { MAX_TIME_MS } from '../core/clock.js';
import { takeDue, type Deadline, type Deadlines } from '../core/deadlines.js';
import { nextActive, type Activity } from '../journey/activity.js';

export { isTime } from '../core/clock.js';

/** Both kinds of deadlines: in session time, and in active time. */
interface Clockwork {
  at: number;
  readonly deadlines: Deadlines;
  readonly activity: Activity;
}

/** Takes the nearest of both kinds, if it is due by `at`, and sets the time to it. */
export function takeNext(state: Clockwork, until: number): Deadline | undefined {
  const at = Math.min(until, MAX_TIME_MS);
  const inActive = nextActive(state.activity);
  const first = state.deadlines[0]?.at ?? Infinity;
  if (inActive !== null && inActive <= at && inActive < first) {
    state.at = Math.max(state.at, inActive);
    return state.activity.waiting.shift();
  }
  const one = takeDue(state.deadlines, at);
  if (one) state.at = Math.max(state.at, one.at);
  return one;
}

/** Session time of the nearest. */
export function nextDeadline({ deadlines, activity }: Clockwork): number | null {
  const inActive = nextActive(activity);
  const first = deadlines[0]?.at ?? null;
  if (inActive === null || first === null) return inActive ?? first;
  return Math.min(inActive, first);
}
