import { describe, expect, it } from 'vitest';
import type { PressRecord } from '../../../src/core/records.js';
import { shopper, type Shopper } from '../../support/shopper.js';

const KEY = { by: 'key', gesture: 'key', x: 0, y: 0 } as const;
function keys(count: number, gap: number, more: Partial<PressRecord> = {}, me = shopper()): Shopper {
  for (let i = 0; i < count; i++) me.press('plan', { ...KEY, ...more }).wait(i < count - 1 ? gap : 0);
  return me.wait(250);
}
const raged = (me: Shopper) => me.signals().includes('rage-key');

describe('Enter or Space four times where it activates nothing', () => {
  it('is rage, with the numbers that were compared', () => {
    const me = keys(4, 600);
    expect(me.signal('rage-key')).toMatchObject({
      target: 'plan',
      count: 4,
      weight: 0.9,
      because: "Enter or Space 4 times on 'plan' in 1.8 s without any effect (keyboard)",
      evidence: { by: 'key', spanMs: 1_800, withinMs: 3_000, min: 4 },
    });
    expect(me.wait(5_000).signals()).toEqual(['rage-key']);
  });
  it('is judged 250 ms after the fourth, not before', () => {
    const me = shopper();
    for (let i = 0; i < 4; i++) me.wait(300).press('plan', KEY);
    expect(raged(me.wait(249))).toBe(false);
    expect(raged(me.wait(1))).toBe(true);
  });
  it('is one incident, with the final count', () => {
    const me = keys(9, 150);
    expect(me.signals()).toEqual(['rage-key']);
    expect(me.signal('rage-key')!.count).toBe(9);
  });
  it('and again after the cool-down', () => {
    const me = keys(4, 300);
    expect(keys(4, 300, {}, me.wait(3_000)).signals()).toHaveLength(1);
    expect(keys(4, 300, {}, me.wait(10_000)).signals()).toHaveLength(2);
  });
});

describe('near misses', () => {
  it('three times (on GOV.UK that leaves the page)', () => expect(raged(keys(3, 300))).toBe(false));
  it('four in 3 s, not more', () => {
    expect(raged(keys(4, 1_000))).toBe(true);
    expect(raged(keys(4, 1_001))).toBe(false);
  });
  it('an effect, even just after the fourth', () => {
    expect(raged(keys(4, 300, { answer: 'scroll' }))).toBe(false);
    const me = shopper();
    for (let i = 0; i < 4; i++) me.wait(300).press('plan', KEY);
    expect(raged(me.wait(200).effect('scroll').wait(2_000))).toBe(false);
  });
  it('two things in turn', () => {
    const me = shopper();
    for (let i = 0; i < 6; i++) me.press(i % 2 ? 'a' : 'b', KEY).wait(300);
    expect(raged(me.wait(2_000))).toBe(false);
  });
  it.each(['text', 'unobservable', 'modified'] as const)('exempt: %s', (exempt) =>
    expect(raged(keys(6, 300, { exempt }))).toBe(false),
  );
  it('an ordinary activation by key is a matter for rage-click', () => {
    const me = shopper();
    for (let i = 0; i < 4; i++) me.press('pay', { by: 'key' }).wait(400);
    expect(me.wait(250).signals()).toEqual(['rage-click']);
  });
  it('a control that is switched off is blocked', () =>
    expect(raged(keys(5, 300, { disabled: true }))).toBe(false));
});
