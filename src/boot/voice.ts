import type { Clock } from '../core/clock.js';
import type { Guard } from '../core/guard.js';

const LOCK = 'antes.voice';
/** From the decision until help is seen takes no longer; what does, may overlap with another tab. */
const MAX_HELD_MS = 3_000;
/** What is stored takes a moment to be readable in another tab's process. */
const SPREAD_MS = 250;

/** One voice: of all tabs of a browser, only one at a time is about to show help. */
export interface Voice {
  /** Answers whether this tab may; always a moment later. */
  ask(answer: (mine: boolean) => void): void;
  /** What it was wanted for has been seen, and is stored, or has come to nothing. */
  done(): void;
  /** At once: the page is left, and one that holds a lock is not kept for coming back to. */
  stop(): void;
}

export function createVoice(
  window: Window & typeof globalThis,
  clock: Clock,
  guard: Guard,
  stopped: () => boolean,
): Voice {
  let release: (() => void) | undefined;
  let cancel: (() => void) | undefined;
  const free = () => {
    cancel?.();
    release?.();
    release = cancel = undefined;
  };
  const freeIn = (ms: number) => {
    cancel?.();
    cancel = clock.after(ms, free);
  };
  return {
    ask(answer) {
      const say = guard('boot/voice', (mine: boolean) => {
        if (!stopped()) answer(mine);
      });
      /** This tab's turn, until what it says has been seen. */
      const take = () => {
        free();
        freeIn(MAX_HELD_MS);
        return new Promise<void>((done) => (release = done));
      };
      // It has it already, for what it replaces.
      if (release) void Promise.resolve(true).then(say);
      else
        void Promise.resolve()
          .then(() =>
            window.navigator.locks.request(LOCK, { ifAvailable: true }, (lock) => {
              const held = lock && !stopped() ? take() : undefined;
              say(held !== undefined);
              return held;
            }),
          )
          // No locks: on http, in old browsers and in sandboxed frames each tab speaks for itself.
          .catch(() => say(true));
    },
    done: () => release && freeIn(SPREAD_MS),
    stop: free,
  };
}
