import { real } from '../../core/real.js';
import type { Guard } from '../../core/guard.js';

/** A change below this is rounding. */
const WHOLE = 0.999;

/**
 * Calls `moved` when `element` is no longer where it was, whatever has moved it: the observer's root is cut to the very
 * box in which it is, so that it tells when the element leaves that. Measures nothing while nothing happens.
 */
export function watchPlace(element: Element, guard: Guard, moved: () => void): () => void {
  let observer: IntersectionObserver | undefined;

  function watch(): void {
    observer?.disconnect();
    const { left, top, right, bottom, width, height } = real(element).getBoundingClientRect();
    if (!width || !height) return;
    const { clientWidth, clientHeight } = real(document).documentElement;
    const insets = [top, clientWidth - right, clientHeight - bottom, left].map((px) => -Math.floor(px));
    let first = true;
    observer = new IntersectionObserver(
      guard('ui/hint', (entries: IntersectionObserverEntry[]) => {
        const { intersectionRatio = 1 } = entries.at(-1) ?? {};
        // Said once at the beginning: that it is where it is.
        if (first && intersectionRatio >= WHOLE) {
          first = false;
          return;
        }
        // Cut off where it is: it will be told again as soon as that changes.
        if (first && isWhere(element, left, top)) {
          first = false;
          return;
        }
        moved();
        watch();
      }),
      { rootMargin: insets.map((px) => `${px}px`).join(' '), threshold: [0, 0.25, 0.5, 0.75, 1] },
    );
    observer.observe(element);
  }

  watch();
  return () => observer?.disconnect();
}

const isWhere = (element: Element, left: number, top: number): boolean => {
  const now = real(element).getBoundingClientRect();
  return Math.abs(now.left - left) < 1 && Math.abs(now.top - top) < 1;
};
