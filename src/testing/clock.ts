import type { Clock } from '../core/clock.js';

/** Time that stands still until it is told to pass: for `start(config, { clock })` on a page. */
export interface TestClock extends Clock {
  /** Lets `ms` pass: whatever is due meanwhile happens in its order, and the page gets its turn in between. */
  pass(ms: number): Promise<void>;
}

/** Bodies of answers and messages of observers come in tasks of their own. */
const TURNS = 4;

/** `wall`: the date and time at which it begins. */
export function createClock(wall: number | string | Date = '2026-11-23T10:00:00+01:00'): TestClock {
  // The real one, should the test replace it later on.
  const later = setTimeout;
  const begin = new Date(wall).getTime();
  if (Number.isNaN(begin)) throw new TypeError(`createClock: '${String(wall)}' is no date and time`);
  const { now, wall: at, after, pass } = heldClock(begin, (done) => void later(done, 0));
  return { now, wall: at, after, pass };
}

/** The same, with the way in which everybody else gets a turn, and the number of timers that are waiting. */
export function heldClock(
  begin: number,
  turn: (done: () => void) => void,
): TestClock & { readonly waiting: number } {
  const timers = new Set<{ readonly at: number; readonly fn: () => void }>();
  let now = 0;
  const turns = async () => {
    for (let i = 0; i < TURNS; i++) await new Promise<void>(turn);
  };
  return {
    now: () => now,
    wall: () => begin + now,
    after(ms, fn) {
      const timer = { at: now + Math.max(0, ms), fn };
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
