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

describe('what the page tells besides', () => {
  it('does not pass for what the signal says itself', () => {
    const trigger = (min: number) =>
      ({
        id: 'declined',
        when: { event: 'payment-failure', where: { count: { gte: min } } },
        timing: { at: 'now' },
        show: { content: 'text', as: 'notice' },
      }) as const;
    const offers = (min: number) =>
      shopper({ content: { text: { title: 'Text' } }, triggers: [trigger(min)] })
        .view('/pay')
        .wait(20_000)
        .emit('payment-failure', { count: 99, target: 'x', step: 'y' })
        .wait(5_000)
        .offers().length;
    expect([offers(1), offers(2)]).toEqual([1, 0]);
  });
  it('takes nothing out of the score', () => {
    const me = shopper({ policy: { signals: { 'payment-failure': { weight: 0.2 } } } }).view('/pay');
    me.emit('payment-failure').emit('payment-failure', {
      replaces: 'payment-failure',
      alsoReplaces: 'payment-failure',
      code: 'x',
    });
    expect(me.score()).toBeCloseTo(0.4);
    expect(me.signal('payment-failure')!.evidence).toEqual({ code: 'x' });
  });
});
