import { describe, expect, it } from 'vitest';
import type { Condition, Trigger } from '../../../src/config/types.js';
import { compileTriggers } from '../../../src/decide/triggers.js';
import type { Shopper } from '../../support/shopper.js';
import { content, offered, open, shop, trigger } from '../../support/triggers.js';

const on = (when: Condition, more: Partial<Trigger> = {}) => shop([{ when, ...more }]);
const shown = (me: Shopper) => offered(me).length > 0;
const pending = (me: Shopper) => Object.keys(me.engine.state.decide.pending);
/** One payment failure that weighs so much. */
const struggling = (weight: number, when: Condition, more: Partial<Trigger> = {}) =>
  shop([{ when, ...more }], { policy: { ...open, signals: { 'payment-failure': { weight } } } })
    .view('/pay')
    .emit('payment-failure');
const score = (above: number): Condition => ({ score: 'struggle', above });

describe('conditions inside of others', () => {
  it('two about the same event each count for themselves', () => {
    const twice: Condition = {
      all: [
        { event: 'a', where: { n: 1 } },
        { event: 'a', min: 2 },
      ],
    };
    expect(shown(on(twice).emit('a', { n: 1 }))).toBe(false);
    expect(shown(on(twice).emit('a').emit('a'))).toBe(false);
    expect(shown(on(twice).emit('a', { n: 1 }).emit('a'))).toBe(true);
    const turned: Condition = {
      all: [
        { event: 'a', min: 2 },
        { event: 'a', where: { n: 1 } },
      ],
    };
    expect(shown(on(turned).emit('a', { n: 1 }))).toBe(false);
    expect(shown(on(turned).emit('a', { n: 1 }).emit('a'))).toBe(true);
  });
  it('two clocks run side by side', () => {
    const stall = (name: string, wait: string): Condition => ({
      after: { event: name },
      without: [{ event: `no-${name}` }],
      for: wait,
    });
    const both: Condition = { all: [stall('a', '5s'), stall('b', '10s')] };
    expect(shown(on(both).emit('a').emit('b').wait(9_999))).toBe(false);
    expect(shown(on(both).emit('a').emit('b').wait(10_000))).toBe(true);
    expect(shown(on(both).emit('a').emit('b').emit('no-a').wait(20_000))).toBe(false);
    expect(shown(on(both).emit('a').emit('b').emit('no-b').wait(20_000))).toBe(false);
    expect(
      shown(
        on({ any: [stall('a', '5s'), stall('b', '10s')] })
          .emit('b')
          .wait(10_000),
      ),
    ).toBe(true);
  });
  it('what happened stays so once it has armed the trigger, also inside of all and any', () => {
    const recent: Condition = { event: 'go', within: '10s' };
    for (const when of [recent, { all: [recent] }, { any: [recent, { event: 'x' }] }] as Condition[])
      expect(
        on(when, { timing: { at: 'now', delay: '30s' } })
          .emit('go')
          .wait(30_000)
          .offers(),
      ).toHaveLength(1);
  });
  it('but not that something did not happen', () => {
    const when: Condition = { all: [{ event: 'go' }, { not: { event: 'x' } }] };
    const delayed = () =>
      on(when, { timing: { at: 'now', delay: '30s' } })
        .emit('go')
        .wait(10_000);
    expect(shown(delayed().wait(20_000))).toBe(true);
    expect(shown(delayed().emit('x').wait(20_000))).toBe(false);
    const inside: Condition = { all: [{ event: 'go' }, { not: { any: [{ event: 'x' }, { event: 'y' }] } }] };
    const both = () =>
      on(inside, { timing: { at: 'now', delay: '30s' } })
        .emit('go')
        .wait(10_000);
    expect(shown(both().wait(20_000))).toBe(true);
    expect(shown(both().emit('y').wait(20_000))).toBe(false);
  });
  it('nor that it did not not happen', () => {
    const when: Condition = { not: { not: { event: 'go', within: '10s' } } };
    const me = on(when, { timing: { at: 'now', delay: '30s' } })
      .emit('go')
      .wait(30_000);
    expect(shown(me)).toBe(true);
  });
  it('up to eight of them', () => {
    const many = (n: number) =>
      on({ all: Array.from({ length: n }, () => ({ event: 'a' })) }).problems.length;
    expect([many(1), many(8), many(9)]).toEqual([0, 0, 1]);
  });
});

describe('the score', () => {
  it('arms where the lowest of several limits is passed', () => {
    for (const any of [
      [score(0.3), score(0.9)],
      [score(0.9), score(0.3)],
    ])
      expect([shown(struggling(0.4, { any })), shown(struggling(0.2, { any }))]).toEqual([true, false]);
  });
  it('a low one may be asked for', () => {
    const calm: Condition = { all: [{ event: 'payment-failure' }, { not: score(0.6) }] };
    expect(shown(struggling(0.6, calm))).toBe(true);
    expect(shown(struggling(0.61, calm))).toBe(false);
    expect(struggling(0.6, calm).help('shown').wait(1_000).scroll().helps()).toEqual(['t0 shown']);
    // Without any event it comes true where the customer comes.
    expect(shown(on({ not: score(0.6) }).view('/cart'))).toBe(true);
    expect(
      shown(
        on({ not: score(0.6) }, { where: { step: 'payment' } })
          .view('/cart')
          .view('/payment'),
      ),
    ).toBe(true);
  });
  it('once armed, holds until it has fallen well below', () => {
    const armed = (left: number) => {
      // A score of 0.8, which halves in a minute of active time.
      const me = struggling(0.8, score(0.5), { timing: { at: 'now', delay: '1s', giveUpAfter: '1h' } }).hold(
        'dialog',
        true,
      );
      const ms = Math.round(60_000 * Math.log2(0.8 / left));
      for (let passed = 0; passed < ms; passed += 10_000) me.wait(Math.min(10_000, ms - passed)).scroll();
      return me;
    };
    const pendingAt = (left: number) => pending(armed(left).emit('x').facts({ tier: 'a' }));
    expect(pendingAt(0.31)).toEqual(['t0']);
    expect(pendingAt(0.29)).toEqual([]);
  });
});

describe('once its condition is gone', () => {
  it('an armed trigger is disarmed when its time has come, and armed anew from then', () => {
    const me = on({ facts: { tier: 'gold' } }, { timing: { at: 'now', delay: '10s' } })
      .facts({ tier: 'gold' })
      .wait(5_000)
      .facts({ tier: 'silver' });
    expect(pending(me)).toEqual(['t0']);
    expect(pending(me.wait(5_000))).toEqual([]);
    expect(me.outputs.findLast((o) => o.kind === 'help')).toMatchObject({ phase: 'withheld', gate: 'when' });
    me.wait(2_000).facts({ tier: 'gold' });
    expect(shown(me.wait(9_999))).toBe(false);
    expect(shown(me.wait(1))).toBe(true);
  });
});

describe('a sequence', () => {
  const abc = (within = '10s'): Condition => ({
    sequence: [{ event: 'a' }, { event: 'b' }, { event: 'c' }],
    within,
  });
  it('keeps the latest start of a run that has come this far', () => {
    const me = on(abc()).emit('a').wait(6_000).emit('a').emit('b').wait(6_000).emit('c');
    expect(shown(me)).toBe(true);
  });
  it('its end included', () => {
    const run = (ms: number) => shown(on(abc()).emit('a').emit('b').wait(ms).emit('c'));
    expect([run(10_000), run(10_001)]).toEqual([true, false]);
  });
  it('begins anew after it is complete', () => {
    const me = on(abc('1m')).emit('a').emit('b').emit('c').help('shown').wait(100).help('gone').wait(100);
    expect(offered(me.emit('c'))).toHaveLength(1);
    expect(offered(me.emit('b').emit('c'))).toHaveLength(1);
    expect(offered(me.emit('a').emit('b').emit('c'))).toHaveLength(2);
  });
  it('two to six', () => {
    const many = (n: number) =>
      on({ sequence: Array.from({ length: n }, () => ({ event: 'a' })), within: '1m' }).problems.length;
    expect([many(1), many(2), many(6), many(7)]).toEqual([1, 0, 0, 1]);
  });
  it('of the same event with different words takes each in its place', () => {
    const steps = [
      { event: 'a', where: { n: 1 } },
      { event: 'a', where: { n: 2 } },
    ];
    const say = (...ns: number[]) => {
      const me = on({ sequence: steps, within: '1m' });
      for (const n of ns) me.emit('a', { n });
      return shown(me);
    };
    expect([say(1, 2), say(2, 1), say(1, 1), say(2, 1, 2)]).toEqual([true, false, false, true]);
  });
});

describe('after … without', () => {
  const stall = (more: object = {}): Condition => ({
    after: { event: 'a' },
    without: [{ event: 'b' }],
    for: '30s',
    ...more,
  });
  it('up to six of what must not come', () => {
    const many = (n: number) =>
      on(stall({ without: Array.from({ length: n }, () => ({ event: 'b' })) })).problems.length;
    expect([many(1), many(6), many(7)]).toEqual([0, 0, 1]);
  });
  it('only a start of the kind that is asked for', () => {
    const asked = stall({ after: { event: 'a', where: { n: 1 } } });
    expect(shown(on(asked).emit('a', { n: 2 }).wait(30_000))).toBe(false);
    expect(shown(on(asked).emit('a', { n: 1 }).wait(30_000))).toBe(true);
  });
  it('what was complete is taken back by what must not come, until it is shown', () => {
    const me = on(stall(), { timing: { at: 'boundary' } })
      .view('/cart')
      .wait(5_000)
      .emit('a')
      .wait(30_000);
    expect(pending(me)).toEqual(['t0']);
    me.emit('b').wait(10);
    const other = on(stall(), { where: { step: 'payment' } })
      .view('/cart')
      .emit('a')
      .wait(30_000);
    expect(offered(other.emit('b').view('/payment'))).toEqual([]);
  });
  it('by the wall clock, also while the page is hidden and the customer is away', () => {
    const me = on(stall({ clock: 'wall', for: '10m' }))
      .emit('a')
      .page(false)
      .wait(599_999);
    expect(pending(me)).toEqual([]);
    expect(pending(me.wait(1))).toEqual(['t0']);
  });
  it('by active time: being away does not count', () => {
    const me = on(stall({ clock: 'active', for: '2m' }))
      .view('/cart')
      .emit('a')
      .wait(600_000);
    expect(shown(me)).toBe(false);
    me.scroll().wait(50_000).scroll().wait(9_999);
    expect(shown(me)).toBe(false);
    expect(shown(me.wait(1))).toBe(true);
  });
});

describe('distinct', () => {
  it('counts values, as text, and only where there is one', () => {
    const when: Condition = { event: 'go', distinct: 'n', min: 2 };
    expect(shown(on(when).emit('go', { n: 1 }).emit('go', { n: '1' }))).toBe(false);
    expect(shown(on(when).emit('go').emit('go', { n: 1 }).emit('go'))).toBe(false);
    expect(shown(on(when).emit('go', { n: 1 }).emit('go', { n: 2 }))).toBe(true);
  });
  it('keeps those that were seen last', () => {
    const me = on({ event: 'go', distinct: 'n', min: 2, within: '10s' })
      .emit('go', { n: 1 })
      .wait(6_000)
      .emit('go', { n: 1 })
      .wait(6_000)
      .emit('go', { n: 2 });
    expect(shown(me)).toBe(true);
  });
  it('must be a name', () => expect(on({ event: 'go', distinct: 5 } as never).problems).toHaveLength(1));
});

describe('min', () => {
  it('from 1 to 100', () => {
    const many = (min: number) => on({ event: 'go', min }).problems.length;
    expect([many(0), many(1), many(100), many(101)]).toEqual([1, 0, 0, 1]);
  });
  it('in a window: looks again when it closes', () => {
    // `unless` holds as long as the window does.
    const me = shop([{ unless: { event: 'x', within: '10s' }, timing: { at: 'now', delay: '5s' } }])
      .emit('x')
      .wait(8_000)
      .emit('go')
      .wait(5_000);
    expect(shown(me)).toBe(true);
  });
});

it('what breaks a trigger in a way that nobody thought of turns that one off alone', () => {
  const told: string[] = [];
  const broken = {
    get show(): never {
      throw new TypeError('no');
    },
  };
  const made = compileTriggers(
    {
      version: 1,
      content,
      triggers: [
        Object.assign(Object.create(Object.getPrototypeOf(broken)), trigger(), {}),
        trigger({ id: 'b' }),
      ],
      journeys: { bad: {} } as never,
    },
    (code, path, message) => told.push(`${code} ${path} ${message}`) > 0,
  );
  expect(made).toEqual([]);
  expect(told).toEqual(
    [0, 1].map(
      (i) =>
        `TRIGGER_INVALID /triggers/${i} This trigger is off, all others run: a part of it is not of the kind expected.`,
    ),
  );
});
