import { describe, expect, it } from 'vitest';
import { auc, bootstrap, byar, mean, median, quantile, wilson } from '../../simulate/statistics.js';

describe('intervals', () => {
  it("Wilson's, as in textbooks", () => {
    // Newcombe 1998, table I: 81 of 263 and 15 of 148.
    expect(wilson(81, 263).low).toBeCloseTo(0.2553, 4);
    expect(wilson(81, 263).high).toBeCloseTo(0.3662, 4);
    expect(wilson(15, 148).low).toBeCloseTo(0.0624, 4);
    expect(wilson(15, 148).high).toBeCloseTo(0.1605, 4);
    expect(wilson(20, 20)).toMatchObject({ high: 1 });
    expect(wilson(0, 0)).toEqual({ low: 0, high: 1 });
  });
  it("Byar's comes close to the exact ones of a Poisson count", () => {
    expect(byar(0)).toEqual({ low: 0, high: -Math.log(0.025) });
    // Exact: 4.795 to 18.390.
    expect(byar(10).low).toBeCloseTo(4.79, 1);
    expect(byar(10).high).toBeCloseTo(18.39, 1);
  });
  it('a bootstrap covers what it was drawn from', () => {
    const values = Array.from({ length: 60 }, (_, i) => i);
    const { low, high } = bootstrap(values, mean);
    expect(low).toBeGreaterThan(20);
    expect(high).toBeLessThan(39);
    expect(bootstrap(values, mean)).toEqual({ low, high });
  });
});

it('quantiles lie between their neighbours', () => {
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(quantile([0, 10], 0.3)).toBe(3);
  expect(median([])).toBeNaN();
});

it('the area under the curve counts pairs, and ties half', () => {
  expect(auc([2, 3], [0, 1])).toBe(1);
  expect(auc([1, 1], [1, 1])).toBe(0.5);
  expect(auc([0, 3], [1, 2])).toBe(0.5);
});
