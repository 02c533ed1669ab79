import type { Clock } from '../../src/core/clock.js';

/** A clock held by hand, or what is `made` of it; says how many timers were asked for, and how many are under way. */
export function handClock(made: (clock: Clock) => Clock = (clock) => clock) {
  let now = 0;
  let asked = 0;
  let timers: { at: number; fn: () => void }[] = [];
  const clock: Clock = {
    now: () => now,
    wall: () => 1_000 + now,
    after(ms, fn) {
      asked++;
      const timer = { at: now + ms, fn };
      timers.push(timer);
      return () => void (timers = timers.filter((one) => one !== timer));
    },
  };
  return {
    clock: made(clock),
    get asked() {
      return asked;
    },
    get underWay() {
      return timers.length;
    },
    /** Time passes; each timer finds it as late as it was set for. */
    to(at: number) {
      for (;;) {
        const next = timers.filter((timer) => timer.at <= at).toSorted((a, b) => a.at - b.at)[0];
        if (!next) break;
        timers = timers.filter((timer) => timer !== next);
        now = Math.max(now, next.at);
        next.fn();
      }
      now = at;
    },
    /** The page clears all timers, whoever has set them. */
    lose() {
      timers = [];
    },
    /** The timer comes, and the clock has not moved. */
    ring() {
      const due = timers;
      timers = [];
      for (const { fn } of due) fn();
    },
  };
}
