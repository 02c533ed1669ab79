import { describe, expect, it } from 'vitest';
import type { PressRecord } from '../../../src/core/records.js';
import { shopper, type Shopper } from '../../support/shopper.js';

const SWIPE = { by: 'touch', gesture: 'swipe', interactive: false, region: 'gallery' } as const;
const swipe = (me: Shopper, more: Partial<PressRecord> = {}) => me.press('picture', { ...SWIPE, ...more });
const dead = (me: Shopper) => me.signals().includes('dead-swipe');
const twice = (gap: number, more: Partial<PressRecord> = {}) =>
  swipe(swipe(shopper(), more).wait(gap), more).wait(2_500);

describe('two swipes that move nothing', () => {
  it('are told 2.5 s after the second, with the numbers that were compared', () => {
    const me = swipe(swipe(shopper()).wait(1_200)).wait(2_499);
    expect(me.signals()).toEqual([]);
    expect(me.wait(1).signal('dead-swipe')).toMatchObject({
      target: 'picture',
      count: 2,
      weight: 0.3,
      because: "2 swipes in 'gallery' in 1.2 s, and nothing moved within 2.5 s (touch)",
      evidence: { by: 'touch', region: 'gallery', spanMs: 1_200, waitMs: 2_500, min: 2 },
    });
  });
  it('may be on two things of the same part of the page', () => {
    const me = swipe(swipe(shopper()).wait(900), {}).wait(0);
    expect(dead(me.wait(2_500))).toBe(true);
    expect(dead(swipe(shopper()).wait(900).press('other', SWIPE).wait(2_500))).toBe(true);
  });
  it('are one incident', () => {
    const me = shopper();
    for (let i = 0; i < 4; i++) swipe(me).wait(900);
    expect(me.wait(4_000).signals()).toEqual(['dead-swipe']);
  });
});

describe('near misses', () => {
  it('one swipe', () => expect(dead(swipe(shopper()).wait(9_000))).toBe(false));
  it('twice within 10 s, not later', () => {
    expect(dead(twice(10_000))).toBe(true);
    expect(dead(twice(10_001))).toBe(false);
  });
  it('something moved during it', () => expect(dead(twice(900, { answer: 'mutation' }))).toBe(false));
  it('something moved within 2.5 s', () => {
    expect(dead(swipe(swipe(shopper()).wait(900)).wait(2_499).effect('scroll').wait(5_000))).toBe(false);
    const first = swipe(shopper()).wait(300).effect('scroll').wait(600);
    expect(dead(swipe(first).wait(5_000))).toBe(false);
  });
  it.each(['unobservable', 'text', 'selection'] as const)('exempt: %s', (exempt) =>
    expect(dead(twice(900, { exempt }))).toBe(false),
  );
  it('two parts of the page', () =>
    expect(dead(swipe(swipe(shopper()).wait(900), { region: 'main' }).wait(5_000))).toBe(false));
  it('taps', () => expect(dead(twice(900, { gesture: 'tap' }))).toBe(false));
  it('the page went out of sight', () =>
    expect(dead(swipe(swipe(shopper()).wait(900)).wait(500).page(false).wait(5_000))).toBe(false));
  it('is no dead click, no rage, no answer outstanding', () => {
    const me = shopper();
    for (let i = 0; i < 6; i++) swipe(me, { interactive: true }).wait(400);
    expect(new Set(me.wait(5_000).signals())).toEqual(new Set(['dead-swipe']));
  });
});

it('near miss: a tap, a press or a swipe that cannot be judged, and then one swipe', () => {
  for (const more of [{ gesture: 'tap' }, { gesture: 'key' }, { exempt: 'unobservable' }] as const)
    expect([more, dead(swipe(swipe(shopper(), more).wait(900)).wait(9_000))]).toEqual([more, false]);
});
