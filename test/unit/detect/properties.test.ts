import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Config } from '../../../src/config/types.js';
import type { JournalRecord, PressRecord } from '../../../src/core/records.js';
import * as registry from '../../../src/detect/registry.js';
import { createEngine, type EngineState } from '../../../src/engine/engine.js';
import { journal } from '../../support/records.js';
import type { SignalOutput } from '../../support/shopper.js';

/** What holds for every signal. The journals have scenes for each of them (see the first test). */

const TAIL_MS = 200_000;
const CONFIG = {
  version: 1,
  triggers: [],
  journeys: {
    checkout: {
      steps: [
        { id: 'cart', url: '/cart' },
        { id: 'address', url: '/address', expected: '20s' },
        { id: 'payment', url: '/payment' },
      ],
      done: { event: 'order-placed' },
    },
  },
} as const;

/** The signals that these records lead to; before the record `cut` the state is stored and read again. */
function signalsOf(records: readonly JournalRecord[], cut = -1, config: Config = CONFIG): SignalOutput[] {
  const signals: SignalOutput[] = [];
  const begin = (state?: EngineState) => {
    const one = createEngine(config, state && { state });
    one.on((output) => {
      if (output.kind === 'signal') signals.push(structuredClone(output));
    });
    return one;
  };
  let engine = begin();
  records.forEach((record, i) => {
    if (i === cut) engine = begin(JSON.parse(JSON.stringify(engine.state)) as EngineState);
    engine.feed(record);
  });
  engine.advance(records.at(-1)!.at + TAIL_MS);
  return signals;
}

const countByName = (signals: readonly SignalOutput[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { name } of signals) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
};

it('every signal takes part in what follows', () => {
  const seen = new Set(
    fc
      .sample(journal(0, 200), 150)
      .flatMap((records) => signalsOf(records))
      .map((s) => s.name),
  );
  const all = Object.values(registry).map(({ name }) => name);
  expect([...seen].sort()).toEqual([...all].sort());
});

it('a signal says when, how often, how much, why, and with which numbers', () => {
  fc.assert(
    fc.property(journal(0, 100), (records) => {
      for (const { at, count, weight, because, evidence } of signalsOf(records)) {
        expect(Number.isInteger(at)).toBe(true);
        expect(count).toBeGreaterThanOrEqual(1);
        expect(weight).toBeGreaterThan(0);
        expect(weight).toBeLessThanOrEqual(1);
        expect(because).toMatch(/^\S.*[^.\s]$/);
        expect(because).not.toMatch(/NaN|undefined|Infinity|null/);
        for (const value of Object.values(evidence)) expect(value).toSatisfy(isPlain);
      }
    }),
  );
});
const isPlain = (value: unknown): boolean => /string|boolean/.test(typeof value) || Number.isFinite(value);

describe('no setting makes a signal throw, or say what is no number', () => {
  // One at a time: where several are odd, one of them often hides what another does.
  const value = fc.constantFrom(0, 1, 2, 0.3, 2.5, 1e3, 1e9, Number.MAX_SAFE_INTEGER);
  it.each(Object.values(registry).map(({ name, defaults }) => [name, defaults] as const))(
    '%s',
    (name, defaults) => {
      const one = fc.constantFrom(...Object.keys(defaults));
      const settings = fc.oneof(
        fc.record({ key: one, value }).map(({ key, value: to }) => ({ [key]: to })),
        fc.dictionary(one, value),
      );
      fc.assert(
        fc.property(journal(0, 60), settings, (records, changes) => {
          const signals = signalsOf(records, -1, { ...CONFIG, policy: { signals: { [name]: changes } } });
          for (const { because, count, weight, evidence } of signals) {
            expect(because).not.toMatch(/NaN|undefined|Infinity|null/);
            expect([count, weight].every(Number.isFinite)).toBe(true);
            for (const said of Object.values(evidence)) expect(said).toSatisfy(isPlain);
          }
        }),
        { numRuns: 25 },
      );
    },
  );
});

it('it does not matter when the session began', () => {
  const later = (records: readonly JournalRecord[], by: number): JournalRecord[] =>
    records.map((record) => ({
      ...record,
      at: record.at + by,
      ...(record.type === 'request' ? { start: record.start + by } : {}),
    }));
  fc.assert(
    fc.property(journal(1_000_000), fc.integer({ min: -1_000_000, max: 100_000_000 }), (records, by) => {
      const back = signalsOf(later(records, by)).map((signal) => ({ ...signal, at: signal.at - by }));
      expect(back).toEqual(signalsOf(records));
    }),
  );
});

it('a state that is stored in the middle and read again leads to the same', () => {
  fc.assert(
    fc.property(journal(0, 40), fc.nat(200), (records, cut) => {
      expect(signalsOf(records, cut % records.length)).toEqual(signalsOf(records));
    }),
    { numRuns: 300 },
  );
});

describe('a press that is answered', () => {
  /** What goes wrong after a press tells of that press, answered or not; and any press tells that somebody is there, */
  /** whom a stall waits for, and with which hand, which decides what leaving means: these may follow it. */
  const AFTER = /^(?:error-click|error-message|request-failure|exit-intent|.*-stall)$/;
  /** They take up the customer's time, and an added press would too. */
  const INPUT = new Set<JournalRecord['type']>(['press', 'key', 'scroll', 'submit']);
  const added = (at: number, by: PressRecord['by']): JournalRecord[] => [
    {
      type: 'press',
      at,
      id: 1_000_000,
      target: 'extra',
      role: 'button',
      region: 'elsewhere',
      by,
      x: 900,
      y: 900,
      interactive: true,
    },
    { type: 'effect', at, channel: 'mutation', press: 1_000_000 },
  ];
  /** As the page's oracle does: it knows which press it was. */
  const named = (records: readonly JournalRecord[]): JournalRecord[] => {
    let id = 0;
    return records.map((record) => {
      if (record.type === 'press') id = record.id;
      return record.type === 'effect' ? { ...record, press: record.press ?? id } : record;
    });
  };
  it('never adds struggle, wherever and however it is made', () => {
    const by = fc.constantFrom<PressRecord['by']>('mouse', 'touch', 'pen', 'key', 'assist');
    fc.assert(
      fc.property(journal(0, 60), fc.nat(200), by, (some, nth, how) => {
        const records = named(some).filter(({ type }) => type !== 'request');
        const places = records.flatMap(({ type }, i) => (INPUT.has(type) ? [i + 1] : []));
        const place = places[nth % places.length];
        fc.pre(place !== undefined);
        const more = [
          ...records.slice(0, place),
          ...added(records[place - 1]!.at, how),
          ...records.slice(place),
        ];
        const before = countByName(signalsOf(records));
        for (const [name, count] of Object.entries(countByName(signalsOf(more))))
          if (!AFTER.test(name)) expect([name, count]).toEqual([name, Math.min(count, before[name] ?? 0)]);
      }),
      { numRuns: 400 },
    );
  });
});
