import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Schedule, Weekday } from '../../../src/config/types.js';
import type { ConfigError } from '../../../src/core/matcher.js';
import { compileSchedule } from '../../../src/decide/schedule.js';

const at = (schedule: Schedule, time: string) => compileSchedule(schedule, '')(Date.parse(time));
const refused = (schedule: object) => {
  try {
    compileSchedule(schedule, '');
    return undefined;
  } catch (error) {
    return (error as ConfigError).path;
  }
};
const zone = 'UTC';
const WEEK: Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

it('without one it is always open', () => expect(compileSchedule(undefined, '')(0)).toEqual({ open: true }));

describe('dates and hours together', () => {
  const sale: Schedule = {
    from: '2026-11-23T00:00:00Z',
    until: '2026-11-25T00:00:00Z',
    hours: '09:00-18:30',
    zone,
  };
  it('both must be open', () => {
    expect(at(sale, '2026-11-23T10:00:00Z').open).toBe(true);
    expect(at(sale, '2026-11-22T10:00:00Z').open).toBe(false);
    expect(at(sale, '2026-11-25T10:00:00Z').open).toBe(false);
    expect(at(sale, '2026-11-24T18:29:59Z').open).toBe(true);
    expect(at(sale, '2026-11-24T18:30:00Z').open).toBe(false);
  });
  it('says when to look again: at the first moment, at the next opening, and no more once it is over', () => {
    expect(at(sale, '2026-11-22T10:00:00Z')).toEqual({
      open: false,
      until: Date.parse('2026-11-23T00:00:00Z'),
    });
    expect(at(sale, '2026-11-23T20:00:30Z')).toEqual({
      open: false,
      until: Date.parse('2026-11-24T09:00:00Z'),
    });
    expect(at(sale, '2026-11-23T08:59:59Z')).toEqual({
      open: false,
      until: Date.parse('2026-11-23T09:00:00Z'),
    });
    expect(at(sale, '2026-11-25T10:00:00Z')).toEqual({ open: false });
    expect(at(sale, '2026-11-23T10:00:00Z')).toEqual({ open: true });
  });
});

it('every day of the week is itself', () => {
  // 23 November 2026 is a Monday.
  WEEK.forEach((day, i) => {
    const open = WEEK.filter((_, n) => at({ days: [day], zone }, `2026-11-${23 + n}T12:00:00Z`).open);
    expect(open).toEqual([WEEK[i]]);
  });
});

it('the night after each day belongs to it', () => {
  WEEK.forEach((day, i) => {
    const nights: Schedule = { days: [day], hours: '22:00-02:00', zone };
    const open = (hour: string) => WEEK.filter((_, n) => at(nights, `2026-11-${23 + n}T${hour}:00Z`).open);
    expect(open('22:00')).toEqual([day]);
    expect(open('21:59')).toEqual([]);
    expect(open('01:59')).toEqual([WEEK[(i + 1) % 7]]);
    expect(open('02:00')).toEqual([]);
  });
});

it('hours that end where they begin are none', () => {
  const never: Schedule = { hours: '09:00-09:00', zone };
  for (const time of ['08:59', '09:00', '09:01', '23:00'])
    expect(at(never, `2026-11-23T${time}:00Z`).open).toBe(false);
});

it('the zone may be that of the visitor', () => {
  const here = new Date(2026, 10, 23, 12).toISOString();
  expect(at({ hours: '12:00-12:01', zone: 'visitor' }, here).open).toBe(true);
  expect(at({ hours: '12:01-12:02', zone: 'visitor' }, here).open).toBe(false);
});

it('dates are instants: a time of day needs an offset', () => {
  expect(refused({ from: '2026-11-27T06:00:00' })).toBe('/from');
  expect(refused({ until: '2026-11-27T06:00:00' })).toBe('/until');
  for (const from of ['2026-11-27', '2026-11-27T06:00:00Z', '2026-11-27T06:00:00-03:30'])
    expect(refused({ from })).toBeUndefined();
});

it('hours are four times two digits, and nothing around them', () => {
  for (const hours of [
    'x09:00-18:00',
    '09:00-18:00x',
    '9:00-18:00',
    '09:60-18:00',
    '24:00-18:00',
    '09:00 - 18:00',
  ])
    expect([hours, refused({ hours, zone })]).toEqual([hours, '/hours']);
  for (const hours of ['00:00-23:59', '19:59-20:01', '10:10-11:11'])
    expect([hours, refused({ hours, zone })]).toEqual([hours, undefined]);
});

it('what is of another kind is refused', () => {
  expect(refused({ hours: 9, zone })).toBe('/hours');
  expect(refused({ days: ['mon'], zone: 5 })).toBe('/zone');
  expect(refused({ days: 'mon', zone })).toBe('/days');
  expect(refused({ days: [...WEEK, 'mon'], zone })).toBe('/days');
});

it('the clock of a zone is made when it is asked first, and one that there is none of is told at once', () => {
  const { DateTimeFormat } = Intl;
  const made = vi.spyOn(Intl, 'DateTimeFormat').mockImplementation(function (...how) {
    return new DateTimeFormat(...how);
  });
  onTestFinished(() => made.mockRestore());
  const inSchedule = compileSchedule({ days: ['fri'], zone: 'Europe/Madrid' }, '');
  expect(made).not.toHaveBeenCalled();
  inSchedule(0);
  expect(made).toHaveBeenCalledOnce();
  expect(() => compileSchedule({ days: ['fri'], zone: 'Europe/Madird' }, '')).toThrow(/no time zone/);
  // A name that is understood and not listed.
  expect(compileSchedule({ days: ['fri'], zone: 'US/Eastern' }, '')(0).open).toBe(false);
});
