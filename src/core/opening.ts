import { ConfigError } from './matcher.js';

export const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
type Day = (typeof DAYS)[number];

const DAY_MINUTES = 24 * 60;
export const MINUTE_MS = 60_000;

export interface Opening {
  isOpenAt(wall: number): boolean;
  /** The next time the clock shows the opening hour, be it on a closed day. */
  nextStart(wall: number): number;
}

/** Days and hours by the zone's own clock, whatever its summer time. What is not understood is a {@link ConfigError}. */
export function createOpening(
  days: readonly Day[],
  hours: string | undefined,
  zone: string,
  path: string,
): Opening {
  const localTime = clockOf(zone, `${path}/zone`);
  const [start, end] = hours === undefined ? [0, DAY_MINUTES] : minutes(hours, `${path}/hours`);
  function isOpenAt(wall: number): boolean {
    const { day, minute } = localTime(wall);
    // Over midnight: the early hours belong to the day before.
    const dayBefore = DAYS[(DAYS.indexOf(day) + 6) % 7]!;
    if (start <= end) return days.includes(day) && minute >= start && minute < end;
    return minute >= start ? days.includes(day) : minute < end && days.includes(dayBefore);
  }

  function nextStart(wall: number): number {
    const now = Math.floor(wall / MINUTE_MS);
    const wait = 1 + ((start - localTime(wall).minute + DAY_MINUTES - 1) % DAY_MINUTES);
    const until = (now + wait) * MINUTE_MS;
    if (localTime(until).minute === start) return until;
    // The clocks are changed meanwhile: opening comes earlier or later, or its hour is left out, or comes twice.
    for (let minute = now + 1; minute < now + wait; minute++)
      if (isOpenAt(minute * MINUTE_MS)) return minute * MINUTE_MS;
    return until;
  }

  return { isOpenAt, nextStart };
}

function minutes(hours: string, path: string): [number, number] {
  const match = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)$/.exec(hours);
  if (!match) throw new ConfigError(path, 'expected opening hours such as "09:00-18:00"');
  const [h1, m1, h2, m2] = match.slice(1).map(Number) as [number, number, number, number];
  return [h1 * 60 + m1, h2 * 60 + m2];
}

type LocalClock = (wall: number) => { day: Day; minute: number };

/** What is used of it; not in all browsers. */
interface Temporal {
  readonly Now: { timeZoneId(): string };
  readonly Instant: {
    fromEpochMilliseconds(wall: number): {
      toZonedDateTimeISO(zone: string): {
        readonly dayOfWeek: number;
        readonly hour: number;
        readonly minute: number;
      };
    };
  };
}

function clockOf(zone: string, path: string): LocalClock {
  for (const make of [exactClock, formattedClock]) {
    try {
      return make(zone);
    } catch {
      // Not in this browser, or no such zone.
    }
  }
  throw new ConfigError(path, `there is no time zone '${zone}'`);
}

/** The first format of dates of a page takes more than ten milliseconds to make, this not one. */
function exactClock(zone: string): LocalClock {
  const { Instant, Now } = (globalThis as { Temporal?: Temporal }).Temporal!;
  const clock: LocalClock = (wall) => {
    const { dayOfWeek, hour, minute } = Instant.fromEpochMilliseconds(Math.floor(wall)).toZonedDateTimeISO(
      zone === 'visitor' ? Now.timeZoneId() : zone,
    );
    return { day: DAYS[dayOfWeek - 1]!, minute: hour * 60 + minute };
  };
  // Is it one?
  clock(0);
  return clock;
}

function formattedClock(zone: string): LocalClock {
  let format: Intl.DateTimeFormat | undefined;
  const create = () =>
    new Intl.DateTimeFormat('en-GB', {
      ...(zone !== 'visitor' && { timeZone: zone }),
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
  // Where its zone is known to be one, it waits until it is asked.
  if (!Intl.supportedValuesOf?.('timeZone').includes(zone)) format = create();
  return (wall) => {
    format ??= create();
    const part = Object.fromEntries(format.formatToParts(wall).map(({ type, value }) => [type, value]));
    return {
      day: part['weekday']!.toLowerCase() as Day,
      minute: Number(part['hour']) * 60 + Number(part['minute']),
    };
  };
}
