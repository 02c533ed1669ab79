import { describe, expect, it } from 'vitest';
import type { PressRecord } from '../../../src/core/records.js';
import { shopper, type Shopper } from '../../support/shopper.js';

const BESIDE = { by: 'touch', interactive: false, near: 'pay' } as const;
const UNHEARD = { by: 'touch', gesture: 'tap' } as const;
/** Touches `gap` apart. */
function touches(count: number, gap: number, more: Partial<PressRecord> = BESIDE, me = shopper()): Shopper {
  for (let i = 0; i < count; i++) me.press(more.gesture ? 'pay' : 'main', more).wait(i < count - 1 ? gap : 0);
  return me;
}
const missed = (me: Shopper) => me.signals().includes('missed-tap');

describe('three touches beside a control', () => {
  it('and a stop of a second, with the numbers that were compared', () => {
    const me = touches(3, 700).wait(999);
    expect(missed(me)).toBe(false);
    expect(me.wait(1).signal('missed-tap')).toMatchObject({
      target: 'pay',
      count: 3,
      weight: 0.4,
      because: "3 touches missed 'pay' in 1.4 s, then none for 1 s (touch)",
      evidence: { by: 'touch', spanMs: 1_400, withinMs: 3_000, min: 3, hit: false },
    });
    expect(me.signals()).toEqual(['missed-tap']);
  });
  it('and a hit, at once', () => {
    const me = touches(3, 500).wait(600).press('pay', { by: 'touch' });
    expect(me.signal('missed-tap')).toMatchObject({ target: 'pay', count: 3, evidence: { hit: true } });
    me.effect().wait(5_000);
    expect(me.signals()).toEqual(['missed-tap']);
  });
  it('and a touch elsewhere', () => {
    const me = touches(3, 500).wait(300).press('menu', { by: 'touch', x: 500 }).effect().wait(1_000);
    expect(me.signal('missed-tap')).toMatchObject({ target: 'pay', evidence: { hit: false } });
  });
  it('on it, that were never clicks', () => {
    const me = touches(3, 500, UNHEARD).wait(1_000);
    expect(me.signal('missed-tap')).toMatchObject({ target: 'pay', count: 3 });
    expect(me.signals()).toEqual(['missed-tap']);
  });
  it('partly beside it, partly on it', () => {
    const me = shopper()
      .press('main', BESIDE)
      .wait(500)
      .press('pay', UNHEARD)
      .wait(500)
      .press('main', BESIDE);
    expect(missed(me.wait(1_000))).toBe(true);
  });
  it('between two controls, within a fingertip', () => {
    const me = touches(2, 500)
      .wait(500)
      .press('main', { ...BESIDE, near: 'cancel', x: 140 });
    expect(missed(me.wait(1_000))).toBe(true);
  });
  it('are one incident, with the final count', () => {
    const me = touches(6, 400).wait(5_000);
    expect(me.signals()).toEqual(['missed-tap']);
    expect(me.signal('missed-tap')!.count).toBe(6);
  });
});

it('hands that miss often are reported once per cool-down, whatever they miss, and never as rage', () => {
  const me = touches(3, 400).wait(2_000);
  touches(3, 400, { ...BESIDE, near: 'cancel', x: 600 }, me).wait(5_000);
  expect(me.signals()).toEqual(['missed-tap']);
  touches(3, 400, BESIDE, me.wait(10_000)).wait(2_000);
  expect(me.signals()).toEqual(['missed-tap', 'missed-tap']);
});

describe('near misses', () => {
  it('two touches', () => expect(missed(touches(2, 500).wait(2_000))).toBe(false));
  it('three within 3 s, not more', () => {
    expect(missed(touches(3, 1_500).wait(2_000))).toBe(true);
    expect(missed(touches(3, 1_501).wait(2_000))).toBe(false);
  });
  it('a hand that trembles: a second touch within 50 ms', () => {
    const tremble = (gap: number) => {
      const me = shopper();
      for (let i = 0; i < 2; i++) me.press('main', BESIDE).wait(gap).press('main', BESIDE).wait(800);
      return me.wait(2_000);
    };
    expect(missed(tremble(49))).toBe(false);
    expect(missed(tremble(50))).toBe(true);
  });
  it('two misses and a hit', () =>
    expect(missed(touches(2, 500).wait(300).press('pay', { by: 'touch' }).effect().wait(3_000))).toBe(false));
  it('near nothing', () =>
    expect(missed(touches(5, 400, { by: 'touch', interactive: false }).wait(2_000))).toBe(false));
  it('on plain text, where no click comes', () => {
    const tap = { by: 'touch', interactive: false, gesture: 'tap' } as const;
    expect(missed(touches(5, 400, tap).wait(2_000))).toBe(false);
  });
  it('near three controls far from each other', () => {
    const me = shopper();
    for (const [i, near] of ['a', 'b', 'c'].entries())
      me.press('main', { ...BESIDE, near, x: 100 + i * 60 }).wait(500);
    expect(missed(me.wait(2_000))).toBe(false);
  });
  it('the page answers them: a list that is tapped between its buttons', () => {
    const me = shopper();
    for (let i = 0; i < 4; i++) me.press('main', BESIDE).wait(60).effect().wait(500);
    expect(missed(me.wait(2_000))).toBe(false);
  });
  it.each(['mouse', 'pen'] as const)('with a %s', (by) =>
    expect(missed(touches(5, 400, { ...BESIDE, by }).wait(2_000))).toBe(false),
  );
  it('swipes', () =>
    expect(missed(touches(5, 400, { ...BESIDE, gesture: 'swipe', exempt: 'unobservable' }).wait(2_000))).toBe(
      false,
    ));
  it('a control that is switched off', () =>
    expect(missed(touches(5, 400, { ...UNHEARD, disabled: true }).wait(2_000))).toBe(false));
});

describe('the edges of what a finger was meant for', () => {
  const three = (...more: Partial<PressRecord>[]) =>
    more
      .reduce((me: Shopper, one) => me.press('main', { ...BESIDE, ...one }).wait(500), shopper())
      .wait(1_000);
  it('the same control, however far apart the touches are', () =>
    expect(missed(three({ x: 0 }, { x: 200 }, { x: 400 }))).toBe(true));
  it('or within 48 px, as the last of them says', () => {
    const beside = (x: number) => three({ x: 0 }, { x: 0 }, { x, near: 'cancel' });
    expect(beside(48).signal('missed-tap')!.target).toBe('cancel');
    expect(missed(beside(49))).toBe(false);
  });
  it('says that it was hit then', () => {
    const me = touches(3, 500).wait(600).press('pay', { by: 'touch' });
    expect(me.signal('missed-tap')!.because).toBe("3 touches missed 'pay' in 1 s, then it was hit (touch)");
  });
  it('near miss of a hit: with the mouse, or by a swipe', () => {
    for (const more of [{ by: 'mouse' }, { by: 'touch', gesture: 'swipe' }] as const) {
      const me = touches(3, 500).wait(600).press('pay', more);
      expect([more, missed(me)]).toEqual([more, false]);
    }
  });
  it('a hit after one miss is nothing', () =>
    expect(touches(1, 0).wait(300).press('pay', { by: 'touch' }).problems).toEqual([]));
});
