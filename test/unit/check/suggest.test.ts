import { describe, expect, it } from 'vitest';
import { closest, distance, meantDuration } from '../../../src/check/suggest.js';

describe('distance', () => {
  it.each([
    ['', '', 0],
    ['', 'abc', 3],
    ['kitten', 'sitting', 3],
    ['wihin', 'within', 1],
    ['step', 'stpe', 1],
    ['from', 'form', 1],
  ])('of %s and %s is %d', (a, b, far) => {
    expect(distance(a, b)).toBe(far);
    expect(distance(b, a)).toBe(far);
  });
});

describe('the closest', () => {
  it.each([
    ['wihin', ['event', 'where', 'within'], 'within'],
    ['inn', ['is', 'not', 'in'], 'in'],
    ['Rage-Click', ['rage-click'], 'rage-click'],
    ['modal', ['inline', 'hint', 'badge'], undefined],
    ['payment', ['payment'], undefined],
    ['x', ['a', 'b'], undefined],
    ['', ['a'], undefined],
    ['a'.repeat(200), ['a'.repeat(199)], undefined],
  ])('to %s of %j is %s', (word, candidates, meant) => {
    expect(closest(word, candidates)).toBe(meant);
  });
});

describe('a length of time', () => {
  it.each([
    ['10 min', '10m'],
    ['10min', '10m'],
    ['1 Hour', '1h'],
    ['2 weeks', '14d'],
    ['30', '30s'],
    [30, '30s'],
    ['0s', '1ms'],
    ['soon', undefined],
    ['10 parsecs', undefined],
    [null, undefined],
    [{}, undefined],
  ])('%j was to be %s', (written, meant) => {
    expect(meantDuration(written)).toBe(meant);
  });
});
