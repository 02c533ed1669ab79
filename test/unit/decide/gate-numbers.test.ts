import { describe, expect, it } from 'vitest';
import type { Limit, Policy, Trigger } from '../../../src/config/types.js';
import type { Display } from '../../../src/decide/limits.js';
import { shopper, type Shopper } from '../../support/shopper.js';
import { open, shop } from '../../support/triggers.js';

const HOUR = 3_600_000;
const gate = (me: Shopper, name: string, trigger = 't0') =>
  me.engine.why(trigger)[0]!.gates.find((one) => one.gate === name)!;
const shown = (more: Partial<Trigger> = {}, policy: Policy = {}, wait = 1_000) =>
  shop([more], { policy: { ...open, ...policy } })
    .view('/cart')
    .emit('go')
    .help('shown')
    .wait(wait)
    .help('gone');
/** Displays of other sessions, so many milliseconds before the start. */
const before = (...ago: number[]) => ({
  visitor: {
    displays: ago.map((ms): Display => ({
      trigger: 't0',
      rank: 2,
      at: 0,
      wall: shopper().engine.state.wallZero - ms,
      stay: 0,
      journey: '',
      step: '/',
      session: 'old',
    })),
    snooze: {},
    mutedUntil: 0,
    kept: {},
  },
});

describe('what a gate says in numbers and names', () => {
  it('where', () => {
    expect(gate(shop([{}]).view('/cart'), 'where').data).toEqual({
      journey: 'checkout',
      step: 'cart',
      path: '/cart',
      device: 'desktop',
    });
    const away = shop([{}], {}, { device: 'phone' }).view('/about');
    expect(gate(away, 'where').data).toEqual({ journey: '', step: '', path: '/about', device: 'phone' });
  });
  it('holdout', () => {
    const on = (share: number) =>
      gate(shop([{}], { policy: { ...open, holdout: { share, name: 'h' } } }), 'holdout');
    expect(on(1e-9)).toMatchObject({ pass: true, data: { name: 'h', share: 1e-9 } });
    expect(on(1)).toMatchObject({ pass: false, data: { name: 'h', share: 1 } });
    const none = { gate: 'holdout', pass: true, value: 'none' };
    expect(gate(shop([{}]), 'holdout')).toEqual(none);
    expect(on(0)).toEqual(none);
  });
  it('experiment', () => {
    const on = (variant: object) =>
      gate(shop([{ experiment: { name: 'x', variants: { a: { share: 1, ...variant } } } }]), 'experiment');
    expect(on({})).toMatchObject({ pass: true, data: { variant: 'a' } });
    expect(on({ nothing: true })).toMatchObject({ pass: false, data: { variant: 'a' } });
    expect(gate(shop([{}]), 'experiment').data).toBeUndefined();
  });
  it('an experiment of nobody: shares that leave some out', () => {
    const none = shop([{ experiment: { name: 'x', variants: { a: { share: 0, nothing: true } } } }]);
    expect(gate(none, 'experiment')).toEqual({ gate: 'experiment', pass: true, value: 'none' });
  });
  it('gap', () => {
    const me = shown({}, { gap: '45s' }, 15_000);
    expect(gate(me, 'gap')).toMatchObject({
      pass: false,
      data: { since: 15_000, gap: 45_000 },
      until: 45_000,
    });
    expect(gate(me.wait(29_999), 'gap').pass).toBe(false);
    expect(gate(me.wait(1), 'gap').pass).toBe(true);
    expect(gate(shop([{}]), 'gap').data).toBeUndefined();
  });
  it('snoozed', () => {
    const me = shop([{}], { policy: { ...open, snooze: ['2h'] } })
      .emit('go')
      .help('shown')
      .wait(5_000)
      .help('dismissed');
    expect(gate(me.wait(1), 'snoozed')).toMatchObject({
      pass: false,
      data: { minutes: 120, muted: false },
      until: 5_000 + 2 * HOUR,
    });
    expect(gate(me.wait(60_000), 'snoozed').data).toEqual({ minutes: 119, muted: false });
    me.feed({ type: 'mute', until: me.now + 3 * HOUR });
    expect(gate(me, 'snoozed')).toMatchObject({
      data: { minutes: 180, muted: true },
      until: me.now + 3 * HOUR,
    });
    expect(gate(me.wait(3 * HOUR), 'snoozed')).toEqual({ gate: 'snoozed', pass: true, value: 'no' });
  });
  it('a mute in the past mutes nobody', () => {
    const me = shop([{}]).wait(10_000).feed({ type: 'mute', until: 5_000 });
    expect(gate(me, 'snoozed').pass).toBe(true);
  });
  it('contest', () => {
    const me = shop([{}, { when: { event: 'two' } }])
      .emit('two')
      .help('shown');
    expect(gate(me, 'contest')).toMatchObject({ pass: false, data: { by: 't1' } });
    expect(gate(me, 'contest', 't1')).toEqual({ gate: 'contest', pass: true, value: 'nothing on screen' });
  });
  it('contest: what has lost to another, whose moment has not come', () => {
    const me = shop([{ priority: 'blocker', timing: { at: 'boundary' } }, {}])
      .wait(10_000)
      .emit('go');
    expect(gate(me, 'contest', 't1')).toEqual({
      gate: 'contest',
      pass: false,
      value: 'another trigger goes first',
    });
    expect(gate(me, 'contest').pass).toBe(true);
  });
  it('interruption', () => {
    const me = shop([{ timing: {} }])
      .type('x')
      .wait(700);
    expect(gate(me, 'interruption')).toMatchObject({ pass: false, until: 1_300, data: { ago: 700 } });
    expect(gate(me.wait(600), 'interruption')).toEqual({ gate: 'interruption', pass: true, value: 'pause' });
  });
  it('schedule', () => {
    const me = shop([{ schedule: { from: '2026-11-23T09:30:00Z' } }]).wait(60_000);
    expect(gate(me, 'schedule')).toMatchObject({ pass: false, until: HOUR / 2 });
    expect(gate(me.wait(HOUR), 'schedule').until).toBeUndefined();
  });
  it('audience, when, unless', () => {
    const audiences = { gold: { tier: 'gold' } };
    const me = shop([{ where: { audience: 'gold' }, unless: { event: 'x' } }], { audiences });
    const closed = () => ['audience', 'when', 'unless'].filter((name) => !gate(me, name).pass);
    expect(closed()).toEqual(['audience', 'when']);
    me.facts({ tier: 'gold' }).emit('x').emit('go');
    expect(closed()).toEqual(['unless']);
  });
});

describe('limits in numbers', () => {
  const limits = (list: Limit[], ago: number[], policy: Limit[] = []) =>
    gate(shop([{ limits: list }], { policy: { ...open, limits: policy } }, before(...ago)), 'limits');
  it('without any', () => expect(limits([], [])).toEqual({ gate: 'limits', pass: true, value: 'none' }));
  it('open: how much of each is used', () => {
    expect(
      limits(
        [
          { times: 2, per: '1d' },
          { times: 3, per: 'forever' },
        ],
        [HOUR],
      ),
    ).toEqual({
      gate: 'limits',
      pass: true,
      value: '1 of 2 per 1d used; 1 of 3 per forever used',
    });
  });
  it('closed: only those that are, and when the oldest display that counts is forgotten', () => {
    expect(
      limits(
        [
          { times: 2, per: '1d' },
          { times: 9, per: 'forever' },
        ],
        [5 * HOUR, 3 * HOUR, HOUR],
      ),
    ).toEqual({
      gate: 'limits',
      pass: false,
      value: '3 of 2 per 1d used',
      data: { used: 3, times: 2, per: '1d' },
      until: 21 * HOUR,
    });
  });
  it('several closed: the one that stays so for longest', () => {
    expect(
      limits(
        [
          { times: 1, per: '2h' },
          { times: 1, per: '1d' },
        ],
        [HOUR],
      ),
    ).toMatchObject({
      data: { per: '1d' },
      until: 23 * HOUR,
    });
    expect(
      limits(
        [
          { times: 1, per: '1d' },
          { times: 1, per: '2h' },
        ],
        [HOUR],
      ),
    ).toMatchObject({
      data: { per: '1d' },
      until: 23 * HOUR,
    });
  });
  it('one that no time opens: nobody has to look again', () => {
    const gates = limits(
      [
        { times: 1, per: '1d' },
        { times: 1, per: 'forever' },
      ],
      [HOUR],
    );
    expect(gates).toMatchObject({ pass: false, data: { per: 'forever' } });
    expect(gates.until).toBeUndefined();
  });
  it('those of the policy come first', () => {
    expect(limits([{ times: 1, per: '1d' }], [HOUR], [{ times: 1, per: '7d' }]).value).toBe(
      '1 of 1 per 7d used; 1 of 1 per 1d used',
    );
  });
  it('count a length of time up to its end, and a display of a clock set back as well', () => {
    const used = (ago: number) => limits([{ times: 1, per: '1h' }], [ago]).pass;
    expect(used(HOUR - 1)).toBe(false);
    expect(used(HOUR)).toBe(true);
    expect(used(1 - HOUR)).toBe(false);
    // Ahead of the clock: it was set back since, and the display counts as of now.
    expect(used(-HOUR)).toBe(false);
  });
});

describe('per step', () => {
  const again = (act: (me: Shopper) => Shopper) => {
    const me = act(shown({ limits: [{ times: 1, per: 'step' }] }));
    return gate(me, 'limits').pass;
  };
  it('is the step of this run of the journey', () => {
    expect(again((me) => me)).toBe(false);
    expect(again((me) => me.view('/address').view('/cart'))).toBe(false);
    expect(again((me) => me.emit('order-placed').view('/cart'))).toBe(true);
  });
  it('is the page, where there is no step', () => {
    const me = shop([{ limits: [{ times: 1, per: 'step' }] }])
      .view('/about')
      .emit('go')
      .help('shown')
      .help('gone');
    expect(gate(me, 'limits').pass).toBe(false);
    expect(gate(me.view('/jobs'), 'limits').pass).toBe(true);
  });
  it('is of this session', () => {
    const { visitor } = shown({ limits: [{ times: 1, per: 'step' }] }).engine.state.decide;
    const next = (limit: Limit, session: string) =>
      gate(
        shop([{ limits: [limit] }], {}, { visitor: structuredClone(visitor), session }).view('/cart'),
        'limits',
      ).pass;
    expect(next({ times: 1, per: 'step' }, 's2')).toBe(true);
    expect(next({ times: 1, per: 'step' }, 's1')).toBe(false);
    expect(next({ times: 1, per: 'journey' }, 's2')).toBe(true);
    expect(next({ times: 1, per: 'journey' }, 's1')).toBe(false);
  });
});
