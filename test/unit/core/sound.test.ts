import { expect, it } from 'vitest';
import { isObject, isWhole } from '../../../src/core/sound.js';

it.each([0, 1, Number.MAX_SAFE_INTEGER])('%d can be reckoned with', (value) =>
  expect(isWhole(value)).toBe(true),
);
it.each([-1, 1.5, NaN, Infinity, 2 ** 53, '5', null, undefined, [5]])('%s cannot', (value) =>
  expect(isWhole(value)).toBe(false),
);

it('an object has names in it', () => {
  for (const value of [{}, { a: 1 }, Object.create(null)]) expect(isObject(value)).toBe(true);
  for (const value of [null, undefined, [], 'a', 5, () => 1]) expect(isObject(value)).toBe(false);
});
