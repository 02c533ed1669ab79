import { describe, expect, it } from 'vitest';
import type { Config } from '../../../src/config/types.js';
import { shopper } from '../../support/shopper.js';

const config: Partial<Config> = {
  journeys: {
    checkout: {
      steps: [
        { id: 'address', url: '/checkout/address' },
        { id: 'payment', url: '/checkout/payment' },
      ],
      done: { event: 'order-placed' },
    },
  },
  content: { declined: { title: 'Your bank said no, nothing was charged' } },
  triggers: [
    {
      id: 'card-declined-twice',
      priority: 'blocker',
      where: { journey: 'checkout', step: 'payment' },
      when: { event: 'payment-failure', where: { code: { in: ['card_declined'] } }, min: 2, within: '10m' },
      unless: { event: 'payment-accepted' },
      show: { content: 'declined', as: 'inline', anchor: 'card-form', orElse: 'notice' },
      limits: [{ times: 1, per: 'journey' }],
      solved: { by: { event: 'order-placed' }, within: '30m' },
    },
  ],
};

const declined = () => {
  const me = shopper(config).view('/checkout/payment').wait(5_000);
  me.press('pay').wait(800).effect().emit('payment-failure', { code: 'card_declined' });
  me.wait(10_000).press('pay').wait(800).effect().emit('payment-failure', { code: 'card_declined' });
  return me;
};

describe('a card declined twice', () => {
  it('leads to help at the next pause', () => {
    const me = declined().wait(3_000);
    expect(me.problems).toEqual([]);
    expect(me.signals()).toEqual(['payment-failure', 'payment-failure']);
    expect(me.offers()).toMatchObject([{ trigger: 'card-declined-twice', as: 'inline' }]);
    expect(me.offers()[0]!.at).toBeLessThan(me.now - 2_000);
  });
  it('does not come while the customer types on', () => {
    const me = declined();
    for (let i = 0; i < 50; i++) me.type('card-number').wait(200);
    expect(me.offers()).toEqual([]);
    expect(me.wait(1_500).offers()).toHaveLength(1);
  });
  it('stays closed, counts once, and is solved by the order', () => {
    const me = declined()
      .wait(3_000)
      .help('shown')
      .wait(9_000)
      .help('dismissed')
      .view('/checkout/payment')
      .wait(60_000);
    me.press('pay').emit('payment-failure', { code: 'card_declined' }).wait(30_000);
    expect(me.offers()).toHaveLength(1);
    me.emit('order-placed');
    expect(me.helps()).toEqual([
      'card-declined-twice shown',
      'card-declined-twice dismissed',
      'card-declined-twice solved',
    ]);
  });
  it('is withdrawn when its cause is gone', () => {
    const me = declined().wait(3_000).help('shown').wait(1_000).emit('payment-accepted');
    expect(me.helps().at(-1)).toBe('card-declined-twice withdrawn');
  });
  it('says why', () => {
    const me = declined().wait(100);
    const [trace] = me.engine.why('card-declined-twice');
    expect(trace!.gates.map(({ gate }) => gate)).toEqual([
      'enabled',
      'status',
      'consent',
      'schedule',
      'where',
      'audience',
      'holdout',
      'experiment',
      'when',
      'unless',
      'snoozed',
      'limits',
      'gap',
      'contest',
      'interruption',
      'anchor',
    ]);
    expect(trace!.gates.filter(({ pass }) => !pass).map(({ gate }) => gate)).toEqual(['interruption']);
  });
});
