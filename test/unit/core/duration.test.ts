import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { parseDuration, parseTime, sayDuration } from '../../../src/core/duration.js';

describe('parseDuration', () => {
  it.each([
    ['500ms', 500],
    ['90s', 90_000],
    ['10m', 600_000],
    ['2h', 7_200_000],
    ['7d', 604_800_000],
  ])('%s', (text, ms) => expect(parseDuration(text)).toBe(ms));
  it.each([
    '10 min',
    '10',
    '',
    's',
    '-5s',
    '0s',
    '1.5s',
    '5S',
    '05s',
    ' 5s',
    '5s\n',
    '1w',
    5,
    null,
    undefined,
    {},
    ['5s'],
  ])('refuses %j', (text) => expect(parseDuration(text)).toBeUndefined());
  it('never throws and never gives anything but a positive number', () => {
    fc.assert(fc.property(fc.anything(), (value) => (parseDuration(value) ?? 1) > 0));
  });
});

describe('sayDuration', () => {
  it.each([
    [0, '0 s'],
    [1_440, '1.4 s'],
    [2_500, '2.5 s'],
    [20_000, '20 s'],
    [180_000, '3 min'],
  ])('%d ms is %s', (ms, text) => expect(sayDuration(ms)).toBe(text));
});

describe('parseTime', () => {
  const { TZ } = process.env;
  afterEach(() => {
    if (TZ === undefined) delete process.env['TZ'];
    else process.env['TZ'] = TZ;
  });
  it('reads ISO dates and times', () => {
    expect(parseTime('2026-11-27T06:00:00+01:00')).toBe(Date.UTC(2026, 10, 27, 5));
    expect(parseTime('2026-11-27')).toBe(Date.UTC(2026, 10, 27));
  });
  it('takes what says no zone as UTC, wherever it is read', () => {
    process.env['TZ'] = 'America/New_York';
    expect(new Date(2026, 10, 27).getTimezoneOffset()).toBe(300);
    expect(parseTime('2026-11-27T06:00')).toBe(Date.UTC(2026, 10, 27, 6));
    expect(parseTime('2026-11-27T06:00:01.5')).toBe(Date.UTC(2026, 10, 27, 6, 0, 1, 500));
    expect(parseTime('2026-11-27T06:00-05:00')).toBe(Date.UTC(2026, 10, 27, 11));
    expect(parseTime('2026-11-27')).toBe(Date.UTC(2026, 10, 27));
  });
  it.each([
    'on 2026-11-27',
    '2026-11-27 or so',
    'tomorrow',
    '27.11.2026',
    '2026',
    '',
    5,
    null,
    '2026-02-31',
    '2026-13-01',
    '2026-11-27T25:00Z',
  ])('refuses %j', (text) => expect(parseTime(text)).toBeNaN());
});
