import { real } from '../../core/real.js';
import { clock } from '../clock.js';
import { loadingOf } from '../../core/loading.js';
import type { Guard } from '../../core/guard.js';
import { undoAll } from '../undo-all.js';
import { findAnchor } from './anchor.js';

/** So long a page may go on drawing itself once it has loaded: what its scripts build is not in its HTML. */
const DRAWING_MS = 3_000;

function isDrawing(): boolean {
  if (real(document).readyState !== 'complete') return true;
  return clock.now() - (loadingOf(window)?.loadEventStart ?? 0) < DRAWING_MS;
}

/**
 * Waits on a page that has just been loaded until the anchor is there, and not for ever: help that comes back after a
 * reload is often here sooner than what it stands at. A page that has long been drawn is believed at once.
 */
export function whenDrawn(anchor: string | undefined, guard: Guard): Promise<void> | undefined {
  if (anchor === undefined || findAnchor(anchor) || !isDrawing()) return undefined;
  return new Promise((done) => {
    let frame = 0;
    const look = guard('ui/anchor', () => {
      frame = 0;
      if (findAnchor(anchor)) end();
    });
    // Once a frame, however often the page changes.
    const observer = new MutationObserver(guard('ui/anchor', () => (frame ||= requestAnimationFrame(look))));
    observer.observe(document, { childList: true, subtree: true });
    const cancel = clock.after(DRAWING_MS, end);
    function end(): void {
      done();
      undoAll(
        guard,
        () => observer.disconnect(),
        cancel,
        () => cancelAnimationFrame(frame),
      );
    }
  });
}
