import { after, type Clock } from '../core/clock.js';

/**
 * The time of the widgets, which measure little of it: by an event of a kind that no library replaces, as some do `Event`,
 * and tests do `performance`.
 */
export const clock: Clock = {
  now: () => new UIEvent('').timeStamp,
  wall: () => Date.now(),
  after,
};
