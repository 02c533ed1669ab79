import { real } from '../../core/real.js';
import type { Guard } from '../../core/guard.js';
import { closest, elementAt, isReachable } from '../tree.js';
import { buttonPlaces, choose, tipPlaces, type Box } from './beside.js';
import type { AntesHint } from './hint.js';
import { watchPlace } from './watch-place.js';
import { undoAll } from '../undo-all.js';

const CONTROL = 'a[href], button, input, select, textarea, summary, [tabindex]';

/** What is not hidden by an on-screen keyboard, and not out of sight in an enlarged page. */
function visibleWindow(): Box {
  const { clientWidth, clientHeight } = real(document).documentElement;
  const viewport = window.visualViewport;
  return {
    left: viewport?.offsetLeft ?? 0,
    top: viewport?.offsetTop ?? 0,
    width: Math.min(clientWidth, viewport?.width ?? clientWidth),
    height: Math.min(clientHeight, viewport?.height ?? clientHeight),
  };
}

/** The focused element, where it is one that must stay in sight (WCAG 2.4.11). */
function focusedBox(hint: AntesHint): Box[] {
  const { activeElement, body, documentElement } = real(document);
  let at = activeElement;
  while (at?.shadowRoot?.activeElement && at !== hint) at = at.shadowRoot.activeElement;
  return at && at !== hint && at !== body && at !== documentElement ? [at.getBoundingClientRect()] : [];
}

/** Something of the page can be pressed there. */
function blocks({ left, top, width, height }: Box): boolean {
  const hit = elementAt(left + width / 2, top + height / 2);
  const control = hit && closest(hit, CONTROL);
  return control !== null && !closest(control, 'antes-hint');
}

/**
 * A spot for a hint beside its anchor: behind it in the document, above the page in the top layer, so that nothing
 * moves and nothing cuts it off. It goes along with the anchor, and out of the way of what has the focus.
 */
export function makeSpot(
  hint: AntesHint,
  place: Element,
  anchor: Element,
  guard: Guard,
): { empty(gone: () => void): void; stop(): void } {
  const listeners = new AbortController();
  const { signal } = listeners;
  /** Where what is open stands, by number: it does not jump to and fro. */
  let at: number | undefined;
  let frame = 0;
  let inSight = true;

  let open = true;
  let sizes: ResizeObserver | undefined;
  let sight: IntersectionObserver | undefined;
  let stopWatching: (() => void) | undefined;

  function arrange(): void {
    if (!hint.isConnected || !real(anchor).isConnected) return;
    const away = !inSight || (open && !isReachable(anchor));
    hint.toggleAttribute('away', away && !hint.focused);
    const window = visibleWindow();
    const rtl = getComputedStyle(anchor).direction === 'rtl';
    const side = hint.offer?.side;
    const box = real(anchor).getBoundingClientRect();
    const focused = focusedBox(hint);
    const { width, height } = hint.getBoundingClientRect();
    const button = choose(buttonPlaces(box, { width, height }, rtl, side), window, [box, ...focused], {
      blocks,
    });
    hint.style.left = `${button.box.left + scrollX}px`;
    hint.style.top = `${button.box.top + scrollY}px`;
    hint.toggleAttribute('aside', button.covers && !hint.focused);
    if (!hint.open || away) at = undefined;
    if (!hint.open) return;
    const { tip } = hint;
    // `100vw` has the scroll bar in it.
    hint.style.setProperty('--_room', `${window.width}px`);
    const size = tip.getBoundingClientRect();
    const chosen = choose(
      tipPlaces(box, button.box, { width: size.width, height: size.height }, window, rtl, side),
      window,
      [box, button.box, ...focused],
      { at },
    );
    // The customer has gone on to something that would be under it.
    if (chosen.covers && focused.length > 0 && !hint.focused) return hint.close();
    tip.style.left = `${chosen.box.left - button.box.left}px`;
    tip.style.top = `${chosen.box.top - button.box.top}px`;
    at = chosen.index;
  }

  const soon = guard('ui/hint', () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(guard('ui/hint', arrange));
  });

  function begin(): void {
    real(place).after(hint);
    hint.setAttribute('popover', 'manual');
    hint.drawNow();
    hint.showPopover();
    // Else it could never be told whether something has come in between.
    open = isReachable(anchor);
    hint.changed = guard('ui/hint', arrange);
    arrange();

    const options = { capture: true, passive: true, signal };
    real(document).addEventListener('scroll', soon, options);
    // On the way: a frame later it would have been covered.
    real(document).addEventListener('focusin', guard('ui/hint', arrange), options);
    real(document).addEventListener('focusout', soon, options);
    window.addEventListener('resize', soon, { signal });
    for (const type of ['resize', 'scroll']) window.visualViewport?.addEventListener(type, soon, { signal });
    sizes = new ResizeObserver(soon);
    sizes.observe(anchor);
    sight = new IntersectionObserver(
      guard('ui/hint', (entries: IntersectionObserverEntry[]) => {
        inSight = entries.at(-1)?.isIntersecting ?? true;
        soon();
      }),
    );
    sight.observe(anchor);
    stopWatching = watchPlace(anchor, guard, soon);
  }

  function stop(): void {
    hint.changed = () => undefined;
    undoAll(
      guard,
      () => listeners.abort(),
      () => cancelAnimationFrame(frame),
      () => sizes?.disconnect(),
      () => sight?.disconnect(),
      () => stopWatching?.(),
      () => hint.remove(),
    );
  }
  try {
    begin();
  } catch (error) {
    stop();
    throw error;
  }
  return {
    empty(gone) {
      gone();
    },
    stop,
  };
}
