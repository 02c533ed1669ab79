import { describe, expect, it } from 'vitest';
import { backOff, orderedWait } from '../../../../src/report/endpoint/waits.js';

const NOW = Date.parse('2026-11-30T10:42:00Z');

describe('waits', () => {
  it('double with each failure, up to a minute, with a quarter of chance', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 2_000].map((n) => backOff(n, 0) / 1_000)).toEqual([
      1, 2, 4, 8, 16, 32, 58, 58, 58,
    ]);
    expect(backOff(3, 1)).toBe(3_000);
  });

  it.each([
    [null, undefined],
    ['30', 30_000],
    [' 5 ', 5_000],
    ['0', 1_000],
    ['-20', 1_000],
    ['315360000', 3_600_000],
    ['99999999999999999999999', 3_600_000],
    ['Mon, 30 Nov 2026 10:43:00 GMT', 60_000],
    ['Mon, 30 Nov 2020 10:43:00 GMT', 1_000],
    ['Mon, 30 Nov 2036 10:43:00 GMT', 3_600_000],
    ['soon', 60_000],
    ['', 60_000],
    ['1e9', 60_000],
    ['in 5 minutes', 60_000],
    ['Never GMT', 60_000],
  ])('Retry-After: %s', (value, ms) => {
    expect(orderedWait(value, NOW)).toBe(ms);
  });
});
