import type { Clock } from './clock.js';
import type { Guard } from './guard.js';

/** So long of a task may be ours while there is more to do: four times slower processors stay below the 50 ms of a long task. */
const SLICE_MS = 5;

/** Work that nobody waits for, in parts: between them the page comes in. */
export interface Turns {
  /** To be done after all that was put in before, and from within a part right after that one. */
  take(work: () => void): void;
  /** What is left is needed now; from within a part nothing changes. */
  finish(): void;
  /** What is left is not needed any more, nor whatever comes. */
  stop(): void;
}

/** One part that fails takes those after it along. */
export function createTurns(clock: Clock, guard: Guard): Turns {
  const waiting: (() => void)[] = [];
  /** Where the part at work puts the next one. */
  let place: number | undefined;
  let cancel: (() => void) | undefined;
  let over = false;

  const clear = () => {
    waiting.length = 0;
    cancel?.();
    cancel = undefined;
  };
  const next = () => {
    place = 0;
    if (!guard.run('start', () => (waiting.shift()?.(), true))) clear();
    place = undefined;
  };
  const pass = () => {
    cancel = undefined;
    const since = clock.now();
    // At least one, however coarse the clock is.
    do next();
    while (waiting.length > 0 && clock.now() - since < SLICE_MS);
    if (waiting.length > 0) cancel ??= clock.after(0, pass);
  };
  return {
    take(work) {
      if (over) return;
      waiting.splice(place === undefined ? waiting.length : place++, 0, work);
      cancel ??= clock.after(0, pass);
    },
    finish() {
      if (place !== undefined) return;
      while (waiting.length > 0) next();
      clear();
    },
    stop() {
      over = true;
      clear();
    },
  };
}
