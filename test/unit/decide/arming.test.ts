import { describe, expect, it } from 'vitest';
import { offered, shop } from '../../support/triggers.js';

describe('what is told as withheld', () => {
  it('is help that something kept back', () => {
    const me = shop([{ limits: [{ times: 1, per: 'session' }] }])
      .emit('go')
      .wait(100)
      .help('shown')
      .help('gone');
    me.wait(60_000).view('/cart').emit('go').wait(2_000).view('/payment');
    expect(me.helps()).toEqual(['t0 shown', 't0 withheld']);
  });
  it('is not help that was meant for another place', () => {
    const me = shop([{ where: { step: 'payment' } }])
      .view('/cart')
      .emit('go')
      .wait(2_000)
      .view('/address');
    expect(me.helps()).toEqual([]);
  });
});

describe('help that waits for others', () => {
  it('does not give up meanwhile', () => {
    const me = shop([{ when: { event: 'first' } }, {}], { policy: { limits: [], gap: '1s' } })
      .emit('first')
      .wait(2_000)
      .help('shown');
    me.emit('go').wait(60_000).type('name').help('dismissed').type('name').wait(200);
    expect(offered(me)).toEqual(['t0']);
    me.wait(3_000);
    expect(me.offers().map(({ trigger, as }) => `${trigger} ${as}`)).toEqual(['t0 notice', 't1 notice']);
  });
});

it('a fact that is forgotten takes its help away', () => {
  const me = shop([{ when: { facts: { tier: 'gold' } } }])
    .facts({ tier: 'gold' })
    .wait(2_000)
    .help('shown')
    .facts({ tier: null });
  expect(me.helps()).toEqual(['t0 shown', 't0 withdrawn']);
});

it('consent given later brings back what was dismissed before', () => {
  const me = shop([{}]).feed({
    type: 'visitor',
    visitor: { displays: [], snooze: { t0: { n: 1, until: Date.UTC(2026, 10, 24, 9) } }, mutedUntil: 0 },
  });
  expect(offered(me.emit('go').wait(60_000))).toEqual([]);
  expect(me.closed('t0')).toContain('snoozed');
});

it('an event that is told by what it solves solves it once', () => {
  const me = shop([{ solved: { by: { event: 'help-solved' } } }])
    .emit('go')
    .wait(100)
    .help('shown')
    .help('dismissed')
    .emit('help-solved');
  expect(me.helps()).toEqual(['t0 shown', 't0 dismissed', 't0 solved']);
});
