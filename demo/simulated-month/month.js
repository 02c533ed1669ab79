// @ts-check
import { createRandom } from './random.js';
import { INCIDENT_DAYS } from './truth.js';
import { visit } from './visit.js';

/** @typedef {import('./stream.js').WireEvent} WireEvent */

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** Share of a day's visits by hour, from midnight: an evening shop. */
const HOURS = [1, 1, 0, 0, 0, 1, 2, 3, 4, 5, 5, 5, 5, 5, 4, 4, 5, 5, 6, 7, 9, 10, 8, 5];
/** Share of a week's visits by day, from Thursday (1 January 1970). */
const WEEKDAYS = [0.14, 0.12, 0.13, 0.17, 0.16, 0.14, 0.14];

/** @param {readonly number[]} shares @param {number} draw From 0 to 1. */
function placeIn(shares, draw) {
  let rest = draw * shares.reduce((sum, share) => sum + share, 0);
  return Math.max(
    0,
    shares.findIndex((share) => (rest -= share) < 0),
  );
}

/**
 * A month of what a shop would be told, from a seed: the same seed gives the same events. Visits come in the order of
 * nothing in particular, the events of one visit in theirs.
 * @param {{ seed: number, visits: number, from: number, days?: number, holdout?: number }} options `from`: the first midnight, in ms.
 * @returns {Generator<WireEvent>}
 */
export function* generateMonth({ seed, visits, from, days = 30, holdout = 0.05 }) {
  const random = createRandom(seed);
  const shares = Array.from({ length: days }, (_, day) => WEEKDAYS[Math.floor(from / DAY_MS + day) % 7] ?? 0);
  for (let i = 0; i < visits; i++) {
    const day = placeIn(shares, random.next());
    const at = from + day * DAY_MS + (placeIn(HOURS, random.next()) + random.next()) * HOUR_MS;
    yield* visit({ random, at: Math.round(at), holdout, incident: INCIDENT_DAYS.includes(day) });
  }
}
