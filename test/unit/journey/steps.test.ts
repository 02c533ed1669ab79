import { describe, expect, it } from 'vitest';
import type { Config } from '../../../src/config/types.js';
import { createJourneys } from '../../../src/journey/steps.js';
import { shopper, type Shopper } from '../../support/shopper.js';

const journeys: NonNullable<Config['journeys']> = {
  checkout: {
    steps: [
      { id: 'cart', url: '/cart' },
      { id: 'address', url: '/checkout/address' },
      { id: 'payment', url: '/checkout/payment' },
    ],
    done: { event: 'order-placed' },
  },
  returns: {
    steps: [{ id: 'label', url: '/returns/:order', selector: '#label' }, { id: 'address' }],
    done: { event: 'label-printed', where: { kind: 'return' } },
    idleOut: '10m',
  },
};
/** What is told on the way, in order. */
function told(act: (me: Shopper) => void): string[] {
  const me = shopper();
  act(me);
  const { start, feed, happened } = createJourneys({ version: 1, triggers: [], journeys }, () => false);
  const here = start();
  const heard: string[] = [];
  const tell = (name: string) => void heard.push(name);
  for (const record of me.records) {
    feed(record, here, tell);
    if (record.type === 'host')
      happened({ name: record.event, at: record.at, place: here.place, data: record.data }, here, tell);
  }
  return heard;
}
const place = (me: Shopper) => {
  const { journey, step } = me.engine.state.here.place;
  return `${journey}/${step}`;
};

describe('where the customer is', () => {
  const at = (act: (me: Shopper) => void) => {
    const me = shopper({ journeys });
    act(me);
    return place(me);
  };
  it('by the address', () => {
    expect(at((me) => me.view('/checkout/payment'))).toBe('checkout/payment');
    expect(at((me) => me.view('/returns/:id'))).toBe('returns/label');
    expect(at((me) => me.view('/about'))).toBe('null/null');
  });
  it('by what the page shows, before the address', () => {
    expect(at((me) => me.view('/checkout/payment', 'dom', ['returns/address']))).toBe('returns/address');
    expect(at((me) => me.view('/one-page', 'load', ['payment']))).toBe('checkout/payment');
  });
  it('by what the page says, before all', () => {
    expect(at((me) => me.view('/cart', 'load', ['payment']).step('address'))).toBe('checkout/address');
    expect(at((me) => me.view('/cart').step('returns/address'))).toBe('returns/address');
    expect(at((me) => me.view('/cart').step('address').view('/cart', 'route'))).toBe('checkout/address');
  });
  it('until the page says otherwise, or is left', () => {
    expect(at((me) => me.view('/cart').step('address').step(null))).toBe('checkout/cart');
    expect(at((me) => me.view('/cart').step('address').view('/checkout/payment', 'load'))).toBe(
      'checkout/payment',
    );
  });
  it('a step that no journey declares stands alone', () =>
    expect(at((me) => me.view('/x').step('sizes'))).toBe('null/sizes'));
});

describe('what is told on the way', () => {
  it('entering', () => expect(told((me) => me.view('/cart'))).toEqual(['step-entered', 'page-viewed']));
  it('onward: the step is completed, and left', () => {
    expect(told((me) => me.view('/cart').view('/checkout/address'))).toEqual([
      'step-entered',
      'page-viewed',
      'step-completed',
      'step-left',
      'step-entered',
      'page-viewed',
    ]);
  });
  it('back: the step is only left', () =>
    expect(told((me) => me.view('/checkout/address').view('/cart'))).not.toContain('step-completed'));
  it('elsewhere: the step is only left', () => {
    const out = told((me) => me.view('/checkout/address').view('/about'));
    expect(out).toContain('step-left');
    expect(out).not.toContain('step-completed');
  });
  it('a reload is no new entry', () => {
    const me = shopper({ journeys }).view('/cart').wait(1_000);
    const { stay, visit } = me.engine.state.here.place;
    me.view('/cart');
    expect(me.engine.state.here.place).toMatchObject({ stay, visit: visit + 1 });
  });
  it('the same page told again changes nothing', () => {
    const me = shopper({ journeys }).view('/cart').wait(1_000);
    const before = me.engine.state.here.place;
    expect(me.view('/cart', 'dom').view('/cart', 'route').engine.state.here.place).toEqual(before);
  });
});

describe('the end of a journey', () => {
  it('is its done event, which completes the step too', () => {
    expect(told((me) => me.view('/checkout/payment').emit('order-placed'))).toEqual([
      'step-entered',
      'page-viewed',
      'step-completed',
      'journey-completed',
    ]);
  });
  it('wants what the event must say', () => {
    expect(told((me) => me.view('/returns/5').emit('label-printed', { kind: 'gift' }))).not.toContain(
      'journey-completed',
    );
    expect(told((me) => me.view('/returns/5').emit('label-printed', { kind: 'return' }))).toContain(
      'journey-completed',
    );
  });
  it('is not told where no journey is under way', () => {
    expect(told((me) => me.view('/about').emit('order-placed'))).not.toContain('journey-completed');
    expect(
      told((me) => me.view('/cart').emit('order-placed').emit('order-placed')).filter(
        (name) => name === 'journey-completed',
      ),
    ).toHaveLength(1);
  });
  it('may come on a page outside its steps', () => {
    expect(told((me) => me.view('/checkout/payment').view('/thanks').emit('order-placed'))).toContain(
      'journey-completed',
    );
  });
  it('relieves the step: the customer got through', () => {
    const me = shopper({ journeys })
      .view('/checkout/payment')
      .emit('payment-failure')
      .wait(1_000)
      .emit('order-placed');
    expect(me.score()).toBe(0);
    expect(me.levels()).toEqual(['stuck', 'calm']);
  });
  it('comes by itself after half an hour without a sign, or after idleOut', () => {
    expect(
      told((me) =>
        me
          .view('/cart')
          .wait(30 * 60_000)
          .view('/about'),
      ),
    ).not.toContain('journey-left');
    expect(
      told((me) =>
        me
          .view('/cart')
          .wait(30 * 60_000 + 1)
          .view('/about'),
      ),
    ).toContain('journey-left');
    expect(
      told((me) =>
        me
          .view('/returns/5')
          .wait(10 * 60_000 + 1)
          .view('/about'),
      ),
    ).toContain('journey-left');
  });
  it('is put off by anything that happens in it', () => {
    expect(
      told((me) =>
        me
          .view('/returns/5')
          .wait(9 * 60_000)
          .press('x', { answer: 'mutation' })
          .wait(9 * 60_000)
          .view('/about'),
      ),
    ).not.toContain('journey-left');
  });
});

it('a mistake in a journey does not stop the rest', () => {
  const bad = {
    bad: { steps: [{ id: 'x', url: '/x' }], done: { event: 'y', where: { code: { inn: 3 } } } },
    ...journeys,
  } as never;
  const me = shopper({ journeys: bad }).view('/cart');
  expect(place(me)).toBe('checkout/cart');
  expect(me.problems).toMatchObject([{ code: 'CONFIG_INVALID', path: '/journeys/bad/done/where/code/inn' }]);
});
