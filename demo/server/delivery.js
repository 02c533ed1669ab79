// @ts-check
import { DAY_MS, HOUR_MS } from './clock.js';

/** @type {{ id: string, cents: number, workingDays: number }[]} */
export const deliveryOptions = [
  { id: 'standard', cents: 490, workingDays: 3 },
  { id: 'express', cents: 990, workingDays: 1 },
  { id: 'pickup', cents: 290, workingDays: 4 },
];

/** @param {unknown} id */
export const deliveryOption = (id) => deliveryOptions.find((option) => option.id === id);

/** Parcels arrive by the evening of a working day. @param {number} from @param {number} workingDays @returns {number} */
export function dueAt(from, workingDays) {
  const day = new Date(from);
  day.setUTCHours(18, 0, 0, 0);
  for (let left = workingDays; left > 0;) {
    day.setTime(day.getTime() + DAY_MS);
    if (day.getUTCDay() % 6 !== 0) left--;
  }
  // Ordered late in the evening, "one working day" would be less than a day away.
  return Math.max(day.getTime(), from + 12 * HOUR_MS);
}
