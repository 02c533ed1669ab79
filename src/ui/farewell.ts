import { systemClock } from '../core/clock.js';
import type { Guard } from '../core/guard.js';
import type { AntesCard } from './card/card.js';

/** "All sorted." can be read before it goes. */
const SOLVED_SHOWN_MS = 4_000;

/**
 * Calls `gone` once the card may leave: never under the customer's pointer or focus, and when it says that something
 * is solved not before that could be read. Returns the way to call it off.
 */
export function whenFree(card: AntesCard, solved: boolean, guard: Guard, gone: () => void): () => void {
  const listeners = new AbortController();
  const { signal } = listeners;
  let read = !solved;
  let cancelCheck: (() => void) | undefined;

  const check = guard('ui/farewell', () => {
    cancelCheck = undefined;
    if (signal.aborted || !read || card.inUse) return;
    stop();
    gone();
  });
  // After the event: on `focusout` the focus is still on its way.
  const later = guard('ui/farewell', () => {
    cancelCheck?.();
    cancelCheck = systemClock.after(0, check);
  });
  const cancelRead = solved
    ? systemClock.after(SOLVED_SHOWN_MS, () => {
        read = true;
        check();
      })
    : undefined;

  function stop(): void {
    listeners.abort();
    cancelRead?.();
    cancelCheck?.();
  }

  for (const type of ['focusout', 'pointerleave']) card.addEventListener(type, later, { signal });
  later();
  return stop;
}
