import { describe, expect, it } from 'vitest';
import { count, forget, type Tally } from '../../../src/detect/tally.js';

describe('what is counted by name', () => {
  it('is each time of the last so many milliseconds, the oldest first', () => {
    const tally: Tally = {};
    count(tally, 'mug', 1_000, 500);
    expect(count(tally, 'mug', 1_500, 500)).toEqual([1_000, 1_500]);
    expect(count(tally, 'mug', 1_501, 500)).toEqual([1_500, 1_501]);
  });
  it('leaves nothing behind of a name that was last counted longer ago', () => {
    const tally: Tally = {};
    count(tally, 'mug', 1_000, 500);
    count(tally, 'bowl', 1_501, 500);
    expect(Object.values(tally)).toEqual([[1_501]]);
  });
  it('is never more than the last 32', () => {
    const tally: Tally = {};
    for (let at = 1; at < 32; at++) count(tally, 'mug', at, 500);
    expect(count(tally, 'mug', 32, 500)).toHaveLength(32);
    expect(count(tally, 'mug', 33, 500).at(0)).toBe(2);
  });
  it('begins anew once it is forgotten, for this name alone', () => {
    const tally: Tally = {};
    for (const name of ['mug', '__proto__']) count(tally, name, 1, 500);
    forget(tally, 'mug');
    forget(tally, 'bowl');
    expect(count(tally, 'mug', 2, 500)).toEqual([2]);
    expect(count(tally, '__proto__', 2, 500)).toEqual([1, 2]);
  });
});
