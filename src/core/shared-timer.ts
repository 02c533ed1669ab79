import type { Clock } from './clock.js';

/** Timers come late where a page is busy; nobody sets a new one for that. */
const LOST_MS = 1_000;

interface Waiting {
  readonly at: number;
  fn: (() => void) | undefined;
}

/**
 * A clock like the one it is given, with one timer of the browser's for all that wait: to set one and to clear it again costs
 * more than most of what is waited for. One that has become needless is left to come, unless nobody waits any more.
 */
export function shareTimer(clock: Clock): Clock {
  /** Nearest first; those of the same time in the order in which they came. */
  const waiting: Waiting[] = [];
  let armed = Infinity;
  let cancel: (() => void) | undefined;

  const disarm = () => {
    cancel?.();
    cancel = undefined;
    armed = Infinity;
  };
  const arm = () => {
    const first = waiting[0];
    if (!first) return disarm();
    // One that is long overdue was lost: a page may clear all timers, or put back those of before a test.
    if (first.at >= armed && armed > clock.now() - LOST_MS) return;
    disarm();
    armed = first.at;
    cancel = clock.after(armed - clock.now(), ring);
  };
  const ring = () => {
    // Timers may come a little early by the clock, and a clock may stand still.
    const until = Math.max(clock.now(), armed);
    disarm();
    const later = waiting.findIndex(({ at }) => at > until);
    const due = waiting.splice(0, later < 0 ? waiting.length : later);
    try {
      // What these put off until later comes later.
      for (let one = due.shift(); one; one = due.shift()) one.fn?.();
    } finally {
      waiting.unshift(...due);
      arm();
    }
  };
  return {
    now: () => clock.now(),
    wall: () => clock.wall(),
    after(ms, fn) {
      const one: Waiting = { at: clock.now() + Math.max(0, ms), fn };
      let i = waiting.length;
      while (i > 0 && waiting[i - 1]!.at > one.at) i--;
      waiting.splice(i, 0, one);
      arm();
      return () => {
        one.fn = undefined;
        const place = waiting.indexOf(one);
        if (place >= 0) waiting.splice(place, 1);
        if (waiting.length === 0) disarm();
      };
    },
  };
}
