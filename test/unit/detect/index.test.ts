import { describe, expect, it } from 'vitest';
import type { Cause } from '../../../src/core/happenings.js';
import * as registry from '../../../src/detect/registry.js';
import { shopper, type Shopper } from '../../support/shopper.js';

describe('the registry', () => {
  const detectors = Object.values(registry);
  it('has every signal once, by the name of its file', () => {
    expect(detectors.map(({ name }) => name)).toEqual([...new Set(detectors.map(({ name }) => name))]);
    for (const [key, { name }] of Object.entries(registry))
      expect(key).toBe(name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()));
  });
  it('gives each a meaning in one line and a weight of at most 1', () => {
    for (const { meaning, defaults } of detectors) {
      expect(meaning).toMatch(/^[A-Z'].{20,140}\.$/);
      expect(defaults.weight).toBeGreaterThan(0);
      expect(defaults.weight).toBeLessThanOrEqual(1);
    }
  });
});

describe('what help is about', () => {
  const about = (cause: Cause) =>
    Object.values(registry).flatMap((one) => (one.cause === cause ? [one.name] : []));
  it('a press that led to nothing, or to the wrong thing', () =>
    expect(about('press').toSorted()).toEqual([
      'blocked-click',
      'dead-click',
      'dead-swipe',
      'error-click',
      'false-affordance',
      'missed-tap',
      'rage-click',
      'rage-key',
    ]));
  it('a page that keeps people waiting', () =>
    expect(about('slow').toSorted()).toEqual(['frozen-page', 'impatient-click', 'slow-click']));
  it('a field, or a form that is not accepted', () =>
    expect(about('field').toSorted()).toEqual([
      'field-churn',
      'field-error-loop',
      'field-stall',
      'rejected-paste',
      'submit-loop',
    ]));
  it('paying', () => expect(about('payment')).toEqual(['payment-failure']));
  it('anything else is not named: each signal has one of these causes', () => {
    const known = (['press', 'slow', 'field', 'payment', 'other'] as const).flatMap(about);
    expect(known).toHaveLength(Object.keys(registry).length);
  });
});

describe('settings', () => {
  const withSignals = (signals: Record<string, Record<string, number | boolean | string>>) =>
    shopper({ policy: { signals } });
  it('change a count, a length of time and a weight', () => {
    const me = withSignals({ 'rage-click': { min: 2, within: '1s', weight: 0.5 } })
      .press('a')
      .wait(400)
      .press('a')
      .wait(300);
    expect(me.signal('rage-click')).toMatchObject({
      count: 2,
      weight: 0.5,
      evidence: { min: 2, withinMs: 1_000 },
    });
    expect(me.problems).toEqual([]);
  });
  it.each([
    [{ 'rage-klick': { min: 2 } }, 'UNKNOWN_NAME', '/policy/signals/rage-klick'],
    [{ 'rage-click': { mni: 2 } }, 'CONFIG_INVALID', '/policy/signals/rage-click/mni'],
    [{ 'rage-click': { within: '2 s' } }, 'CONFIG_INVALID', '/policy/signals/rage-click/within'],
    [{ 'rage-click': { min: -1 } }, 'CONFIG_INVALID', '/policy/signals/rage-click/min'],
    [{ 'rage-click': { toString: 1 } }, 'CONFIG_INVALID', '/policy/signals/rage-click/toString'],
  ] as const)('a mistake is told, and the default is used: %j', (signals, code, path) => {
    const me = withSignals(signals);
    expect(me.problems).toMatchObject([{ code, path }]);
    expect(me.press('a').wait(300).press('a').wait(300).press('a').wait(300).signals()).toEqual([
      'rage-click',
    ]);
  });
});

it('a signal belongs to the step in which it began', () => {
  const me = shopper({
    journeys: {
      checkout: {
        steps: [
          { id: 'cart', url: '/cart' },
          { id: 'pay', url: '/pay' },
        ],
      },
    },
  });
  me.view('/cart').press('next').wait(200).view('/pay', 'route').wait(500).exception();
  expect(me.signal('error-click')).toMatchObject({ step: 'cart', journey: 'checkout' });
  expect(me.score()).toBe(0);
});

it('controls may have any name', () => {
  for (const target of ['constructor', '__proto__', 'toString', '']) {
    const me = shopper();
    for (let i = 0; i < 8; i++) me.press(target).wait(200);
    expect([target, me.wait(3_000).signals()]).toEqual([target, ['rage-click', 'dead-click']]);
  }
});

describe('a signal whose detector fails', () => {
  /** Without its data: no page tells that, and the signal about carts stumbles over it. */
  const broken = { type: 'host', event: 'item-removed' } as unknown as Parameters<Shopper['feed']>[0];
  const refused = (me: Shopper) => me.emit('coupon-rejected').wait(5_000).emit('coupon-rejected');
  const cart = (me: Shopper) => me.signals().includes('cart-churn');
  it('is told of, and leaves the others alone', () => {
    const me = shopper().feed(broken).press('pay').wait(2_500);
    expect(me.problems).toMatchObject([{ code: 'PART_FAILED', path: 'detect/cart-churn' }]);
    expect(me.signals()).toEqual(['dead-click']);
  });
  it('goes on after two errors, and is left out after three', () => {
    expect(cart(refused(shopper().feed(broken).feed(broken)))).toBe(true);
    const me = refused(shopper().feed(broken).feed(broken).feed(broken));
    expect(cart(me)).toBe(false);
    expect(me.problems.map(({ code }) => code)).toEqual(['PART_FAILED', 'PART_OFF']);
  });
});

it('a signal that is switched off is not told, and nothing is said against the setting', () => {
  const me = shopper({ policy: { signals: { 'dead-click': { off: true }, 'rage-click': { off: false } } } });
  expect(me.press('pay').wait(9_000).signals()).toEqual([]);
  expect(me.problems).toEqual([]);
});
