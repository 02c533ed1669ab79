import type { Clock } from '../../src/core/clock.js';

export interface VirtualClock extends Clock {
  /** Lets `ms` pass: whatever is due meanwhile happens in its order, and promises get their turn in between. */
  pass(ms: number): Promise<void>;
  /** Timers that are waiting. */
  readonly waiting: number;
}

/** Time that stands still until it is told to pass. */
export function virtualClock(wall = Date.parse('2026-11-30T10:42:00Z')): VirtualClock {
  const timers = new Set<{ at: number; fn: () => void }>();
  let now = 0;
  const turns = async () => {
    // Bodies of answers are read in tasks of their own.
    for (let i = 0; i < 4; i++) await new Promise((done) => setImmediate(done));
  };
  return {
    now: () => now,
    wall: () => wall + now,
    after(ms, fn) {
      const timer = { at: now + ms, fn };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    async pass(ms) {
      const end = now + ms;
      await turns();
      for (;;) {
        const [first] = [...timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
        if (!first) break;
        timers.delete(first);
        now = Math.max(now, first.at);
        first.fn();
        await turns();
      }
      now = end;
    },
    get waiting() {
      return timers.size;
    },
  };
}
