import { describe, expect, it } from 'vitest';
import type { Condition, Config } from '../../../src/config/types.js';
import { activeAt } from '../../../src/journey/activity.js';
import { scoreOf } from '../../../src/journey/scores.js';
import type { Shopper } from '../../support/shopper.js';
import { journeys, offered, open, shop } from '../../support/triggers.js';

const { steps } = journeys['checkout']!;
const config: Partial<Config> = {
  journeys: { ...journeys, checkout: { steps: steps.map((step) => ({ ...step, expected: '40s' })) } },
};
const on = (when: Condition, more: Partial<Config> = {}) => shop([{ when }], { ...config, ...more });
const shown = (me: Shopper) => offered(me).length > 0;
/** In steps in which nobody is taken to be away. */
const active = (me: Shopper, ms: number) => {
  for (let left = ms; left > 0; left -= 20_000) me.wait(Math.min(left, 20_000)).scroll();
  return me;
};
const leaving = (me: Shopper, name = 'exit-intent') =>
  me.engine.raise({
    name,
    at: me.now,
    step: 'payment',
    journey: 'checkout',
    target: 'x',
    count: 1,
    weight: 0,
    because: 'x',
    evidence: {},
  });

describe('effort', () => {
  it('comes true by itself, in the very millisecond, with one deadline and no record', () => {
    const me = active(on({ score: 'effort', above: 0.5 }).view('/payment'), 30_000);
    expect(me.engine.state.activity.waiting.filter(({ who }) => who === 'decide')).toHaveLength(1);
    expect(shown(me.wait(10_000))).toBe(false);
    expect(shown(me.wait(1))).toBe(true);
  });
  it('counts no time in which the customer is away', () => {
    const me = active(on({ score: 'effort', above: 0.5 }).view('/payment'), 20_000);
    me.page(false).wait(600_000).page(true);
    expect(shown(me.wait(20_000))).toBe(false);
    expect(shown(me.wait(1))).toBe(true);
  });
  it('retries bring it nearer', () => {
    const me = on({ score: 'effort', above: 0.5 })
      .view('/payment')
      .submit()
      .wait(2_000)
      .submit()
      .wait(28_000);
    expect(shown(me)).toBe(false);
    expect(shown(me.wait(1))).toBe(true);
  });
  it('a way back brings it nearer', () => {
    const me = on({ score: 'effort', above: 0.5 }).view('/payment').view('/address').wait(20_000);
    expect(shown(me)).toBe(false);
    expect(shown(me.wait(1))).toBe(true);
  });
  it('belongs to the step, and a reload does not undo it', () => {
    const half = () => active(on({ score: 'effort', above: 0.5 }).view('/payment'), 30_000);
    expect(shown(half().view('/label').wait(30_000))).toBe(false);
    expect(shown(half().view('/payment').wait(10_001))).toBe(true);
  });
  it('a low one is asked for with not, and help goes when it is low no longer', () => {
    const me = on({ all: [{ event: 'go' }, { not: { score: 'effort', above: 0.5 } }] }).view('/payment');
    expect(shown(me.emit('go'))).toBe(true);
    active(me.help('shown'), 40_000);
    expect(me.helps()).toEqual(['t0 shown']);
    me.wait(1);
    expect(me.helps()).toEqual(['t0 shown', 't0 withdrawn']);
  });
  it('of two limits, each has its time', () => {
    const me = shop(
      [{ when: { score: 'effort', above: 0.6 } }, { when: { score: 'effort', above: 0.5 } }],
      config,
    ).view('/payment');
    active(me, 40_001);
    expect(offered(me)).toEqual(['t1']);
    active(me.help('shown').help('gone'), 19_999);
    expect(offered(me)).toEqual(['t1']);
    me.wait(1);
    expect(offered(me)).toEqual(['t1', 't0']);
  });
  it('goes on from a stored state', () => {
    const me = active(on({ score: 'effort', above: 0.5 }).view('/payment'), 30_000);
    const state = JSON.parse(JSON.stringify(me.engine.state)) as typeof me.engine.state;
    const again = shop([{ when: { score: 'effort', above: 0.5 } }], config, { state });
    expect(shown(again.wait(10_000))).toBe(false);
    expect(shown(again.wait(1))).toBe(true);
  });
});

describe('exit', () => {
  it('comes true with a signal that speaks of leaving', () => {
    const me = on({ score: 'exit', above: 0.69 }).view('/payment');
    leaving(me, 'rage-click');
    expect(shown(me)).toBe(false);
    leaving(me);
    expect(shown(me)).toBe(true);
  });
  it('not at the limit itself', () => {
    const me = on({ score: 'exit', above: 0.7 }).view('/payment');
    leaving(me);
    expect(shown(me)).toBe(false);
  });
  it('ends with the step', () => {
    const me = on({ score: 'exit', above: 0.8 }).view('/payment');
    leaving(me);
    me.view('/address');
    leaving(me, 'phone-seeking');
    expect(shown(me)).toBe(false);
  });
});

describe.each(['struggle', 'exit'] as const)('%s, asked for under not or in unless', (score) => {
  const policy = { ...open, signals: { 'payment-failure': { weight: 0.7 } } };
  const cause = (me: Shopper) => {
    if (score === 'exit') leaving(me);
    else me.emit('payment-failure');
    return me;
  };
  const value = (me: Shopper) => scoreOf(me.engine.state, score, activeAt(me.engine.state.activity, me.now));
  it.each<[string, (above: number) => Parameters<typeof shop>[0]]>([
    ['not', (above) => [{ when: { all: [{ facts: { tier: 'gold' } }, { not: { score, above } }] } }]],
    ['unless', (above) => [{ when: { facts: { tier: 'gold' } }, unless: { score, above } }]],
  ])('%s: lets help in once it has faded, with no record', (_, triggers) => {
    const me = cause(shop(triggers(0.5), { ...config, policy }).view('/payment')).facts({ tier: 'gold' });
    expect(shown(me)).toBe(false);
    while (!shown(me) && me.now < 60_000) {
      expect(value(me)).toBeGreaterThan(0.4999);
      me.wait(100);
    }
    expect(value(me)).toBeLessThanOrEqual(0.5);
    expect(value(me)).toBeGreaterThan(0.498);
  });
  it('unless: takes help away when it rises', () => {
    const me = shop([{ when: { facts: { tier: 'gold' } }, unless: { score, above: 0.5 } }], {
      ...config,
      policy,
    });
    me.view('/payment').facts({ tier: 'gold' }).wait(10).help('shown');
    expect(cause(me).helps()).toEqual(['t0 shown', 't0 withdrawn']);
  });
});

it.each(['struggle', 'exit'] as const)('%s: help that is being read stays when it fades', (score) => {
  const me = shop([{ when: { score, above: 0.5 } }], {
    ...config,
    policy: { ...open, signals: { 'payment-failure': { weight: 0.7 } } },
  }).view('/payment');
  leaving(me.emit('payment-failure'));
  active(me.wait(1).help('shown'), 600_000);
  expect(scoreOf(me.engine.state, score, activeAt(me.engine.state.activity, me.now))).toBeLessThan(0.01);
  expect(me.emit('go').facts({ tier: 'gold' }).helps()).toEqual(['t0 shown']);
});

it('a step says its scores between 0 and 1', () => {
  const me = shop([], config).view('/payment');
  for (let i = 0; i < 20; i++) leaving(me);
  active(me, 3_600_000);
  for (const name of ['struggle', 'effort', 'exit'] as const) {
    const score = scoreOf(me.engine.state, name, activeAt(me.engine.state.activity, me.now));
    expect(score).toBeGreaterThanOrEqual(0);
    expect(score).toBeLessThanOrEqual(1);
  }
});
