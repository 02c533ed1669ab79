import { below } from '../core/pointer.js';
import { parseDuration, parseTime } from '../core/duration.js';
import { ConfigError } from '../core/matcher.js';

/** Readers for parts of a config: each returns what it was asked for or throws a {@link ConfigError} that says where and what was expected. */

export function object(value: unknown, path: string): object {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new ConfigError(path, 'expected an object');
  return value;
}
export function only(value: object, allowed: readonly string[], path: string): void {
  for (const key of Object.keys(value)) {
    if (!allowed.includes(key))
      throw new ConfigError(below(path, key), `'${key}' is not allowed here; allowed: ${allowed.join(', ')}`);
  }
}
export function list(value: unknown, path: string, min: number, max: number): readonly unknown[] {
  if (!Array.isArray(value) || value.length < min || value.length > max)
    throw new ConfigError(path, `expected a list of ${min} to ${max}`);
  return value;
}
export function string(value: unknown, path: string): string {
  if (typeof value !== 'string') throw new ConfigError(path, 'expected a text');
  return value;
}
type Reader = (value: unknown, path: string) => unknown;

export function identifier(value: unknown, path: string): string {
  if (typeof value !== 'string' || !/^[A-Za-z][\w.:-]{0,79}$/.test(value))
    throw new ConfigError(path, 'expected a name such as "card-declined"');
  return value;
}
export function day(value: unknown, path: string): void {
  if (String(value).length !== 10 || Number.isNaN(parseTime(value)))
    throw new ConfigError(path, 'expected a date such as "2027-01-31"');
}
export function whole(value: unknown, path: string, min: number, max: number): number {
  if (!Number.isInteger(value) || (value as number) < min || (value as number) > max)
    throw new ConfigError(path, `expected a whole number from ${min} to ${max}`);
  return value as number;
}
/** From nothing to all. */
export function part(value: unknown, path: string): number {
  if (typeof value !== 'number' || value < 0 || value > 1)
    throw new ConfigError(path, 'expected a number from 0 to 1');
  return value;
}
export function duration(value: unknown, path: string): number {
  const ms = parseDuration(value);
  if (ms === undefined) throw new ConfigError(path, 'expected a length of time such as "90s" or "10m"');
  return ms;
}
export const optionalDuration = (value: unknown, path: string): number | undefined =>
  value === undefined ? undefined : duration(value, path);
export const word =
  (...allowed: readonly string[]): Reader =>
  (value, path) =>
    oneOf(value, allowed, path);
/** Of what is read elsewhere. */
export const any: Reader = () => undefined;
/** An object with these keys and no others; reads those that are there. */
export function fields(value: unknown, path: string, readers: Readonly<Record<string, Reader>>): void {
  only(object(value, path), Object.keys(readers), path);
  for (const [key, one] of Object.entries(value as object))
    if (one !== undefined) readers[key]!(one, `${path}/${key}`);
}
export function oneOf<T extends string>(value: unknown, allowed: readonly T[], path: string): T {
  if (!allowed.includes(value as T)) throw new ConfigError(path, `expected one of ${allowed.join(', ')}`);
  return value as T;
}
