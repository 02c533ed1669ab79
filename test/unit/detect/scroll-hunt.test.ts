import { describe, expect, it } from 'vitest';
import type { ScrollRecord } from '../../../src/core/records.js';
import { shopper, type Shopper } from '../../support/shopper.js';

/** The page is scrolled to these heights, one after the other. */
function to(ys: number[], gap = 1_000, more: Partial<ScrollRecord> = {}, me = shopper()): Shopper {
  for (const y of ys) me.feed({ type: 'scroll', y, screen: 900, by: 'wheel', ...more }).wait(gap);
  return me;
}
/** To and fro: so many turns, with legs of `leg`. */
const zigzag = (turns: number, leg = 600) => Array.from({ length: turns + 2 }, (_, i) => (i % 2) * leg);
const hunted = (me: Shopper) => me.signals().includes('scroll-hunt');

describe('far up and down again and again', () => {
  it('is told at the sixth turn, with the numbers that were compared', () => {
    const me = to(zigzag(6));
    expect(me.signal('scroll-hunt')).toMatchObject({
      target: 'page',
      count: 6,
      weight: 0.2,
      because: 'the page was scrolled to and fro 6 times in 5 s, 400 px or more each time',
      evidence: { turns: 6, min: 6, spanMs: 5_000, withinMs: 20_000, legPx: 400 },
    });
  });
  it('however many steps a leg is made of', () => {
    const leg = [0, 150, 300, 450, 600];
    const ys = Array.from({ length: 8 }, (_, i) => (i % 2 ? leg.toReversed() : leg)).flat();
    expect(hunted(to(ys, 300))).toBe(true);
  });
  it('with a finger, and where the page does not know how', () => {
    expect(hunted(to(zigzag(6), 1_000, { by: 'touch' }))).toBe(true);
    const me = shopper();
    for (const y of zigzag(6)) me.feed({ type: 'scroll', y }).wait(1_000);
    expect(hunted(me)).toBe(true);
  });
  it('half of what can be seen is enough on a small screen', () => {
    expect(hunted(to(zigzag(6, 300), 1_000, { screen: 600 }))).toBe(true);
    expect(hunted(to(zigzag(6, 300), 1_000, { screen: 650 }))).toBe(false);
  });
  it('starts over once it was told', () => {
    expect(to(zigzag(11)).signals()).toHaveLength(1);
    expect(to(zigzag(20)).signals()).toHaveLength(2);
  });
});

describe('near misses', () => {
  it('five turns', () => expect(hunted(to(zigzag(5)))).toBe(false));
  it('shorter legs', () => {
    expect(hunted(to(zigzag(9, 400)))).toBe(true);
    expect(hunted(to(zigzag(9, 350)))).toBe(false);
  });
  it('six in 20 s, not more', () => {
    expect(hunted(to(zigzag(6), 4_000))).toBe(true);
    expect(hunted(to(zigzag(9), 4_001))).toBe(false);
  });
  it('reading down with a look back now and then', () => {
    const ys = Array.from({ length: 12 }, (_, i) => [i * 600, i * 600 + 500, i * 600 + 300]).flat();
    expect(hunted(to(ys, 400))).toBe(false);
  });
  it('all the way down and up', () =>
    expect(hunted(to([0, 900, 1_800, 2_700, 1_800, 900, 0], 300))).toBe(false));
  it.each(['page', 'key'] as const)('by: %s', (by) =>
    expect(hunted(to(zigzag(12), 500, { by }))).toBe(false),
  );
  it('the page takes the customer back to the top each time', () => {
    const me = shopper();
    for (let i = 0; i < 9; i++) to([0], 300, { by: 'page' }, to([600], 300, {}, me));
    expect(hunted(me)).toBe(false);
  });
  it('with the scrollbar, which counts one half', () => {
    expect(hunted(to(zigzag(11), 500, { by: 'bar' }))).toBe(false);
    const me = to(zigzag(12), 500, { by: 'bar' });
    expect(me.signal('scroll-hunt')).toMatchObject({ count: 12, evidence: { turns: 6 } });
  });
  it('something inside the page', () => {
    const me = shopper();
    for (let i = 0; i < 20; i++) me.scroll().wait(500);
    expect(hunted(me)).toBe(false);
  });
  it('half of it on another page', () =>
    expect(hunted(to(zigzag(5), 500, {}, to(zigzag(5), 500).view('/next')))).toBe(false));
});

describe('what begins the way anew', () => {
  const half = (me?: Shopper) => to(zigzag(4), 500, {}, me);
  it('the same page once more, or another step; not what the page changes in itself', () => {
    const then = (act: (me: Shopper) => Shopper) =>
      hunted(half(act(half(shopper({ journeys: { j: { steps: [{ id: 'a' }, { id: 'b' }] } } }).view('/a')))));
    expect(then((me) => me.view('/a', 'dom'))).toBe(true);
    expect(then((me) => me.view('/a'))).toBe(false);
    expect(then((me) => me.step('b'))).toBe(false);
  });
  it('a page that jumps to its start whenever its end is reached', () => {
    const me = shopper();
    for (let i = 0; i < 6; i++) {
      to([1_200], 300, { by: 'page' }, me);
      to([600, 0], 300, {}, me);
    }
    expect(hunted(me)).toBe(false);
  });
  it('is told again as soon as the time for that is over', () => {
    const set = () => shopper({ policy: { signals: { 'scroll-hunt': { coolDown: '6s' } } } });
    expect(to(zigzag(11), 1_000, {}, set()).signals()).toHaveLength(1);
    expect(to(zigzag(12), 1_000, {}, set()).signals()).toHaveLength(2);
  });
});
