import { describe, expect, it } from 'vitest';
import { shopper, type Shopper } from '../../support/shopper.js';

/** A run of turns of the mouse that comes to `peak`, and a rest after it. */
function shake(me: Shopper, peak: number, rest = 15_000): Shopper {
  for (let turns = 4; turns <= peak; turns++) me.feed({ type: 'turns', turns }).wait(150);
  return me.wait(rest);
}
const shakes = (...peaks: number[]) => peaks.reduce((me, peak) => shake(me, peak), shopper());
const count = (me: Shopper) => me.signals().filter((name) => name === 'thrashed-cursor').length;

describe('eight sharp turns in 2 s', () => {
  it('are told, with the numbers that were compared', () => {
    const me = shakes(8);
    expect(me.signal('thrashed-cursor')).toMatchObject({
      target: 'page',
      count: 8,
      weight: 0.1,
      because: 'the mouse turned sharply 8 times in 2 s',
      evidence: { turns: 8, min: 8, withinMs: 2_000, runs: 0, above: 0 },
    });
  });
  it('once in a run', () => expect(count(shakes(14))).toBe(1));
  it('and not again within 10 s', () => {
    expect(count(shake(shake(shopper(), 8, 8_000), 8))).toBe(1);
    expect(count(shake(shake(shopper(), 8, 10_000), 8))).toBe(2);
  });
});

describe('who shakes the mouse as a rule', () => {
  it('has a hand that trembles: nothing is told once that is known', () => {
    const me = shakes(9, 10, 8, 9, 11);
    const before = count(me);
    for (let i = 0; i < 10; i++) shake(me, 9 + (i % 3));
    expect(count(me)).toBe(before);
  });
  it('until it is two deviations more than usual', () => {
    const told = (peak: number) => count(shake(shakes(9, 9, 9, 9, 9), peak)) - 5;
    expect(told(10)).toBe(0);
    expect(told(11)).toBe(1);
    const me = shake(shakes(9, 9, 9, 9, 9), 11);
    expect(me.signal('thrashed-cursor')).toMatchObject({
      because: "the mouse turned sharply 11 times in 2 s, 2 deviations more than this customer's usual",
      evidence: { runs: 5, above: 2 },
    });
  });
  it('whose usual is little is told of as ever', () => expect(count(shakes(4, 5, 4, 4, 6, 4, 8))).toBe(1));
});

describe('near misses', () => {
  it('seven turns', () => expect(count(shakes(7, 7, 7))).toBe(0));
  it('drawing or dragging', () => {
    const me = shake(shopper().hold('pointer', true), 12, 500);
    expect(count(me)).toBe(0);
    expect(count(shake(me.hold('pointer', false).wait(5_000), 9))).toBe(1);
  });
  it('a drag that a new page has ended', () =>
    expect(count(shake(shopper().hold('pointer', true).view('/next'), 9))).toBe(1));
});
