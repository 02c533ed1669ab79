/**
 * Whatever a feed sends is taken for nothing until it has been looked at: own properties only, of the right type, no
 * longer than they may be. What is wrong is missing, and nothing here ever throws.
 */
import { isObject } from '../core/sound.js';

/** Room for the name of an incident, or one sentence. */
export const MAX_TITLE = 200;
const MAX_TEXT = 500;
/** A status page with more than this many parts is not looked at to its end. */
export const MAX_ITEMS = 200;

/** A property of whatever it is; inherited ones are none. */
export const at = (value: unknown, key: string): unknown =>
  isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;

/** A text of one line; a number is taken for one (ids often are). Longer ones are cut. */
export function text(value: unknown, max: number = MAX_TEXT): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value !== 'string') return undefined;
  const line = value
    .slice(0, max * 2)
    .replace(/\s+/g, ' ')
    .trim();
  return line === '' ? undefined : line.slice(0, max);
}

/** The items of a list, as many as are looked at; nothing where it is no list. */
export const list = (value: unknown): readonly unknown[] | undefined =>
  Array.isArray(value) ? value.slice(0, MAX_ITEMS) : undefined;

const ISO = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(:\d\d)?(\.\d+)?(Z|[+-]\d\d:?\d\d)?)?$/;

/** Milliseconds since 1970 of an ISO date (with as many digits as services write) or of such a number. */
export function time(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) && Math.abs(value) < 8.64e15 ? value : null;
  const match = typeof value === 'string' ? ISO.exec(value) : null;
  if (!match) return null;
  const [, day, minute, second = ':00', fraction = '.0', zone = 'Z'] = match;
  const ms = Date.parse(
    minute === undefined
      ? `${day}T00:00:00Z`
      : `${day}T${minute}${second}${`${fraction}00`.slice(0, 4)}${zone}`,
  );
  return Number.isNaN(ms) ? null : ms;
}

/** An ISO date or date-time as it stands: a date without a time is not one at midnight. */
export const date = (value: unknown): string | undefined => {
  const ms = time(value);
  if (ms === null) return undefined;
  return typeof value === 'string' && value.length === 10 ? value : new Date(ms).toISOString();
};
