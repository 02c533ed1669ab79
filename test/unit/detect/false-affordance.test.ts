import { describe, expect, it } from 'vitest';
import type { By, PressRecord } from '../../../src/core/records.js';
import { shopper, type Shopper } from '../../support/shopper.js';

const LOOKS = { affords: true, interactive: false, role: 'generic' } as const;
/** Presses of something that looks like a control, `gap` apart, then long enough for the verdict. */
function on(count: number, gap: number, more: Partial<PressRecord> = {}): Shopper {
  const me = shopper();
  for (let i = 0; i < count; i++) me.press('card', { ...LOOKS, ...more }).wait(i < count - 1 ? gap : 0);
  return me.wait(1_000);
}
const misled = (me: Shopper) => me.signals().includes('false-affordance');

describe('what only looks like a control', () => {
  it('pressed twice is told, with the numbers that were compared', () => {
    const me = on(2, 1_500);
    expect(me.signal('false-affordance')).toMatchObject({
      target: 'card',
      count: 2,
      weight: 0.3,
      because: "2 presses in 1.5 s on 'card', which looks like a control and does nothing",
      evidence: { by: 'mouse', spanMs: 1_500, withinMs: 5_000, min: 2 },
    });
    expect(me.signals()).toEqual(['false-affordance']);
  });
  it('is judged a second after the first press, and 250 ms after the last', () => {
    const quick = shopper().press('card', LOOKS).wait(200).press('card', LOOKS).wait(799);
    expect(misled(quick)).toBe(false);
    expect(misled(quick.wait(1))).toBe(true);
    const slow = shopper().press('card', LOOKS).wait(3_000).press('card', LOOKS).wait(249);
    expect(misled(slow)).toBe(false);
    expect(misled(slow.wait(1))).toBe(true);
  });
  it('also where only the hand cursor made it a control', () =>
    expect(misled(on(2, 1_500, { interactive: true }))).toBe(true));
  it('also where a touch makes no click of itself', () =>
    expect(misled(on(3, 900, { by: 'touch', gesture: 'tap' }))).toBe(true));
  it.each<[By, number]>([
    ['mouse', 2],
    ['pen', 2],
    ['touch', 3],
    ['assist', 3],
  ])('%s needs %d presses', (by, min) => {
    expect(misled(on(min - 1, 600, { by }))).toBe(false);
    expect(misled(on(min, 600, { by }))).toBe(true);
  });
  it('is one incident, with the final count', () => {
    const me = on(4, 200);
    expect(me.signals()).toEqual(['false-affordance']);
    expect(me.signal('false-affordance')!.count).toBe(4);
  });
});

describe('near misses', () => {
  it('once', () => expect(misled(on(1, 0))).toBe(false));
  it('twice within 5 s, not later', () => {
    expect(misled(on(2, 5_000))).toBe(true);
    expect(misled(on(2, 5_001))).toBe(false);
  });
  it('fingers have twice the time', () => {
    expect(misled(on(3, 5_000, { by: 'touch' }))).toBe(true);
    expect(misled(on(3, 5_001, { by: 'touch' }))).toBe(false);
  });
  it('it answers, after all: at once or before the verdict', () => {
    const each = shopper();
    for (let i = 0; i < 5; i++) each.press('card', LOOKS).wait(50).effect('dialog').wait(500);
    expect(misled(each.wait(3_000))).toBe(false);
    const late = shopper().press('card', LOOKS).wait(400).press('card', LOOKS).wait(500).effect().wait(3_000);
    expect(misled(late)).toBe(false);
  });
  it('only progress is shown: it was heard', () => {
    const me = shopper().press('card', LOOKS).wait(50).effect('mutation', { busy: true }).wait(800);
    expect(misled(me.press('card', LOOKS).wait(3_000))).toBe(false);
  });
  it.each(['selection', 'text', 'wake-up', 'modified', 'unobservable'] as const)('exempt: %s', (exempt) =>
    expect(misled(on(4, 500, { exempt }))).toBe(false),
  );
  it('two different things', () =>
    expect(misled(shopper().press('a', LOOKS).wait(900).press('b', LOOKS).wait(3_000))).toBe(false));
  it('plain text', () => {
    const me = shopper();
    for (let i = 0; i < 4; i++) me.press('text', { interactive: false }).wait(500);
    expect(me.wait(3_000).signals()).toEqual([]);
  });
  it('a control that is switched off is blocked', () =>
    expect(misled(on(3, 500, { disabled: true }))).toBe(false));
  it('a swipe across it', () => expect(misled(on(3, 500, { gesture: 'swipe' }))).toBe(false));
  it('the page went out of sight', () => {
    const me = shopper().press('card', LOOKS).wait(300).press('card', LOOKS).wait(100).page(false);
    expect(misled(me.wait(3_000))).toBe(false);
  });
});
