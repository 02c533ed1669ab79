import { describe, expect, it } from 'vitest';
import { shareTimer } from '../../../src/core/shared-timer.js';
import { handClock } from '../../support/hand-clock.js';

describe('a timer for all', () => {
  it('is set again once it is long overdue: somebody has cleared it', () => {
    const hand = handClock(shareTimer);
    const told: string[] = [];
    hand.clock.after(50, () => told.push('50'));
    hand.lose();
    hand.to(500);
    hand.clock.after(100, () => told.push('100'));
    expect(hand.underWay).toBe(0);
    hand.to(2_000);
    hand.clock.after(100, () => told.push('again'));
    expect(hand.underWay).toBe(1);
    hand.to(2_100);
    expect(told).toEqual(['50', '100', 'again']);
  });

  it('calls each at its time, in order, with one timer under way', () => {
    const hand = handClock(shareTimer);
    const told: string[] = [];
    hand.clock.after(50, () => told.push('50'));
    hand.clock.after(10, () => told.push('10'));
    hand.clock.after(10, () => told.push('10 again'));
    hand.clock.after(100, () => told.push('100'));
    expect(hand.underWay).toBe(1);
    hand.to(9);
    expect(told).toEqual([]);
    hand.to(10);
    expect(told).toEqual(['10', '10 again']);
    hand.to(99);
    expect(told).toEqual(['10', '10 again', '50']);
    hand.to(100);
    expect(told).toEqual(['10', '10 again', '50', '100']);
    expect(hand.underWay).toBe(0);
  });

  it('asks for no timer of its own for what comes after one that is under way', () => {
    const hand = handClock(shareTimer);
    hand.clock.after(10, () => {});
    for (let i = 0; i < 20; i++) hand.clock.after(20 + i, () => {})();
    expect(hand.asked).toBe(1);
  });

  it('does not call what was cancelled, also by one of the same time, and leaves no timer behind', () => {
    const hand = handClock(shareTimer);
    const told: string[] = [];
    const cancels: (() => void)[] = [];
    hand.clock.after(10, () => cancels[0]?.());
    cancels.push(hand.clock.after(10, () => told.push('cancelled meanwhile')));
    const cancel = hand.clock.after(5, () => told.push('cancelled'));
    cancel();
    hand.to(20);
    expect(told).toEqual([]);
    hand.clock.after(10, () => {})();
    expect(hand.underWay).toBe(0);
  });

  it('calls what is put off by nothing in a task of its own', () => {
    const hand = handClock(shareTimer);
    const told: string[] = [];
    hand.clock.after(0, () => {
      hand.clock.after(0, () => told.push('then'));
      told.push('first');
    });
    hand.ring();
    expect(told).toEqual(['first']);
    hand.ring();
    expect(told).toEqual(['first', 'then']);
  });

  it('goes on where the clock stands still, and where one of them throws', () => {
    const hand = handClock(shareTimer);
    const told: string[] = [];
    hand.clock.after(10, () => {
      throw new Error('of somebody else');
    });
    hand.clock.after(10, () => told.push('10'));
    hand.clock.after(30, () => told.push('30'));
    expect(() => hand.ring()).toThrow('of somebody else');
    hand.ring();
    expect(told).toEqual(['10']);
    hand.ring();
    expect(told).toEqual(['10', '30']);
  });

  it('is cancelled once it has come without harm to those that still wait', () => {
    const hand = handClock(shareTimer);
    const told: string[] = [];
    const cancel = hand.clock.after(10, () => told.push('10'));
    hand.clock.after(20, () => told.push('20'));
    hand.to(10);
    cancel();
    cancel();
    hand.to(20);
    expect(told).toEqual(['10', '20']);
  });

  it('shows the time of the clock it is made of', () => {
    const hand = handClock(shareTimer);
    hand.to(7);
    expect([hand.clock.now(), hand.clock.wall()]).toEqual([7, 1_007]);
  });
});
