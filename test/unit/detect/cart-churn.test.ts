import { describe, expect, it } from 'vitest';
import { shopper, type Shopper } from '../../support/shopper.js';

const churned = (me: Shopper) => me.signals().includes('cart-churn');
const cart = () => shopper().view('/cart').wait(5_000);

describe('something is taken out after the total changed', () => {
  it('within two minutes', () => {
    const me = cart()
      .emit('total-changed', { item: 'mug' })
      .wait(120_000)
      .emit('item-removed', { item: 'mug' });
    expect(me.signal('cart-churn')).toMatchObject({
      target: 'cart',
      count: 1,
      weight: 0.4,
      because: 'something was taken out of the cart 2 min after the total had changed',
      evidence: { afterMs: 120_000, withinMs: 120_000 },
    });
    expect(churned(cart().emit('total-changed').wait(120_001).emit('item-removed'))).toBe(false);
  });
  it('by what is sent along: any item, where the total names none', () => {
    expect(churned(cart().emit('shipping-shown').wait(4_000).emit('item-removed', { item: 'mug' }))).toBe(
      true,
    );
    expect(
      churned(cart().emit('total-changed', { item: 'bowl' }).emit('item-removed', { item: 'mug' })),
    ).toBe(false);
    const odd = cart()
      .emit('total-changed', { item: '__proto__' })
      .wait(10)
      .emit('item-removed', { item: '__proto__' });
    expect(churned(odd)).toBe(true);
  });
  it('near miss: the total only tells of what was taken out', () => {
    const me = cart();
    for (const item of ['mug', 'bowl', 'jug'])
      me.emit('item-removed', { item }).wait(1_000).emit('total-changed').wait(4_000);
    expect(churned(me)).toBe(false);
  });
  it('but a total that changes later tells of something else', () => {
    const me = cart().emit('item-removed', { item: 'mug' }).wait(1_001).emit('total-changed');
    expect(churned(me.wait(4_000).emit('item-removed', { item: 'bowl' }))).toBe(true);
  });
  it('near miss: taken out before the total changed', () =>
    expect(churned(cart().emit('item-removed').wait(9_000).emit('total-changed'))).toBe(false));
  it('is told once for one change', () => {
    const me = cart().emit('total-changed').wait(4_000);
    for (const item of ['mug', 'bowl']) me.emit('item-removed', { item }).wait(2_000);
    expect(me.signals()).toEqual(['cart-churn']);
  });
});

/** Each way in which a page may refuse a code. */
const REFUSALS: Record<string, (me: Shopper) => Shopper> = {
  'an event of the page': (me) => me.emit('coupon-rejected'),
  'another word for it': (me) => me.emit('promo-rejected'),
  'an error in the field': (me) => me.error('promoCode'),
  'an error in the form': (me) =>
    me.feed({ type: 'field-error', field: 'code', form: 'gutschein', source: 'text' }),
  'a message beside it': (me) => me.feed({ type: 'message', source: 'near', region: 'voucher-form' }),
  'a failing request, by a press': (me) => me.press('apply-coupon').wait(400).request(390, { status: 500 }),
  'a failing request, by a button in its part of the page': (me) =>
    me.press('apply', { region: 'cupon' }).wait(400).request(390, { status: 422 }),
  'a failing request, by sending': (me) => me.submit('rabatt-form').wait(900).request(880, { status: 400 }),
};

describe('codes are refused', () => {
  it.each(Object.entries(REFUSALS))('twice: %s', (_, refuse) => {
    const me = refuse(cart());
    expect(churned(me)).toBe(false);
    expect(refuse(me.wait(5_000)).signal('cart-churn')).toMatchObject({
      target: 'promotion-code',
      count: 2,
      weight: 0.4,
    });
  });
  it('one refusal is one, in whichever ways it shows', () => {
    const me = cart()
      .submit('coupon')
      .wait(300)
      .request(290, { status: 422 })
      .error('coupon')
      .wait(999)
      .emit('coupon-rejected');
    expect(churned(me)).toBe(false);
    expect(churned(me.wait(1_000).emit('coupon-rejected'))).toBe(true);
  });
  it('a second apart', () => {
    expect(churned(cart().emit('coupon-rejected').wait(999).emit('coupon-rejected'))).toBe(false);
    expect(churned(cart().emit('coupon-rejected').wait(1_000).emit('coupon-rejected'))).toBe(true);
  });
  it('by a request that starts up to half a second after the form was sent', () => {
    const late = (after: number) => {
      const me = cart();
      for (let i = 0; i < 2; i++)
        me.submit('coupon')
          .wait(after + 400)
          .request(400, { status: 422 })
          .wait(3_000);
      return churned(me);
    };
    expect(late(500)).toBe(true);
    expect(late(501)).toBe(false);
  });
  it('within five minutes', () => {
    expect(churned(cart().emit('coupon-rejected').wait(300_000).emit('coupon-rejected'))).toBe(true);
    expect(churned(cart().emit('coupon-rejected').wait(300_001).emit('coupon-rejected'))).toBe(false);
  });
  it.each([
    'coupon',
    'promo-code',
    'voucher_code',
    'discountCode',
    'gutscheincode',
    'rabatt',
    'cupon',
    'cupom',
    'codigo-desconto',
    'descuento',
    'bon',
    'bon-achat',
  ])('a field called %s', (field) =>
    expect(churned(cart().error(field).wait(3_000).error(field))).toBe(true),
  );
  it.each(['bonus', 'carbon', 'ribbon-colour', 'promoter', 'code', 'zip', 'valencia'])(
    'near miss: a field called %s',
    (field) => expect(churned(cart().error(field).wait(3_000).error(field))).toBe(false),
  );
  it('near miss: the first was refused, and the second accepted', () => {
    const me = cart()
      .emit('coupon-rejected')
      .wait(3_000)
      .emit('coupon-accepted')
      .wait(9_000)
      .emit('coupon-rejected');
    expect(churned(me)).toBe(false);
  });
  it('near miss: requests that succeed, of others, or by another press', () => {
    const me = cart();
    for (const more of [{ status: 200 }, { status: 500, own: false }])
      for (let i = 0; i < 3; i++) me.press('apply-coupon').wait(400).request(390, more).wait(3_000);
    for (let i = 0; i < 3; i++) me.press('pay').wait(400).request(390, { status: 500 }).wait(3_000);
    expect(churned(me)).toBe(false);
  });
});

describe('a page that shows a refusal when it loads', () => {
  const after = (more: object) => {
    const error = { type: 'field-error', field: 'coupon', form: 'f', source: 'text', atLoad: true } as const;
    const load = { type: 'view', how: 'load', path: '/cart', steps: [] } as const;
    const me = cart().submit('coupon').wait(500).feed(load).feed(error).wait(5_000);
    return churned(me.feed({ ...load, ...more }).feed(error));
  };
  it('refuses once more if the form was sent again', () => expect(after({})).toBe(true));
  it('says the same if it was only asked for again', () => {
    expect(after({ reload: true })).toBe(false);
    expect(after({ history: true })).toBe(false);
  });
  it('also as a message', () => {
    const message = { type: 'message', region: 'coupon', source: 'near', atLoad: true } as const;
    const me = cart().feed(message).wait(5_000);
    me.feed({ type: 'view', how: 'load', path: '/cart', steps: [], reload: true });
    expect(churned(me.feed(message))).toBe(false);
  });
});

describe('the edges of a total that changed', () => {
  const late = () => cart().wait(400_000);
  const total = (me: Shopper, item: string) => me.emit('total-changed', { item });
  const removed = (me: Shopper, item: string) => churned(me.emit('item-removed', { item }));
  it('each item has its own two minutes', () => {
    const later = (ms: number) => removed(total(total(late(), 'mug').wait(ms), 'bowl'), 'mug');
    expect(later(120_000)).toBe(true);
    expect(later(120_001)).toBe(false);
  });
  it('fifty items are remembered, and others once those are two minutes old', () => {
    const full = late();
    for (let i = 0; i < 50; i++) total(full, `item-${i}`);
    total(full.wait(120_000), 'mug');
    const { totals } = full.engine.state.detect.parts['cart-churn'] as { totals: object };
    expect(Object.keys(totals)).toHaveLength(50);
    total(full.wait(1), 'mug');
    expect(removed(full.wait(2_000), 'mug')).toBe(true);
  });
  it('near miss: another event of the page', () =>
    expect(churned(total(late(), 'mug').emit('item-added', { item: 'mug' }))).toBe(false));
});

describe('the edges of a refused code', () => {
  const twice = (refuse: (me: Shopper) => Shopper) => churned(refuse(refuse(cart()).wait(5_000)));
  it.each(['event', 'field', 'message', 'request'])('says how, how often and in what time: %s', (how) => {
    const [, refuse] = Object.entries(REFUSALS).find(([name]) => name.includes(WORDS[how]!))!;
    expect(refuse(refuse(cart().wait(400_000)).wait(5_000)).signal('cart-churn')).toMatchObject({
      because: expect.stringMatching(/^2 promotion codes were refused in 5(?:\.4)? s$/) as string,
      evidence: { how, codes: 2, min: 2, withinMs: 300_000 },
    });
  });
  const WORDS: Record<string, string> = {
    event: 'event of the page',
    field: 'error in the field',
    message: 'message beside it',
    request: 'by a press',
  };
  it('the time is that between the refusals', () => {
    const me = cart().wait(400_000).emit('coupon-rejected').wait(5_000).emit('coupon-rejected');
    expect(me.signal('cart-churn')!.evidence['spanMs']).toBe(5_000);
  });
  it.each(['my-coupon-rejected', 'coupon-rejected-once'])('near miss: an event called %s', (event) =>
    expect(twice((me) => me.emit(event))).toBe(false),
  );
  it.each(['no-coupon-accepted', 'coupon-accepted-later'])('an event called %s forgets nothing', (event) =>
    expect(twice((me) => me.emit('coupon-rejected').wait(1_000).emit(event))).toBe(true),
  );
  it('near miss: a message elsewhere, and another form that fails', () => {
    expect(twice((me) => me.feed({ type: 'message', source: 'near', region: 'delivery' }))).toBe(false);
    expect(twice((me) => me.submit('address').wait(900).request(880, { status: 400 }))).toBe(false);
  });
  it('a page that was reloaded says anew what it says later, and what was there at its load is old', () => {
    const message = { type: 'message', source: 'near', region: 'coupon' } as const;
    const reloaded = () => cart().feed({ type: 'view', how: 'load', path: '/cart', steps: [], reload: true });
    const again = (me: Shopper, more: { atLoad?: true } = {}) => me.feed({ ...message, ...more }).wait(5_000);
    expect(churned(again(again(reloaded())))).toBe(true);
    const moved = reloaded().view('/cart/open', 'route');
    expect(churned(again(again(moved, { atLoad: true }), { atLoad: true }))).toBe(false);
  });
});
