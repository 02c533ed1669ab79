import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Config, Trigger } from '../../../src/config/types.js';
import type { Output } from '../../../src/engine/engine.js';
import { createEngine, type EngineState } from '../../../src/engine/engine.js';
import { mergeVisitors, settleVisitor, startVisitor } from '../../../src/decide/state.js';
import type { Shopper } from '../../support/shopper.js';
import { offered, open, shop, trigger, journeys, content } from '../../support/triggers.js';

const MIN = 60_000;
const DAY = 86_400_000;
const all: Partial<Config> = { policy: { ...open, holdout: { share: 1, name: 'h' } } };
const solvable: Partial<Trigger> = { solved: { by: { event: 'bought' }, within: '10m' } };
const of = (me: Shopper, ...kinds: Output['kind'][]) =>
  me.outputs.filter(({ kind }) => kinds.includes(kind)).map(({ at: _at, ...rest }) => rest);
const verdicts = (me: Shopper) => of(me, 'verdict');
const seen = (more: Partial<Trigger> = {}) =>
  shop([more]).view('/payment').emit('go').help('shown').wait(3_000);

describe('how an offer ends', () => {
  const ends = (me: Shopper) => of(me, 'ended').map((one) => Reflect.get(one, 'how') as string);
  it.each([
    ['dismissed', (me: Shopper) => me.help('dismissed')],
    ['dismissed', (me: Shopper) => me.help('snoozed')],
    ['acted', (me: Shopper) => me.help('acted').help('dismissed')],
    ['acted', (me: Shopper) => me.help('acted').help('gone')],
    ['acted', (me: Shopper) => me.help('solved').help('gone')],
    ['ignored', (me: Shopper) => me.help('gone')],
    ['ignored', (me: Shopper) => me.help('opened').help('gone')],
    ['dismissed', (me: Shopper) => me.feed({ type: 'mute', until: 99_000 }).help('gone')],
    ['withdrawn', (me: Shopper) => me.feed({ type: 'off', triggers: ['t0'] }).help('gone')],
  ] as const)('%s: %#', (how, answer) => {
    const me = seen();
    expect(ends(me)).toEqual([]);
    answer(me);
    expect(ends(me)).toEqual([how]);
    expect(of(me, 'ended')).toEqual([{ kind: 'ended', offer: 1, how }]);
  });
  it('the customer goes on to another place without having touched it: ignored; with, acted', () => {
    const where = { where: { step: 'payment' } };
    expect(ends(seen(where).view('/cart', 'route').help('gone'))).toEqual(['ignored']);
    expect(ends(seen(where).help('acted').view('/cart', 'route').help('gone'))).toEqual(['acted']);
    // A new page has nothing of the one before.
    expect(ends(seen().view('/cart'))).toEqual(['ignored']);
  });
  it('its cause is gone: withdrawn', () => {
    const me = seen({ unless: { event: 'fine' } })
      .emit('fine')
      .help('gone');
    expect(ends(me)).toEqual(['withdrawn']);
  });
  it('an incident takes its place: withdrawn', () => {
    const me = shop([{}, { priority: 'incident', when: { event: 'down' } }])
      .emit('go')
      .help('shown')
      .emit('down');
    me.feed({ type: 'help', offer: 1, phase: 'gone' });
    expect(ends(me)).toEqual(['withdrawn']);
  });
  it('is not told of what nobody saw, nor of what stays over a page load', () => {
    expect(ends(shop([{}]).view('/cart').emit('go').view('/payment'))).toEqual([]);
    expect(ends(shop([{}]).emit('go').help('withheld'))).toEqual([]);
    expect(ends(seen().view('/payment'))).toEqual([]);
  });
});

describe('whether it was solved', () => {
  it('is told once: by the event in time, the last moment included', () => {
    expect(
      verdicts(
        seen(solvable)
          .emit('bought')
          .emit('bought')
          .wait(20 * MIN),
      ),
    ).toEqual([{ kind: 'verdict', offer: 1, solved: true }]);
    const late = shop([solvable])
      .emit('go')
      .help('shown')
      .wait(10 * MIN);
    expect(verdicts(late.facts({ tier: 'x' }))).toEqual([]);
    expect(verdicts(late.emit('bought'))).toEqual([{ kind: 'verdict', offer: 1, solved: true }]);
  });
  it('or that it was not, at the first moment after', () => {
    const me = shop([solvable])
      .emit('go')
      .help('shown')
      .help('dismissed')
      .wait(30 * MIN);
    expect(me.outputs.filter(({ kind }) => kind === 'verdict')).toEqual([
      { kind: 'verdict', at: 10 * MIN + 1, offer: 1, solved: false },
    ]);
    expect(me.emit('bought').helps()).not.toContain('t0 solved');
  });
  it('each for itself, where several wait', () => {
    const me = shop([solvable, { ...solvable, when: { event: 'two' } }])
      .emit('go')
      .help('shown')
      .help('dismissed')
      .wait(MIN)
      .emit('two')
      .help('shown')
      .wait(10 * MIN);
    expect(me.outputs.filter(({ kind }) => kind === 'verdict').map(({ at }) => at)).toEqual([10 * MIN + 1]);
    me.wait(MIN);
    expect(verdicts(me)).toEqual([
      { kind: 'verdict', offer: 1, solved: false },
      { kind: 'verdict', offer: 2, solved: false },
    ]);
  });
  it('is not asked where the trigger does not say how to tell', () => {
    expect(
      verdicts(
        seen()
          .emit('bought')
          .wait(60 * MIN),
      ),
    ).toEqual([]);
  });
});

describe('what is held back', () => {
  it('has a number, and is judged as what is shown', () => {
    const me = shop([solvable, { ...solvable, when: { event: 'two' } }], all)
      .emit('go')
      .emit('two')
      .wait(10);
    expect(of(me, 'help')).toMatchObject([
      { offer: 1, trigger: 't0', phase: 'withheld', gate: 'holdout' },
      { offer: 2, trigger: 't1', phase: 'withheld', gate: 'holdout' },
    ]);
    expect(verdicts(me.emit('bought'))).toEqual([
      { kind: 'verdict', offer: 1, solved: true },
      { kind: 'verdict', offer: 2, solved: true },
    ]);
    expect(verdicts(me.wait(60 * MIN))).toHaveLength(2);
  });
  it('tells the page nothing more: no help, no event, no follow-up', () => {
    const me = shop(
      [
        // oxlint-disable-next-line unicorn/no-thenable -- a word of the language
        { solved: { by: { event: 'bought' }, then: 'other' }, reason: 'why' },
        { id: 'after', when: { event: 'help-solved' }, priority: 'incident' },
      ],
      { ...all, reasons: { why: { title: 'Why', owner: 'me', quadrant: 'simplify' } } },
    )
      .emit('go')
      .emit('bought')
      .wait(60 * MIN);
    expect(me.helps()).toEqual(['t0 withheld']);
    expect(offered(me)).toEqual([]);
    expect(of(me, 'leave', 'ended')).toEqual([]);
    expect(verdicts(me)).toHaveLength(1);
  });
  it('is solved by the field that it was about, and by no other', () => {
    const held = () => {
      const me = shop([{ ...solvable, when: { event: 'field-error-loop' } }], all).view('/address');
      for (let i = 0; i < 2; i++) me.focus('zip').type('zip').leave('zip').error('zip').wait(2_000);
      return me;
    };
    const me = held();
    expect(me.helps()).toEqual(['t0 withheld']);
    expect(verdicts(me.ok('name').wait(2_000))).toEqual([]);
    expect(verdicts(me.ok('zip').wait(2_000))).toEqual([{ kind: 'verdict', offer: 1, solved: true }]);
  });
  it('and so is help that was closed before: both arms are judged by the same', () => {
    const me = shop([{ ...solvable, when: { event: 'field-error-loop' } }]).view('/address');
    for (let i = 0; i < 2; i++) me.focus('zip').type('zip').leave('zip').error('zip').wait(2_000);
    me.help('shown').wait(3_000).help('dismissed').wait(2_000);
    expect(verdicts(me.ok('name').wait(2_000))).toEqual([]);
    expect(verdicts(me.ok('zip').wait(2_000))).toEqual([{ kind: 'verdict', offer: 1, solved: true }]);
  });
  it('in an arm of an experiment that shows nothing, with the name of the arm', () => {
    const arms = { name: 'x', variants: { none: { share: 1, nothing: true as const } } };
    const me = shop([{ ...solvable, experiment: arms }])
      .emit('go')
      .emit('bought');
    expect(of(me, 'help')).toMatchObject([
      { offer: 1, phase: 'withheld', gate: 'experiment', variant: 'none' },
    ]);
    expect(verdicts(me)).toEqual([{ kind: 'verdict', offer: 1, solved: true }]);
  });
  it('is never an incident', () => {
    const me = shop([{ priority: 'incident' }], all).emit('go');
    expect(offered(me)).toEqual(['t0']);
    expect(me.engine.why('t0')[0]!.gates.find(({ gate }) => gate === 'holdout')).toEqual({
      gate: 'holdout',
      pass: true,
      value: 'not for incidents',
    });
    expect(me.engine.holdout).toEqual({ name: 'h', arm: 'held' });
  });
});

describe('the usual holdout', () => {
  const held = (options: { reports?: boolean }, policy: NonNullable<Config['policy']> = { ...open }) =>
    Array.from({ length: 600 }, (_, i) => shop([], { policy }, { seed: `v${i}`, ...options })).filter(
      ({ engine }) => engine.holdout?.arm === 'held',
    ).length;
  it('is 5 % of visitors where outcomes are reported, and nobody where they are not', () => {
    // Drawn from fixed names: always the same.
    const some = held({ reports: true });
    expect(some).toBeGreaterThan(15);
    expect(some).toBeLessThan(45);
    expect(held({})).toBe(0);
    expect(shop([]).engine.holdout).toBeUndefined();
    expect(shop([], {}, { reports: true }).engine.holdout).toMatchObject({ name: 'default' });
  });
  it('gives way to what the policy says, also that there is none', () => {
    const none = { holdout: { share: 0 } };
    expect(held({ reports: true }, none)).toBe(0);
    // So reports name no arm: that would look as if a comparison were under way.
    expect(shop([], { policy: none }, { reports: true }).engine.holdout).toBeUndefined();
    expect(
      shop([], { policy: { holdout: { share: 1, name: 'mine' } } }, { reports: true }).engine.holdout,
    ).toEqual({
      name: 'mine',
      arm: 'held',
    });
  });
});

describe('turned off for harm', () => {
  const off = (me: Shopper, ...triggers: string[]) => me.feed({ type: 'off', triggers });
  const status = (me: Shopper, id = 't0') =>
    me.engine.why(id)[0]!.gates.find(({ gate }) => gate === 'status')!;
  it('the gate status is closed for a week, and the others go on', () => {
    const me = off(shop([{}, { when: { event: 'two' } }]), 't0');
    expect(status(me)).toEqual({
      gate: 'status',
      pass: false,
      value: 'turned off: it does harm',
      data: { harmful: true },
      until: 7 * DAY,
    });
    expect(offered(me.emit('go').emit('two').wait(10))).toEqual(['t1']);
    expect(me.helps()).toEqual([]);
    expect(status(me.wait(7 * DAY - me.now - 1)).pass).toBe(false);
    expect(status(me.wait(1))).toEqual({ gate: 'status', pass: true, value: 'live' });
  });
  it('until it is said otherwise', () => {
    const me = off(shop([{}, {}]), 't0', 't1');
    off(me, 't1');
    expect([status(me).pass, status(me, 't1').pass]).toEqual([true, false]);
    expect(status(off(me), 't1').pass).toBe(true);
  });
  it('is told once as a problem with its place, and to reports when it is new', () => {
    const me = off(shop([{}, {}]), 't1', 'gone');
    off(me, 't1');
    expect(of(me, 'off')).toEqual([{ kind: 'off', trigger: 't1' }]);
    expect(new Set(me.problems.map(({ code, path }) => `${code} ${path}`))).toEqual(
      new Set(['TRIGGER_HARMFUL /triggers/1']),
    );
    expect(of(off(off(me), 't1'), 'off')).toHaveLength(2);
  });
  it('is known on the next page, which tells it as well', () => {
    const { state } = off(shop([{}]).view('/cart'), 't0').engine;
    const next = shop([{}], {}, { state: JSON.parse(JSON.stringify(state)) as EngineState }).view('/payment');
    expect(status(next).pass).toBe(false);
    expect(next.problems.map(({ code }) => code)).toEqual(['TRIGGER_HARMFUL']);
    expect(of(next, 'off')).toEqual([]);
  });
  it('of what tabs say the later word counts, and no clock makes it last longer', () => {
    const [early, late] = [10, 20].map((at) => ({ ...startVisitor(), off: { triggers: [`t${at}`], at } }));
    expect(mergeVisitors(early!, late!).off).toEqual(late!.off);
    expect(mergeVisitors(late!, early!).off).toEqual(late!.off);
    expect(mergeVisitors(startVisitor(), early!).off).toEqual(early!.off);
    expect('off' in mergeVisitors(startVisitor(), startVisitor())).toBe(false);
    expect(settleVisitor(late!, 15).off).toEqual({ triggers: ['t20'], at: 15 });
    expect(settleVisitor(late!, 25).off).toEqual(late!.off);
    expect('off' in settleVisitor(startVisitor(), 0)).toBe(false);
  });
});

describe('whatever happens', () => {
  const step = fc.constantFrom(
    'go',
    'two',
    'bought',
    'shown',
    'acted',
    'dismissed',
    'gone',
    'solved',
    'withheld',
    '/cart',
    '/payment',
    'wait',
    'minutes',
    'off',
    'on',
    'cut',
  );
  const config: Config = {
    version: 1,
    journeys,
    content,
    policy: open!,
    triggers: [
      trigger({ id: 't0', ...solvable }),
      trigger({ id: 't1', when: { event: 'two' }, where: { step: 'payment' } }),
      trigger({
        id: 't2',
        when: { event: 'two' },
        ...solvable,
        experiment: { name: 'e', variants: { none: { share: 0.5, nothing: true }, some: { share: 0.5 } } },
      }),
    ],
  };
  it('each shown offer ends at most once, and is judged at most once, over page loads too', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), fc.nat(9), (steps, seed) => {
        const outputs: Output[] = [];
        const visiting = { seed: `s${seed}`, session: 's' };
        let engine = createEngine(config, visiting);
        const listen = () => engine.on((one) => outputs.push(structuredClone(one)));
        listen();
        let at = 0;
        const feed = (record: object) => engine.feed({ at, ...record } as never);
        for (const one of steps) {
          if (one === 'wait' || one === 'minutes') engine.advance((at += one === 'wait' ? 500 : 6 * MIN));
          else if (one === 'cut') {
            engine = createEngine(config, {
              ...visiting,
              state: JSON.parse(JSON.stringify(engine.state)) as EngineState,
            });
            listen();
          } else if (one.startsWith('/')) feed({ type: 'view', how: 'load', path: one, steps: [] });
          else if (one === 'off' || one === 'on')
            feed({ type: 'off', triggers: one === 'off' ? ['t0'] : [] });
          else if (['go', 'two', 'bought'].includes(one)) feed({ type: 'host', event: one, data: {} });
          else feed({ type: 'help', offer: engine.state.decide.nextOffer - 1, phase: one });
        }
        engine.advance(at + 60 * MIN);
        const numbers = (kind: string) =>
          outputs.filter((o) => o.kind === kind).map((o) => Reflect.get(o, 'offer') as number);
        const helps = outputs.filter((o) => o.kind === 'help');
        const shown = helps.filter(({ phase }) => phase === 'shown').map(({ offer }) => offer!);
        const control = helps
          .filter(({ gate }) => gate === 'experiment' || gate === 'holdout')
          .map(({ offer }) => offer!);
        expect(new Set(shown).size).toBe(shown.length);
        expect(new Set([...shown, ...control]).size).toBe(shown.length + control.length);
        const ended = numbers('ended');
        expect(new Set(ended).size).toBe(ended.length);
        expect(ended.every((n) => shown.includes(n))).toBe(true);
        const there = engine.state.decide.screen.map(({ offer }) => offer);
        expect(shown.filter((n) => !ended.includes(n)).every((n) => there.includes(n))).toBe(true);
        const judged = numbers('verdict');
        expect(new Set(judged).size).toBe(judged.length);
        const solvables = helps
          .filter(({ offer, trigger: id }) => id !== 't1' && [...shown, ...control].includes(offer!))
          .map(({ offer }) => offer!);
        expect(new Set(judged)).toEqual(new Set(solvables));
      }),
    );
  });
});
