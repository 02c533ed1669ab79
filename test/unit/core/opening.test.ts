import { afterEach, describe, expect, it, vi } from 'vitest';
import { ConfigError } from '../../../src/core/matcher.js';
import { createOpening, DAYS } from '../../../src/core/opening.js';

const HOUR_MS = 3_600_000;
const WEEKDAYS = DAYS.slice(0, 5);
const ISO_DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

const formats = new Map<string, Intl.DateTimeFormat>();
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const made =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en', {
      timeZone,
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
  formats.set(timeZone, made);
  return made;
}

/** What browsers have of it: whole milliseconds only, days from Monday to Sunday, and zones that there are. */
const temporalOf = (visitor: string) => ({
  Now: { timeZoneId: () => visitor },
  Instant: {
    fromEpochMilliseconds(wall: number) {
      if (!Number.isInteger(wall)) throw new RangeError('not whole');
      return {
        toZonedDateTimeISO(zone: string) {
          const [day, hour, minute] = formatOf(zone).format(wall).split(/[ :]+/);
          return { dayOfWeek: 1 + ISO_DAYS.indexOf(day!), hour: Number(hour), minute: Number(minute) };
        },
      };
    },
  },
});
afterEach(() => vi.unstubAllGlobals());

describe('opening hours', () => {
  // A Friday and a Saturday, by the clocks of Madrid and of Greenwich.
  const at = (hour: string) => Date.parse(`2026-11-27T${hour}Z`);

  it.each([true, false])('are those of the zone, with Temporal: %s', (has) => {
    if (has) vi.stubGlobal('Temporal', temporalOf('UTC'));
    const { isOpenAt, nextStart } = createOpening(WEEKDAYS, '09:30-18:00', 'Europe/Madrid', '');
    expect(['08:29', '08:30', '16:59', '17:00'].map((hour) => isOpenAt(at(hour)))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(isOpenAt(at('12:00') + 24 * HOUR_MS)).toBe(false);
    expect(nextStart(at('08:29'))).toBe(at('08:30'));
    expect(nextStart(at('08:30') + 1.5)).toBe(at('08:30') + 24 * HOUR_MS);
  });

  it('are the same by Temporal and by a format of dates, also where the clocks are changed', () => {
    const told = () =>
      ['Europe/Madrid', 'America/St_Johns', 'Pacific/Chatham'].map((zone) => {
        const { isOpenAt, nextStart } = createOpening(WEEKDAYS, '02:15-02:45', zone, '');
        return [0, 13, 14, 35, 63, 210, 238, 246].flatMap((day) =>
          Array.from({ length: 12 }, (_, i) => {
            const wall = Date.UTC(2026, 1, 22 + day) + 2 * i * HOUR_MS + 1.5;
            return [isOpenAt(wall), nextStart(wall)];
          }),
        );
      });
    const byFormat = told();
    vi.stubGlobal('Temporal', temporalOf('UTC'));
    expect(told()).toEqual(byFormat);
  });

  it('are the same in a browser that does not list its zones', () => {
    const { isOpenAt } = createOpening(WEEKDAYS, '09:30-18:00', 'Europe/Madrid', '');
    vi.stubGlobal('Intl', { DateTimeFormat: Intl.DateTimeFormat });
    const without = createOpening(WEEKDAYS, '09:30-18:00', 'Europe/Madrid', '');
    for (const hour of ['08:29', '08:30']) expect(without.isOpenAt(at(hour))).toBe(isOpenAt(at(hour)));
    expect(() => createOpening(DAYS, undefined, 'Europe/Madird', '')).toThrow(ConfigError);
  });

  it('are by the clock of the visitor where the config says so', () => {
    vi.stubGlobal('Temporal', temporalOf('Asia/Tokyo'));
    const { isOpenAt } = createOpening(DAYS, '09:00-10:00', 'visitor', '');
    expect([isOpenAt(at('00:30')), isOpenAt(at('09:30'))]).toEqual([true, false]);
  });

  it.each([true, false])('of no zone are told with its place, with Temporal: %s', (has) => {
    if (has) vi.stubGlobal('Temporal', temporalOf('UTC'));
    try {
      createOpening(DAYS, '09:00-18:00', 'Europe/Madird', '/contact/hours');
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(ConfigError);
      expect((error as ConfigError).path).toBe('/contact/hours/zone');
    }
  });
});
