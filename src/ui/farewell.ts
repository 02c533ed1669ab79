import { clock } from './clock.js';
import { holds } from '../core/media.js';
import type { Guard } from '../core/guard.js';
import type { AntesCard } from './card/card.js';

/** "All sorted." can be read before it goes. */
const SOLVED_SHOWN_MS = 4_000;

/** Something of the customer's is in it: the focus, or a resting pointer. */
export const inUse = (card: AntesCard): boolean =>
  card.focused ||
  // After a tap `:hover` stays until the next one.
  (holds('(hover: hover)') && [card, card.twin].some((one) => one?.matches(':hover')));

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
    if (signal.aborted || !read || inUse(card)) return;
    stop();
    gone();
  });
  // After the event: on `focusout` the focus is still on its way.
  const later = guard('ui/farewell', () => {
    cancelCheck?.();
    cancelCheck = clock.after(0, check);
  });
  const cancelRead = solved
    ? clock.after(SOLVED_SHOWN_MS, () => {
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
