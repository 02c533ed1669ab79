import type { Clock } from './clock.js';

/** One timer for the nearest deadline, however many there are: no polling, nothing under way when nothing is due. */
export interface DeadlineTimer {
  /** Fires at `at` (or never, with `null`); replaces what was set before. */
  set(at: number | null): void;
  stop(): void;
}

export function createDeadlineTimer(clock: Clock, now: () => number, due: () => void): DeadlineTimer {
  let cancel: (() => void) | undefined;
  let target: number | null = null;
  const stop = () => {
    cancel?.();
    cancel = undefined;
    target = null;
  };
  return {
    set(at) {
      if (at === target) return;
      stop();
      if (at === null) return;
      target = at;
      cancel = clock.after(at - now(), () => {
        cancel = undefined;
        target = null;
        due();
      });
    },
    stop,
  };
}
