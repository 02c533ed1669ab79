import { describe, expect, it } from 'vitest';
import type { Schedule } from '../../../src/config/types.js';
import { compileSchedule } from '../../../src/decide/schedule.js';
import { offered, shop } from '../../support/triggers.js';

const at = (schedule: Schedule, time: string) => compileSchedule(schedule, '')(Date.parse(time)).open;
const zone = 'Europe/Madrid';

describe('a schedule', () => {
  it('from is the first moment, until the first after it', () => {
    const sale = { from: '2026-11-27T06:00:00+01:00', until: '2026-11-28T02:00:00+01:00' };
    expect(at(sale, '2026-11-27T04:59:59.999Z')).toBe(false);
    expect(at(sale, '2026-11-27T05:00:00Z')).toBe(true);
    expect(at(sale, '2026-11-28T00:59:59.999Z')).toBe(true);
    expect(at(sale, '2026-11-28T01:00:00Z')).toBe(false);
  });
  it('hours are those of the zone', () => {
    const office: Schedule = { hours: '09:00-18:00', zone };
    expect(at(office, '2026-11-23T07:59:59Z')).toBe(false);
    expect(at(office, '2026-11-23T08:00:00Z')).toBe(true);
    expect(at(office, '2026-11-23T16:59:00Z')).toBe(true);
    expect(at(office, '2026-11-23T17:00:00Z')).toBe(false);
  });
  it('summer time moves them with the people', () => {
    const office: Schedule = { hours: '09:00-18:00', zone };
    // The clocks go forward on 29 March 2026.
    expect(at(office, '2026-03-28T07:30:00Z')).toBe(false);
    expect(at(office, '2026-03-29T07:30:00Z')).toBe(true);
    // And back on 25 October.
    expect(at(office, '2026-10-24T07:30:00Z')).toBe(true);
    expect(at(office, '2026-10-25T07:30:00Z')).toBe(false);
  });
  it('an hour that does not exist, and one that comes twice', () => {
    const night: Schedule = { hours: '02:00-03:00', zone };
    const open = (day: string) =>
      Array.from({ length: 24 * 4 }, (_, i) =>
        at(night, new Date(Date.parse(`${day}T00:00:00Z`) - 3_600_000 + i * 900_000).toISOString()),
      ).filter(Boolean).length;
    expect(open('2026-03-28')).toBe(4);
    expect(open('2026-03-29')).toBe(0);
    expect(open('2026-10-25')).toBe(8);
  });
  it('over midnight, the early hours belong to the day before', () => {
    const friday: Schedule = { hours: '22:00-02:00', days: ['fri'], zone };
    expect(at(friday, '2026-11-27T21:30:00Z')).toBe(true); // Friday 22:30
    expect(at(friday, '2026-11-28T00:30:00Z')).toBe(true); // Saturday 01:30
    expect(at(friday, '2026-11-28T01:00:00Z')).toBe(false); // Saturday 02:00
    expect(at(friday, '2026-11-28T21:30:00Z')).toBe(false); // Saturday 22:30
    expect(at(friday, '2026-11-27T00:30:00Z')).toBe(false); // Friday 01:30
  });
  it('until midnight', () => {
    const evening: Schedule = { hours: '18:00-00:00', zone: 'UTC' };
    expect(at(evening, '2026-11-23T23:59:00Z')).toBe(true);
    expect(at(evening, '2026-11-24T00:00:00Z')).toBe(false);
  });
  it('days are those of the zone: Monday in Auckland begins on Sunday in Madrid', () => {
    const monday = (timeZone: string): Schedule => ({ days: ['mon'], zone: timeZone });
    expect(at(monday('Pacific/Auckland'), '2026-11-22T12:00:00Z')).toBe(true);
    expect(at(monday(zone), '2026-11-22T12:00:00Z')).toBe(false);
    expect(at(monday('America/Los_Angeles'), '2026-11-24T05:00:00Z')).toBe(true);
  });
});

it.each<[unknown, string]>([
  [{ from: 'tomorrow' }, '/from'],
  [{ until: '2026-13-45' }, '/until'],
  [{ days: ['mon'] }, '/zone'],
  [{ hours: '09:00-18:00', zone: 'Europe/Madird' }, '/zone'],
  [{ hours: '9-18', zone }, '/hours'],
  [{ hours: '09:00-25:00', zone }, '/hours'],
  [{ days: ['monday'], zone }, '/days/0'],
  [{ days: [], zone }, '/days'],
  [{ form: '2026-01-01' }, '/form'],
  [[], ''],
  [5, ''],
])('a mistake is told: %j', (schedule, pointer) => {
  const me = shop([{ schedule: schedule as Schedule }, {}]);
  expect(me.problems).toMatchObject([{ code: 'TRIGGER_INVALID', path: `/triggers/0/schedule${pointer}` }]);
  expect(offered(me.emit('go'))).toEqual(['t1']);
});

describe('while it is closed', () => {
  it('nothing shows', () => {
    const me = shop([{ schedule: { hours: '18:00-19:00', zone: 'UTC' } }])
      .emit('go')
      .wait(5_000);
    expect(offered(me)).toEqual([]);
    expect(me.closed('t0')).toContain('schedule');
  });
  it('what is armed shows when it opens, with no other help', () => {
    const me = shop([{ when: { facts: { tier: 'gold' } }, schedule: { from: '2026-11-23T09:30:00Z' } }])
      .facts({ tier: 'gold' })
      .wait(1_799_999);
    expect(offered(me)).toEqual([]);
    expect(offered(me.wait(1))).toEqual(['t0']);
  });
  it.each<[string, Schedule, number]>([
    ['hours later today', { hours: '13:30-14:00', zone: 'UTC' }, 4.5],
    ['days later', { days: ['wed'], hours: '08:15-09:00', zone: 'UTC' }, 47.25],
    ['at midnight', { days: ['tue'], zone: 'UTC' }, 15],
  ])('%s', (_, schedule, hours) => {
    const me = shop([{ when: { facts: { tier: 'gold' } }, schedule }])
      .facts({ tier: 'gold' })
      .wait(hours * 3_600_000 - 1);
    expect(offered(me)).toEqual([]);
    expect(offered(me.wait(1))).toEqual(['t0']);
  });
});
