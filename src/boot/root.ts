import type { Guard } from '../core/guard.js';
import { real } from '../core/real.js';

/**
 * Tells when another root comes into a document: `document.open()` takes all listeners of document and window away, and
 * scripts put other documents into this one. This is all that stays: it hears of nothing else, and most pages never get one.
 * @returns what ends it
 */
export function watchRoot(document: Document, guard: Guard, changed: () => void): () => void {
  const rootOf = () => (real(document) as { documentElement: Element | null }).documentElement;
  let html = rootOf();
  const observer = new MutationObserver(
    guard('rewritten', () => {
      if (rootOf() !== html && (html = rootOf())) changed();
    }),
  );
  observer.observe(document, { childList: true });
  return () => observer.disconnect();
}
