import { describe, expect, it, vi } from 'vitest';
import type { Clock } from '../../../src/core/clock.js';
import { createDeadlineTimer } from '../../../src/core/timer.js';

/** A clock held by hand; says how many timers are under way. */
function handClock() {
  let now = 0;
  let timers: { at: number; fn: () => void }[] = [];
  const clock: Clock = {
    now: () => now,
    wall: () => now,
    after(ms, fn) {
      const timer = { at: now + ms, fn };
      timers.push(timer);
      return () => void (timers = timers.filter((one) => one !== timer));
    },
  };
  return {
    clock,
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

describe('deadline timer', () => {
  it('fires once, at its time', () => {
    const hand = handClock();
    const due = vi.fn();
    createDeadlineTimer(hand.clock, hand.clock.now, due).set(50);
    hand.to(49);
    expect(due).not.toHaveBeenCalled();
    hand.to(50);
    hand.to(500);
    expect(due).toHaveBeenCalledTimes(1);
  });
  it('has one timer under way, whatever it is set to, and none for never', () => {
    const hand = handClock();
    const timer = createDeadlineTimer(hand.clock, hand.clock.now, () => {});
    for (const at of [50, 20, 20, 90]) {
      timer.set(at);
      expect(hand.underWay).toBe(1);
    }
    timer.set(null);
    expect(hand.underWay).toBe(0);
  });
  it('can be set again while it fires', () => {
    const hand = handClock();
    const times: number[] = [];
    const timer = createDeadlineTimer(hand.clock, hand.clock.now, () => {
      times.push(hand.clock.now());
      if (times.length < 3) timer.set(hand.clock.now() + 10);
    });
    timer.set(10);
    for (let at = 0; at <= 100; at += 5) hand.to(at);
    expect(times).toEqual([10, 20, 30]);
  });
  it('is silent after stop', () => {
    const hand = handClock();
    const due = vi.fn();
    const timer = createDeadlineTimer(hand.clock, hand.clock.now, due);
    timer.set(10);
    timer.stop();
    hand.to(100);
    expect(due).not.toHaveBeenCalled();
    expect(hand.underWay).toBe(0);
  });
  it('waits as long as a timeout can hold when the deadline is further away than that', () => {
    vi.useFakeTimers();
    const due = vi.fn();
    return import('../../../src/core/clock.js').then(({ systemClock }) => {
      systemClock.after(40 * 86_400_000, due);
      vi.advanceTimersByTime(86_400_000);
      expect(due).not.toHaveBeenCalled();
      vi.useRealTimers();
    });
  });
});
