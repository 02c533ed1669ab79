import { describe, expect, it } from 'vitest';
import type { Place } from '../../../src/core/happenings.js';
import { about } from '../../../src/detect/about.js';
import { silentUpTo, spanOf } from '../../../src/detect/burst.js';
import { addPress, type Presses } from '../../../src/detect/presses.js';

const place = (path: string): Place => ({ step: null, journey: null, path, visit: 1, stay: 1 });
/** Presses at these times, by touch, each on a page of its own. */
function presses(...times: number[]): Presses {
  const list: Presses = [];
  times.forEach((at, i) =>
    addPress(
      list,
      {
        type: 'press',
        at,
        id: 9 - i,
        target: 'a',
        role: 'button',
        region: 'main',
        by: 'touch',
        x: 0,
        y: 0,
        interactive: true,
      },
      place(`/${i}`),
    ),
  );
  return list;
}
const all = () => true;

describe('the presses up to one of them', () => {
  it('are those within the time, it and those before it, whatever their ids', () => {
    const list = presses(0, 1_000, 1_500, 2_000);
    expect(silentUpTo(list[2]!, list, 500, all).map(({ at }) => at)).toEqual([1_000, 1_500]);
  });
  it('are those without a sign of life that belong to it', () => {
    const list = presses(0, 100, 200, 300);
    list[1]!.answeredAt = 150;
    expect(silentUpTo(list[3]!, list, 500, (press) => press.at > 0).map(({ at }) => at)).toEqual([200, 300]);
  });
  it('are none if it does not belong to itself', () => {
    const list = presses(0, 100);
    expect(silentUpTo(list[1]!, list, 500, (press) => press.at === 0)).toEqual([]);
  });
});

it('what is found began at the first, and was made as the last', () => {
  const run = presses(100, 900);
  run[1] = { ...run[1]!, target: 'b', by: 'key' };
  expect(spanOf(run)).toBe(800);
  expect(about(run, 'two presses', { n: 1 })).toEqual({
    target: 'b',
    count: 2,
    place: place('/0'),
    because: 'two presses (keyboard)',
    evidence: { by: 'key', n: 1 },
  });
});
