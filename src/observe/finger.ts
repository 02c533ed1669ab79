import type { Context } from './context.js';

/** Shorter, and the finger trembled. */
const SWIPE_PX = 30;
/** Along the edges of the screen swipes belong to the browser and the system (back, notifications). */
const EDGE_PX = 24;
/** Held longer, a touch opens a menu or selects (Android 400 to 500 ms, iOS 500). */
const LONG_PRESS_MS = 500;
/** Where a page can be zoomed with a double tap, the click waits for the second one this long. */
const CLICK_WAIT_MS = 350;
/** A page that scrolls natively has begun to by then: a few frames of a slow machine. */
export const SCROLL_SIGN_MS = 100;

/** A finger, from the moment it comes down. */
export interface Finger {
  /** What it did, once it is up and if no click comes of it. */
  kind(): 'tap' | 'swipe' | undefined;
  stop(): void;
}

interface Follower {
  /** It has moved too far for a tap. */
  swiping(): void;
  /** It is up; what it was is known after `wait`. */
  lifted(wait: number): void;
}

/**
 * Listens only while the finger is down. A browser that takes a touch for itself (`pointercancel`) goes on to tell of it
 * by touch events; if nothing scrolls then, the customer has swiped in vain.
 */
export function followFinger(
  { now, on, window }: Context,
  { clientX: x, clientY: y }: PointerEvent,
  follower: Follower,
): Finger {
  const startedAt = now();
  const { innerWidth, innerHeight, visualViewport } = window;
  // One finger moves the zoomed page about, and no event of the page's tells.
  const zoomed = (visualViewport?.scale ?? 1) > 1;
  const atEdge = Math.min(x, y, innerWidth - x, innerHeight - y) < EDGE_PX;
  let kind: 'tap' | 'swipe' | undefined;
  let taken = false;
  let scrolled = false;
  let up = false;

  const isFar = ({ clientX, clientY }: { clientX: number; clientY: number }) =>
    Math.hypot(clientX - x, clientY - y) >= SWIPE_PX;
  /** Up and down people scroll, also where the page has come to its end. */
  const isSideways = ({ clientX, clientY }: Touch) => Math.abs(clientX - x) > Math.abs(clientY - y);
  const end = (what: typeof kind) => {
    up = true;
    kind = what === 'swipe' && (zoomed || atEdge) ? undefined : what;
    follower.lifted(kind === 'tap' ? CLICK_WAIT_MS : SCROLL_SIGN_MS);
  };
  const heard: Readonly<Record<string, (event: Event) => void>> = {
    scroll: () => (scrolled = true),
    pointercancel: () => (taken = true),
    touchcancel: () => end(undefined),
    touchmove(event) {
      const { touches } = event as TouchEvent;
      if (touches.length > 1) end(undefined);
      else if (touches[0] && isFar(touches[0])) follower.swiping();
    },
    pointerup(event) {
      const far = isFar(event as PointerEvent);
      end(far ? 'swipe' : now() - startedAt <= LONG_PRESS_MS ? 'tap' : undefined);
    },
    touchend(event) {
      const [touch] = (event as TouchEvent).changedTouches;
      if (taken) end(touch && isFar(touch) && isSideways(touch) ? 'swipe' : undefined);
    },
  };
  const stop = on(Object.keys(heard).join(' '), (event) => {
    if (!up || event.type === 'scroll') heard[event.type]?.(event);
  });
  return { kind: () => (scrolled ? undefined : kind), stop };
}
