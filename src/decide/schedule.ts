import type { Schedule } from '../config/types.js';
import { parseTime } from '../core/duration.js';
import { ConfigError } from '../core/matcher.js';
import { createOpening, DAYS, MINUTE_MS } from '../core/opening.js';
import { any, fields, list, oneOf, string } from './expect.js';

/** Whether it is open, and if not, at what wall-clock time to look again. */
export type InSchedule = (wall: number) => { readonly open: boolean; readonly until?: number };

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
  const open =
    days === undefined
      ? DAYS
      : list(days, `${path}/days`, 1, 7).map((day, i) => oneOf(day, DAYS, `${path}/days/${i}`));
  const { isOpenAt, nextStart } = createOpening(open, hours, zone, path);

  // It is asked for again and again while something waits, and the clock of a zone is slow to read.
  let known = { from: 0, to: 0, says: { open: true } as ReturnType<InSchedule> };
  return (wall) => {
    const dates = inDates(wall);
    if (!dates.open || !(Math.abs(wall) < MAX_WALL)) return { ...dates, open: false };
    if (wall >= known.from && wall < known.to) return known.says;
    const from = Math.floor(wall / MINUTE_MS) * MINUTE_MS;
    if (isOpenAt(wall)) known = { from, to: from + MINUTE_MS, says: { open: true } };
    else {
      const until = nextStart(wall);
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
