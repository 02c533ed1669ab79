import { describe, expect, it } from 'vitest';
import { createHuman, draw } from '../../simulate/human.js';
import { createRandom } from '../../simulate/random.js';
import { mean, median, quantile } from '../../simulate/statistics.js';

const many = (fn: () => number): number[] => Array.from({ length: 4_000 }, fn);

it('draws follow the quantiles they are given', () => {
  const random = createRandom(5);
  const drawn = many(() =>
    draw(random, [
      [0.1, 10],
      [0.5, 20],
      [0.9, 100],
    ]),
  );
  expect(median(drawn)).toBeCloseTo(20, -1);
  expect(Math.min(...drawn)).toBe(10);
  expect(Math.max(...drawn)).toBe(100);
});

describe('a human', () => {
  it('moves as Fitts has it, in the quartiles that were measured', () => {
    const human = createHuman(createRandom(6));
    const times = many(() => human.move(350));
    // Measured for 250 to 500 px: 0.84, 1.12, 1.54 s.
    expect([0.25, 0.5, 0.75].map((share) => quantile(times, share) / 1_000)).toEqual([
      expect.closeTo(0.95, 1),
      expect.closeTo(1.2, 1),
      expect.closeTo(1.52, 1),
    ]);
  });
  it('types at a pace of their own', () => {
    const paces = Array.from({ length: 40 }, (_, seed) => {
      const human = createHuman(createRandom(seed + 1));
      return median(Array.from({ length: 200 }, human.key));
    });
    expect(quantile(paces, 0.9) / quantile(paces, 0.1)).toBeGreaterThan(1.8);
  });
  it('makes mistakes, rarely long ones', () => {
    const human = createHuman(createRandom(8));
    const runs = many(human.mistakes);
    expect(mean(runs)).toBeLessThan(0.5);
    expect(Math.max(...runs)).toBeLessThanOrEqual(11);
  });
});

it('the same seed is the same chance, another seed another', () => {
  const draws = (seed: number) => many(createRandom(seed).next);
  expect(draws(1)).toEqual(draws(1));
  expect(draws(1)).not.toEqual(draws(2));
  expect(mean(draws(3))).toBeCloseTo(0.5, 1);
});
