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

describe('the edges of a run', () => {
  const often = () => shopper({ policy: { signals: { 'thrashed-cursor': { coolDown: '1ms' } } } });
  it('begins with the first turn, whenever that is', () =>
    expect(shake(shopper().wait(60_000), 8).signal('thrashed-cursor')!.evidence).toMatchObject({
      by: 'mouse',
      runs: 0,
    }));
  it('ends after two seconds without a turn', () => {
    expect(count(shake(shake(often(), 8, 1_850), 8))).toBe(1);
    expect(count(shake(shake(often(), 8, 1_851), 8))).toBe(2);
  });
  it('is told of once, however long it lasts', () => {
    const me = shopper();
    for (let i = 0; i < 150; i++) me.feed({ type: 'turns', turns: 9 }).wait(150);
    expect(count(me)).toBe(1);
  });
  it('is told of again exactly ten seconds after another', () => {
    expect(count(shake(shake(shopper(), 8, 9_249), 8))).toBe(1);
    expect(count(shake(shake(shopper(), 8, 9_250), 8))).toBe(2);
  });
  it('is compared with how much this hand differs from run to run', () => {
    const usual = () => shakes(8, 12, 8, 12, 8);
    expect(count(shake(usual(), 13))).toBe(count(usual()));
    expect(shake(usual(), 14).signal('thrashed-cursor')!.evidence).toMatchObject({ turns: 14, above: 2.2 });
  });
  it('of the last twenty', () => {
    const me = shopper();
    for (let i = 0; i < 25; i++) shake(me, 4);
    const { peaks } = me.engine.state.detect.parts['thrashed-cursor'] as { peaks: unknown[] };
    expect(peaks).toHaveLength(20);
  });
  it('drawing goes on while the page changes in itself; composing a word is no drawing', () => {
    expect(count(shake(shopper().hold('pointer', true).view('/a', 'dom'), 9))).toBe(0);
    expect(count(shake(shopper().hold('composition', true), 9))).toBe(1);
  });
});
