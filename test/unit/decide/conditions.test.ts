import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Condition, Matcher } from '../../../src/config/types.js';
import { offered, open, shop } from '../../support/triggers.js';
import type { Shopper } from '../../support/shopper.js';

const on = (when: Condition) => shop([{ when }]);
const shown = (me: Shopper) => offered(me).length > 0;

describe('event', () => {
  it('happened', () => expect(shown(on({ event: 'go' }).emit('go'))).toBe(true));
  it('did not', () => expect(shown(on({ event: 'go' }).emit('stop'))).toBe(false));
  it('min: so many times', () => {
    const me = on({ event: 'go', min: 3 }).emit('go').emit('go');
    expect(shown(me)).toBe(false);
    expect(shown(me.emit('go'))).toBe(true);
  });
  it('within: in a sliding window, its end included', () => {
    const me = (gap: number) => on({ event: 'go', min: 2, within: '10s' }).emit('go').wait(gap).emit('go');
    expect(shown(me(10_000))).toBe(true);
    expect(shown(me(10_001))).toBe(false);
    expect(shown(me(10_001).wait(5_000).emit('go'))).toBe(true);
  });
  it('where: only those', () => {
    const when: Condition = { event: 'go', where: { code: { in: ['a', 'b'] } }, min: 2 };
    expect(shown(on(when).emit('go', { code: 'a' }).emit('go', { code: 'c' }).emit('go'))).toBe(false);
    expect(shown(on(when).emit('go', { code: 'a' }).emit('go', { code: 'b' }))).toBe(true);
  });
  it('distinct: different values', () => {
    const when: Condition = { event: 'go', distinct: 'field', min: 2, within: '1m' };
    expect(shown(on(when).emit('go', { field: 'a' }).emit('go', { field: 'a' }).emit('go'))).toBe(false);
    expect(shown(on(when).emit('go', { field: 'a' }).emit('go', { field: 'b' }))).toBe(true);
    expect(shown(on(when).emit('go', { field: 'a' }).wait(60_001).emit('go', { field: 'b' }))).toBe(false);
    expect(
      shown(
        on(when)
          .emit('go', { field: 'a' })
          .wait(50_000)
          .emit('go', { field: 'a' })
          .wait(50_000)
          .emit('go', { field: 'b' }),
      ),
    ).toBe(true);
    expect(shown(on(when).emit('go', { field: '__proto__' }).emit('go', { field: 'constructor' }))).toBe(
      true,
    );
  });
  it('distinct: remembers no more values than it needs', () => {
    const me = shop([{ when: { event: 'go', distinct: 'n', min: 3 }, unless: { event: 'go' } }]);
    for (let n = 0; n < 500; n++) me.emit('go', { n });
    expect(JSON.stringify(me.engine.state.decide.cells).length).toBeLessThan(500);
  });
  it('counts as a sliding window does, for any times', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 8_000 }), { maxLength: 12 }),
        fc.integer({ min: 1, max: 5 }),
        (gaps, min) => {
          const me = on({ event: 'go', min, within: '10s' });
          const times: number[] = [];
          let expected = false;
          for (const gap of gaps) {
            me.wait(gap).emit('go');
            times.push(me.now);
            expected ||= times.filter((t) => me.now - t <= 10_000).length >= min;
            expect(shown(me)).toBe(expected);
          }
        },
      ),
    );
  });
});

describe('event, per', () => {
  const twice = (per: 'step' | 'journey' | 'session', between: (me: Shopper) => Shopper) =>
    shown(
      between(on({ event: 'go', min: 2, per }).view('/address').emit('go').wait(1_000))
        .wait(1_000)
        .emit('go'),
    );
  it('step: starts over in another step, on the way back, and with a reload', () => {
    expect(twice('step', (me) => me)).toBe(true);
    expect(twice('step', (me) => me.view('/payment'))).toBe(false);
    expect(twice('step', (me) => me.view('/payment').view('/address'))).toBe(false);
    expect(twice('step', (me) => me.view('/address'))).toBe(false);
  });
  it('journey: over steps and reloads, until it ends', () => {
    expect(twice('journey', (me) => me.view('/payment').view('/payment'))).toBe(true);
    expect(twice('journey', (me) => me.emit('order-placed').view('/cart'))).toBe(false);
    expect(twice('journey', (me) => me.wait(31 * 60_000).view('/cart'))).toBe(false);
  });
  it('journey: over a page outside it, and that page is part of the way', () => {
    expect(twice('journey', (me) => me.view('/help').view('/payment'))).toBe(true);
    expect(twice('journey', (me) => me.view('/help'))).toBe(true);
    const me = on({ event: 'go', min: 3 })
      .view('/cart')
      .emit('go')
      .view('/help')
      .emit('go')
      .view('/cart')
      .emit('order-placed')
      .view('/cart')
      .emit('go');
    expect(shown(me)).toBe(false);
  });
  it('journey: not over another one', () => expect(twice('journey', (me) => me.view('/label'))).toBe(false));
  it('journey: the default', () => {
    expect(shown(on({ event: 'go', min: 2 }).view('/cart').emit('go').view('/payment').emit('go'))).toBe(
      true,
    );
    expect(
      shown(
        on({ event: 'go', min: 2 }).view('/cart').emit('go').emit('order-placed').view('/cart').emit('go'),
      ),
    ).toBe(false);
  });
  it('session: over everything', () =>
    expect(twice('session', (me) => me.emit('order-placed').view('/label').view('/x'))).toBe(true));
  it('a signal counts for the step in which it began', () => {
    const me = on({ event: 'error-click', per: 'step' })
      .view('/address')
      .press('next')
      .wait(100)
      .view('/payment', 'route')
      .wait(300)
      .exception();
    expect(me.signals()).toEqual(['error-click']);
    expect(shown(me)).toBe(false);
  });
});

describe('sequence', () => {
  const sequence = (within: string) =>
    on({ sequence: [{ event: 'a' }, { event: 'b' }, { event: 'c', where: { n: { gt: 1 } } }], within });
  it('in this order, gaps allowed', () =>
    expect(shown(sequence('1m').emit('a').emit('x').emit('b').emit('a').emit('c', { n: 2 }))).toBe(true));
  it('not in another', () =>
    expect(shown(sequence('1m').emit('b').emit('a').emit('c', { n: 2 }).emit('b'))).toBe(false));
  it('not without what an event must say', () =>
    expect(shown(sequence('1m').emit('a').emit('b').emit('c', { n: 1 }))).toBe(false));
  it('within the time, counted from the first', () => {
    expect(shown(sequence('10s').emit('a').wait(5_000).emit('b').wait(5_000).emit('c', { n: 2 }))).toBe(true);
    expect(shown(sequence('10s').emit('a').wait(5_000).emit('b').wait(5_001).emit('c', { n: 2 }))).toBe(
      false,
    );
  });
  it('a later start gives a second chance', () => {
    expect(
      shown(sequence('10s').emit('a').wait(8_000).emit('a').emit('b').wait(5_000).emit('c', { n: 2 })),
    ).toBe(true);
    expect(
      shown(sequence('10s').emit('a').wait(1_000).emit('b').wait(8_000).emit('a').emit('c', { n: 2 })),
    ).toBe(true);
  });
  it('one event never takes two places', () => {
    const me = on({ sequence: [{ event: 'a' }, { event: 'a' }], within: '1m' }).emit('a');
    expect(shown(me)).toBe(false);
    expect(shown(me.emit('a'))).toBe(true);
  });
  it('one start gives at most one match', () => {
    const me = on({ sequence: [{ event: 'a' }, { event: 'b' }], within: '1m' })
      .emit('a')
      .emit('b')
      .help('shown')
      .help('gone');
    expect(offered(me.emit('b').wait(1_000).emit('b'))).toHaveLength(1);
    expect(offered(me.emit('a').emit('b'))).toHaveLength(2);
  });
  it('a match that was not used in its step is used up', () => {
    const me = shop([
      { when: { sequence: [{ event: 'a' }, { event: 'b' }], within: '1m' }, where: { step: 'payment' } },
    ]);
    me.view('/cart').emit('a').emit('b').wait(1_000).view('/payment').wait(60_000).emit('a').wait(1_000);
    expect(shown(me)).toBe(false);
  });
});

describe('after … without … for', () => {
  const stall = (clock?: 'active' | 'wall') =>
    on({
      after: { event: 'a' },
      without: [{ event: 'b' }, { event: 'c', where: { n: 1 } }],
      for: '30s',
      ...(clock ? { clock } : {}),
    });
  it('nothing of the kind for that long', () => {
    const me = stall().emit('a').wait(29_999);
    expect(shown(me)).toBe(false);
    expect(shown(me.wait(1))).toBe(true);
  });
  it('none of them may come', () => {
    expect(shown(stall().emit('a').wait(20_000).emit('b').wait(50_000))).toBe(false);
    expect(shown(stall().emit('a').wait(20_000).emit('c', { n: 1 }).wait(50_000))).toBe(false);
    expect(shown(stall().emit('a').wait(20_000).emit('c', { n: 2 }).wait(10_000))).toBe(true);
  });
  it('afterwards it takes a new start', () => {
    const me = stall().emit('a').wait(20_000).emit('b').wait(20_000);
    expect(shown(me.press('x', { exempt: 'text' }).emit('a').wait(30_000))).toBe(true);
  });
  it('starts over with each start', () => {
    const me = stall().emit('a').wait(20_000).emit('a').wait(20_000);
    expect(shown(me)).toBe(false);
    expect(shown(me.wait(10_000))).toBe(true);
  });
  it('counts active time: hidden, blurred and away do not', () => {
    const me = stall().emit('a').wait(20_000).page(false).wait(600_000).page(true).wait(9_999);
    expect(shown(me)).toBe(false);
    expect(shown(me.wait(1))).toBe(true);
  });
  it('clock wall counts all of it', () => {
    const me = stall('wall').emit('a').wait(1_000).page(false).wait(29_000);
    // It came true meanwhile; shown it is to somebody who sees it.
    expect(shown(me)).toBe(false);
    expect(shown(me.page(true))).toBe(true);
  });
  it('one start gives at most one match', () => {
    const me = stall()
      .emit('a')
      .wait(30_000)
      .help('shown')
      .help('gone')
      .wait(100)
      .scroll()
      .wait(59_000)
      .emit('x')
      .wait(10_000);
    expect(offered(me)).toHaveLength(1);
  });
  it('does not pile up deadlines, however often it starts', () => {
    const me = on({ after: { event: 'a' }, without: [{ event: 'b' }], for: '2h', clock: 'wall' });
    for (let i = 0; i < 500; i++)
      me.wait(100)
        .emit('a')
        .emit(i % 2 ? 'b' : 'x');
    expect(me.engine.state.deadlines.length).toBeLessThan(10);
    expect(shown(me.emit('a').wait(7_200_000))).toBe(true);
  });
});

describe('score', () => {
  it('above the limit', () => {
    const weight = (w: number) =>
      shop([{ when: { score: 'struggle', above: 0.6 } }], {
        policy: { ...open, signals: { 'payment-failure': { weight: w } } },
      });
    expect(shown(weight(0.6).emit('payment-failure'))).toBe(false);
    expect(shown(weight(0.61).emit('payment-failure'))).toBe(true);
  });
});

describe('facts', () => {
  it('arm when they come to be true, wherever that is', () => {
    const me = on({ facts: { tier: ['gold', 'platinum'] } })
      .view('/cart')
      .facts({ tier: 'silver' });
    expect(shown(me)).toBe(false);
    expect(shown(me.facts({ tier: 'gold' }))).toBe(true);
  });
  it('are compared with the wall clock', () => {
    const me = on({ facts: { eta: { before: '2h' } } });
    expect(shown(me.facts({ eta: '2026-11-23T12:30:00Z' }))).toBe(false);
    expect(shown(me.facts({ eta: '2026-11-23T10:30:00Z' }))).toBe(true);
  });
});

describe('all, any, not', () => {
  const both: Condition = { all: [{ event: 'a' }, { facts: { tier: 'gold' } }] };
  it('all, in whatever order', () => {
    expect(shown(on(both).emit('a'))).toBe(false);
    expect(shown(on(both).emit('a').facts({ tier: 'gold' }))).toBe(true);
    expect(shown(on(both).facts({ tier: 'gold' }).emit('a'))).toBe(true);
  });
  it('any', () => {
    const either: Condition = { any: [{ event: 'a' }, { facts: { tier: 'gold' } }] };
    expect(shown(on(either).emit('a'))).toBe(true);
    expect(shown(on(either).facts({ tier: 'gold' }))).toBe(true);
    expect(shown(on(either).facts({ tier: 'silver' }))).toBe(false);
  });
  it('not', () => {
    const when: Condition = { all: [{ event: 'a' }, { not: { event: 'b' } }] };
    expect(shown(on(when).emit('a'))).toBe(true);
    expect(shown(on(when).emit('b').emit('a'))).toBe(false);
  });
});

describe('a missing fact matches nothing', () => {
  const matchers: Matcher[] = [
    'gold',
    ['gold'],
    { is: 'gold' },
    { not: 'gold' },
    { in: ['gold'] },
    { gt: 1 },
    { gte: 1 },
    { lt: 15 },
    { lte: 15 },
    { contains: 'g' },
    { startsWith: 'g' },
    { endsWith: 'g' },
    { before: '1d' },
    { olderThan: '1d' },
  ];
  const missing = (condition: Condition) =>
    shown(shop([{ when: { all: [{ event: 'go' }, condition] } }]).emit('go'));
  it.each(matchers)('%j: neither it, nor its opposite, nor the opposite of that', (matcher) => {
    const one: Condition = { facts: { tier: matcher } };
    expect(missing(one)).toBe(false);
    expect(missing({ not: one })).toBe(false);
    expect(missing({ not: { not: one } })).toBe(false);
    expect(missing({ not: { all: [one] } })).toBe(false);
    expect(missing({ not: { any: [one] } })).toBe(false);
  });
  it('only exists: false asks for absence', () => {
    expect(missing({ facts: { tier: { exists: false } } })).toBe(true);
    expect(missing({ facts: { tier: { exists: true } } })).toBe(false);
  });
  it('one certain answer still decides', () => {
    const unknown: Condition = { facts: { tier: 'gold' } };
    const yes: Condition = { facts: { total: { exists: false } } };
    expect(missing({ any: [unknown, yes] })).toBe(true);
    expect(missing({ not: { all: [unknown, { not: yes }] } })).toBe(true);
  });
  it('a forgotten fact is missing again', () => {
    const me = shop([{ when: { all: [{ event: 'go' }, { facts: { tier: 'gold' } }] } }]);
    expect(shown(me.facts({ tier: 'gold' }).facts({ tier: null }).emit('go'))).toBe(false);
  });
  it('in an event too', () => expect(missing({ event: 'go', where: { code: { not: 'x' } } })).toBe(false));
  it('in unless: it does not hold, so it does not stop', () => {
    expect(shown(shop([{ unless: { facts: { tier: { not: 'gold' } } } }]).emit('go'))).toBe(true);
  });
});

describe('what a mistake in a condition leads to', () => {
  it.each<[unknown, string]>([
    [{ event: 'a', wihin: '10m' }, '/wihin'],
    [{ event: 'a', where: { code: { inn: ['x'] } } }, '/where/code/inn'],
    [{ event: 'a', within: '10 min' }, '/within'],
    [{ event: 'a', facts: { tier: 'gold' } }, ''],
    [{ event: 'a', for: '10s' }, '/for'],
    [{ event: 'a', min: 0 }, '/min'],
    [{ event: 'a', min: 1.5 }, '/min'],
    [{ event: 'a', per: 'page' }, '/per'],
    [{ event: 5 }, '/event'],
    [{ for: '10s' }, ''],
    [{ after: { event: 'a' }, without: [{ event: 'b' }] }, '/for'],
    [{ after: { event: 'a' }, without: [], for: '5s' }, '/without'],
    [{ after: { event: 'a' }, for: '5s' }, '/without'],
    [{ after: { event: 'a', min: 2 }, without: [{ event: 'b' }], for: '5s' }, '/after/min'],
    [{ after: { event: 'a' }, without: [{ event: 'b' }], for: '5s', clock: 'sun' }, '/clock'],
    [{ sequence: [{ event: 'a' }], within: '5s' }, '/sequence'],
    [{ sequence: [{ event: 'a' }, { event: 'b' }] }, '/within'],
    [{ sequence: [{ event: 'a' }, 'b'], within: '5s' }, '/sequence/1'],
    [{ score: 'struggle', above: 1.1 }, '/above'],
    [{ score: 'struggle' }, '/above'],
    [{ score: 'anger', above: 0.5 }, '/score'],
    [{ facts: {} }, '/facts'],
    [{ facts: { teir: 'gold' } }, '/facts/teir'],
    [{ not: { any: [{ event: 'a' }, { facts: { 'te/ir': 'gold' } }] } }, '/not/any/1/facts/te~1ir'],
    [{ all: [] }, '/all'],
    [{ any: [] }, '/any'],
    [{ all: Array.from({ length: 9 }, () => ({ event: 'a' })) }, '/all'],
    [{ any: [{ event: 'a' }, { evnt: 'b' }] }, '/any/1'],
    [{ not: { not: { all: [{ event: 'a', within: 5 }] } } }, '/not/not/all/0/within'],
    [{}, ''],
    [null, ''],
    ['go', ''],
    [[{ event: 'a' }], ''],
  ])('%j', (when, pointer) => {
    const me = shop([{}, { when: when as Condition }, { id: 'good' }]);
    expect(me.problems).toMatchObject([{ code: 'TRIGGER_INVALID', path: `/triggers/1/when${pointer}` }]);
    expect(me.engine.why().map((one) => one.trigger)).toEqual(['t0', 'good']);
    expect(offered(me.emit('go'))).toEqual(['t0']);
  });
});
