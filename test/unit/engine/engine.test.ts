import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../src/config/read.js';
import * as registry from '../../../src/detect/registry.js';
import type { JournalRecord } from '../../../src/core/records.js';
import { createEngine, type Engine, type EngineState, type Output } from '../../../src/engine/engine.js';
import { busyConfig, journal } from '../../support/records.js';
import { shopper } from '../../support/shopper.js';

const VISITING = { seed: 'v1', session: 's1' };
const TAIL_MS = 200_000;
const engineWith = (outputs: Output[], state?: EngineState): Engine => {
  const engine = createEngine(busyConfig, { ...VISITING, ...(state ? { state } : {}) });
  engine.on((output) => outputs.push(structuredClone(output)));
  return engine;
};
const expectForward = (outputs: readonly Output[]) =>
  outputs.forEach(({ at }, i) => expect(at).toBeGreaterThanOrEqual(outputs[i - 1]?.at ?? 0));
const endOf = (records: readonly JournalRecord[]) => records.at(-1)!.at + TAIL_MS;

/** What comes out, with time passing in the way given by `pass`. */
function run(
  records: readonly JournalRecord[],
  pass?: (engine: Engine, from: number, to: number) => void,
): Output[] {
  const outputs: Output[] = [];
  const engine = engineWith(outputs);
  let now = records[0]!.at;
  for (const record of records) {
    // Between two pages there is no engine that time could pass for.
    if (record.type !== 'view' || record.how !== 'load') pass?.(engine, now, record.at);
    engine.feed(record);
    now = record.at;
  }
  pass?.(engine, now, endOf(records));
  engine.advance(endOf(records));
  return outputs;
}

describe('the engine', () => {
  it('says something in these properties at all: every signal and every trigger takes part', () => {
    const signals = new Set<string>();
    const triggers = new Set<string>();
    for (const records of fc.sample(journal(0, 200), 100)) {
      for (const output of run(records)) {
        if (output.kind === 'signal') signals.add(output.name);
        if (output.kind === 'offer' || output.kind === 'help') triggers.add(output.trigger);
      }
    }
    const all = Object.values(registry).map((detector) => detector.name);
    expect([...signals].sort()).toEqual(all.sort());
    expect([...triggers].sort()).toEqual(busyConfig.triggers.map(({ id }) => id).sort());
  });
  it('says the same of the same records', () => {
    fc.assert(
      fc.property(journal(), (records) => {
        expect(run(records)).toEqual(run(records));
      }),
    );
  });
  it('goes on from a stored state as if nothing had been', () => {
    fc.assert(
      fc.property(journal(), fc.nat(80), (records, cut) => {
        const outputs: Output[] = [];
        let engine = engineWith(outputs);
        records.forEach((record, i) => {
          if (i === cut % records.length)
            engine = engineWith(outputs, JSON.parse(JSON.stringify(engine.state)) as EngineState);
          engine.feed(record);
        });
        engine.advance(endOf(records));
        expect(outputs).toEqual(run(records));
      }),
    );
  });
  it('does not care whether time passes in large steps or in small ones, late or on time', () => {
    const small = (engine: Engine, from: number, to: number) => {
      for (let at = from; at < to; at += 777) engine.advance(at);
    };
    const punctual = (engine: Engine, _: number, to: number) => {
      for (let next = engine.next(); next !== null && next <= to; next = engine.next()) engine.advance(next);
    };
    fc.assert(
      fc.property(journal(), (records) => {
        const expected = run(records);
        expect(run(records, small)).toEqual(expected);
        expect(run(records, punctual)).toEqual(expected);
      }),
    );
  });
  it('does not care when the session began', () => {
    const shifted = (records: readonly JournalRecord[], by: number): JournalRecord[] =>
      records.map((record) => ({
        ...record,
        at: record.at + by,
        ...(record.type === 'request' ? { start: record.start + by } : {}),
      }));
    fc.assert(
      fc.property(journal(2_000_000), fc.integer({ min: -1_000_000, max: 100_000_000 }), (records, by) => {
        const back = run(shifted(records, by)).map((output) => ({ ...output, at: output.at - by }));
        expect(back).toEqual(run(records));
      }),
    );
  });
  it('does not let looking change anything', () => {
    const looking = (engine: Engine) => void engine.why();
    fc.assert(
      fc.property(journal(), (records) => {
        expect(run(records, looking)).toEqual(run(records));
      }),
    );
  });
  it('does not care in which order things come that have nothing to do with each other', () => {
    fc.assert(
      fc.property(journal(), fc.nat(60), (records, i) => {
        const at = records[i % records.length]!.at;
        const pair: JournalRecord[] = [
          { type: 'facts', at, facts: { other: 1 } },
          { type: 'exception', at, kind: 'error', own: false },
          { type: 'host', at, event: 'nobody-listens', data: {} },
        ];
        const cut = (i % records.length) + 1;
        const inserted = (list: JournalRecord[]) =>
          run([...records.slice(0, cut), ...list, ...records.slice(cut)]);
        expect(inserted(pair)).toEqual(inserted([...pair].reverse()));
      }),
    );
  });
  it('answers to two controls may come in either order', () => {
    const press = (id: number, target: string): JournalRecord => ({
      type: 'press',
      at: id * 100,
      id,
      target,
      role: 'button',
      region: target,
      by: 'mouse',
      x: 0,
      y: 0,
      interactive: true,
    });
    const answer = (id: number): JournalRecord => ({
      type: 'effect',
      at: 1_900,
      channel: 'mutation',
      press: id,
    });
    const start: JournalRecord[] = [
      { type: 'view', at: 0, how: 'load', path: '/cart', steps: [] },
      press(1, 'a'),
      press(2, 'b'),
    ];
    const sorted = (list: Output[]) =>
      list
        .map((one) => JSON.stringify(one))
        .filter((one) => !one.includes('"level"'))
        .sort();
    expect(sorted(run([...start, answer(1), answer(2)]))).toEqual(
      sorted(run([...start, answer(2), answer(1)])),
    );
  });
});

describe('what always holds', () => {
  const all = (check: (outputs: Output[]) => void) =>
    fc.assert(
      fc.property(journal(), (records) => {
        check(run(records));
      }),
    );
  it('the times of what it says never run backward', () => {
    all(expectForward);
  });
  it('every signal has a reason in one sentence, and its numbers', () => {
    all((outputs) => {
      for (const output of outputs) {
        if (output.kind !== 'signal') continue;
        expect(output.because).toMatch(/\S/);
        expect(output.count).toBeGreaterThanOrEqual(1);
        expect(output.weight).toBeGreaterThan(0);
        expect(output.weight).toBeLessThanOrEqual(1);
      }
    });
  });
  it('a level is told only when it changes, with a score between 0 and 1', () => {
    all((outputs) => {
      let level = 'calm';
      for (const output of outputs) {
        if (output.kind !== 'level') continue;
        expect(output.level).not.toBe(level);
        level = output.level;
        expect(output.score).toBeGreaterThanOrEqual(0);
        expect(output.score).toBeLessThanOrEqual(1);
      }
    });
  });
  it('the state is plain data', () => {
    fc.assert(
      fc.property(journal(), (records) => {
        const engine = engineWith([]);
        for (const record of records) engine.feed(record);
        expect(JSON.parse(JSON.stringify(engine.state))).toEqual(engine.state);
      }),
    );
  });
  it('every deadline that is due has been dealt with', () => {
    fc.assert(
      fc.property(journal(), (records) => {
        const engine = engineWith([]);
        for (const record of records) {
          engine.feed(record);
          engine.advance(record.at);
          expect(engine.next() ?? Infinity).toBeGreaterThan(record.at);
        }
      }),
    );
  });
  it('an answered press never adds struggle, whatever else is pressed', () => {
    const presses = fc.array(
      fc.tuple(
        fc.constantFrom('a', 'b', 'c'),
        fc.nat(900),
        fc.constantFrom('mouse', 'touch', 'key' as const),
      ),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(presses, (list) => {
        const me = shopper().view('/shop');
        for (const [target, gap, by] of list) me.press(target, { by }).effect().wait(gap);
        expect(me.wait(60_000).signals()).toEqual([]);
        expect(me.levels()).toEqual([]);
      }),
    );
  });
});

describe('it never throws', () => {
  it('whatever the config says', () => {
    const loose = fc.object({
      key: fc.constantFrom(
        'id',
        'when',
        'event',
        'all',
        'any',
        'not',
        'sequence',
        'after',
        'without',
        'for',
        'within',
        'where',
        'step',
        'url',
        'show',
        'content',
        'as',
        'limits',
        'experiment',
        'variants',
        'share',
        'schedule',
        'solved',
        'by',
        'timing',
        'min',
        'facts',
        'steps',
        'done',
        'text',
        'constructor',
        '__proto__',
      ),
      maxDepth: 5,
      values: [
        fc.constantFrom<unknown>('go', 'text', 'notice', '5s', 1, null, true, [], '/cart', 'checkout'),
      ],
    });
    const trigger = fc.oneof(
      loose,
      fc.tuple(loose, fc.constantFrom(...busyConfig.triggers)).map(([some, good]) => ({ ...good, ...some })),
      fc.anything(),
    );
    const config = fc.record(
      {
        version: fc.constant(1),
        triggers: fc.oneof(fc.array(trigger, { maxLength: 4 }), fc.anything()),
        journeys: fc.oneof(
          loose,
          fc.dictionary(fc.constantFrom('checkout', 'constructor', 'a'), loose),
          fc.anything(),
        ),
        policy: fc.oneof(loose, fc.anything()),
        content: fc.oneof(fc.constant({ text: { title: 'x' } }), fc.anything()),
        facts: fc.anything(),
        audiences: fc.anything(),
      },
      { requiredKeys: ['version'] },
    );
    fc.assert(
      fc.property(config, (some) => {
        const read = readConfig(some, () => true);
        const engine = createEngine(read, { report: () => true });
        for (const record of STORY) engine.feed(record);
        engine.advance(1e6);
        engine.why();
      }),
      { numRuns: 400 },
    );
  });
  it('whatever the records say', () => {
    fc.assert(
      fc.property(journal(0, 120), (records) => {
        run(records);
      }),
    );
  });
  it('when time stands still or runs backward', () => {
    fc.assert(
      fc.property(
        journal(),
        fc.array(fc.integer({ min: -100_000, max: 1_000 }), { minLength: 5, maxLength: 5 }),
        (records, jumps) => {
          const outputs: Output[] = [];
          const engine = engineWith(outputs);
          records.forEach((record, i) =>
            engine.feed({ ...record, at: Math.max(0, record.at + jumps[i % 5]!) }),
          );
          expectForward(outputs);
        },
      ),
    );
  });
});

const [STORY] = fc.sample(journal(0, 60), { numRuns: 1, seed: 7 }) as [JournalRecord[]];

describe('it stays small', () => {
  it('after 10,000 records', () => {
    const me = shopper(busyConfig);
    let largest = 0;
    for (let i = 0; i < 10_000; i++) {
      me.wait(150 + (i % 7) * 40);
      const n = i % 10;
      if (n === 0) me.press(`button-${i}`);
      else if (n === 1) me.effect();
      else if (n === 2) me.type(`field-${i}`);
      else if (n === 3) me.error(`field-${i - 1}`);
      else if (n === 4) me.submit(`form-${i}`);
      else if (n === 5) me.emit('go', { code: `c${i}` });
      else if (n === 6) me.help('shown').help(i % 3 ? 'gone' : 'dismissed');
      else if (n === 7) me.focus(`field-${i}`);
      else if (n === 8 && i % 500 === 8)
        me.view(['/cart', '/address', '/payment', '/about'][((i / 500) % 4) | 0]!);
      else me.scroll();
      largest = Math.max(largest, i % 100 === 0 ? JSON.stringify(me.engine.state).length : 0);
    }
    expect(largest).toBeLessThan(64_000);
    expect(me.engine.state.deadlines.length + me.engine.state.activity.waiting.length).toBeLessThan(200);
  });
});

it('throughput, for information', () => {
  const [records] = fc.sample(journal(0, 20_000), { numRuns: 1, seed: 1 }) as [JournalRecord[]];
  const engine = createEngine(busyConfig, VISITING);
  const started = process.hrtime.bigint();
  for (const record of records) engine.feed(record);
  const us = Number(process.hrtime.bigint() - started) / 1_000;
  console.log(`engine: ${records.length} records, ${(us / records.length).toFixed(1)} µs each`);
});

describe('times beyond all dates', () => {
  const waiting: JournalRecord[] = [
    { type: 'view', at: 0, how: 'load', path: '/checkout/address', steps: [] },
    { type: 'page', at: 1, visible: true, focused: true },
  ];
  it.each([1e157, Infinity, NaN, -1e300])('end, and change nothing: %s', (at) => {
    const outputs: Output[] = [];
    const engine = engineWith(outputs);
    for (const record of waiting) engine.feed(record);
    const before = structuredClone(engine.state);
    engine.feed({ type: 'view', at, how: 'route', path: '/cart', steps: [] });
    expect(engine.state).toEqual(before);
    if (!Number.isNaN(at)) engine.advance(at);
    expectForward(outputs);
  });
});

it('tells which triggers run, each at its place: what is refused is to mislead nobody', () => {
  const sound = { id: 'a', when: { event: 'go' }, show: { content: 'c', as: 'notice' } } as const;
  const broken = { id: 'a', show: { content: 'c', as: 'notice', anchor: 'elsewhere' } } as never;
  const { triggers } = createEngine({
    version: 1,
    content: { c: { title: 'C' } },
    triggers: [broken, sound],
  });
  expect(triggers).toEqual([undefined, sound]);
});
