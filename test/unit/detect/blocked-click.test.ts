import { describe, expect, it } from 'vitest';
import type { By, PressRecord } from '../../../src/core/records.js';
import { shopper, type Shopper } from '../../support/shopper.js';

const blocked = (me: Shopper) => me.signals().includes('blocked-click');
const tries = (count: number, gap: number, by: By = 'mouse') => {
  const me = shopper();
  for (let i = 0; i < count; i++) me.press('pay', { disabled: true, by }).wait(gap);
  return me;
};

describe('presses on a disabled control', () => {
  it.each<[By, number, number]>([
    ['mouse', 2, 10_000],
    ['pen', 2, 10_000],
    ['touch', 3, 20_000],
    ['key', 3, 20_000],
    ['assist', 3, 20_000],
  ])('%s: %d of them in %d ms are blocked', (by, min, withinMs) => {
    expect(blocked(tries(min - 1, 500, by))).toBe(false);
    expect(tries(min, 1_000, by).signal('blocked-click')).toMatchObject({
      target: 'pay',
      count: min,
      weight: 0.6,
      evidence: { by, spanMs: (min - 1) * 1_000, withinMs },
    });
    const wide = withinMs / (min - 1);
    expect(blocked(tries(min, wide, by))).toBe(true);
    expect(blocked(tries(min, wide + 1, by))).toBe(false);
  });
  it('say so in a sentence', () => {
    expect(tries(2, 1_500).signal('blocked-click')!.because).toBe(
      "2 presses on 'pay' in 1.5 s, which is disabled",
    );
  });
  it('come at once, with the second press', () => {
    expect(
      shopper()
        .press('pay', { disabled: true })
        .wait(800)
        .press('pay', { disabled: true })
        .signal('blocked-click')!.at,
    ).toBe(800);
  });
});

describe('near misses', () => {
  it('two disabled controls', () => {
    expect(
      blocked(shopper().press('pay', { disabled: true }).wait(500).press('next', { disabled: true })),
    ).toBe(false);
  });
  it('the control is not disabled', () =>
    expect(blocked(shopper().press('pay').wait(500).press('pay'))).toBe(false));
  it('it was enabled by the press', () => {
    expect(
      blocked(
        shopper()
          .press('pay', { disabled: true })
          .wait(100)
          .effect()
          .wait(500)
          .press('pay', { disabled: true }),
      ),
    ).toBe(false);
  });
  it('it was enabled meanwhile, as an ordinary press shows', () => {
    const me = shopper()
      .press('pay', { disabled: true })
      .wait(2_000)
      .press('pay')
      .wait(100)
      .effect('mutation', { press: 2 });
    expect(blocked(me.wait(1_000).press('pay', { disabled: true }))).toBe(false);
  });
  it('it was enabled meanwhile, even if the ordinary press led to nothing', () => {
    const me = shopper().press('pay', { disabled: true }).wait(2_000).press('pay').wait(300);
    expect(blocked(me.press('pay', { disabled: true }))).toBe(false);
  });
  it.each([{ exempt: 'modified' }, { gesture: 'swipe', by: 'touch' }] as const)('no attempt: %j', (more) => {
    const me = shopper();
    for (let i = 0; i < 4; i++) me.press('pay', { disabled: true, ...more }).wait(500);
    expect(blocked(me)).toBe(false);
  });
  it('what is no attempt does not show that the control is on', () => {
    const me = shopper().press('pay', { disabled: true }).wait(500).press('pay', { exempt: 'modified' });
    expect(blocked(me.wait(500).press('pay', { disabled: true }))).toBe(true);
  });
});

it('is told once in 10 s', () => {
  const me = tries(8, 1_000);
  expect(me.signals()).toEqual(['blocked-click']);
});

it('a button that was switched off by its own press is busy, not blocked', () => {
  const me = shopper().view('/pay').press('pay').effect('mutation', { busy: true });
  me.wait(500)
    .press('pay', { disabled: true })
    .wait(500)
    .press('pay', { disabled: true })
    .wait(1_500)
    .press('pay', { disabled: true });
  expect(me.signals()).not.toContain('blocked-click');
  expect(me.signals()).toContain('impatient-click');
});

describe('the edges of a control that is off', () => {
  const off = { disabled: true } as const;
  const twice = (me: Shopper) => me.press('pay', off).wait(500).press('pay', off);
  it('it may have switched itself off up to three seconds before the first try', () => {
    const after = (ms: number) => blocked(twice(shopper().wait(9_000).press('pay').effect().wait(ms)));
    expect(after(3_000)).toBe(false);
    expect(after(3_001)).toBe(true);
  });
  it('tries from before it was on do not count', () => {
    const me = shopper().press('pay', off).wait(1_000).press('pay').effect().wait(3_001);
    expect(blocked(me.press('pay', off))).toBe(false);
    expect(me.wait(500).press('pay', off).signal('blocked-click')!.count).toBe(2);
  });
  it('is told of at a try alone, not at a right click, a swipe or a press that was answered', () => {
    const told = (more: Partial<PressRecord>) => {
      const me = twice(shopper({ policy: { signals: { 'blocked-click': { within: '30s' } } } }));
      return me
        .wait(12_000)
        .press('pay', { ...off, ...more })
        .signals().length;
    };
    expect(told({})).toBe(2);
    expect(told({ exempt: 'modified' })).toBe(1);
    expect(told({ gesture: 'swipe' })).toBe(1);
    expect(told({ answer: 'control' })).toBe(1);
  });
  it('what was taken for an answer to the first try was none: it is told of then', () => {
    const me = shopper().press('pay', off).wait(100).effect().wait(500).press('pay', off).wait(200);
    me.press('help').press('pay', { ...off, by: 'touch', gesture: 'swipe' });
    expect(blocked(me)).toBe(false);
    me.feed({ type: 'effect', channel: 'mutation', press: 1, undone: true });
    expect(me.signal('blocked-click')).toMatchObject({ target: 'pay', count: 2, evidence: { by: 'mouse' } });
  });
});
