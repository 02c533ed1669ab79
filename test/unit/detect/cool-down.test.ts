import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mayTell, noteTold, toldLately, type Told } from '../../../src/detect/cool-down.js';

it('is over after so many milliseconds', () => {
  const told: Told = {};
  expect(toldLately(told, 'pay', 0, 10_000)).toBe(false);
  noteTold(told, 'pay', 0, 10_000);
  expect(toldLately(told, 'pay', 9_999, 10_000)).toBe(true);
  expect(toldLately(told, 'pay', 10_000, 10_000)).toBe(false);
  expect(toldLately(told, 'other', 1, 10_000)).toBe(false);
});

it('is asked and begun in one go', () => {
  const told: Told = {};
  expect([0, 9_999, 10_000, 15_000].map((at) => mayTell(told, 'pay', at, 10_000))).toEqual([
    true,
    false,
    true,
    false,
  ]);
  expect(mayTell(told, 'other', 15_000, 10_000)).toBe(true);
});

it('knows any name, and forgets what no longer matters', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'toString')), {
        minLength: 1,
      }),
      (names) => {
        const told: Told = {};
        let at = 0;
        for (const name of names) {
          noteTold(told, name, (at += 6_000), 10_000);
          expect(toldLately(told, name, at, 10_000)).toBe(true);
          expect(Object.keys(told).length).toBeLessThanOrEqual(2);
        }
        expect(toldLately(JSON.parse(JSON.stringify(told)) as Told, names.at(-1)!, at, 10_000)).toBe(true);
      },
    ),
  );
});
