/** Where time comes from. Everything that waits or measures takes one, so that tests can hold it still. */
export interface Clock {
  /** Monotonic milliseconds. */
  now(): number;
  /** Wall-clock milliseconds since 1970; only for schedules and what is stored between sessions. */
  wall(): number;
  /** Calls `fn` once after `ms`; returns the way to cancel it. */
  after(ms: number, fn: () => void): () => void;
}

/** As far as dates go (ECMA-262, 21.4.1.1). Beyond, milliseconds are no longer told apart, and what is waited for never comes. */
export const MAX_TIME_MS = 8.64e15;

export const isTime = (value: unknown): value is number =>
  typeof value === 'number' && Math.abs(value) <= MAX_TIME_MS;

/** The longest delay `setTimeout` can hold (2^31 - 1 ms); a longer one would fire at once. */
const MAX_TIMEOUT_MS = 2_147_483_647;

/**
 * Milliseconds since a window began, by which its events are dated as well. Where the page has taken `performance` away, or
 * has broken it, by such an event: nobody replaces those.
 */
export const nowIn = (view: Pick<typeof globalThis, 'performance' | 'Event'>): number => {
  try {
    const now: unknown = view.performance.now();
    if (Number.isFinite(now)) return now as number;
  } catch {
    // As below.
  }
  return new view.Event('').timeStamp;
};

/** Calls `fn` once, by the page's timers: looked up at each call, so that fake ones are respected. See `Clock`. */
export function after(ms: number, fn?: () => void): () => void {
  let id: ReturnType<typeof setTimeout>;
  // A page whose timers are broken has other worries: what waits never comes, nor does what is called off, and all else
  // goes on.
  try {
    id = setTimeout(() => fn?.(), Math.min(Math.max(0, ms), MAX_TIMEOUT_MS));
  } catch {}
  return () => {
    try {
      clearTimeout(id);
    } catch {
      fn = undefined;
    }
  };
}

/** The browser's (or Node's) own clock. */
export const systemClock: Clock = {
  now: () => nowIn(globalThis),
  wall: () => Date.now(),
  after,
};
