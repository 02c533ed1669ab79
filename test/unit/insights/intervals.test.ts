import { describe, expect, it } from 'vitest';
import { difference, wilson } from '../../../src/insights/statistics/intervals.js';

const round = (value: number) => Math.round(value * 10_000) / 10_000;

describe('the interval of a difference', () => {
  // Newcombe 1998, table II, method 10.
  it.each([
    [56, 70, 48, 80, 0.2, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.6, 0.1705, 0.809],
    [10, 10, 0, 20, 1, 0.6791, 1],
    [5, 56, 0, 29, 0.0893, -0.0381, 0.1926],
  ])('of %i in %i and %i in %i is that of the literature', (a, m, b, n, value, low, high) => {
    const found = difference({ hits: a, of: m }, { hits: b, of: n })!;
    expect([found.value, found.low, found.high].map(round)).toEqual([value, low, high]);
  });

  it('is nothing where an arm is empty', () => {
    expect(difference({ hits: 0, of: 0 }, { hits: 1, of: 2 })).toBe(undefined);
    expect(wilson({ hits: 0, of: 0 })).toEqual({ low: 0, high: 1 });
  });
});
