import { real } from '../../core/real.js';
import { clock } from '../clock.js';
import type { Guard } from '../../core/guard.js';
import type { AntesCard } from '../card/card.js';
import { overlap } from '../tree.js';
import { following, isPushedBy, watchMoves } from './flow.js';
import { undoAll } from '../undo-all.js';

/** Within this after a press comes its double; what follows within 500 ms counts as answer to the press, not as shift. */
const AFTER_PRESS_MS = 400;
/** A focus so soon after the pointer went down came with it; the press is not over yet. */
const BY_POINTER_MS = 1_000;
/** Room for a focus ring. */
const CLEARANCE_PX = 6;

export interface Room {
  readonly floating: boolean;
  /** Empties the room at once if that moves nothing on the screen, else keeps the space until it may go. */
  empty(gone: () => void): void;
  /** Gives the space back now, whatever that moves. */
  stop(): void;
}

/**
 * Room for a card in the flow of a page, without moving anything the customer has not moved.
 *
 * Help comes after a pause, so whatever it pushes down would jump under a resting hand (and count as layout shift).
 * Where nothing on the screen would move, the card goes straight into the flow. Else it *floats*: drawn exactly
 * where it will be, above what follows, in the top layer but at its own place in the document. It *lands* with the
 * customer's next key or click on anything that does not itself move by it, or when the focus goes to something it
 * covers; by a press, once that is over. Leaving is the same backwards: the space is kept, empty, until such a moment.
 *
 * With `before` it stands before `place`, where there is nothing to be after: at the very top of a page. With `atTop`
 * everything moves by it, so that there is nothing else to press: it lands a moment after any press, or when the focus
 * goes on by a key.
 */
export function makeRoom(
  card: AntesCard,
  place: Element,
  guard: Guard,
  { before = false, atTop = false }: { readonly before?: boolean; readonly atTop?: boolean } = {},
): Room {
  /** What it listens to while it floats. */
  let flight: AbortController | undefined;
  let frame = 0;
  let harmless: (() => void) | undefined;
  let pointerAt = -Infinity;
  let isDown = false;
  /** It makes way when the press is over. */
  let isDue = false;
  let cancelPress: (() => void) | undefined;
  const listeners = new AbortController();
  const { signal } = listeners;

  /** What it hangs on while it floats: what is before it, or else the page itself. */
  function hook(): { left: number; bottom: number } {
    if (!before) return real(place).getBoundingClientRect();
    const { left, top } = real(document).documentElement.getBoundingClientRect();
    return { left, bottom: top };
  }

  function float(): void {
    const box = card.getBoundingClientRect();
    const at = hook();
    const offset = { x: box.left - at.left, y: box.top - at.bottom + clearOf(box), width: box.width };
    card.setAttribute('popover', 'manual');
    const follow = () => {
      const now = hook();
      card.style.left = `${now.left + offset.x + scrollX}px`;
      card.style.top = `${now.bottom + offset.y + scrollY}px`;
      card.style.width = `${offset.width}px`;
    };
    follow();
    card.showPopover();
    harmless = land;
    flight = new AbortController();
    const { signal: aloft } = flight;
    // What scrolls with the document needs nothing; a scroller inside it does.
    real(document).addEventListener('scroll', guard('ui/room', follow), {
      capture: true,
      passive: true,
      signal: aloft,
    });
    window.addEventListener('resize', guard('ui/room', land), { signal: aloft });
  }

  /** What has the focus stays in sight (WCAG 2.4.11): where the card would cover it, it floats below it. */
  function clearOf(box: DOMRect): number {
    const { activeElement, body } = real(document);
    const focused = activeElement?.getBoundingClientRect();
    const covered = focused && activeElement !== body && overlap(focused, box);
    return covered ? focused.bottom - box.top + CLEARANCE_PX : 0;
  }

  function land(): void {
    if (!flight) return;
    flight.abort();
    flight = undefined;
    harmless = undefined;
    isDue = false;
    cancelPress?.();
    card.removeAttribute('popover');
    for (const name of ['left', 'top', 'width']) card.style.removeProperty(name);
  }

  /** The customer has done something; if what they did it to stays where it is, now is the moment. */
  function onInput(event: Event): void {
    if (!harmless) return;
    const { type, composedPath } = real(event);
    const path = composedPath();
    const [target] = path;
    if (type === 'focusin') {
      const covers =
        flight &&
        target instanceof Element &&
        overlap(real(target).getBoundingClientRect(), card.getBoundingClientRect());
      if (path.includes(card) || !(atTop || covers)) return;
      if (clock.now() - pointerAt > BY_POINTER_MS) harmless();
      else afterPress();
      return;
    }
    if (type === 'keydown') pointerAt = -Infinity;
    const pushed = isPushedBy(card, path);
    if (type !== 'click') {
      if (!pushed) harmless();
    } else if (!pushed) {
      // After the click is over, so that nothing moves between press and release.
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(guard('ui/room', () => harmless?.()));
    } else if (atTop) afterPress();
  }

  /** Once the pointer is up, and no second press follows. */
  function afterPress(): void {
    isDue = true;
    cancelPress?.();
    if (isDown) return;
    cancelPress = clock.after(
      AFTER_PRESS_MS,
      guard('ui/room', () => harmless?.()),
    );
  }

  function onPointer(event: Event): void {
    isDown = real(event).type === 'pointerdown';
    pointerAt = clock.now();
    cancelPress?.();
    if (isDue) afterPress();
  }

  function onHidden(): void {
    if (real(document).hidden) harmless?.();
  }

  function stop(): void {
    undoAll(
      guard,
      () => listeners.abort(),
      () => cancelAnimationFrame(frame),
      () => cancelPress?.(),
      () => card.remove(),
      // It may be put somewhere else.
      land,
    );
  }

  const listen = (type: string, fn: (event: Event) => void) =>
    real(document).addEventListener(type, guard('ui/room', fn), { capture: true, passive: true, signal });
  try {
    const moved = watchMoves([place, ...following(place)]);
    if (before) real(place).before(card);
    else real(place).after(card);
    card.drawNow();
    if (moved()) float();
    for (const type of ['keydown', 'click', 'focusin']) listen(type, onInput);
    for (const type of ['pointerdown', 'pointerup', 'pointercancel']) listen(type, onPointer);
    listen('visibilitychange', onHidden);
  } catch (error) {
    stop();
    throw error;
  }

  return {
    get floating() {
      return flight !== undefined;
    },
    empty(gone) {
      if (!flight && card.isConnected) {
        const { height } = card.getBoundingClientRect();
        const pushed = watchMoves([place, ...following(card)]);
        card.style.display = 'none';
        const moves = pushed();
        card.style.removeProperty('display');
        if (moves) {
          card.style.height = `${height}px`;
          card.setAttribute('reserved', '');
          card.inert = true;
          harmless = gone;
          return;
        }
      }
      gone();
    },
    stop,
  };
}
