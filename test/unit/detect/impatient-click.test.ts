import { describe, expect, it } from 'vitest';
import { shopper, type Shopper } from '../../support/shopper.js';

const impatient = (me: Shopper) => me.signals().includes('impatient-click');

describe('a press while an earlier one waits for more than two seconds', () => {
  it('on the same control', () => {
    expect(impatient(shopper().press('pay').wait(2_000).press('pay'))).toBe(false);
    const me = shopper().press('pay').wait(2_001).press('pay');
    expect(me.signal('impatient-click')).toMatchObject({
      target: 'pay',
      evidence: { press: 1, waitedMs: 2_001, busy: false },
    });
    expect(me.signal('impatient-click')!.weight).toBeCloseTo(0.5, 3);
  });
  it('however it is made', () => {
    const me = shopper().press('pay').wait(3_000).press('pay', { by: 'key' });
    expect(me.signal('impatient-click')).toMatchObject({ count: 2, evidence: { by: 'key', waitMs: 2_000 } });
    expect(me.signal('impatient-click')!.because).toContain('(keyboard)');
  });
  it('on another control of the region', () => {
    expect(shopper().press('pay').wait(3_000).press('coupon').signal('impatient-click')).toMatchObject({
      target: 'pay',
    });
  });
  it('weighs more the longer they waited: all of it after ten seconds', () => {
    const weight = (ms: number) =>
      shopper()
        .press('pay')
        .effect('mutation', { busy: true })
        .wait(ms)
        .press('pay')
        .signal('impatient-click')!.weight;
    expect(weight(Math.sqrt(2 * 10) * 1_000)).toBeCloseTo(0.75 / 2);
    expect(weight(10_000)).toBeCloseTo(0.5);
    expect(weight(30_000)).toBeCloseTo(0.5);
  });
  it('weighs half where the page shows that it is working, and makes the wait a slow one', () => {
    const me = shopper().press('pay').wait(300).effect('mutation', { busy: true }).wait(4_000).press('pay');
    const silent = shopper().press('pay').wait(4_300).press('pay');
    expect(me.signal('impatient-click')).toMatchObject({
      weight: silent.signal('impatient-click')!.weight / 2,
      evidence: { busy: true, waitedMs: 4_300 },
    });
    expect(me.signals()).toContain('slow-click');
  });
  it('waits for a busy press up to a minute', () => {
    const busy = () => shopper().press('pay').effect('mutation', { busy: true });
    expect(impatient(busy().wait(59_000).press('pay'))).toBe(true);
    expect(impatient(busy().wait(60_001).press('pay'))).toBe(false);
  });
});

describe('near misses', () => {
  it('elsewhere on the page', () =>
    expect(impatient(shopper().press('pay').wait(3_000).press('logo', { region: 'banner' }))).toBe(false));
  it('the answer has come', () =>
    expect(impatient(shopper().press('pay').wait(1_500).effect().wait(2_000).press('pay'))).toBe(false));
  it('the page is past answering', () =>
    expect(impatient(shopper().press('pay').wait(7_001).press('pay'))).toBe(false));
  it.each(['text', 'selection', 'modified', 'wake-up'] as const)(
    'the second press is exempt: %s',
    (exempt) => {
      expect(impatient(shopper().press('pay').wait(3_000).press('name', { exempt }))).toBe(false);
    },
  );
  it.each(['tap', 'swipe', 'key'] as const)('the second is none: a %s', (gesture) => {
    const me = shopper().press('pay').wait(3_000).press('list', { gesture });
    expect(me.signals()).not.toContain('impatient-click');
    expect(me.signals()).not.toContain('slow-click');
  });
  it('the first press was not judged', () =>
    expect(impatient(shopper().press('x', { exempt: 'unobservable' }).wait(3_000).press('x'))).toBe(false));
  it('the page was out of sight', () => {
    expect(
      impatient(shopper().press('pay').wait(1_000).page(false).wait(2_000).page(true).press('pay')),
    ).toBe(false);
  });
});

it('is told once in 10 s', () => {
  const me = shopper().press('pay').effect('mutation', { busy: true });
  for (let i = 0; i < 6; i++)
    me.wait(3_000)
      .press('coupon')
      .effect('mutation', { press: i + 2 });
  expect(me.signals().filter((name) => name === 'impatient-click')).toHaveLength(2);
});
