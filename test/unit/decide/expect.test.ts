import { describe, expect, it } from 'vitest';
import { ConfigError } from '../../../src/core/matcher.js';
import * as read from '../../../src/decide/expect.js';

/** Where it says that something else was expected; `undefined` where it is content. */
function refused(act: () => unknown): string | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    expect((error as ConfigError).message).toMatch(/^\S.+/);
    return (error as ConfigError).path;
  }
}
/** Those of the values that are refused, all at the place that was given. */
const bad = (reader: (value: unknown, path: string) => unknown, values: readonly unknown[]) =>
  values.filter((value) => {
    const path = refused(() => reader(value, '/here'));
    expect([undefined, '/here']).toContain(path);
    return path !== undefined;
  });

describe('readers for parts of a config', () => {
  it('object', () => {
    const good = { a: 1 };
    expect(read.object(good, '')).toBe(good);
    expect(bad(read.object, [{}, null, [], 'x', 5, undefined])).toEqual([null, [], 'x', 5, undefined]);
  });
  it('only', () => {
    expect(refused(() => read.only({ a: 1, c: 2 }, ['a', 'b'], '/at'))).toBe('/at/c');
    expect(refused(() => read.only({ a: 1 }, ['a', 'b'], '/at'))).toBeUndefined();
  });
  it('list', () => {
    const good = [1, 2];
    expect(read.list(good, '', 1, 2)).toBe(good);
    const values = [[], [1], [1, 2], [1, 2, 3], { length: 2 }, 'ab'];
    expect(bad((value, path) => read.list(value, path, 1, 2), values)).toEqual([
      [],
      [1, 2, 3],
      { length: 2 },
      'ab',
    ]);
  });
  it('string', () => {
    expect(read.string('x', '')).toBe('x');
    expect(bad(read.string, ['', 'x', 5, null, undefined, ['x']])).toEqual([5, null, undefined, ['x']]);
  });
  it('identifier: a letter, then up to 79 letters, digits and . : _ -', () => {
    expect(read.identifier('a.b:c_d-9', '')).toBe('a.b:c_d-9');
    const long = 'x'.repeat(80);
    const wrong = ['', '9a', '-a', ' a', 'a b', 'a\n', `${long}x`, 'a/b', 'é', 5, ['a'], undefined];
    expect(bad(read.identifier, ['a', 'Z9', long, ...wrong])).toEqual(wrong);
  });
  it('day', () => {
    const wrong = ['2027-02-30', '2027-1-31', '2027-01-31T10:00:00Z', '2027-01-3', 'tomorrow!!', 5, null];
    expect(bad(read.day, ['2027-01-31', ...wrong])).toEqual(wrong);
  });
  it('whole', () => {
    expect(read.whole(3, '', 1, 100)).toBe(3);
    expect(bad((value, path) => read.whole(value, path, 1, 100), [0, 1, 1.5, 100, 101, '5', NaN])).toEqual([
      0,
      1.5,
      101,
      '5',
      NaN,
    ]);
  });
  it('part', () => {
    expect(read.part(0.3, '')).toBe(0.3);
    expect(bad(read.part, [-0.001, 0, 0.5, 1, 1.001, '0.5', null])).toEqual([-0.001, 1.001, '0.5', null]);
  });
  it('duration', () => {
    expect(read.duration('90s', '')).toBe(90_000);
    expect(bad(read.duration, ['90s', '10 min', 5, undefined])).toEqual(['10 min', 5, undefined]);
    expect(read.optionalDuration('2m', '')).toBe(120_000);
    expect(bad(read.optionalDuration, [undefined, '90s', 'x', null])).toEqual(['x', null]);
  });
  it('one of some words', () => {
    expect(read.oneOf('b', ['a', 'b'], '')).toBe('b');
    expect(bad(read.word('a', 'b'), ['a', 'b', 'c', '', 5, undefined])).toEqual(['c', '', 5, undefined]);
  });
  it('fields: those that are there, and no others', () => {
    const readers = { name: read.string, size: read.part, free: read.any };
    const at = (value: unknown) => refused(() => read.fields(value, '/at', readers));
    expect(at({})).toBeUndefined();
    expect(at({ name: 'x', size: 1, free: [] })).toBeUndefined();
    // Left out, as in code that says `undefined`.
    expect(at({ name: undefined })).toBeUndefined();
    expect(at({ size: 2 })).toBe('/at/size');
    expect(at({ other: 1 })).toBe('/at/other');
    expect(at([])).toBe('/at');
  });
});
