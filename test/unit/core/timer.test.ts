import { describe, expect, it, vi } from 'vitest';
import { createDeadlineTimer } from '../../../src/core/timer.js';
import { handClock } from '../../support/hand-clock.js';

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
    // Nothing is asked for again for the same time.
    expect(hand.asked).toBe(3);
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
});
