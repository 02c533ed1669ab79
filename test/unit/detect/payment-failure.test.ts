import { describe, expect, it } from 'vitest';
import { shopper } from '../../support/shopper.js';

const journeys = {
  checkout: { steps: [{ id: 'payment', url: '/pay' }] },
  topup: { steps: [{ id: 'amount', url: '/topup' }] },
};
const counts = (me: ReturnType<typeof shopper>) =>
  me.outputs.flatMap((o) => (o.kind === 'signal' ? [o.count] : []));

describe('payment-failure', () => {
  it('is a signal at the first, with what the page says of it', () => {
    const me = shopper({ journeys }).view('/pay').emit('payment-failure', { code: 'card_declined' });
    expect(me.signal('payment-failure')).toMatchObject({
      step: 'payment',
      journey: 'checkout',
      target: 'payment',
      count: 1,
      weight: 1,
      because: 'a payment failed',
      evidence: { code: 'card_declined' },
    });
    expect(me.levels()).toEqual(['stuck']);
  });
  it('counts', () => {
    const me = shopper().emit('payment-failure').emit('payment-failure');
    expect(me.signal('payment-failure')).toMatchObject({ count: 2, because: '2 payments failed' });
  });
  it.each(['payment-accepted', 'order-placed'])('starts over after %s', (event) => {
    expect(counts(shopper().emit('payment-failure').emit(event).emit('payment-failure'))).toEqual([1, 1]);
  });
  it('starts over in another journey', () => {
    const me = shopper({ journeys })
      .view('/pay')
      .emit('payment-failure')
      .view('/topup')
      .emit('payment-failure');
    expect(counts(me)).toEqual([1, 1]);
  });
  it('goes on counting on a page between, the bank’s', () => {
    const me = shopper({ journeys })
      .view('/pay')
      .emit('payment-failure')
      .view('/3ds')
      .emit('payment-failure');
    expect(counts(me)).toEqual([1, 2]);
  });
  it('is no other event', () =>
    expect(shopper().emit('payment-started').emit('failure').signals()).toEqual([]));
});
