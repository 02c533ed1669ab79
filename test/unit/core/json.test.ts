import { afterEach, describe, expect, it, vi } from 'vitest';
import { jsonOf } from '../../../src/core/json.js';

const DATA = { list: ['a', 1, { b: true }], text: 'c' };
const { stringify } = JSON;
afterEach(() => {
  vi.restoreAllMocks();
  Reflect.deleteProperty(Array.prototype, 'toJSON');
});

describe('JSON of plain data', () => {
  it('is written by the browser itself, which is much quicker', () => {
    const native = vi.spyOn(JSON, 'stringify');
    expect(jsonOf(DATA)).toBe(stringify(DATA));
    expect(native).toHaveBeenCalledWith(DATA);
  });

  it('is the same where a library writes lists as texts', () => {
    for (const { prototype } of [Array])
      Object.defineProperty(prototype, 'toJSON', { value: () => '[]', configurable: true });
    expect(JSON.parse(jsonOf(DATA))).toEqual(DATA);
  });

  it.each<[string, typeof JSON.stringify]>([
    ['writes nothing', () => undefined as unknown as string],
    ['writes something else', () => '{}'],
    [
      'throws',
      () => {
        throw new TypeError('theirs');
      },
    ],
  ])('is the same where what a library has put there %s', (_how, theirs) => {
    vi.spyOn(JSON, 'stringify').mockImplementation(theirs);
    const json = jsonOf(DATA);
    vi.restoreAllMocks();
    expect(JSON.parse(json)).toEqual(DATA);
  });
});
