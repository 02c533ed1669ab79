import { describe, expect, it } from 'vitest';
import { share } from '../../../src/core/hash.js';
import type { Config, Trigger } from '../../../src/config/types.js';
import type { EngineState } from '../../../src/engine/engine.js';
import { offered, open, shop } from '../../support/triggers.js';
import type { Shopper } from '../../support/shopper.js';

const DAY = 86_400_000;
const left = (me: Shopper) => me.outputs.flatMap((o) => (o.kind === 'leave' ? [o.why] : []));
/** A copy of the shopper's memory, as after a page load or from a store. */
const memory = (me: Shopper): EngineState => JSON.parse(JSON.stringify(me.engine.state)) as EngineState;

describe('contest', () => {
  const order = (priorities: Trigger['priority'][]) => {
    const me = shop(priorities.map((priority) => ({ priority: priority! }))).emit('go');
    for (let i = 0; i < priorities.length; i++)
      me.wait(1_000).help('shown').wait(1_000).help('gone').wait(1_000);
    return offered(me);
  };
  it('incident, blocker, help, tip', () =>
    expect(order(['tip', 'help', 'blocker', 'incident'])).toEqual(['t3', 't2', 't1', 't0']));
  it('then the order in the file', () => expect(order(['help', 'help', 'help'])).toEqual(['t0', 't1', 't2']));
  it('losers stay armed until the step is left', () => {
    const me = shop([{}, {}])
      .view('/cart')
      .emit('go')
      .help('shown')
      .view('/address')
      .help('gone')
      .wait(60_000);
    expect(offered(me)).toEqual(['t0']);
    expect(me.helps()).toContain('t1 withheld');
  });
  it('nothing else while something is on screen', () => {
    const me = shop([{}, { when: { event: 'two' }, priority: 'blocker' }])
      .emit('go')
      .help('shown')
      .wait(1_000)
      .emit('two')
      .wait(20_000);
    expect(offered(me)).toEqual(['t0']);
    expect(me.closed('t1')).toContain('contest');
    expect(offered(me.help('dismissed').wait(10))).toEqual(['t0', 't1']);
  });
  it('a badge does not keep others away', () => {
    const me = shop([{ show: { content: 'text', as: 'badge' } }, { when: { event: 'two' } }])
      .emit('go')
      .help('shown')
      .wait(1_000)
      .emit('two');
    expect(offered(me)).toEqual(['t0', 't1']);
  });
});

describe('an incident', () => {
  const incident = { when: { event: 'down' }, priority: 'incident' as const };
  it('takes the place of what is on screen', () => {
    const me = shop([{}, incident]).emit('go').help('shown').wait(1_000).emit('down');
    expect(offered(me)).toEqual(['t0', 't1']);
    expect(me.helps()).toEqual(['t0 shown', 't0 withdrawn']);
    expect(left(me)).toEqual(['withdrawn']);
    expect(me.closed('t1')).toEqual([]);
  });
  it('is the only one that does', () => {
    const me = shop([{}, { ...incident, priority: 'blocker' }])
      .emit('go')
      .help('shown')
      .wait(1_000)
      .emit('down')
      .wait(1_000);
    expect(offered(me)).toEqual(['t0']);
  });
  it('not the place of another incident', () => {
    const me = shop([{ priority: 'incident' }, incident])
      .emit('go')
      .help('shown')
      .wait(1_000)
      .emit('down')
      .wait(1_000);
    expect(offered(me)).toEqual(['t0']);
  });
  it('the trace says beforehand that nothing is in its way', () => {
    const me = shop([{}, { ...incident, timing: { at: 'boundary' } }])
      .emit('go')
      .help('shown')
      .wait(10_000)
      .emit('down');
    expect(me.closed('t1')).toEqual(['interruption']);
  });
});

describe('withdrawal', () => {
  const shown = (more: Partial<Trigger>) => shop([more]).view('/payment');
  it('when unless comes true', () => {
    const me = shown({ unless: { event: 'fixed' } })
      .emit('go')
      .help('shown')
      .wait(1_000)
      .emit('fixed');
    expect(me.helps()).toEqual(['t0 shown', 't0 withdrawn']);
  });
  it('when a fact it rests on changes', () => {
    const me = shown({ when: { facts: { tier: 'gold' } } })
      .facts({ tier: 'gold' })
      .help('shown')
      .facts({ tier: 'silver' });
    expect(me.helps().at(-1)).toBe('t0 withdrawn');
  });
  it('when its place is left', () => {
    const me = shown({ where: { step: 'payment' } })
      .emit('go')
      .help('shown')
      .view('/cart', 'route');
    expect(me.helps().at(-1)).toBe('t0 withdrawn');
  });
  it('not because time passes or the score decays', () => {
    const score = shop([{ when: { score: 'struggle', above: 0.6 } }])
      .view('/pay')
      .emit('payment-failure')
      .help('shown')
      .wait(60_000)
      .scroll()
      .wait(60_000)
      .scroll();
    expect(score.helps()).toEqual(['t0 shown']);
    const window = shown({ when: { event: 'go', within: '10s' } })
      .emit('go')
      .help('shown')
      .wait(60_000)
      .scroll();
    expect(window.helps()).toEqual(['t0 shown']);
  });
  it('is told once', () => {
    const me = shown({ unless: { event: 'fixed' } })
      .emit('go')
      .help('shown')
      .emit('fixed')
      .emit('fixed')
      .wait(1_000)
      .emit('fixed');
    expect(me.helps()).toEqual(['t0 shown', 't0 withdrawn']);
  });
  it('an armed trigger is disarmed by unless, and told as withheld only if something had kept it back', () => {
    const me = shop([{ unless: { event: 'fixed' }, timing: {} }])
      .type('x')
      .emit('go')
      .wait(500)
      .emit('fixed')
      .wait(10_000);
    expect(offered(me)).toEqual([]);
    expect(me.engine.why('t0')[0]!.state).toBe('idle');
  });
});

describe('a field that is accepted', () => {
  const loop = (me: Shopper) => {
    for (let i = 0; i < 2; i++) me.focus('zip').type('zip').leave('zip').error('zip').wait(2_000);
    return me;
  };
  const on = (timing: Trigger['timing'] = {}, more: Partial<Config> = {}) =>
    shop([{ when: { event: 'field-error-loop' }, timing }], more).view('/address');
  it('solves the help that was about it', () => {
    const me = loop(on()).help('shown').wait(3_000).ok('zip');
    expect(me.helps()).toEqual(['t0 shown', 't0 solved']);
    expect(left(me)).toEqual(['solved']);
  });
  it('not steps to take: they are about more than one field', () => {
    const steps = {
      content: { text: { title: 'Text', guide: [{ text: 'Type it' }, { text: 'Check it' }] } },
    };
    expect(loop(on({}, steps)).help('shown').wait(3_000).ok('zip').helps()).toEqual(['t0 shown']);
  });
  it('not the help about another field', () =>
    expect(loop(on()).help('shown').wait(3_000).ok('street').helps()).toEqual(['t0 shown']));
  it('makes help needless that was still on its way', () => {
    const me = loop(on({ delay: '10s' }))
      .ok('zip')
      .wait(20_000);
    expect(offered(me)).toEqual([]);
  });
});

describe('solved', () => {
  const on = (more: Partial<Trigger> = {}) =>
    shop([{ solved: { by: { event: 'step-completed' }, within: '5m' }, ...more }])
      .view('/cart')
      .wait(1_000)
      .view('/address')
      .wait(2_000);
  it('by the event, while it is on screen', () =>
    expect(on().emit('go').help('shown').wait(1_000).view('/payment').helps()).toContain('t0 solved'));
  it('by the event, after it was closed', () =>
    expect(on().emit('go').help('shown').wait(5_000).help('dismissed').view('/payment').helps()).toEqual([
      't0 shown',
      't0 dismissed',
      't0 solved',
    ]));
  it('not by what happened before', () =>
    expect(on().emit('go').help('shown').wait(1_000).helps()).toEqual(['t0 shown']));
  it('not by an event that says something else, even if the right one came before', () => {
    const me = on({ solved: { by: { event: 'done', where: { n: 1 } } } })
      .emit('done', { n: 1 })
      .emit('go')
      .help('shown')
      .emit('done', { n: 2 });
    expect(me.helps()).toEqual(['t0 shown']);
    expect(me.emit('done', { n: 1 }).helps()).toContain('t0 solved');
  });
  it('not too late', () => {
    const me = (ms: number) =>
      on({ solved: { by: { event: 'done' }, within: '5m' } })
        .emit('go')
        .help('shown')
        .help('gone')
        .wait(ms)
        .emit('done')
        .helps();
    expect(me(300_000)).toContain('t0 solved');
    expect(me(300_001)).not.toContain('t0 solved');
  });
  it('once', () =>
    expect(
      on({ solved: { by: { event: 'done' } } })
        .emit('go')
        .help('shown')
        .emit('done')
        .emit('done')
        .helps()
        .filter((h) => h === 't0 solved'),
    ).toHaveLength(1));
  it('not where it was never shown', () =>
    expect(
      on({ solved: { by: { event: 'done' } } })
        .emit('go')
        .emit('done')
        .helps(),
    ).toEqual([]));
  it('by the customer, who says so', () => {
    const me = on().emit('go').help('shown').help('solved');
    expect(me.helps()).toEqual(['t0 shown', 't0 solved']);
    expect(left(me)).toEqual(['solved']);
  });
});

describe('closing it', () => {
  /** Shows and closes it after `ms`; how many days it then stays away. */
  const days = (me: Shopper, ms = 5_000): number => {
    me.view(`/p${me.now}`).emit('go').wait(10).help('shown').wait(ms).help('dismissed');
    return (me.engine.state.decide.visitor.snooze['t0']!.until - me.engine.state.wallZero - me.now) / DAY;
  };
  it('keeps it away for 1, 7, 30, 30 … days', () => {
    const me = shop([{}]);
    const rungs: number[] = [];
    for (let i = 0; i < 4; i++) {
      rungs.push(days(me));
      me.wait(rungs.at(-1)! * DAY);
    }
    expect(rungs).toEqual([1, 7, 30, 30]);
  });
  it('within 2 s means that it was mistimed: one rung further', () => {
    expect(days(shop([{}]), 1_999)).toBe(7);
    expect(days(shop([{}]), 2_000)).toBe(1);
  });
  it('can be set', () => expect(days(shop([{}], { policy: { ...open, snooze: ['2d'] } }))).toBe(2));
  it('keeps it away until the minute', () => {
    const me = shop([{}]);
    days(me);
    expect(offered(me.wait(DAY - 1).emit('go'))).toHaveLength(1);
    expect(me.closed('t0')).toContain('snoozed');
    expect(offered(me.wait(1))).toHaveLength(2);
  });
  it('with the wish for less, keeps away what is there for the same reason too', () => {
    const reasons = { pay: { title: 'Pay', owner: 'pay', quadrant: 'simplify' } } as const;
    const two = { when: { event: 'two' } };
    const me = shop([{ reason: 'pay' }, { ...two, reason: 'pay' }, { when: { event: 'three' } }], {
      reasons,
    });
    me.emit('go').wait(10).help('shown').wait(5_000).help('snoozed', { alike: true });
    me.wait(1_000).emit('two').emit('three');
    expect(offered(me)).toEqual(['t0', 't2']);
    expect(me.closed('t1')).toContain('snoozed');
    expect(me.engine.state.decide.visitor.snooze).toMatchObject({ t0: { n: 1 }, t1: { n: 1 } });
  });
  it('says nothing about others', () => {
    const me = shop([{}, { when: { event: 'two' } }]);
    days(me);
    expect(offered(me.wait(1_000).emit('two'))).toEqual(['t0', 't1']);
  });
  it('is remembered over sessions', () => {
    const me = shop([{}]);
    days(me);
    const visitor = structuredClone(me.engine.state.decide.visitor);
    expect(offered(shop([{}], {}, { visitor, session: 's2' }).emit('go').wait(10))).toEqual([]);
  });
});

describe('mute', () => {
  it('takes away what is there, and lets nothing in until it is over', () => {
    const me = shop([{}, { when: { event: 'two' }, priority: 'incident' }])
      .emit('go')
      .help('shown')
      .wait(1_000);
    me.feed({ type: 'mute', until: me.now + 600_000 }).help('gone');
    expect(me.helps()).toEqual(['t0 shown', 't0 withdrawn']);
    expect(offered(me.emit('two').wait(599_999))).toEqual(['t0']);
    expect(offered(me.wait(1))).toEqual(['t0', 't1']);
  });
});

describe('a page load', () => {
  const shown = () => shop([{}]).view('/payment').emit('go').help('shown').wait(5_000);
  it('on the same step brings back what was not closed, without counting it again', () => {
    const me = shown().view('/payment').wait(100).help('shown').wait(1_000);
    expect(me.offers().map(({ offer }) => offer)).toEqual([1, 1]);
    expect(me.helps()).toEqual(['t0 shown']);
    expect(me.engine.state.decide.visitor.displays).toHaveLength(1);
  });
  it('in another memory, too', () => {
    const before = shown();
    const me = shop([{}], {}, { state: memory(before) });
    expect(me.view('/payment').offers()).toMatchObject([{ offer: 1, trigger: 't0' }]);
  });
  it('with the same words and form, also in an experiment', () => {
    const experiment = { name: 'x', variants: { a: { share: 1, content: 'other', as: 'banner' as const } } };
    const me = shop([{ experiment }]).view('/payment').emit('go').help('shown').wait(1_000).view('/payment');
    const [first, second] = me.outputs.filter((o) => o.kind === 'offer');
    expect(second).toMatchObject({ content: 'other', as: 'banner' });
    expect(second).toMatchObject({ content: first!.content, as: first!.as });
  });
  it('on another step brings nothing back', () => expect(shown().view('/cart').offers()).toHaveLength(1));
  it('brings nothing back that was closed or withdrawn', () => {
    expect(shown().help('dismissed').view('/payment').offers()).toHaveLength(1);
    const me = shop([{ unless: { event: 'fixed' } }])
      .view('/payment')
      .emit('go')
      .help('shown')
      .emit('fixed')
      .view('/payment');
    expect(me.offers()).toHaveLength(1);
  });
});

describe('holdout and experiments', () => {
  const seeds = Array.from({ length: 400 }, (_, i) => `v${i}`);
  const policy = { ...open, holdout: { share: 0.5, name: 'h' } };
  const held = seeds.find((seed) => share(seed, 'h') < 0.5)!;
  const free = seeds.find((seed) => share(seed, 'h') >= 0.5)!;
  /** A day with typing, closing and a second trigger. */
  const story = (me: Shopper) => me.view('/address').type('a').wait(300).emit('go').typing(3_000).wait(2_000);
  it('the held out see nothing, and it is logged at the very moment the others see it', () => {
    const control = story(shop([{ timing: {} }], { policy }, { seed: held }));
    const treated = story(shop([{ timing: {} }], { policy }, { seed: free }));
    expect(control.offers()).toEqual([]);
    expect(control.outputs.filter((o) => o.kind === 'help')).toMatchObject([
      { phase: 'withheld', gate: 'holdout', at: treated.offers()[0]!.at },
    ]);
  });
  it('what they would have seen counts toward limits and gap', () => {
    const me = shop([{ limits: [{ times: 1, per: 'session' }] }], { policy }, { seed: held })
      .view('/a')
      .emit('go')
      .wait(60_000)
      .view('/b')
      .emit('go')
      .wait(60_000);
    expect(me.helps()).toEqual(['t0 withheld']);
  });
  it('what they would have seen does not keep the rest from being judged', () => {
    const experiment = { name: 'x', variants: { control: { share: 1, nothing: true as const } } };
    const me = shop([{ experiment }, {}], { policy: { limits: [], gap: '10s' } })
      .emit('go')
      .wait(9_999);
    expect(offered(me)).toEqual([]);
    expect(offered(me.wait(1))).toEqual(['t1']);
  });
  it('variants: as many see each as was said, always the same', () => {
    const variants = {
      control: { share: 0.25, nothing: true as const },
      long: { share: 0.5, content: 'other' },
      short: { share: 0.25, as: 'banner' as const },
    };
    const counts: Record<string, number> = {};
    for (const seed of seeds) {
      const me = shop([{ experiment: { name: 'copy', variants } }], {}, { seed }).emit('go');
      const offer = me.outputs.find((o) => o.kind === 'offer');
      const arm = offer ? `${offer.content} ${offer.as}` : me.helps()[0]!;
      counts[arm] = (counts[arm] ?? 0) + 1;
    }
    expect(Object.keys(counts).sort()).toEqual(['other notice', 't0 withheld', 'text banner']);
    expect(counts['other notice']! / seeds.length).toBeGreaterThan(0.4);
    expect(counts['other notice']! / seeds.length).toBeLessThan(0.6);
    expect(counts['t0 withheld']! / seeds.length).toBeGreaterThan(0.17);
  });
  it('a control arm is logged as such', () => {
    const experiment = { name: 'x', variants: { control: { share: 1, nothing: true as const } } };
    expect(
      shop([{ experiment }])
        .emit('go')
        .outputs.filter((o) => o.kind === 'help'),
    ).toMatchObject([{ phase: 'withheld', gate: 'experiment' }]);
  });
  it('by session: another session may see another arm', () => {
    const variants = { a: { share: 0.5, content: 'text' }, b: { share: 0.5, content: 'other' } };
    const seen = (session: string) =>
      shop([{ experiment: { name: 'x', by: 'session', variants } }], {}, { seed: 'v', session })
        .emit('go')
        .outputs.find((o) => o.kind === 'offer')!.content;
    expect(new Set(seeds.slice(0, 30).map(seen)).size).toBe(2);
  });
});

describe('the anchor is missing', () => {
  it('is told, and the trigger rests for the step', () => {
    const me = shop([{ show: { content: 'text', as: 'inline', anchor: 'a' } }])
      .view('/cart')
      .emit('go')
      .help('withheld')
      .wait(1_000)
      .emit('go');
    expect(me.outputs.filter((o) => o.kind === 'help')).toMatchObject([
      { phase: 'withheld', gate: 'anchor' },
    ]);
    expect(me.closed('t0')).toEqual(['anchor']);
    expect(offered(me.view('/address').wait(1_000).emit('go'))).toHaveLength(2);
  });
});

describe('armed, due, shown', () => {
  const state = (me: Shopper) => me.engine.why('t0')[0]!.state;
  it('are told apart', () => {
    const me = shop([{ timing: { delay: '5s' } }]).type('x');
    expect(state(me)).toBe('idle');
    expect(state(me.emit('go'))).toBe('armed');
    me.typing(5_000);
    expect(state(me.type('x'))).toBe('due');
    expect(state(me.wait(5_000))).toBe('shown');
    expect(state(me.help('shown').help('gone'))).toBe('idle');
  });
  it('a trigger whose place this is not is not armed for another', () => {
    const me = shop([{ where: { step: 'payment' } }])
      .view('/cart')
      .emit('go')
      .wait(1_000)
      .view('/payment')
      .wait(60_000);
    expect(offered(me)).toEqual([]);
  });
  it('a delay outlives the step, where it needs to', () => {
    const me = shop([{ timing: { at: 'now', delay: '30s' } }])
      .view('/cart')
      .emit('go')
      .wait(10_000)
      .view('/address')
      .wait(20_000);
    expect(offered(me)).toEqual(['t0']);
  });
});

describe('why', () => {
  const GATES = [
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
  ];
  it('lists every gate, not only the first that is closed', () => {
    const me = shop(
      [
        {
          status: 'draft',
          where: { step: 'payment' },
          unless: { event: 'x' },
          schedule: { until: '2020-01-01' },
        },
      ],
      { policy: { enabled: false } },
    )
      .view('/cart')
      .emit('x')
      .type('y');
    expect(me.engine.why('t0')[0]!.gates.map(({ gate }) => gate)).toEqual(GATES);
    expect(me.closed('t0')).toEqual([
      'enabled',
      'status',
      'schedule',
      'where',
      'when',
      'unless',
      'interruption',
    ]);
  });
  it('gives every gate a value', () => {
    for (const { gates } of shop([{}, { priority: 'incident' }])
      .emit('go')
      .engine.why())
      for (const { value } of gates) expect(value).toMatch(/\S/);
  });
  it('of one, of all, of none', () => {
    const me = shop([{}, {}]);
    expect(me.engine.why().map(({ trigger: id }) => id)).toEqual(['t0', 't1']);
    expect(me.engine.why('t1')).toHaveLength(1);
    expect(me.engine.why('nope')).toEqual([]);
  });
  it('changes nothing', () => {
    const me = shop([
      { when: { event: 'go', within: '10s', min: 2 }, unless: { event: 'x', within: '1m' } },
      { when: { sequence: [{ event: 'a' }, { event: 'b' }], within: '5s' } },
    ]);
    me.emit('go').emit('x').emit('a');
    const before = JSON.stringify(me.engine.state);
    me.engine.why();
    expect(JSON.stringify(me.engine.state)).toBe(before);
  });
});
