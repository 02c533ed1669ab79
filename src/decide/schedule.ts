import type { Schedule, Weekday } from '../config/types.js';
import { parseTime } from '../core/duration.js';
import { ConfigError } from '../core/matcher.js';
import { any, fields, list, oneOf, string } from './expect.js';

const DAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Whether it is open, and if not, at what wall-clock time to look again. */
export type InSchedule = (wall: number) => { readonly open: boolean; readonly until?: number };

const DAY_MINUTES = 24 * 60;
const MINUTE_MS = 60_000;
/** Beyond, there is no date. */
const MAX_WALL = 8e15;

/** Compiles a schedule: dates are instants, days and hours are those of the zone's own clock, whatever its summer time. */
export function compileSchedule(schedule: Schedule | undefined, path: string): InSchedule {
  if (schedule === undefined) return () => ({ open: true });
  fields(schedule, path, { from: any, until: any, days: any, hours: string, zone: string });
  const first = instant(schedule.from, `${path}/from`) ?? -Infinity;
  const over = instant(schedule.until, `${path}/until`) ?? Infinity;
  const inDates: InSchedule = (wall) =>
    wall < first ? { open: false, until: first } : { open: wall < over };
  const { days, hours, zone } = schedule;
  if (days === undefined && hours === undefined) return inDates;
  if (zone === undefined)
    throw new ConfigError(
      `${path}/zone`,
      'expected a time zone such as "Europe/Madrid", because days or hours are given',
    );
  const localTime = clockOf(zone, `${path}/zone`);
  const open =
    days === undefined
      ? DAYS
      : list(days, `${path}/days`, 1, 7).map((day, i) => oneOf(day, DAYS, `${path}/days/${i}`));
  const [start, end] = hours === undefined ? [0, DAY_MINUTES] : minutes(hours, `${path}/hours`);
  const isOpenAt = (wall: number): boolean => {
    const { day, minute } = localTime(wall);
    // Over midnight: the early hours belong to the day before.
    const dayBefore = DAYS[(DAYS.indexOf(day) + 6) % 7]!;
    if (start <= end) return open.includes(day) && minute >= start && minute < end;
    return minute >= start ? open.includes(day) : minute < end && open.includes(dayBefore);
  };

  /** When to look again: the next time the clock shows the opening hour, be it on a closed day. */
  function next(wall: number): number {
    const now = Math.floor(wall / MINUTE_MS);
    const wait = 1 + ((start - localTime(wall).minute + DAY_MINUTES - 1) % DAY_MINUTES);
    const until = (now + wait) * MINUTE_MS;
    if (localTime(until).minute === start) return until;
    // The clocks are changed meanwhile: opening comes earlier or later, or its hour is left out, or comes twice.
    for (let minute = now + 1; minute < now + wait; minute++)
      if (isOpenAt(minute * MINUTE_MS)) return minute * MINUTE_MS;
    return until;
  }

  // It is asked for again and again while something waits, and the clock of a zone is slow to read.
  let known = { from: 0, to: 0, says: { open: true } as ReturnType<InSchedule> };
  return (wall) => {
    const dates = inDates(wall);
    if (!dates.open || !(Math.abs(wall) < MAX_WALL)) return { ...dates, open: false };
    if (wall >= known.from && wall < known.to) return known.says;
    const from = Math.floor(wall / MINUTE_MS) * MINUTE_MS;
    if (isOpenAt(wall)) known = { from, to: from + MINUTE_MS, says: { open: true } };
    else {
      const until = next(wall);
      known = { from, to: until, says: { open: false, until } };
    }
    return known.says;
  };
}

function instant(value: string | undefined, path: string): number | undefined {
  if (value === undefined) return undefined;
  // Without an offset it would be another instant on every machine.
  const time = /T.*(Z|[+-]\d\d:\d\d)$|^[^T]*$/.test(value) ? parseTime(value) : NaN;
  if (Number.isNaN(time))
    throw new ConfigError(path, 'expected a date and time such as "2026-11-27T06:00:00+01:00"');
  return time;
}

function minutes(hours: string, path: string): [number, number] {
  const match = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)$/.exec(hours);
  if (!match) throw new ConfigError(path, 'expected opening hours such as "09:00-18:00"');
  const [h1, m1, h2, m2] = match.slice(1).map(Number) as [number, number, number, number];
  return [h1 * 60 + m1, h2 * 60 + m2];
}

function clockOf(zone: string, path: string): (wall: number) => { day: Weekday; minute: number } {
  let format: Intl.DateTimeFormat;
  try {
    const timeZone = zone === 'visitor' ? {} : { timeZone: zone };
    format = new Intl.DateTimeFormat('en-GB', {
      ...timeZone,
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
  } catch {
    throw new ConfigError(path, `there is no time zone '${zone}'`);
  }
  return (wall) => {
    const part = Object.fromEntries(format.formatToParts(wall).map(({ type, value }) => [type, value]));
    return {
      day: part['weekday']!.toLowerCase() as Weekday,
      minute: Number(part['hour']) * 60 + Number(part['minute']),
    };
  };
}
