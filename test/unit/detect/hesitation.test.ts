import { describe, expect, it } from 'vitest';
import { shopper, type Shopper } from '../../support/shopper.js';

interface How {
  ms?: number;
  by?: 'pointer' | 'focus';
  target?: string;
  gap?: number;
}
/** Rests on the control that completes the step, and leaves it. */
function rest(
  me: Shopper,
  times: number,
  { ms = 2_000, by = 'pointer', target = 'pay', gap = 5_000 }: How = {},
) {
  for (let i = 0; i < times; i++) me.feed({ type: 'hover', target, by, ms }).wait(gap);
  return me;
}
const hesitated = (me: Shopper) => me.signals().includes('hesitation');

describe('three rests of two seconds on the control that completes the step', () => {
  it('are told, with the numbers that were compared', () => {
    const me = rest(shopper(), 3, { ms: 2_400 });
    expect(me.signal('hesitation')).toMatchObject({
      target: 'pay',
      count: 3,
      weight: 0.15,
      because: "rested on 'pay' 3 times in 10 s, for 2.4 s the last time, without pressing it",
      evidence: { by: 'pointer', ms: 2_400, restMs: 2_000, min: 3, spanMs: 10_000, withinMs: 600_000 },
    });
  });
  it('also with the focus', () =>
    expect(rest(shopper(), 3, { by: 'focus' }).signal('hesitation')).toMatchObject({
      evidence: { by: 'focus' },
    }));
  it('need three more to be told again', () => {
    expect(rest(shopper(), 5).signals()).toHaveLength(1);
    expect(rest(shopper(), 6).signals()).toHaveLength(2);
  });
});

describe('near misses', () => {
  it('twice', () => expect(hesitated(rest(shopper(), 2))).toBe(false));
  it('shorter', () => expect(hesitated(rest(shopper(), 9, { ms: 1_900 }))).toBe(false));
  it('pressed in between', () =>
    expect(hesitated(rest(rest(shopper(), 2).press('pay').effect().wait(900), 2))).toBe(false));
  it('something else pressed in between says nothing', () =>
    expect(hesitated(rest(rest(shopper(), 2).press('terms').effect().wait(900), 1))).toBe(true));
  it('on two controls', () =>
    expect(hesitated(rest(rest(shopper(), 2), 2, { target: 'cancel' }))).toBe(false));
  it('on two steps', () => expect(hesitated(rest(rest(shopper(), 2).view('/next'), 2))).toBe(false));
  it('within ten minutes, not more', () => {
    expect(hesitated(rest(shopper(), 3, { gap: 300_000 }))).toBe(true);
    expect(hesitated(rest(shopper(), 3, { gap: 300_001 }))).toBe(false);
  });
  it('controls may have any name', () => {
    for (const target of ['constructor', '__proto__', ''])
      expect(hesitated(rest(shopper(), 3, { target }))).toBe(true);
  });
});
