import { describe, expect, it } from 'vitest';
import { shopper, type Shopper } from '../../support/shopper.js';

const sought = (me: Shopper) => me.signals().filter((name) => name === 'phone-seeking').length;
const copy = (me: Shopper, how: 'copy' | 'select' | 'hold' = 'copy') =>
  me.feed({ type: 'copy', what: 'phone', how });

describe('a phone number', () => {
  it.each([
    ['mouse', 'a phone number was pressed'],
    ['touch', 'a phone number was pressed (touch)'],
    ['key', 'a phone number was pressed (keyboard)'],
    ['assist', 'a phone number was pressed (assistive technology)'],
  ] as const)('pressed by %s', (by, because) => {
    const me = shopper().press('call', { by, leads: 'phone', exempt: 'unobservable' });
    expect(me.signal('phone-seeking')).toMatchObject({
      target: 'phone',
      count: 1,
      weight: 0.8,
      because,
      evidence: { how: 'press' },
    });
  });
  it.each([
    ['copy', 'a phone number was copied'],
    ['select', 'a phone number was selected'],
    ['hold', 'a phone number was held down'],
  ] as const)('%s', (how, because) => {
    expect(copy(shopper(), how).signal('phone-seeking')).toMatchObject({ because, evidence: { how } });
  });
  it('selected and copied is one search', () => {
    expect(sought(copy(copy(shopper(), 'select').wait(29_999)))).toBe(1);
    expect(sought(copy(copy(shopper(), 'select').wait(30_000)))).toBe(2);
  });
  it('weighs more when the page is then left', () => {
    const me = copy(shopper(), 'select').wait(900);
    copy(me).wait(10_000).page(false);
    expect(me.signal('phone-seeking')).toMatchObject({
      weight: 1,
      because: 'the page was left 10 s after a phone number was copied',
      evidence: { how: 'left', afterMs: 10_000, withinMs: 10_000, replaces: 'phone-seeking' },
    });
    expect(me.score()).toBe(1);
    expect(sought(me.page(true).wait(500).page(false))).toBe(2);
  });
});

describe('near misses', () => {
  it('a link that leads elsewhere', () => {
    const me = shopper().press('help', { role: 'link' }).press('write', { leads: 'mail' });
    expect(sought(me.wait(100).effect())).toBe(0);
  });
  it('something else is copied', () =>
    expect(sought(shopper().feed({ type: 'copy', what: 'other', how: 'copy' }))).toBe(0));
  it('the right button, and the click that wakes the window', () => {
    for (const exempt of ['modified', 'wake-up'] as const)
      expect(sought(shopper().press('call', { leads: 'phone', exempt }))).toBe(0);
  });
  it('left later, or not after copying, or only out of focus', () => {
    expect(sought(copy(shopper()).wait(10_001).page(false))).toBe(1);
    expect(sought(copy(shopper(), 'select').wait(500).page(false))).toBe(1);
    expect(sought(copy(shopper()).wait(500).page(true, false))).toBe(1);
  });
});
