import { describe, expect, it } from 'vitest';
import type { Limit, Policy } from '../../../src/config/types.js';
import { offered, open, shop } from '../../support/triggers.js';
import type { Shopper } from '../../support/shopper.js';

const show = (me: Shopper) => me.emit('go').help('shown').wait(5_000).help('gone').wait(1_000);
const limited = (limits: Limit[]) => shop([{ limits }], { policy: { ...open, snooze: [] } });
const count = (me: Shopper) => offered(me).length;

describe('limits of a trigger', () => {
  it('per step: a reload and a way back are the same step, another step is not', () => {
    const me = show(limited([{ times: 1, per: 'step' }]).view('/cart'));
    expect(count(show(me))).toBe(1);
    expect(count(show(me.view('/cart')))).toBe(1);
    expect(count(show(me.view('/address')))).toBe(2);
    expect(count(show(me.view('/cart')))).toBe(2);
  });
  it('per journey: over steps, and anew the next time', () => {
    const me = show(limited([{ times: 1, per: 'journey' }]).view('/cart'));
    expect(count(show(me.view('/payment')))).toBe(1);
    expect(count(show(me.emit('order-placed').view('/cart')))).toBe(2);
  });
  it('per session', () => {
    const me = show(show(limited([{ times: 2, per: 'session' }]).view('/cart')));
    expect(count(me)).toBe(2);
    expect(count(show(me.emit('order-placed').view('/label')))).toBe(2);
  });
  it('forever, over sessions', () => {
    const first = show(limited([{ times: 1, per: 'forever' }]));
    const { visitor } = first.engine.state.decide;
    const again = (limits: Limit[]) =>
      count(show(shop([{ limits }], {}, { session: 's2', visitor: structuredClone(visitor) })));
    expect(again([{ times: 1, per: 'forever' }])).toBe(0);
    expect(again([{ times: 1, per: 'session' }])).toBe(1);
    expect(again([{ times: 1, per: '1d' }])).toBe(0);
  });
  it('per length of time, by the wall clock', () => {
    const me = show(limited([{ times: 1, per: '1h' }]));
    expect(count(show(me.wait(3_500_000)))).toBe(1);
    expect(count(show(me.wait(100_000)))).toBe(2);
  });
  it('what another tab has shown counts here, toward limits and gap', () => {
    const other = show(
      shop([{}], { policy: { gap: '45s', limits: [{ times: 2, per: 'session' }] } }).view('/cart'),
    );
    const { visitor } = structuredClone(other.engine.state.decide);
    const me = shop([{}], { policy: { gap: '45s', limits: [{ times: 2, per: 'session' }] } })
      .view('/cart')
      .wait(6_000)
      .feed({ type: 'visitor', visitor })
      .emit('go');
    expect(count(me)).toBe(0);
    expect(count(show(me.wait(45_000)))).toBe(1);
    expect(count(show(me.wait(60_000)))).toBe(1);
  });
  it('all of several', () => {
    const me = limited([
      { times: 2, per: 'session' },
      { times: 1, per: 'step' },
    ]).view('/cart');
    expect(count(show(show(me)))).toBe(1);
    expect(count(show(me.view('/address')))).toBe(2);
    expect(count(show(me.view('/payment')))).toBe(2);
  });
  it('opens by itself when a limit by time has passed', () => {
    const me = show(limited([{ times: 1, per: '1m' }])).emit('go');
    expect(count(me.wait(53_000))).toBe(1);
    expect(count(me.wait(1_001))).toBe(2);
  });
  it('count what was shown, not what was only offered', () => {
    const me = limited([{ times: 1, per: 'session' }])
      .emit('go')
      .help('withheld')
      .wait(1_000)
      .view('/x')
      .emit('go');
    expect(count(me)).toBe(2);
  });
});

describe('limits of all triggers together', () => {
  const both = (policy: Policy, more = {}) =>
    shop([{}, { when: { event: 'two' }, ...more }], { policy: { gap: '1ms', ...policy } }).view('/cart');
  it('by default: 1 per step, 3 per session', () => {
    const me = show(both({}));
    expect(offered(me.emit('two'))).toEqual(['t0']);
    expect(me.closed('t1')).toContain('limits');
    show(me.view('/address'));
    show(me.view('/payment'));
    show(me.view('/label'));
    expect(count(me)).toBe(3);
  });
  it('by default: 6 in 7 days', () => {
    const displays = Array.from({ length: 6 }, (_, i) => ({
      trigger: 'old',
      rank: 2,
      at: 0,
      wall: Date.UTC(2026, 10, 23, 9) - (i + 1) * 86_400_000,
      stay: 0,
      journey: '',
      step: '/',
      session: 'old',
    }));
    const visitor = (list: typeof displays) => ({ displays: list, snooze: {}, mutedUntil: 0, kept: {} });
    expect(count(show(shop([{}], { policy: {} }, { visitor: visitor(displays) })))).toBe(0);
    expect(count(show(shop([{}], { policy: {} }, { visitor: visitor(displays.slice(1)) })))).toBe(1);
  });
  it('an incident passes them, but not its own', () => {
    const me = show(
      both(
        { limits: [{ times: 1, per: 'session' }] },
        { priority: 'incident', limits: [{ times: 1, per: 'session' }] },
      ),
    );
    expect(offered(me.emit('two'))).toEqual(['t0', 't1']);
    me.help('shown').help('gone').emit('two').wait(1_000);
    expect(count(me)).toBe(2);
  });
  it('an incident takes nothing from them', () => {
    const me = both({ limits: [{ times: 1, per: 'session' }] }, { priority: 'incident' })
      .emit('two')
      .help('shown')
      .help('gone');
    expect(offered(me.wait(1_000).emit('go'))).toEqual(['t1', 't0']);
  });
  it('a blocker does not pass them', () => {
    const me = show(both({ limits: [{ times: 1, per: 'session' }] }, { priority: 'blocker' }));
    expect(offered(me.emit('two').wait(1_000))).toEqual(['t0']);
  });
});

describe('gap', () => {
  const after = (ms: number, priority: 'incident' | 'blocker' | 'help' | 'tip', gap?: string) => {
    const me = shop([{}, { when: { event: 'two' }, priority }], {
      policy: { limits: [], ...(gap ? { gap } : {}) },
    });
    return (
      count(
        me
          .emit('go')
          .help('shown')
          .wait(ms - 1_000)
          .help('gone')
          .wait(1_000)
          .emit('two')
          .wait(10),
      ) === 2
    );
  };
  it('45 s between two helps by default', () => {
    expect(after(44_900, 'help')).toBe(false);
    expect(after(45_000, 'help')).toBe(true);
    expect(after(44_900, 'tip')).toBe(false);
  });
  it('can be set', () => expect(after(5_000, 'help', '5s')).toBe(true));
  it('is not for incidents and blockers', () => {
    expect(after(2_000, 'incident')).toBe(true);
    expect(after(2_000, 'blocker')).toBe(true);
  });
  it('what is armed shows when it is over', () => {
    const me = shop([{}, { when: { event: 'two' } }], { policy: { limits: [] } })
      .emit('go')
      .help('shown')
      .wait(5_000)
      .help('gone')
      .emit('two')
      .wait(39_999);
    expect(count(me)).toBe(1);
    expect(count(me.wait(1))).toBe(2);
  });
});

it.each<[unknown, string]>([
  [[{ times: 0, per: 'step' }], '/limits/0/times'],
  [[{ times: 1, per: 'week' }], '/limits/0/per'],
  [[{ times: 1, per: '10 min' }], '/limits/0/per'],
  [[{ times: 1, per: '500ms' }], '/limits/0/per'],
  [[{ time: 1, per: 'step' }], '/limits/0/time'],
  [{ times: 1, per: 'step' }, '/limits'],
  [[null], '/limits/0'],
])('a mistake is told: %j', (limits, pointer) => {
  const me = shop([{ limits: limits as Limit[] }, {}]);
  expect(me.problems).toMatchObject([{ code: 'TRIGGER_INVALID', path: `/triggers/0${pointer}` }]);
  const policy = shop([{}], { policy: { limits: limits as Limit[] } });
  expect(policy.problems).toMatchObject([{ code: 'CONFIG_INVALID', path: `/policy${pointer}` }]);
  expect(count(show(policy.view('/cart')).emit('go'))).toBe(1);
});
