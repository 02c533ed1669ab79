import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heardIn, stageOf, toldOf } from '../../../src/boot/tap.js';
import type { Config, Trigger } from '../../../src/config/types.js';
import type { EngineOptions } from '../../../src/engine/engine.js';
import type { Body } from '../../../src/report/events.js';
import type { Heard, Told } from '../../../src/report/heard.js';
import { createLedger, startLedger, type LedgerState } from '../../../src/report/ledger.js';
import type { Reasons } from '../../../src/report/repeats.js';
import { eventsSchema } from '../../../src/report/schema/index.js';
import { busyConfig, journal } from '../../support/records.js';
import { shopper, type Shopper } from '../../support/shopper.js';
import { content, facts, journeys, open, trigger } from '../../support/triggers.js';

const DAY = 86_400_000;
const WALL = Date.UTC(2026, 10, 26);
const validate = new Ajv2020({ strict: false }).compile(eventsSchema());
const expectInSchema = (body: Body) =>
  expect(
    validate({ antes: 1, sid: 'abcdef012345', seq: 1, visit: 'abcdef012345', sent: 1, ...body }),
    JSON.stringify([body, validate.errors]),
  ).toBe(true);

interface Reporting {
  readonly me: Shopper;
  readonly bodies: Body[];
  of(type: Body['type']): Record<string, unknown>[];
  contact(reason?: string, handoff?: boolean): void;
}
/** A shopper who is reported about. */
function reporting(
  triggers: readonly Partial<Trigger>[] = [{}],
  more: Partial<Config> = {},
  options: EngineOptions & { reasons?: Reasons } = {},
): Reporting {
  const config: Config = {
    version: 1,
    journeys,
    content,
    facts,
    policy: { ...open },
    reasons: { why: { title: 'Why', owner: 'team', quadrant: 'simplify' } },
    contact: { channels: { chat: { url: '/chat' } } },
    ...more,
    triggers: triggers.map((one, i) => trigger({ id: `t${i}`, reason: 'why', ...one })),
  };
  const bodies: Body[] = [];
  const ledger = createLedger(config, startLedger(), options.reasons ?? {});
  const tap = (told: Told | undefined, place?: Parameters<typeof heardIn>[2]) => {
    if (told) bodies.push(...ledger.heard(heardIn(me.engine, told, place)));
  };
  const me = shopper(config, { ...options, heard: (one) => tap(stageOf(one), one.place) });
  me.engine.on((output) => {
    me.outputs.push(structuredClone(output));
    tap(toldOf(output));
  });
  me.feed({ type: 'wall', wall: WALL });
  tap({ kind: 'here' });
  return {
    me,
    bodies,
    of: (type) =>
      bodies.filter((one) => one.type === type).map(({ type: _type, at: _at, ...rest }) => ({ ...rest })),
    contact: (reason = 'why', handoff = false) => tap({ kind: 'contact', channel: 'chat', reason, handoff }),
  };
}
const solved = { solved: { by: { event: 'paid' }, within: '10m' } } as const;

describe('steps and journeys', () => {
  const place = (step: string) => ({ journey: 'checkout', step });
  it('are told from beginning to end, with what they cost', () => {
    const { me, of } = reporting();
    me.view('/cart')
      .wait(4_000)
      .view('/address')
      .type('zip')
      .leave('zip')
      .wait(10_000)
      .type('zip')
      .leave('zip');
    me.wait(1_000).view('/payment').wait(2_000).emit('order-placed').view('/thanks');
    expect(of('step')).toEqual([
      { ...place('cart'), phase: 'entered' },
      { ...place('cart'), phase: 'completed', active: 4, retries: 0, backs: 0 },
      { ...place('address'), phase: 'entered' },
      { ...place('address'), phase: 'completed', active: 11, retries: 1, backs: 0 },
      { ...place('payment'), phase: 'entered' },
      { ...place('payment'), phase: 'completed', active: 2, retries: 0, backs: 0 },
    ]);
    expect(of('journey')).toEqual([
      { ...place('cart'), phase: 'started' },
      {
        ...place('payment'),
        phase: 'completed',
        active: 17,
        retries: 1,
        backs: 0,
        peak: 'calm',
        contacts: 0,
      },
    ]);
  });
  it('of a journey that is done on the page after its last step: that step was got past, once', () => {
    const { me, of } = reporting();
    me.view('/address')
      .wait(1_000)
      .view('/cart')
      .view('/payment')
      .wait(2_000)
      .view('/thanks')
      .emit('order-placed');
    expect(of('step').slice(-3)).toEqual([
      { ...place('payment'), phase: 'entered' },
      { ...place('payment'), phase: 'left', active: 2, retries: 0, backs: 0 },
      { ...place('payment'), phase: 'completed' },
    ]);
    expect(of('journey').at(-1)).toMatchObject({ phase: 'completed' });
  });
  it('of one that is given up, no step counts as got past', () => {
    const { me, of } = reporting();
    me.view('/payment').wait(2_000).view('/thanks').wait(DAY).view('/thanks');
    expect(of('step').map(({ phase }) => phase)).toEqual(['entered', 'left']);
  });
  it('whatever the steps are called', () => {
    const steps = [
      { id: 'constructor', url: '/cart' },
      { id: 'to-string', url: '/payment' },
    ];
    const { me, of } = reporting([], { journeys: { checkout: { steps } } });
    me.view('/cart').view('/payment').view('/cart').view('/payment');
    expect(of('step').flatMap(({ backs }) => (backs === undefined ? [] : [backs]))).toEqual([0, 0, 1]);
  });
  it('what is left for elsewhere is not completed; coming back is counted', () => {
    const { me, of } = reporting();
    me.view('/address')
      .view('/cart')
      .view('/address')
      .view('/about')
      .wait(31 * 60_000)
      .view('/about');
    expect(of('step').map(({ step, phase, backs }) => [step, phase, backs])).toEqual([
      ['address', 'entered', undefined],
      ['address', 'left', 0],
      ['cart', 'entered', undefined],
      ['cart', 'completed', 1],
      ['address', 'entered', undefined],
      ['address', 'left', 0],
    ]);
    expect(of('journey').at(-1)).toMatchObject({ journey: 'checkout', phase: 'abandoned', backs: 1 });
  });
  it('a reload is no new step', () => {
    const { me, of } = reporting();
    me.view('/cart').view('/cart').view('/cart');
    expect(of('step')).toHaveLength(1);
    expect(of('journey')).toHaveLength(1);
  });
  it('that the page alone names are not told', () => {
    const { me, bodies } = reporting();
    me.view('/about').step('secret').step('cart').step('other').step(null);
    expect(JSON.stringify(bodies)).not.toMatch(/secret|other/);
    expect(bodies.filter(({ type }) => type === 'step')).toHaveLength(2);
  });
  it('the peak of a journey is the highest level in it, the contacts all that were', () => {
    const { me, of, contact } = reporting();
    me.view('/payment');
    for (let i = 0; i < 3; i++) me.emit('payment-failure', { code: 'declined' }).wait(500);
    contact();
    me.wait(300_000).emit('order-placed');
    const levels = of('level');
    expect(levels[0]).toMatchObject({ from: 'calm', ...place('payment') });
    levels.slice(1).forEach(({ from }, i) => expect(from).toBe(levels[i]!['level']));
    expect(of('journey').at(-1)).toMatchObject({ phase: 'completed', contacts: 1 });
    expect(['struggling', 'stuck']).toContain(of('journey').at(-1)!['peak']);
    expect(of('signal')[0]).toEqual({
      ...place('payment'),
      name: 'payment-failure',
      count: expect.any(Number),
    });
  });
});

describe('the outcome of an offer', () => {
  it('is told once all of it is known', () => {
    const { me, of } = reporting([solved]);
    me.view('/payment').emit('go').help('shown').wait(7_000).help('acted').help('dismissed');
    expect(of('outcome')).toEqual([]);
    me.emit('paid').wait(60 * 60_000);
    expect(of('outcome')).toEqual([
      {
        journey: 'checkout',
        step: 'payment',
        offer: 1,
        trigger: 't0',
        reason: 'why',
        owner: 'team',
        arm: 'shown',
        ended: 'acted',
        solved: true,
        active: 7,
        contacted: false,
      },
    ]);
  });
  it('is unsolved when the time is over, and says whether somebody was asked meanwhile', () => {
    const { me, of, contact } = reporting([solved]);
    me.view('/payment').emit('go').help('shown').help('dismissed');
    contact();
    me.wait(10 * 60_000).wait(1);
    expect(of('outcome')).toMatchObject([{ ended: 'dismissed', solved: false, contacted: true }]);
  });
  it('waits for its end as well', () => {
    const { me, of } = reporting([solved]);
    me.view('/payment')
      .emit('go')
      .help('shown')
      .wait(11 * 60_000);
    expect(of('outcome')).toEqual([]);
    me.help('gone');
    expect(of('outcome')).toMatchObject([{ ended: 'ignored', solved: false }]);
  });
  it('says nothing of solved where nobody can tell', () => {
    const { me, of } = reporting([{}, { when: { event: 'two' } }]);
    me.emit('go').help('shown').help('dismissed');
    expect(of('outcome')).toMatchObject([{ ended: 'dismissed' }]);
    expect('solved' in of('outcome')[0]!).toBe(false);
    me.wait(10).emit('two').help('shown').help('solved').help('gone');
    // That one customer says so is told as it happens; a share of those who were never asked it is not.
    expect(of('outcome').at(-1)).toMatchObject({ offer: 2, ended: 'acted' });
    expect('solved' in of('outcome').at(-1)!).toBe(false);
  });
  it('of what was held back is judged alike, and has no end', () => {
    const policy = { ...open, holdout: { share: 1, name: 'h' } };
    const { me, of } = reporting([solved], { policy });
    me.view('/payment').emit('go').wait(1_000);
    expect(of('help')).toMatchObject([{ offer: 1, phase: 'withheld', gate: 'holdout' }]);
    me.emit('paid');
    expect(of('outcome')).toEqual([
      {
        journey: 'checkout',
        step: 'payment',
        offer: 1,
        trigger: 't0',
        reason: 'why',
        owner: 'team',
        arm: 'control',
        gate: 'holdout',
        solved: true,
        active: 0,
        contacted: false,
      },
    ]);
  });
  it('of what was held back and has no judge ends with the step', () => {
    const policy = { ...open, holdout: { share: 1, name: 'h' } };
    const { me, of, contact } = reporting([{}], { policy });
    me.view('/payment').emit('go').wait(60_000);
    contact();
    expect(of('outcome')).toEqual([]);
    me.view('/about').emit('x').step('cart');
    expect(of('outcome')).toMatchObject([{ arm: 'control', step: 'payment', contacted: true }]);
    expect('solved' in of('outcome')[0]!).toBe(false);
  });
  it('names the arm of an experiment', () => {
    const variants = { short: { share: 1 } };
    const { me, of } = reporting([{ experiment: { name: 'x', variants } }]);
    me.emit('go').help('shown').help('dismissed');
    expect([of('help')[0], of('outcome')[0]]).toMatchObject([{ variant: 'short' }, { variant: 'short' }]);
  });
  it('withheld by another gate is no control, and has none', () => {
    const { me, of } = reporting([{ show: { content: 'text', as: 'inline', anchor: '#x' } }]);
    me.view('/cart').emit('go').help('withheld').view('/about').step('payment');
    expect(of('help')).toMatchObject([{ offer: 1, phase: 'withheld', gate: 'anchor' }]);
    expect(of('outcome')).toEqual([]);
  });
});

describe('coming back for the same reason', () => {
  const ago = (ms: number) => ({ reasons: { why: WALL - ms } });
  const repeats = ({ bodies }: Reporting) =>
    bodies.flatMap((one) => (one.type === 'contact' || one.type === 'help' ? [one.repeat] : []));
  it.each([
    [0, 0],
    [DAY - 1, 0],
    [DAY, 1],
    [8 * DAY - 1, 7],
    [8 * DAY, undefined],
    [-5_000, 0],
  ])('%i ms ago: %s', (ms, days) => {
    const one = reporting([{}], {}, ago(ms));
    one.me.emit('go').help('shown');
    expect(repeats(one)).toEqual([days]);
    const other = reporting([{}], {}, ago(ms));
    other.contact();
    expect(repeats(other)).toEqual([days]);
  });
  it('counts help that was shown, and contacts; not what became of them, nor other reasons', () => {
    const one = reporting([{}]);
    one.contact('other');
    one.me.emit('go').help('shown').help('dismissed');
    one.contact();
    expect(repeats(one)).toEqual([undefined, undefined, undefined, 0]);
    expect(one.of('contact')).toEqual([
      { channel: 'chat', handoff: false },
      { channel: 'chat', reason: 'why', owner: 'team', handoff: false, repeat: 0 },
    ]);
  });
  it('what was held back does not count as help', () => {
    const one = reporting([{}], { policy: { ...open, holdout: { share: 1, name: 'h' } } });
    one.me.emit('go').wait(10).emit('go').wait(10);
    expect(repeats(one)).toEqual([undefined, undefined]);
  });
});

it('problems are told once a page, channels and triggers only by names there are', () => {
  const config = { version: 1, triggers: [] } as Config;
  const ledger = createLedger(config);
  const hear = (told: Told) =>
    ledger.heard({ at: 1, journey: 'x', step: 'y', stay: 1, active: 0, retries: 0, told });
  const problem = { kind: 'problem', code: 'BAD_CALL' } as const;
  expect([hear(problem), hear(problem)]).toEqual([[{ type: 'problem', at: 1, code: 'BAD_CALL' }], []]);
  hear({ kind: 'here' });
  expect(hear(problem)).toHaveLength(1);
  expect(hear({ kind: 'contact', channel: 'word', reason: 'word', handoff: true })).toEqual([
    { type: 'contact', at: 1, channel: 'other', handoff: true },
  ]);
  expect(hear({ kind: 'help', trigger: 'word', phase: 'shown', as: 'hint', offer: 1 })).toEqual([]);
  expect(hear({ kind: 'off', trigger: 'word' })).toEqual([]);
  expect(hear({ kind: 'journey-completed', journey: '__proto__' })).toEqual([]);
  expect(hear({ kind: 'unheard-of' } as never)).toEqual([]);
});

describe('whatever happens', () => {
  const offer = fc.integer({ min: 1, max: 4 });
  const told: fc.Arbitrary<Told> = fc.oneof(
    fc.constantFrom<Told>(
      { kind: 'here' },
      { kind: 'step-entered' },
      { kind: 'step-completed' },
      { kind: 'step-left' },
      { kind: 'journey-completed', journey: 'checkout' },
      { kind: 'journey-left', journey: 'checkout' },
      { kind: 'signal', name: 'rage-click', count: 3 },
      { kind: 'contact', channel: 'chat', reason: 'why', handoff: true },
      { kind: 'problem', code: 'BAD_CALL' },
      { kind: 'off', trigger: 'loop' },
    ),
    fc.record({
      kind: fc.constant('level'),
      level: fc.constantFrom('calm', 'strained', 'stuck'),
    }) as fc.Arbitrary<Told>,
    fc.record({
      kind: fc.constant('help'),
      offer,
      trigger: fc.constantFrom('rage', 'loop', 'nobody'),
      phase: fc.constantFrom('shown', 'shown', 'acted', 'dismissed', 'solved', 'withheld'),
      as: fc.constant('notice'),
      gate: fc.constantFrom('holdout', 'anchor'),
    }) as fc.Arbitrary<Told>,
    fc.record({
      kind: fc.constant('ended'),
      offer,
      how: fc.constantFrom('acted', 'ignored'),
    }) as fc.Arbitrary<Told>,
    fc.record({ kind: fc.constant('verdict'), offer, solved: fc.boolean() }) as fc.Arbitrary<Told>,
  );
  const hearing = fc.array(
    fc.record({
      at: fc.nat(10),
      step: fc.constantFrom('cart', 'payment', 'strange', null),
      stay: fc.nat(3),
      active: fc.nat(100_000),
      retries: fc.nat(3),
      told,
    }),
    { maxLength: 60 },
  );
  const listOf = (some: readonly Omit<Heard, 'journey'>[]): Heard[] =>
    some.map((one, i) => ({ ...one, journey: one.step === null ? null : 'checkout', at: WALL + i * 1_000 }));

  it('is in the words of the schema, says nothing twice, and goes on from what was stored at any moment', () => {
    fc.assert(
      fc.property(hearing, fc.nat(60), (some, cut) => {
        const list = listOf(some);
        const ledger = createLedger(busyConfig);
        const whole = list.flatMap((one) => ledger.heard(one));
        whole.forEach(expectInSchema);

        const first = createLedger(busyConfig, startLedger(), {});
        const parts = list.slice(0, cut).flatMap((one) => first.heard(one));
        const stored = JSON.parse(JSON.stringify(first.state)) as LedgerState;
        const second = createLedger(busyConfig, stored, {});
        parts.push(...list.slice(cut).flatMap((one) => second.heard(one)));
        expect(parts).toEqual(whole);

        let level = 'calm';
        const going = new Set<number>();
        let runs = 0;
        for (const body of whole) {
          if (body.type === 'help' && body.offer !== undefined)
            if (body.phase === 'shown' || (body.phase === 'withheld' && body.gate === 'holdout'))
              going.add(body.offer);
          if (body.type === 'outcome') expect(going.delete(body.offer)).toBe(true);
          if (body.type === 'level') {
            expect(body.from).toBe(level);
            level = body.level;
          }
          if (body.type === 'journey') {
            runs += body.phase === 'started' ? 1 : -1;
            expect([0, 1]).toContain(runs);
          }
        }
        expect(new Set(Object.keys(second.state.offers).map(Number))).toEqual(going);
      }),
    );
  });

  it('of a real engine: each shown offer has one outcome, or is still open', () => {
    fc.assert(
      fc.property(journal(0, 120), (records) => {
        const ledger = createLedger(busyConfig);
        const bodies: Body[] = [];
        const tap = (one: Told | undefined, place?: Parameters<typeof heardIn>[2]) => {
          if (one) bodies.push(...ledger.heard(heardIn(me.engine, one, place)));
        };
        const me = shopper(busyConfig, { seed: 'v7', heard: (one) => tap(stageOf(one), one.place) });
        me.engine.on((output) => tap(toldOf(output)));
        for (const record of records) me.engine.feed(record);
        me.engine.advance(records.at(-1)!.at + 3_600_000);
        bodies.forEach(expectInSchema);
        const begun = bodies
          .filter((one) => one.type === 'help')
          .filter(
            ({ phase, gate }) =>
              phase === 'shown' || (phase === 'withheld' && (gate === 'holdout' || gate === 'experiment')),
          )
          .map((one) => one.offer!);
        const ended = bodies.filter((one) => one.type === 'outcome').map((one) => one.offer);
        expect(new Set(begun).size).toBe(begun.length);
        expect([...ended, ...Object.keys(ledger.state.offers).map(Number)].toSorted((a, b) => a - b)).toEqual(
          begun.toSorted((a, b) => a - b),
        );
      }),
      { numRuns: 40 },
    );
  });
});
