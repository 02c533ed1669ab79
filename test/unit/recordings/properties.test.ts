import type { eventWithTime } from '@rrweb/types';
import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { replay } from '../../../src/engine/replay.js';
import type { RrwebEvent } from '../../../src/recordings/events.js';
import { fromRrweb, rrwebEvents, rrwebJournal } from '../../../src/recordings/from-rrweb.js';
import { createRrwebReader } from '../../../src/recordings/reader.js';
import { recordings } from '../../replay/recordings.js';
import { html } from '../../support/rrweb.js';

const id = fc.oneof(fc.nat(14), fc.constant(-1));
const name = fc.constantFrom(
  'class',
  'id',
  'aria-invalid',
  'disabled',
  'open',
  'constructor',
  '__proto__',
  'style',
);
const tagName = fc.constantFrom('div', 'button', 'input', 'form', 'constructor', '__proto__', 'dialog');
const words = fc.constantFrom('', 'x', 'CANARY-1', 'true', 'spinner', 'error');
const node = fc.record({
  id,
  type: fc.nat(6),
  tagName,
  attributes: fc.dictionary(name, words, { maxKeys: 3 }),
  textContent: words,
  childNodes: fc.constant([]),
});
const mutation = fc.record({
  source: fc.constant(0),
  texts: fc.array(fc.record({ id, value: words }), { maxLength: 2 }),
  attributes: fc.array(
    fc.record({
      id,
      attributes: fc.dictionary(name, fc.oneof(words, fc.constant(null), fc.constant({ color: 'red' }))),
    }),
    { maxLength: 2 },
  ),
  removes: fc.array(fc.record({ parentId: id, id }), { maxLength: 2 }),
  adds: fc.array(fc.record({ parentId: id, nextId: fc.oneof(id, fc.constant(null)), node }), {
    maxLength: 3,
  }),
});
const mouse = fc.record({
  source: fc.constant(2),
  type: fc.nat(10),
  id,
  x: fc.nat(900),
  y: fc.nat(900),
  pointerType: fc.nat(3),
});
const input = fc.record({ source: fc.constant(5), id, text: words, isChecked: fc.boolean() });
const moves = fc.record({
  source: fc.constantFrom(1, 6, 12),
  positions: fc.array(
    fc.record({ x: fc.nat(900), y: fc.nat(900), id, timeOffset: fc.integer({ min: -500, max: 0 }) }),
  ),
});
const rest = fc.record({
  source: fc.nat(17),
  id,
  x: fc.nat(2_000),
  y: fc.nat(2_000),
  type: fc.nat(4),
  ranges: fc.anything(),
});
const snapshot = fc.constant({
  node: html('<form id="f"><input id="a" name="a"><button id="b">Go</button><p role="alert">x</p></form>'),
});
const meta = fc.record({
  href: fc.constantFrom('https://a.example/x/123456', 'about:blank', '', '::', 'https://a.example/y'),
});
const event = fc.oneof(
  { weight: 10, arbitrary: fc.tuple(fc.constant(3), fc.oneof(mutation, mouse, mouse, input, moves, rest)) },
  { weight: 2, arbitrary: fc.tuple(fc.constant(2), snapshot) },
  { weight: 1, arbitrary: fc.tuple(fc.constant(4), meta) },
  {
    weight: 1,
    arbitrary: fc.tuple(
      fc.constantFrom(5, 6),
      fc.record({
        tag: fc.constantFrom('route', 'constructor', 'breadcrumb', 'antes:emit'),
        plugin: fc.constantFrom('rrweb/network@1', 'rrweb/console@1'),
        payload: fc.anything(),
      }),
    ),
  },
  { weight: 1, arbitrary: fc.tuple(fc.nat(8), fc.anything()) },
);
/** Events in order, most of them sound. */
const events = fc
  .array(fc.tuple(fc.oneof(fc.nat(60), fc.nat(9_000)), event), { minLength: 1, maxLength: 60 })
  .map((all) => {
    let timestamp = 1_700_000_000_000;
    const begin = {
      type: 2,
      timestamp,
      data: { node: html('<form id="f"><input id="a" name="a"><button id="b">Go</button></form>') },
    };
    return [begin, ...all.map(([ms, [type, data]]) => ({ type, data, timestamp: (timestamp += ms) }))];
  });

describe('any recording', () => {
  it('is read without an error, in order, into plain records', () => {
    fc.assert(
      fc.property(events, (all) => {
        const records = fromRrweb(all);
        let last = 0;
        for (const { at } of records) {
          expect(Number.isInteger(at) && at >= last).toBe(true);
          last = at;
        }
        expect(JSON.parse(JSON.stringify(records))).toEqual(records);
        const ids = records.flatMap((one) => (one.type === 'press' ? [one.id] : []));
        expect(ids).toEqual(ids.map((_, i) => i + 1));
        for (const one of records) if (one.type === 'effect') expect(ids).toContain(one.press);
      }),
      { numRuns: 300 },
    );
  });
  it('is read whatever it is', () => {
    fc.assert(
      fc.property(fc.array(fc.anything()), (all) => {
        let skipped = 0;
        fromRrweb(all, { report: (summary) => (skipped = summary.skipped) });
        expect(skipped).toBeLessThanOrEqual(all.length);
      }),
    );
    fc.assert(fc.property(fc.string(), (text) => void fromRrweb(rrwebEvents(text))));
  });
  it('can be replayed', () => {
    fc.assert(
      fc.property(events, (all) => void replay({ version: 1, triggers: [] }, rrwebJournal(all))),
      { numRuns: 50 },
    );
  });
  it('leads to the same records event by event', () => {
    fc.assert(
      fc.property(events, (all) => {
        const reader = createRrwebReader();
        const records = all.flatMap((one) => reader.feed(one));
        records.push(...reader.end());
        expect(records).toEqual(fromRrweb(all));
      }),
      { numRuns: 50 },
    );
  });
  it('is left as it is', () => {
    const [one] = recordings;
    const before = JSON.stringify(one!.events);
    fromRrweb(one!.events);
    expect(JSON.stringify(one!.events)).toBe(before);
  });
});

describe('what was typed or could be read', () => {
  /** As a recorder that masks nothing would have written it down: everywhere something that must not be told. */
  const unmasked = (value: unknown, key = ''): unknown => {
    if (Array.isArray(value)) return value.map((one) => unmasked(one));
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([name_, one]) => [name_, unmasked(one, name_)]));
    return typeof value === 'string' &&
      /^(?:text|textContent|value|title|alt|placeholder|aria-label|summary|content)$/.test(key) &&
      value !== ''
      ? `CANARY ${value} 4242424242424242`
      : value;
  };
  it.each(recordings.map((one) => [`${one.story} (${one.engine})`, one] as const))(
    'is in no record: %s',
    (_, { events: all }) => {
      const bare = unmasked(all) as unknown[];
      expect(JSON.stringify(bare)).toContain('CANARY');
      const records = fromRrweb(bare);
      expect(records.length).toBeGreaterThan(5);
      const text = JSON.stringify(records);
      expect(text).not.toContain('CANARY');
      expect(text).not.toContain('4242');
      expect(text).not.toMatch(/\*{3}/);
      expect(text).not.toContain('?');
    },
  );
});

describe('the types', () => {
  it('take what rrweb records', () => {
    expectTypeOf<eventWithTime>().toExtend<RrwebEvent>();
    expectTypeOf(fromRrweb).toBeCallableWith([] as eventWithTime[]);
  });
});
