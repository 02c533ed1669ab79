import { expect, it } from 'vitest';
import { remembered } from '../../../src/detect/remembered.js';

it('keeps what it has, and forgets the oldest only for something new', () => {
  const known: Record<string, number> = {};
  for (const key of ['a', 'b', 'c']) remembered(known, key, 3, () => 0);
  known['a'] = 7;
  expect(remembered(known, 'a', 3, () => 0)).toBe(7);
  expect(Object.keys(known)).toEqual(['a', 'b', 'c']);
  expect(remembered(known, 'd', 3, () => 1)).toBe(1);
  expect(Object.keys(known)).toEqual(['b', 'c', 'd']);
});
