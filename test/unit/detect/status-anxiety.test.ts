import { describe, expect, it } from 'vitest';
import type { ViewRecord } from '../../../src/core/records.js';
import { shopper, type Shopper } from '../../support/shopper.js';

const anxious = (me: Shopper) => me.signals().filter((name) => name === 'status-anxiety').length;
const go = (me: Shopper, path: string, more: Partial<ViewRecord> = {}) =>
  me.feed({ type: 'view', how: 'load', path, steps: [], ...more }).wait(20_000);
const looks = (times: number, path = '/orders/:id', me = shopper()) => {
  for (let i = 0; i < times; i++) go(go(me, '/'), path);
  return me;
};

describe('the page of an order is opened again and again', () => {
  it('three times', () => {
    expect(anxious(looks(2))).toBe(0);
    expect(looks(3).signal('status-anxiety')).toMatchObject({
      target: '/orders/:id',
      count: 3,
      weight: 0.6,
      because: 'the page of an order or a case was opened 3 times in 80 s',
      evidence: { opened: 3, min: 3, spanMs: 80_000, withinMs: 86_400_000 },
    });
  });
  it('at the same address, without going elsewhere', () => {
    const me = shopper();
    for (let i = 0; i < 3; i++) go(me, '/orders/:id', { address: 7 });
    expect(anxious(me)).toBe(1);
  });
  it.each([
    '/order/:id',
    '/account/orders',
    '/my-orders',
    '/orders/view/:id',
    '/pedidos/:id',
    '/mis-pedidos',
    '/bestellungen',
    '/bestellung/:id',
    '/commandes/:id',
    '/encomendas/:id',
    '/case/:id',
    '/tickets/:id',
    '/tracking',
    '/track/:id',
    '/shipments/:id',
    '/envios/:id',
    '/seguimiento',
    '/sendungsverfolgung/:id',
    '/suivi',
    '/order-status',
  ])('%s', (path) => expect(anxious(looks(3, path))).toBe(1));
  it('as the page tells', () => {
    const me = shopper();
    for (let i = 0; i < 3; i++) go(go(me, '/').wait(100), '/a').emit('order-viewed');
    expect(anxious(me)).toBe(1);
  });
  it('within a day', () => {
    expect(anxious(looks(1, '/orders/:id', looks(2).wait(86_400_000 - 80_000)))).toBe(1);
    expect(anxious(looks(1, '/orders/:id', looks(2).wait(86_400_000 - 79_999)))).toBe(0);
  });
});

describe('the page of an order is reloaded', () => {
  const reload = (me: Shopper, ms = 20_000) =>
    me.feed({ type: 'view', how: 'load', path: '/orders/:id', steps: [], reload: true }).wait(ms);
  it('twice in 60 s', () => {
    const me = reload(looks(1));
    expect(anxious(me)).toBe(0);
    expect(reload(me).signal('status-anxiety')).toMatchObject({
      count: 2,
      because: 'the page of an order or a case was reloaded 2 times in 20 s',
      evidence: { reloads: 2, min: 2, spanMs: 20_000, withinMs: 60_000 },
    });
    expect(anxious(reload(reload(looks(1), 60_000)))).toBe(1);
    expect(anxious(reload(reload(looks(1), 60_001)))).toBe(0);
  });
  it('where only the page tells that it is one', () => {
    const me = go(shopper(), '/status').emit('order-viewed');
    for (let i = 0; i < 2; i++) go(me, '/status', { reload: true });
    expect(anxious(me)).toBe(1);
  });
  it('near miss: another page is reloaded', () => {
    const me = shopper();
    for (let i = 0; i < 5; i++) go(me, '/mugs', { reload: true });
    expect(anxious(me)).toBe(0);
  });
});

describe('near misses', () => {
  it.each([
    '/order',
    '/order/payment',
    '/orderly-things',
    '/cases',
    '/phone-cases/:id',
    '/tickets',
    '/mugs/:id',
    '/racetracks',
  ])('%s', (path) => expect(anxious(looks(5, path))).toBe(0));
  it('from the list to one order and back is one look', () => {
    const me = shopper();
    for (let i = 0; i < 5; i++)
      go(go(me, '/orders', { address: 1, history: true }), '/orders/:id', { address: i + 2 });
    expect(anxious(me)).toBe(0);
  });
  it('the page tells of what its path has told', () => {
    const me = shopper();
    for (let i = 0; i < 2; i++) go(go(me, '/'), '/orders/:id').emit('order-viewed');
    expect(anxious(me)).toBe(0);
  });
});

describe('over sessions', () => {
  const signals = { 'status-anxiety': { acrossVisits: true } };
  const next = (before: Shopper, config: Parameters<typeof shopper>[0]) =>
    shopper(config, { visitor: structuredClone(before.engine.state.decide.visitor) });
  it('only where that was asked for', () => {
    const asked = { policy: { signals } };
    expect(anxious(looks(1, '/orders/:id', next(looks(2, '/orders/:id', shopper(asked)), asked)))).toBe(1);
    expect(anxious(looks(1, '/orders/:id', next(looks(2), {})))).toBe(0);
    expect(looks(5).engine.state.decide.visitor.kept).toEqual({});
  });
  it('remembers no more than a day, and no more than 20 times', () => {
    const me = looks(40, '/orders/:id', shopper({ policy: { signals } }));
    expect(me.engine.state.decide.visitor.kept['status-anxiety']).toHaveLength(20);
    looks(1, '/orders/:id', me.wait(90_000_000));
    expect(me.engine.state.decide.visitor.kept['status-anxiety']).toHaveLength(1);
  });
});

describe('near misses of looking again', () => {
  const address = 7;
  it('one order after the other', () => {
    const me = shopper();
    for (let i = 0; i < 6; i++) go(me, '/orders/:id', { address: i });
    expect(anxious(me)).toBe(0);
  });
  it('back to it by history, or what the page changes in itself', () => {
    for (const more of [{ history: true }, { how: 'route' }] as const) {
      const me = go(shopper(), '/orders/:id', { address });
      for (let i = 0; i < 6; i++) go(me, '/orders/:id', { address, ...more });
      expect([more, anxious(me)]).toEqual([more, 0]);
    }
  });
  it('another event, and a page that was told of once and is opened without that', () => {
    const other = shopper();
    for (let i = 0; i < 6; i++) go(go(other, '/'), '/a').emit('order-placed');
    expect(anxious(other)).toBe(0);
    const once = go(shopper(), '/a').emit('order-viewed');
    for (let i = 0; i < 6; i++) go(once, '/a');
    expect(anxious(once)).toBe(0);
  });
});
