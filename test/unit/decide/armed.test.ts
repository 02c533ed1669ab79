import { describe, expect, it } from 'vitest';
import type { Config, Trigger } from '../../../src/config/types.js';
import type { Shopper } from '../../support/shopper.js';
import { offered, open, shop } from '../../support/triggers.js';

const pending = (me: Shopper) => me.engine.state.decide.pending;
const told = (me: Shopper) =>
  me.outputs.flatMap((o) => (o.kind === 'help' ? [[o.trigger, o.phase, o.gate]] : []));

describe('an armed trigger', () => {
  it('remembers when and where it was armed, by what, and what that was about', () => {
    const me = shop([{ timing: { delay: '1m' } }])
      .view('/cart')
      .wait(500)
      .emit('go', { field: 'zip' });
    expect(pending(me)['t0']).toEqual({
      armedAt: 500,
      dueAt: null,
      stay: me.engine.state.here.place.stay,
      about: 'zip',
      because: 'go',
      heldBy: null,
    });
  });
  it('is armed by a state of things without a name', () => {
    const me = shop([{ when: { facts: { tier: 'gold' } }, timing: { delay: '1m' } }]).facts({ tier: 'gold' });
    expect(pending(me)['t0']).toMatchObject({ about: null, because: '' });
  });
  it('is not armed again meanwhile, nor while it is on screen', () => {
    const me = shop([{ timing: { delay: '10s' } }])
      .emit('go')
      .wait(5_000)
      .emit('go');
    expect(pending(me)['t0']!.armedAt).toBe(0);
    me.wait(5_000);
    expect(me.offers()).toMatchObject([{ at: 10_000 }]);
    me.help('shown').emit('go').wait(60_000);
    expect(pending(me)).toEqual({});
  });
  it('comes when its delay is over, not before', () => {
    const me = shop([{ timing: { at: 'now', delay: '10s' } }])
      .emit('go')
      .wait(9_999)
      .emit('x')
      .facts({ a: 1 });
    expect(offered(me)).toEqual([]);
    expect(me.wait(1).offers()).toMatchObject([{ at: 10_000 }]);
  });
  it('lives as long as its step: a reload of it is the same one', () => {
    const armed = () =>
      shop([{ timing: { at: 'boundary' } }])
        .view('/cart')
        .wait(5_000)
        .emit('go');
    expect(Object.keys(pending(armed().view('/cart', 'dom')))).toEqual(['t0']);
    expect(offered(armed().view('/cart'))).toEqual(['t0']);
    const left = armed().view('/address');
    expect([pending(left), offered(left)]).toEqual([{}, []]);
  });
  it('whose delay is over when the step is left goes with it', () => {
    const me = (ms: number) =>
      shop([{ timing: { delay: '10s' } }])
        .view('/cart')
        .emit('go')
        .wait(9_000)
        .hold('dialog', true)
        .wait(ms)
        .view('/address', 'route');
    expect(Object.keys(pending(me(999)))).toEqual(['t0']);
    expect(Object.keys(pending(me(1_000)))).toEqual([]);
  });
});

describe('kept back until the step was left', () => {
  const after = (more: Partial<Trigger>, config: Partial<Config> = {}, first?: (me: Shopper) => unknown) => {
    const me = shop([more], config).view('/cart');
    first?.(me);
    me.emit('go').wait(1_000).view('/address');
    expect(pending(me)).toEqual({});
    return told(me).filter(([, phase]) => phase === 'withheld');
  };
  it.each<[string, Partial<Trigger>, Partial<Config>]>([
    ['where', { where: { step: 'payment' } }, {}],
    ['status', { status: 'draft' }, {}],
    ['schedule', { schedule: { until: '2020-01-01' } }, {}],
    ['audience', { where: { audience: 'a' } }, { audiences: { a: { tier: 'gold' } } }],
    ['enabled', {}, { policy: { ...open, enabled: false } }],
  ])('%s: it was not meant for this customer here, and nothing is told', (_, more, config) =>
    expect(after(more, config)).toEqual([]),
  );
  it('limits: told', () =>
    expect(
      after({ limits: [{ times: 1, per: 'session' }] }, {}, (me) => me.emit('go').help('shown').help('gone')),
    ).toEqual([['t0', 'withheld', 'limits']]));
  it('snoozed: told', () =>
    expect(after({}, {}, (me) => me.emit('go').help('shown').wait(5_000).help('dismissed'))).toEqual([
      ['t0', 'withheld', 'snoozed'],
    ]));
  it('the moment did not come: told', () =>
    expect(after({ timing: { at: 'boundary' } }, {}, (me) => me.wait(5_000))).toEqual([
      ['t0', 'withheld', 'interruption'],
    ]));
  it('gap: told', () =>
    expect(
      after({}, { policy: { limits: [], gap: '45s' } }, (me) => me.emit('go').help('shown').help('gone')),
    ).toEqual([['t0', 'withheld', 'gap']]));
  it('contest: told', () => {
    const me = shop([{}, {}]).view('/cart').emit('go').help('shown').wait(1_000).view('/address');
    expect(told(me).filter(([, phase]) => phase === 'withheld')).toEqual([['t1', 'withheld', 'contest']]);
  });
  it('unless: told only where something else had kept it back before', () => {
    const me = shop([{ unless: { event: 'x' } }])
      .view('/cart')
      .emit('x')
      .emit('go')
      .wait(1_000);
    expect(pending(me)).toEqual({});
    expect(told(me)).toEqual([['t0', 'withheld', 'unless']]);
  });
});

describe('the end of a journey', () => {
  const armed = (act: (me: Shopper) => Shopper) =>
    act(
      shop([{ timing: { delay: '1m' } }])
        .view('/payment')
        .emit('go')
        .wait(1_000),
    );
  it('takes away what was armed on the way', () =>
    expect(pending(armed((me) => me.emit('order-placed')))).toEqual({}));
  it('not what was armed outside of it', () =>
    expect(Object.keys(pending(armed((me) => me.view('/about').emit('order-placed'))))).toEqual(['t0']));
  it('not what it has armed itself', () => {
    const me = shop([{ when: { event: 'order-placed' }, timing: { delay: '1m' } }])
      .view('/payment')
      .wait(1_000);
    expect(Object.keys(pending(me.emit('order-placed')))).toEqual(['t0']);
    const done = shop([{ when: { event: 'journey-completed' } }])
      .view('/payment')
      .wait(1_000);
    expect(offered(done.emit('order-placed'))).toEqual(['t0']);
  });
  it('starts the counts of this journey over, no other', () => {
    const me = shop([
      { when: { event: 'go', min: 2, per: 'journey' } },
      { when: { event: 'go', min: 2, per: 'session' } },
    ])
      .view('/cart')
      .emit('go')
      .emit('order-placed')
      .view('/cart')
      .emit('go');
    expect(offered(me)).toEqual(['t1']);
    expect(me.engine.state.decide.runs).toEqual({ checkout: 1 });
    expect(me.view('/payment').emit('order-placed').engine.state.decide.runs).toEqual({ checkout: 2 });
  });
  it('leaves the counts of another journey alone', () => {
    const me = shop([{ when: { event: 'go', min: 2 } }], {
      journeys: {
        one: { steps: [{ id: 'a', url: '/a' }], done: { event: 'one-done' } },
        two: { steps: [{ id: 'b', url: '/b' }], done: { event: 'two-done' } },
      },
    });
    me.view('/a').view('/b').emit('go').emit('one-done').emit('go');
    expect(offered(me)).toEqual(['t0']);
  });
});

describe('a field that is accepted', () => {
  const about = (act: (me: Shopper) => Shopper) =>
    act(
      shop([{ timing: { delay: '1m' } }])
        .view('/address')
        .emit('go', { field: 'zip' }),
    );
  it('takes away what was armed because of it, and nothing else', () => {
    expect(pending(about((me) => me.ok('zip')))).toEqual({});
    expect(Object.keys(pending(about((me) => me.ok('name'))))).toEqual(['t0']);
  });
  it('that has no name takes nothing away', () => {
    const me = shop([{ timing: { delay: '1m' } }])
      .emit('go')
      .emit('field-accepted');
    expect(Object.keys(pending(me))).toEqual(['t0']);
  });
});

describe('the best of several', () => {
  it('one at a time; the others are told to wait for it', () => {
    const me = shop([{}, { priority: 'blocker' }, { priority: 'tip' }]).emit('go');
    expect(offered(me)).toEqual(['t1']);
    expect([pending(me)['t0']!.heldBy, pending(me)['t2']!.heldBy]).toEqual(['contest', 'contest']);
  });
  it('an incident keeps the place that it has taken, and takes that of badges not', () => {
    const me = shop([
      { show: { content: 'text', as: 'badge' } },
      { when: { event: 'down' }, priority: 'incident' },
    ])
      .emit('go')
      .help('shown')
      .emit('down');
    expect(offered(me)).toEqual(['t0', 't1']);
    expect(me.helps()).toEqual(['t0 shown']);
  });
  it('the wait for others does not count toward giving up, the wait for the moment does', () => {
    const me = shop([{ timing: { at: 'boundary', giveUpAfter: '5s' } }])
      .wait(10_000)
      .emit('go')
      .wait(4_999);
    expect([offered(me), pending(me)['t0']!.dueAt, pending(me)['t0']!.heldBy]).toEqual([
      [],
      10_000,
      'interruption',
    ]);
    expect(me.wait(1).offers()).toMatchObject([{ as: 'badge', at: 15_000 }]);
  });
  it('in another tab it is not due yet', () => {
    const me = shop([{}]).page(false).emit('go').wait(60_000);
    expect(pending(me)['t0']).toMatchObject({ dueAt: null, heldBy: 'interruption' });
    expect(me.engine.why('t0')[0]!.state).toBe('armed');
    expect(offered(me.page(true))).toEqual(['t0']);
  });
  it('a variant has its own words and its own form; a badge where the moment never came', () => {
    const experiment = { name: 'x', variants: { a: { share: 1, content: 'other', as: 'banner' as const } } };
    const first = (me: Shopper) => me.outputs.find((o) => o.kind === 'offer');
    expect(first(shop([{ experiment }]).emit('go'))).toMatchObject({ content: 'other', as: 'banner' });
    const late = shop([{ experiment, timing: { at: 'boundary' } }])
      .wait(10_000)
      .emit('go')
      .wait(20_000);
    expect(first(late)).toMatchObject({ content: 'other', as: 'badge' });
  });
});

describe('a signal of another tab, and of facts', () => {
  it('a fact that changes is judged at once, and only where it concerns', () => {
    const me = shop([{ when: { facts: { tier: 'gold' } } }, { when: { facts: { total: { gt: 5 } } } }]);
    expect(offered(me.facts({ tier: 'gold' }))).toEqual(['t0']);
    expect(me.engine.state.decide.facts).toEqual({ tier: 'gold' });
    expect(me.help('gone').facts({ tier: null, total: 6 }).engine.state.decide.facts).toEqual({ total: 6 });
    expect(offered(me)).toEqual(['t0', 't1']);
  });
  it('a mute counts from now, by the clock on the wall', () => {
    const me = shop([{}]).wait(10_000).feed({ type: 'mute', until: 70_000 });
    expect(me.engine.state.decide.visitor.mutedUntil).toBe(me.engine.state.wallZero + 70_000);
  });
});
