import type { Clock } from '../../src/core/clock.js';

/** A clock held by hand; says how many timers were asked for, and how many are under way. */
export function handClock() {
  let now = 0;
  let asked = 0;
  let timers: { at: number; fn: () => void }[] = [];
  const clock: Clock = {
    now: () => now,
    wall: () => now,
    after(ms, fn) {
      asked++;
      const timer = { at: now + ms, fn };
      timers.push(timer);
      return () => void (timers = timers.filter((one) => one !== timer));
    },
  };
  return {
    clock,
    get asked() {
      return asked;
    },
    get underWay() {
      return timers.length;
    },
    to(at: number) {
      now = at;
      const due = timers.filter((timer) => timer.at <= at);
      timers = timers.filter((timer) => timer.at > at);
      for (const { fn } of due) fn();
    },
  };
}
