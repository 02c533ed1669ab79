/** After the first failure; twice as long after each further one … */
const FIRST_WAIT_MS = 1_000;
/** … up to this, so that what has waited is there within a minute of a service's return. */
const MAX_WAIT_MS = 58_000;
/**
 * The share of a wait that is chance, so that a service that comes back is not met by everybody at once. With more than this
 * an outage of five minutes could cost more than 12 requests.
 */
const JITTER = 0.25;

/** How long after the beginning of a failed request the next one begins. */
export const backOff = (failures: number, random: number): number =>
  Math.min(MAX_WAIT_MS, FIRST_WAIT_MS * 2 ** (failures - 1)) * (1 - JITTER * random);

/** Within these a server may say how long it wants to be left alone. */
const MIN_ORDERED_MS = 1_000;
export const MAX_ORDERED_MS = 3_600_000;
/** It wants something, but does not say what. */
const UNREADABLE_MS = 60_000;

/** `Retry-After`: seconds or a date. */
export function orderedWait(value: string | null, wall: number): number | undefined {
  if (value === null) return undefined;
  const text = value.trim();
  const ms = /^-?\d+$/.test(text)
    ? Number(text) * 1_000
    : // Engines read dates into almost anything; those of HTTP end like this.
      text.endsWith(' GMT')
      ? Date.parse(text) - wall
      : NaN;
  return Number.isNaN(ms) ? UNREADABLE_MS : Math.min(MAX_ORDERED_MS, Math.max(MIN_ORDERED_MS, ms));
}
