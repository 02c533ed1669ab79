import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { By, PressRecord } from '../../../src/core/records.js';
import { shopper, type Shopper } from '../../support/shopper.js';

/** Presses of one control with `gap` between them, then long enough for every verdict. */
function burst(
  count: number,
  gap: number,
  more: Partial<PressRecord> = {},
  me: Shopper = shopper(),
): Shopper {
  for (let i = 0; i < count; i++) me.press('pay', more).wait(gap);
  return me.wait(250);
}
const raged = (me: Shopper) => me.signals().includes('rage-click');

describe('three presses of one control without an answer', () => {
  it('are rage, with the numbers that were compared', () => {
    const me = shopper().press('pay').wait(600).press('pay').wait(800).press('pay').wait(250);
    expect(me.signal('rage-click')).toMatchObject({
      target: 'pay',
      count: 3,
      weight: 0.9,
      because: "3 presses on 'pay' in 1.4 s without any answer",
      evidence: { by: 'mouse', spanMs: 1_400, withinMs: 2_000, min: 3 },
    });
  });
  it('are judged 250 ms after the third, not before', () => {
    const me = shopper().press('pay').wait(300).press('pay').wait(300).press('pay').wait(249);
    expect(raged(me)).toBe(false);
    expect(raged(me.wait(1))).toBe(true);
  });
  it('are one incident with the final count, however many more there are', () => {
    const me = burst(9, 100);
    expect(me.signals().filter((name) => name === 'rage-click')).toHaveLength(1);
    expect(me.signal('rage-click')!.count).toBe(9);
  });
  it('count when they come in the same millisecond', () => {
    const me = burst(4, 0);
    expect(me.signals().filter((name) => name === 'rage-click')).toHaveLength(1);
    expect(me.signal('rage-click')!.count).toBe(4);
  });
  it('still count when the next press is none of them', () => {
    const far = shopper().press('pay').wait(200).press('pay').wait(200).press('pay').wait(100);
    expect(raged(far.press('pay', { x: 400 }).wait(1_000))).toBe(true);
    const right = shopper().press('pay').wait(200).press('pay').wait(200).press('pay').wait(100);
    expect(raged(right.press('pay', { exempt: 'modified' }).wait(1_000))).toBe(true);
  });
  it('still count when a finger slipped in between', () => {
    const me = shopper();
    for (let i = 0; i < 4; i++)
      me.press('pay', { by: 'touch' }).wait(300).press('pay', { by: 'touch', gesture: 'swipe' }).wait(300);
    expect(me.signal('rage-click')?.count).toBe(4);
  });
});

describe('who presses', () => {
  it.each<[By, number]>([
    ['mouse', 3],
    ['pen', 3],
    ['touch', 4],
    ['key', 4],
    ['assist', 4],
  ])('%s needs %d presses', (by, min) => {
    expect(raged(burst(min - 1, 300, { by }))).toBe(false);
    const me = burst(min, 300, { by });
    expect(me.signal('rage-click')).toMatchObject({ count: min, evidence: { by, min } });
  });
  it.each<By>(['touch', 'key', 'assist'])('%s has twice the time', (by) => {
    // Four presses in 3.9 s with gaps of 1.3 s.
    expect(raged(burst(4, 1_300, { by }))).toBe(true);
    expect(raged(burst(4, 1_400, { by }))).toBe(false);
  });
  it('the sentence says how it was done, where that is not the usual way', () => {
    expect(burst(4, 300, { by: 'key' }).signal('rage-click')!.because).toContain('(keyboard)');
    expect(burst(4, 300, { by: 'touch' }).signal('rage-click')!.because).toContain('(touch)');
  });
});

describe('near misses', () => {
  it('two presses', () => expect(raged(burst(2, 300))).toBe(false));
  it('three in more than 2 s', () => {
    expect(raged(burst(3, 1_000))).toBe(true);
    expect(raged(burst(3, 1_001))).toBe(false);
  });
  it('a gap of more than a second', () => {
    const me = shopper().press('pay').wait(1_001).press('pay').wait(300).press('pay').wait(1_000);
    expect(raged(me)).toBe(false);
  });
  it('three controls', () => {
    const me = shopper().press('plus').wait(300).press('minus').wait(300).press('pay').wait(1_000);
    expect(raged(me)).toBe(false);
  });
  it('three places of one large control', () => {
    const me = shopper()
      .press('map', { x: 100 })
      .wait(300)
      .press('map', { x: 160 })
      .wait(300)
      .press('map', { x: 220 })
      .wait(1_000);
    expect(raged(me)).toBe(false);
  });
  it('an answer since the first', () => {
    expect(
      raged(
        shopper().press('pay').wait(300).press('pay').wait(100).effect().wait(200).press('pay').wait(1_000),
      ),
    ).toBe(false);
  });
  it('an answer just after the third', () => {
    expect(
      raged(
        shopper().press('pay').wait(300).press('pay').wait(300).press('pay').wait(240).effect().wait(1_000),
      ),
    ).toBe(false);
  });
  it('an answer between pointer-down and click', () =>
    expect(raged(burst(5, 200, { answer: 'control' }))).toBe(false));
  it('progress: the press was heard', () => {
    const me = shopper()
      .press('pay')
      .wait(100)
      .effect('mutation', { busy: true })
      .wait(300)
      .press('pay')
      .wait(300)
      .press('pay')
      .wait(1_000);
    expect(raged(me)).toBe(false);
  });
  it.each(['text', 'unobservable', 'satisfied', 'wake-up', 'modified', 'selection'] as const)(
    'exempt: %s',
    (exempt) => {
      expect(raged(burst(5, 200, { exempt }))).toBe(false);
    },
  );
  it('a thing that promises nothing', () => expect(raged(burst(5, 200, { interactive: false }))).toBe(false));
  it('a disabled control is blocked, not rage', () =>
    expect(raged(burst(5, 200, { disabled: true }))).toBe(false));
  it('the page went out of sight', () => {
    const me = shopper()
      .press('pay')
      .wait(300)
      .press('pay')
      .wait(300)
      .press('pay')
      .wait(100)
      .page(false)
      .wait(1_000);
    expect(raged(me)).toBe(false);
  });
});

it('the same control is not reported again within 10 s, but after that', () => {
  const me = burst(3, 300).wait(5_000);
  burst(3, 300, {}, me);
  expect(me.signals().filter((name) => name === 'rage-click')).toHaveLength(1);
  burst(3, 300, {}, me.wait(10_000));
  expect(me.signals().filter((name) => name === 'rage-click')).toHaveLength(2);
});

it('another control has a cool-down of its own', () => {
  const me = burst(3, 300);
  for (let i = 0; i < 3; i++) me.press('cancel').wait(300);
  expect(
    me
      .wait(250)
      .signals()
      .filter((name) => name === 'rage-click'),
  ).toHaveLength(2);
});

it('answered presses are never struggle, whatever their rhythm', () => {
  const gaps = fc.array(fc.tuple(fc.integer({ min: 250, max: 3_000 }), fc.integer({ min: 0, max: 240 })), {
    minLength: 3,
    maxLength: 40,
  });
  fc.assert(
    fc.property(gaps, fc.constantFrom<By>('mouse', 'touch', 'key', 'pen', 'assist'), (presses, by) => {
      const me = shopper().view('/shop');
      for (const [gap, answer] of presses)
        me.press('plus', { by })
          .wait(answer)
          .effect()
          .wait(gap - answer);
      me.wait(10_000);
      expect(me.signals()).toEqual([]);
      expect(me.score()).toBe(0);
    }),
  );
});
