import { expect, it } from 'vitest';
import { waitShare } from '../../../src/detect/wait.js';

it('a wait is felt with its logarithm, from not at all to all the way', () => {
  const share = (seconds: number) => waitShare(seconds * 1_000, 1_000, 10_000);
  expect([0, 0.5, 1].map(share)).toEqual([0, 0, 0]);
  expect(share(2)).toBeCloseTo(Math.log10(2));
  expect(share(4) - share(2)).toBeCloseTo(share(2));
  expect([10, 60, Infinity].map(share)).toEqual([1, 1, 1]);
});

it('is a number, whatever is compared', () => {
  const times = [0, 1, 1_000, 1e9];
  for (const waited of times)
    for (const from of times)
      for (const to of times) {
        const share = waitShare(waited, from, to);
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
      }
});
