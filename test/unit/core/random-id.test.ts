import { afterEach, describe, expect, it, vi } from 'vitest';
import { randomId } from '../../../src/core/random-id.js';

const chance = (fill: (bytes: Uint8Array) => unknown) =>
  vi.stubGlobal('crypto', {
    getRandomValues: (bytes: Uint8Array) => {
      fill(bytes);
      return bytes;
    },
  });
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('an id to tell sessions apart', () => {
  it('is what chance has given, two digits for each byte', () => {
    chance((bytes) => bytes.set([0, 1, 9, 10, 15, 16, 128, 255]));
    expect(randomId()).toBe('0001090a0f1080ff');
    chance((bytes) => bytes.set([7], 7));
    expect(randomId()).toBe('0000000000000007');
  });

  it.each<[string, () => void]>([
    ['always says the same', () => chance((bytes) => bytes.fill(7))],
    [
      'throws',
      () =>
        chance(() => {
          throw new TypeError('no');
        }),
    ],
    ['is not there', () => vi.stubGlobal('crypto', undefined)],
  ])('is another each time and as long where the chance of the page %s', (_how, breakIt) => {
    breakIt();
    const ids = Array.from({ length: 200 }, randomId);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{16}$/);
    // Each half by itself tells them apart.
    for (const half of [0, 8]) expect(new Set(ids.map((id) => id.slice(half, half + 8))).size).toBe(200);
  });

  it('is another each time where the page has stopped its clock and its addresses as well', () => {
    vi.stubGlobal('crypto', undefined);
    vi.stubGlobal('performance', { now: () => 1 });
    vi.stubGlobal('URL', undefined);
    vi.spyOn(Date, 'now').mockReturnValue(1);
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
    expect(new Set(Array.from({ length: 50 }, randomId)).size).toBe(50);
  });

  it('keeps no address that was drawn for it', () => {
    vi.stubGlobal('crypto', undefined);
    const open = new Set<string>();
    vi.stubGlobal('URL', {
      createObjectURL: ({ size }: Blob) => (open.add(`blob:${size}`), `blob:${size}`),
      revokeObjectURL: (url: string) => open.delete(url),
    });
    const drew = vi.spyOn(URL, 'createObjectURL');
    randomId();
    expect(drew).toHaveBeenCalledTimes(1);
    expect(open.size).toBe(0);
  });
});
