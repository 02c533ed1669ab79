import { describe, expect, it } from 'vitest';
import type { Action } from '../../../src/config/types.js';
import { deedOf, orderActions } from '../../../src/decide/actions.js';
import { shop } from '../../support/triggers.js';

const ask: Action = { label: 'Ask us', contact: 'chat', style: 'link' };
const read: Action = { label: 'How', open: 'how' };
const go: Action = { label: 'Go', link: '/go' };
const paypal: Action = { label: 'PayPal', call: 'pay.paypal' };
const card: Action = { label: 'Another card', focus: 'card-number', style: 'primary' };
const labels = (actions: readonly Action[]) => actions.map(({ label }) => label);

describe('the next best action', () => {
  it('is the one that asks least of the customer, a person last', () =>
    expect(labels(orderActions([ask, go, read, paypal]))).toEqual(['PayPal', 'How', 'Go', 'Ask us']));
  it('the primary one is first whatever it asks, and equals stay as they are', () => {
    expect(labels(orderActions([paypal, { ...go, style: 'primary' }]))).toEqual(['Go', 'PayPal']);
    expect(labels(orderActions([paypal, { ...card, style: 'secondary' }]))).toEqual([
      'PayPal',
      'Another card',
    ]);
  });
  it('what failed comes last, after the person, and quietly', () => {
    const ordered = orderActions([card, paypal, ask], ['focus card-number']);
    expect(labels(ordered)).toEqual(['PayPal', 'Ask us', 'Another card']);
    expect(ordered.at(-1)!.style).toBe('link');
  });
  it('changes nothing that it was given', () => {
    const given = [ask, card];
    orderActions(given, ['focus card-number']);
    expect(given).toEqual([ask, card]);
    expect(card.style).toBe('primary');
  });
  it('a deed is the same in whatever content', () =>
    expect([card, paypal, go, read, ask].map(deedOf)).toEqual([
      'focus card-number',
      'call pay.paypal',
      'link /go',
      'open how',
      'contact chat',
    ]));
});

describe('what failed in a session', () => {
  const failed = (me: ReturnType<typeof shop>) => me.engine.state.decide.failed ?? [];
  const answer = (me: ReturnType<typeof shop>, phase: 'failed' | 'acted', deed?: string) =>
    me.feed({ type: 'help', offer: 1, phase, ...(deed === undefined ? {} : { deed }) });

  it('is remembered until it works', () => {
    const me = shop([{}]).emit('go').help('shown');
    answer(me, 'failed', 'call pay.paypal');
    answer(me, 'failed', 'call pay.paypal');
    answer(me, 'failed', 'link /go');
    expect(failed(me)).toEqual(['call pay.paypal', 'link /go']);
    answer(me, 'acted', 'call pay.paypal');
    expect(failed(me)).toEqual(['link /go']);
  });
  it('also where the help has gone meanwhile', () => {
    const me = shop([{}]).emit('go').help('shown').help('dismissed');
    answer(me, 'failed', 'call pay.paypal');
    expect(failed(me)).toEqual(['call pay.paypal']);
  });
  it('is bounded, the oldest are forgotten', () => {
    const me = shop([{}]).emit('go').help('shown');
    for (let i = 0; i < 30; i++) answer(me, 'failed', `call f${i}`);
    expect(failed(me)).toHaveLength(20);
    expect(failed(me).at(-1)).toBe('call f29');
  });
  it('nothing of what other answers say, and of records that do not name a deed', () => {
    const me = shop([{}]).emit('go').help('shown');
    answer(me, 'failed');
    me.feed({ type: 'help', offer: 1, phase: 'dismissed', deed: 'link /go' });
    expect(failed(me)).toEqual([]);
  });
});
