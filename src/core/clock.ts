/** Where time comes from. Everything that waits or measures takes one, so that tests can hold it still. */
export interface Clock {
  /** Monotonic milliseconds. */
  now(): number;
  /** Wall-clock milliseconds since 1970; only for schedules and what is stored between sessions. */
  wall(): number;
  /** Calls `fn` once after `ms`; returns the way to cancel it. */
  after(ms: number, fn: () => void): () => void;
}

/** The longest delay `setTimeout` can hold (2^31 - 1 ms); a longer one would fire at once. */
const MAX_TIMEOUT_MS = 2_147_483_647;

/** The browser's (or Node's) own clock. Looked up at each call, so that a page's fake timers are respected. */
export const systemClock: Clock = {
  now: () => performance.now(),
  wall: () => Date.now(),
  after(ms, fn) {
    const id = setTimeout(fn, Math.min(Math.max(0, ms), MAX_TIMEOUT_MS));
    return () => clearTimeout(id);
  },
};
