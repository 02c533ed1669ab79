import { describe, expect, it } from 'vitest';
import type { Hours } from '../../../src/config/types.js';
import { attendanceOf } from '../../../src/contact/hours.js';

const MADRID: Hours = {
  days: ['mon', 'tue', 'wed', 'thu', 'fri'],
  hours: '09:00-18:00',
  zone: 'Europe/Madrid',
};
/** What is said at a moment, with its times as an ISO string. */
const at = (iso: string, hours: Hours | undefined = MADRID) => {
  const { open, until } = attendanceOf(hours, Date.parse(iso));
  return [open ? 'open' : 'closed', until === undefined ? '' : new Date(until).toISOString().slice(0, 16)];
};

describe('opening hours', () => {
  it('say until when somebody is there', () =>
    expect(at('2026-11-26T10:00:00+01:00')).toEqual(['open', '2026-11-26T17:00']));
  it('begin and end on the minute', () => {
    expect(at('2026-11-26T08:59:59+01:00')).toEqual(['closed', '2026-11-26T08:00']);
    expect(at('2026-11-26T09:00:00+01:00')[0]).toBe('open');
    expect(at('2026-11-26T17:59:59+01:00')[0]).toBe('open');
    expect(at('2026-11-26T18:00:00+01:00')).toEqual(['closed', '2026-11-27T08:00']);
  });
  it('over a weekend the next opening is on Monday', () =>
    expect(at('2026-11-27T19:00:00+01:00')).toEqual(['closed', '2026-11-30T08:00']));
  it('follow the summer time of their zone', () => {
    // Clocks go back in the night to 25 October 2026, and forward in that to 29 March 2026.
    expect(at('2026-10-23T19:00:00+02:00')).toEqual(['closed', '2026-10-26T08:00']);
    expect(at('2026-03-27T19:00:00+01:00')).toEqual(['closed', '2026-03-30T07:00']);
    const always: Hours = { hours: '02:30-04:00', zone: 'Europe/Madrid' };
    // The hour of opening is left out: open as soon as there is a clock for it.
    expect(at('2026-03-29T01:59:00+01:00', always)).toEqual(['closed', '2026-03-29T01:00']);
  });
  it('over midnight belong to the day on which they begin', () => {
    const night: Hours = { days: ['fri'], hours: '22:00-06:00', zone: 'UTC' };
    expect(at('2026-11-27T23:00:00Z', night)).toEqual(['open', '2026-11-28T06:00']);
    expect(at('2026-11-28T05:59:00Z', night)).toEqual(['open', '2026-11-28T06:00']);
    expect(at('2026-11-28T23:00:00Z', night)).toEqual(['closed', '2026-12-04T22:00']);
  });
  it('whole days: open until the first day on which nobody is there', () => {
    const weekdays: Hours = { days: ['mon', 'tue', 'wed', 'thu', 'fri'], zone: 'UTC' };
    expect(at('2026-11-26T12:00:00Z', weekdays)).toEqual(['open', '2026-11-28T00:00']);
    expect(at('2026-11-28T12:00:00Z', weekdays)).toEqual(['closed', '2026-11-30T00:00']);
  });
  it('always open where nothing is said, or every day is meant', () => {
    expect(attendanceOf(undefined, 0)).toEqual({ open: true });
    expect(at('2026-11-26T12:00:00Z', { zone: 'UTC' })).toEqual(['open', '']);
  });
  it('where they are not understood the way to a person stays open', () => {
    expect(at('2026-11-26T12:00:00Z', { zone: 'Mars/Olympus' })).toEqual(['open', '']);
    expect(at('2026-11-26T12:00:00Z', { hours: 'nine to five', zone: 'UTC' })).toEqual(['open', '']);
  });
});
