import { expect, it } from 'vitest';
import { putNewest } from '../../../src/core/newest.js';

it('the oldest goes, and what is put again is the newest', () => {
  const map = new Map<string, number>();
  for (const key of ['a', 'b', 'c', 'a', 'd']) putNewest(map, key, key.charCodeAt(0), 3);
  expect([...map.keys()]).toEqual(['c', 'a', 'd']);
  expect(map.get('a')).toBe(97);
});
