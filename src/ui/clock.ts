import { after, type Clock } from '../core/clock.js';

/**
 * The time of the widgets, which measure little of it: by an event, which pages do not replace as they do `performance`.
 */
export const clock: Clock = {
  now: () => new Event('').timeStamp,
  wall: () => Date.now(),
  after,
};
