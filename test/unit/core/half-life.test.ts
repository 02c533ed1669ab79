import fc from 'fast-check';
import { expect, it } from 'vitest';
import { faded, halfLivesTo } from '../../../src/core/half-life.js';

it('halves with every half-life', () => {
  expect([0, 1, 2, 10].map(faded)).toEqual([1, 0.5, 0.25, 2 ** -10]);
  expect(faded(0.5)).toBeCloseTo(Math.SQRT1_2, 6);
  expect(faded(1e9)).toBe(0);
  expect([-0.5, -1, -1e9].map(faded)).toEqual([1, 1, 1]);
});

it('is what the powers of two are, to a millionth, and never grows', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 60, noNaN: true }), (n) => {
      expect(Math.abs(faded(n) / 2 ** -n - 1)).toBeLessThan(1e-6);
      expect(faded(n + 1e-5)).toBeLessThanOrEqual(faded(n));
    }),
  );
});

it('says how long it takes: by then no more is left, and a moment before there was', () => {
  expect(halfLivesTo(1)).toBeLessThan(1e-5);
  expect(halfLivesTo(8)).toBeCloseTo(3, 5);
  fc.assert(
    fc.property(fc.double({ min: 1.001, max: 1e6, noNaN: true }), (times) => {
      expect(faded(halfLivesTo(times) + 1e-6) * times).toBeLessThanOrEqual(1);
      expect(faded(halfLivesTo(times) - 1e-5) * times).toBeGreaterThan(1);
    }),
  );
});

it('comes to an end even where next to nothing is to be left', () => {
  expect(faded(halfLivesTo(Infinity))).toBe(0);
  expect(faded(halfLivesTo(Number.MAX_VALUE))).toBeLessThan(1e-300);
});
