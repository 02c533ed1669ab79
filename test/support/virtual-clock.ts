import { heldClock } from '../../src/testing/clock.js';

export type VirtualClock = ReturnType<typeof heldClock>;

/** Time that stands still until it is told to pass; quicker than that of `antes/testing`, and only in Node. */
export const virtualClock = (wall = Date.parse('2026-11-30T10:42:00Z')): VirtualClock =>
  heldClock(wall, (done) => void setImmediate(done));
