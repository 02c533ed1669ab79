import { real } from '../core/real.js';
import type { Guard } from '../core/guard.js';
import type { AntesLayer } from './layer/layer.js';
import { undoAll } from './undo-all.js';
import { closest, overlap, parentOf } from './tree.js';

/** A window this much lower than the page's has an on-screen keyboard in it. */
const KEYBOARD_PX = 150;
/** What is fixed and larger than this part of the window is the page itself, or lies under all of it. */
const MAX_SHARE = 0.4;
/** Between us and what has the corner; also how far in from our edges it is looked for. */
const GAP_PX = 8;
/** From the lower edge of ours up: launchers and bars are at the bottom. */
const ROWS_PX = [GAP_PX, 36, 64];
/** A focus that is pulled out of here as fast as this was not moved by the customer. */
const PULLED_MS = 200;

/** Something that the page has fixed under `box`: a launcher, a bar, a banner. */
function fixedUnder(box: DOMRect, layer: AntesLayer): DOMRect | undefined {
  for (const x of [box.left + GAP_PX, (box.left + box.right) / 2, box.right - GAP_PX])
    for (const row of ROWS_PX)
      for (const hit of real(document).elementsFromPoint(x, box.bottom - row))
        for (let at: Element | null = hit; at && !at.contains(layer); at = parentOf(at)) {
          if (layer.contains(at) || !/fixed|sticky/.test(getComputedStyle(at).position)) continue;
          const other = at.getBoundingClientRect();
          if (other.width * other.height < innerWidth * innerHeight * MAX_SHARE) return other;
        }
  return undefined;
}

/**
 * What comes unasked must not hide what has the focus (WCAG 2.4.11), nor what the page itself keeps in a corner: the
 * layer goes to the other corner, or above what is there; where neither is free `resize` makes small what is in it.
 */
export function startCover(layer: AntesLayer, resize: (small: boolean) => void, guard: Guard): () => void {
  const listeners = new AbortController();
  const { signal } = listeners;
  const viewport = window.visualViewport;
  let focused: Element | null = real(document).activeElement;
  let keyboard = 0;
  let enteredAt = -Infinity;
  /** The page's dialog that keeps the focus. That it is closed is a boundary: what became small is itself again. */
  const trap = new ResizeObserver(
    guard('ui/cover', (sizes: ResizeObserverEntry[]) => {
      if (sizes[0]!.contentRect.width) return;
      trap.disconnect();
      resize(false);
    }),
  );

  const raise = (px: number) => {
    layer.style.translate = px ? `0 ${-px}px` : '';
  };
  function inTheWay(): DOMRect | undefined {
    const focus = focused?.matches(':focus:not(body)') && focused.getBoundingClientRect();
    for (const child of layer.children) {
      const box = child.getBoundingClientRect();
      if (focus && overlap(box, focus)) return focus;
      const other = fixedUnder(box, layer);
      if (other) return other;
    }
    return undefined;
  }
  function isFree(): boolean {
    const start = layer.hasAttribute('start');
    if (!inTheWay()) return true;
    raise(keyboard);
    let other: DOMRect | undefined;
    // The one it is in comes last: above what is there it goes no further than it must.
    for (const side of [start, !start, start]) {
      layer.toggleAttribute('start', side);
      other = inTheWay();
      if (!other) return true;
    }
    const lift = innerHeight - (other?.top ?? 0) + GAP_PX;
    if (lift > innerHeight * MAX_SHARE) return false;
    raise(Math.max(keyboard, lift));
    return !inTheWay();
  }
  function arrange(): void {
    layer.removeAttribute('aside');
    if (!layer.firstElementChild) {
      layer.removeAttribute('start');
      return raise(keyboard);
    }
    if (isFree()) return;
    resize(true);
    layer.toggleAttribute('aside', !isFree());
  }

  function onFocus(event: FocusEvent): void {
    const path = real(event).composedPath();
    const [target] = path;
    if (path.includes(layer)) enteredAt = event.timeStamp;
    else if (target instanceof Element) {
      focused = target;
      // A dialog that keeps the focus: it is not fought with.
      const dialog = event.timeStamp - enteredAt < PULLED_MS && closest(target, '[aria-modal=true]');
      if (dialog) {
        resize(true);
        trap.observe(dialog);
      }
      arrange();
    }
  }

  /** The keyboard takes the lower half of a phone: what is left belongs to the page. */
  function onResize(): void {
    if (!viewport) return;
    const lost = innerHeight - viewport.height * viewport.scale;
    // Only with the keyboard; a zoomed-in window is moved about at will.
    keyboard = lost > KEYBOARD_PX ? Math.max(0, innerHeight - viewport.height - viewport.offsetTop) : 0;
    raise(keyboard);
    if (lost > KEYBOARD_PX) resize(true);
    arrange();
  }

  const stop = () =>
    undoAll(
      guard,
      () => listeners.abort(),
      () => trap.disconnect(),
    );
  try {
    real(document).addEventListener('focusin', guard('ui/cover', onFocus), { capture: true, signal });
    viewport?.addEventListener('resize', guard('ui/cover', onResize), { signal });
    // Whatever has come in or gone, before it is painted.
    layer.renderRoot.addEventListener('slotchange', guard('ui/cover', arrange), { signal });
  } catch (error) {
    stop();
    throw error;
  }
  return stop;
}
