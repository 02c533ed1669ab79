import { describe, expect, it } from 'vitest';
import type { Condition, Trigger } from '../../../src/config/types.js';
import type { Shopper } from '../../support/shopper.js';
import { offered, shop } from '../../support/triggers.js';

const NOON = Date.UTC(2026, 10, 23, 12);
const HOUR = 3_600_000;
const eta = new Date(NOON).toISOString();
const shown = (me: Shopper) => offered(me).length > 0;
const near: Condition = { facts: { eta: { before: '2h' } } };
const old: Condition = { facts: { eta: { olderThan: '2h' } } };
/** It is nine o’clock. */
const on = (when: Condition, more: Partial<Trigger> = {}) =>
  shop([{ when, ...more }])
    .view('/cart')
    .facts({ eta });
const deadlines = (me: Shopper) => me.engine.state.deadlines.filter(({ who }) => who === 'decide').length;

describe('a date', () => {
  it('comes near by itself, to the millisecond', () => {
    const me = on(near).wait(HOUR - 1);
    expect(shown(me)).toBe(false);
    expect(shown(me.wait(1))).toBe(true);
  });
  it('grows old by itself', () => {
    const me = on(old).wait(5 * HOUR);
    expect(shown(me)).toBe(false);
    expect(shown(me.wait(1))).toBe(true);
  });
  it('passes, and its help goes', () => {
    const me = on(near)
      .wait(HOUR)
      .help('shown')
      .wait(2 * HOUR);
    expect(me.helps()).toEqual(['t0 shown']);
    expect(me.wait(1).helps()).toEqual(['t0 shown', 't0 withdrawn']);
  });
  it('in unless, it takes help away, and lets it in again', () => {
    const me = on({ event: 'go', per: 'session' }, { unless: near })
      .emit('go')
      .help('shown')
      .wait(HOUR - 1);
    expect(me.helps()).toEqual(['t0 shown']);
    expect(me.wait(1).helps()).toEqual(['t0 shown', 't0 withdrawn']);
    me.help('gone').wait(2 * HOUR);
    expect(me.offers()).toHaveLength(1);
    expect(me.wait(1).offers()).toHaveLength(2);
  });
  it('under not', () => {
    const me = on({ not: near });
    expect(shown(me)).toBe(true);
    const late = on({
      all: [{ not: { facts: { eta: { olderThan: '2h' } } } }, { facts: { eta: { before: '1h' } } }],
    });
    expect(shown(late.wait(2 * HOUR - 1))).toBe(false);
    expect(shown(late.wait(1))).toBe(true);
  });
  it('in an audience: what is armed shows once it fits', () => {
    const me = shop([{ when: { event: 'go' }, where: { audience: 'soon' } }], {
      audiences: { soon: { eta: { before: '2h' } } },
    });
    me.view('/cart')
      .facts({ eta })
      .emit('go')
      .wait(HOUR - 1);
    expect(me.closed('t0')).toContain('audience');
    expect(shown(me.wait(1))).toBe(true);
  });
});

describe('when the wall clock jumps', () => {
  it.each<[string, Condition, number]>([
    ['forward', near, NOON - 2 * HOUR],
    ['forward', old, NOON + 2 * HOUR + 1],
  ])('%s, the date is nearer at once', (_, when, wall) => {
    const me = on(when).wait(1_000);
    expect(shown(me)).toBe(false);
    expect(shown(me.feed({ type: 'wall', wall }))).toBe(true);
  });
  it('back, it is farther, and still comes', () => {
    const me = on(near)
      .wait(1_000)
      .feed({ type: 'wall', wall: NOON - 5 * HOUR });
    expect(shown(me.wait(3 * HOUR - 1))).toBe(false);
    expect(shown(me.wait(1))).toBe(true);
  });
  it('opening hours and audiences follow', () => {
    const me = on({ event: 'go' }, { schedule: { hours: '20:00-21:00', zone: 'UTC' } })
      .emit('go')
      .wait(1_000);
    expect(shown(me)).toBe(false);
    expect(shown(me.feed({ type: 'wall', wall: NOON + 8 * HOUR }))).toBe(true);
  });
});

it('one deadline for each condition, however often the date changes', () => {
  const me = on(near);
  for (let i = 0; i < 500; i++)
    me.wait(1_000).facts({ eta: new Date(NOON + ((i * 7_919) % 1_000) * HOUR).toISOString() });
  expect(deadlines(me)).toBeLessThanOrEqual(2);
});

it('what is no date wakes nobody, and matches nothing', () => {
  const me = shop([{ when: near }, { when: { not: near } }, { when: old }, { when: { not: old } }]);
  for (const value of ['soon', '2026-02-31', true, ['2026-11-23'], Infinity, ''])
    me.facts({ eta: value }).wait(HOUR);
  expect(shown(me)).toBe(false);
  expect(deadlines(me)).toBe(0);
});

it('windows too leave one deadline for each condition', () => {
  const me = shop([{ when: { facts: { tier: 'gold' } }, unless: { event: 'stop', within: '7d' } }]).facts({
    tier: 'gold',
  });
  for (let i = 0; i < 500; i++)
    me.wait(1_000)
      .emit('stop')
      .facts({ tier: i % 2 ? 'gold' : 'silver' });
  expect(deadlines(me)).toBeLessThanOrEqual(2);
});
