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

/**
 * Times are whole where detectors ask for them. What asks for the same again while it is told that it is due is told a moment later: by a rounding error it may still be too
 * early (`now - since < limit`, where `since + limit` is now), and time must not stand still for that.
 */
export const notAgain = (due: Deadline | undefined, one: Deadline, now: number): Deadline =>
  one.at <= now && due?.who === one.who && due.tag === one.tag ? { ...one, at: now + 1 } : one;

/** Session time of the nearest. */
export function nextDeadline({ deadlines, activity }: Clockwork): number | null {
  const inActive = nextActive(activity);
  const first = deadlines[0]?.at ?? null;
  if (inActive === null || first === null) return inActive ?? first;
  return Math.min(inActive, first);
}
