import fc from 'fast-check';
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

describe('when the clocks are changed', () => {
  /** Quarters of an hour, from midnight UTC the day before, in which it is open. */
  const openTimes = (schedule: Schedule, day: string): string[] => {
    const inSchedule = compileSchedule(schedule, '');
    const from = Date.parse(`${day}T00:00:00Z`) - 86_400_000;
    return Array.from({ length: 3 * 24 * 4 }, (_, i) => from + i * 900_000)
      .filter((wall) => inSchedule(wall).open)
      .map((wall) => new Date(wall).toISOString().slice(0, 16));
  };
  const ends = (list: readonly string[]) => [list[0], list.at(-1), list.length];
  it.each<[string, Schedule, string, unknown[]]>([
    [
      'Madrid, forward: that Sunday has 23 hours',
      { days: ['sun'], zone },
      '2026-03-29',
      ['2026-03-28T23:00', '2026-03-29T21:45', 92],
    ],
    [
      'Madrid, back: that Sunday has 25 hours',
      { days: ['sun'], zone },
      '2026-10-25',
      ['2026-10-24T22:00', '2026-10-25T22:45', 100],
    ],
    [
      'Auckland, forward, over midnight',
      { days: ['sat'], hours: '22:00-04:00', zone: 'Pacific/Auckland' },
      '2026-09-26',
      ['2026-09-26T10:00', '2026-09-26T14:45', 20],
    ],
    [
      'Auckland, back, over midnight',
      { days: ['sat'], hours: '22:00-04:00', zone: 'Pacific/Auckland' },
      '2026-04-04',
      ['2026-04-04T09:00', '2026-04-04T15:45', 28],
    ],
    [
      'São Paulo, forward at midnight: the day begins at one',
      { days: ['sun'], hours: '00:00-06:00', zone: 'America/Sao_Paulo' },
      '2018-11-04',
      ['2018-11-04T03:00', '2018-11-04T07:45', 20],
    ],
    [
      'São Paulo, back at midnight: the last hour of Saturday comes twice',
      { days: ['sat'], hours: '23:00-00:00', zone: 'America/Sao_Paulo' },
      '2018-02-17',
      ['2018-02-18T01:00', '2018-02-18T02:45', 8],
    ],
    [
      'São Paulo today: no summer time any more',
      { days: ['sun'], hours: '09:00-18:00', zone: 'America/Sao_Paulo' },
      '2026-11-01',
      ['2026-11-01T12:00', '2026-11-01T20:45', 36],
    ],
    [
      'from and until are instants whatever the zone does',
      { from: '2026-03-29T00:30:00Z', until: '2026-03-29T01:30:00Z', hours: '01:00-04:00', zone },
      '2026-03-29',
      ['2026-03-29T00:30', '2026-03-29T01:15', 4],
    ],
  ])('%s', (_, schedule, day, expected) => expect(ends(openTimes(schedule, day))).toEqual(expected));

  it.each<[string, Schedule, string, string]>([
    [
      'forward, it opens an hour sooner',
      { hours: '09:00-18:00', zone },
      '2026-03-28T20:00:00Z',
      '2026-03-29T07:00:00Z',
    ],
    ['back, an hour later', { hours: '09:00-18:00', zone }, '2026-10-24T20:00:00Z', '2026-10-25T08:00:00Z'],
    [
      'an hour that is left out',
      { hours: '02:30-05:00', zone },
      '2026-03-28T20:00:00Z',
      '2026-03-29T01:00:00Z',
    ],
    [
      'an hour that comes twice',
      { hours: '02:15-02:45', zone },
      '2026-10-25T00:50:00Z',
      '2026-10-25T01:15:00Z',
    ],
    [
      'midnight that is left out',
      { hours: '00:00-06:00', zone: 'America/Sao_Paulo' },
      '2018-11-04T02:30:00Z',
      '2018-11-04T03:00:00Z',
    ],
  ])('what is armed shows at the very minute: %s', (_, schedule, from, opens) => {
    const me = shop([{ when: { facts: { tier: 'gold' } }, schedule }]).feed({
      type: 'wall',
      wall: Date.parse(from),
    });
    me.facts({ tier: 'gold' }).wait(Date.parse(opens) - Date.parse(from) - 1);
    expect(offered(me)).toEqual([]);
    expect(offered(me.wait(1))).toEqual(['t0']);
  });

  it('never says to look again in the past, nor later than it opens', () => {
    const zones = [
      zone,
      'America/Sao_Paulo',
      'Pacific/Auckland',
      'Australia/Lord_Howe',
      'Asia/Kathmandu',
      'UTC',
    ];
    const clock = fc
      .tuple(fc.nat(23), fc.constantFrom('00', '15', '30', '59'))
      .map(([h, m]) => `${String(h).padStart(2, '0')}:${m}`);
    const years = { min: Date.UTC(2015, 0), max: Date.UTC(2027, 0) };
    fc.assert(
      fc.property(clock, clock, fc.constantFrom(...zones), fc.integer(years), (begin, end, some, wall) => {
        const fresh = () => compileSchedule({ hours: `${begin}-${end}`, zone: some }, '');
        const { open, until } = fresh()(wall);
        if (open) return;
        expect(until).toBeGreaterThan(wall);
        expect(until! - wall).toBeLessThanOrEqual(25 * 3_600_000);
        for (let i = 1; i < 20; i++) {
          const between = wall + Math.floor(((until! - wall) * i) / 20);
          expect(fresh()(between).open).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  }, 30_000);

  it('is closed where the clock shows no date', () => {
    for (const wall of [NaN, Infinity, -Infinity, 1e300])
      expect(compileSchedule({ days: ['mon'], zone }, '')(wall).open).toBe(false);
  });
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
