import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileFilter, compileMatcher, ConfigError, type Value } from '../../../src/core/matcher.js';

const NOW = Date.UTC(2026, 10, 23, 9);
const match = (matcher: unknown, value: Value) => compileMatcher(matcher, '/m')(value, NOW);
const in2h = new Date(NOW + 7_200_000).toISOString();
const ago2h = new Date(NOW - 7_200_000).toISOString();

describe('each test', () => {
  it.each<[unknown, Value[], Value[]]>([
    ['card', ['card'], ['CARD', 'cards', '', []]],
    [3, [3], [4]],
    [false, [false], [true]],
    [
      ['a', 'b'],
      ['a', 'b'],
      ['c', 'ab'],
    ],
    [{ is: 'a' }, ['a', ['a', 'b'], ['a', 1]], ['b', ['b'], [1, 'b']]],
    [{ not: 'a' }, ['b', ['b'], []], ['a', ['a', 'b']]],
    [{ not: ['a', 'b'] }, ['c'], ['a', 'b']],
    [{ in: [1, 2] }, [1, 2, [2, 9]], [3]],
    [{ in: [1, 'a'] }, [1, 'a'], ['b', 2, '1']],
    [{ gt: 3 }, [4, 3.1], [3, 2]],
    [{ gte: 3 }, [3, 4], [2]],
    [{ lt: 3 }, [2, -1], [3, 4]],
    [{ lte: 3 }, [3, 2], [4]],
    [{ contains: 'lo' }, ['hello', ['lo']], ['he', ['hello']]],
    [{ contains: 5 }, [[5], 'a5'], [[4]]],
    [{ startsWith: '/help' }, ['/help', '/help/x'], ['help']],
    [{ endsWith: '.es' }, ['a.es'], ['.esp']],
    [{ exists: true }, ['', 0, false], []],
    [{ exists: false }, [], ['', 0, false]],
    [{ before: '3h' }, [in2h, NOW, NOW + 1], [ago2h, NOW + 4 * 3_600_000]],
    [{ olderThan: '1h' }, [ago2h, 0], [in2h, NOW, NOW - 3_600_000]],
    [{ gte: 2, lt: 4 }, [2, 3.9], [1, 4]],
    [{ exists: true, gt: 3 }, [4], [2]],
  ])('%j', (matcher, yes, no) => {
    for (const value of yes) expect([value, match(matcher, value)]).toEqual([value, true]);
    for (const value of no) expect([value, match(matcher, value)]).toEqual([value, false]);
  });
});

describe('a value of another kind than asked for', () => {
  it.each<[unknown, Value[]]>([
    ['card', [0, false, [1]]],
    [3, ['3', true, ['3']]],
    [false, [0, '', 'false']],
    [{ not: 'a' }, [1, true, [1]]],
    [{ not: [1, 2] }, ['3', false]],
    [{ in: [1, 2] }, ['1', true]],
    [{ gt: 3 }, ['4', true, [4]]],
    [{ gte: 3 }, ['3', '']],
    [{ lt: 15 }, ['2', '', false]],
    [{ lte: 3 }, ['2']],
    [{ contains: 'a' }, [5, true, [5]]],
    [{ startsWith: 'a' }, [5, true, ['a']]],
    [{ endsWith: 'a' }, [5, ['a']]],
    [{ before: '3h' }, ['soon', true, Infinity, [NOW]]],
    [{ olderThan: '1h' }, ['long ago', '2026-02-31', false]],
  ])('is neither a match nor its opposite for %j', (matcher, values) => {
    for (const value of values) expect([value, match(matcher, value)]).toEqual([value, undefined]);
  });
});

describe('when a verdict changes by itself', () => {
  const turns = (matcher: unknown, value: Value): number[] => {
    const told: number[] = [];
    compileMatcher(matcher, '')(value, NOW, (wall) => told.push(wall - NOW));
    return told;
  };
  const HOUR = 3_600_000;
  it.each<[unknown, number, number[]]>([
    [{ before: '2h' }, NOW + 3 * HOUR, [HOUR]],
    [{ before: '2h' }, NOW + 2 * HOUR, [2 * HOUR + 1]],
    [{ before: '2h' }, NOW, [1]],
    [{ before: '2h' }, NOW - 1, []],
    [{ olderThan: '2h' }, NOW, [2 * HOUR + 1]],
    [{ olderThan: '2h' }, NOW - 2 * HOUR, [1]],
    [{ olderThan: '2h' }, NOW - 2 * HOUR - 1, []],
    [{ gt: 3 }, NOW, []],
  ])('%j of a time', (matcher, value, at) => {
    expect(turns(matcher, value)).toEqual(at);
    for (const wait of at) {
      const verdict = (wall: number) => compileMatcher(matcher, '')(value, wall);
      expect(verdict(NOW + wait)).not.toBe(verdict(NOW + wait - 1));
    }
  });
  it('is no time where the date is none', () => expect(turns({ before: '2h' }, 'soon')).toEqual([]));
});

describe('a missing value', () => {
  const tests = [
    { is: 1 },
    { not: 1 },
    { not: [1] },
    { in: [1] },
    { gt: 1 },
    { gte: 1 },
    { lt: 15 },
    { lte: 15 },
    { contains: 'a' },
    { startsWith: 'a' },
    { endsWith: 'a' },
    { before: '1d' },
    { olderThan: '1d' },
    'a',
    ['a'],
  ];
  it.each(tests)('is neither a match nor its opposite for %j', (matcher) => {
    expect(match(matcher, undefined)).toBeUndefined();
    expect(match(matcher, null)).toBeUndefined();
  });
  it('is asked for by exists: false alone', () => {
    expect(match({ exists: false }, undefined)).toBe(true);
    expect(match({ exists: false }, null)).toBe(true);
    expect(match({ exists: true }, undefined)).toBe(false);
  });
});

describe('a filter', () => {
  const filter = (config: unknown, data: Record<string, Value>) =>
    compileFilter(config, '/f')((name) => (Object.hasOwn(data, name) ? data[name] : undefined), NOW);
  it('wants every name to match', () => {
    expect(filter({ a: 1, b: 2 }, { a: 1, b: 2 })).toBe(true);
    expect(filter({ a: 1, b: 2 }, { a: 1, b: 3 })).toBe(false);
    expect(filter({ a: 1, b: 2 }, { a: 1 })).toBeUndefined();
  });
  it('is certain where one value is certainly wrong, whatever is missing', () => {
    expect(filter({ a: 1, b: 2 }, { b: 3 })).toBe(false);
  });
});

describe('a mistake is named with its place', () => {
  it.each<[unknown, string]>([
    [{ inn: ['a'] }, '/m/inn'],
    [{ gt: '3' }, '/m/gt'],
    [{ in: [] }, '/m/in'],
    [{ in: 'a' }, '/m/in'],
    [{ in: ['a', {}] }, '/m/in'],
    [{ is: {} }, '/m/is'],
    [{ exists: 'no' }, '/m/exists'],
    [{ before: '10 min' }, '/m/before'],
    [{ olderThan: 5 }, '/m/olderThan'],
    [{ startsWith: 1 }, '/m/startsWith'],
    [{ toString: 1 }, '/m/toString'],
    [{ constructor: 1 }, '/m/constructor'],
    [{}, '/m'],
    [null, '/m'],
    [[], '/m'],
    [Number.NaN, '/m'],
  ])('%j', (matcher, path) => {
    try {
      compileMatcher(matcher, '/m');
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(ConfigError);
      expect((error as ConfigError).path).toBe(path);
    }
  });
  it.each([null, [], {}, 'a', 5])('a filter that is %j', (value) =>
    expect(() => compileFilter(value, '/f')).toThrow(ConfigError),
  );
});

it('throws nothing but ConfigError, and matches without throwing', () => {
  const value = fc.oneof(
    fc.string(),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.constant(undefined),
    fc.array(fc.string()),
  );
  fc.assert(
    fc.property(fc.anything(), value, (matcher, one) => {
      try {
        expect([true, false, undefined]).toContain(compileMatcher(matcher, '')(one, NOW));
      } catch (error) {
        if (!(error instanceof ConfigError)) throw error;
      }
    }),
  );
});
