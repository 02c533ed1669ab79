import { describe, expect, it } from 'vitest';
import { shopper, type Shopper } from '../../support/shopper.js';

const CHECKOUT = {
  journeys: {
    checkout: {
      steps: [
        { id: 'cart', url: '/cart' },
        { id: 'pay', url: '/pay/*' },
      ],
      done: { event: 'order-placed' },
    },
  },
};
const FIND = { type: 'shortcut', what: 'find' } as const;
const inCheckout = () => shopper(CHECKOUT).view('/cart').wait(3_000);
const reload = (me: Shopper, path: string) =>
  me.feed({ type: 'view', how: 'load', path, steps: [], reload: true });
const searched = (me: Shopper) => me.signals().includes('page-search');

describe('searching the page with the browser', () => {
  it('while on a journey is told', () => {
    const me = inCheckout().feed(FIND);
    expect(me.signal('page-search')).toMatchObject({
      target: 'page',
      count: 1,
      weight: 0.3,
      step: 'cart',
      because: "the page was searched with the browser during 'checkout'",
      evidence: { what: 'find', journey: 'checkout' },
    });
  });
  it('also on a page outside of it while it is under way', () =>
    expect(searched(inCheckout().view('/help').wait(3_000).feed(FIND))).toBe(true));
  it('for the next word is the same search', () => {
    const me = inCheckout().feed(FIND).wait(9_999).feed(FIND);
    expect(me.signals()).toHaveLength(1);
    expect(me.wait(1).feed(FIND).signals()).toHaveLength(2);
  });
  it('outside of journeys is ordinary use', () => {
    expect(searched(shopper(CHECKOUT).view('/blog').wait(3_000).feed(FIND))).toBe(false);
    expect(searched(shopper().view('/cart').wait(3_000).feed(FIND))).toBe(false);
  });
  it('not: other shortcuts', () => {
    expect(searched(inCheckout().feed({ type: 'shortcut', what: 'escape' }))).toBe(false);
  });
});

describe('loading a page again', () => {
  it('twice is told, with the numbers that were compared', () => {
    const me = reload(reload(shopper().view('/blog').wait(9_000), '/blog').wait(20_000), '/blog');
    expect(me.signal('page-search')).toMatchObject({
      count: 2,
      because: "'/blog' was loaded again 2 times in 20 s",
      evidence: { what: 'reload', spanMs: 20_000, withinMs: 60_000, min: 2 },
    });
  });
  it('counts for the step, whatever its pages', () =>
    expect(searched(reload(reload(inCheckout(), '/pay/card').wait(9_000), '/pay/bank'))).toBe(true));
  it('needs as many more to be told again', () => {
    const me = shopper();
    for (let i = 0; i < 4; i++) reload(me, '/a').wait(3_000);
    expect(me.signals()).toHaveLength(2);
  });
  it('within a minute, not later', () => {
    expect(searched(reload(reload(shopper(), '/a').wait(60_000), '/a'))).toBe(true);
    expect(searched(reload(reload(shopper(), '/a').wait(60_001), '/a'))).toBe(false);
  });
  it('not: once, or two pages, or coming again by a link', () => {
    expect(searched(reload(shopper(), '/a').wait(9_000))).toBe(false);
    expect(searched(reload(reload(shopper(), '/a').wait(9_000), '/b'))).toBe(false);
    expect(searched(shopper().view('/a').wait(900).view('/a').wait(900).view('/a'))).toBe(false);
  });
});
