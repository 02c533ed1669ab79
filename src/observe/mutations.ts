import type { Guard } from '../core/guard.js';
import { type Dom, native } from './dom.js';

/**
 * One MutationObserver over the whole page, always on. Every part that cares gets the batch and takes from it no more
 * than its own limit, so that a storm of a hundred thousand records costs what a few dozen do.
 */
export interface Mutations {
  on(part: string, fn: (batch: readonly MutationRecord[]) => void): () => void;
  /** Also watch an open shadow root: observers do not look into them. */
  include(root: Node): void;
  stop(): void;
}

const WATCHED: MutationObserverInit = {
  childList: true,
  attributes: true,
  characterData: true,
  subtree: true,
};

export function createMutations(window: Window & typeof globalThis, dom: Dom, guard: Guard): Mutations {
  const Observer = native<typeof MutationObserver>(window, window, 'MutationObserver');
  const subscribers: ((batch: readonly MutationRecord[]) => void)[] = [];
  const seen = new WeakSet<Node>();
  const observer = new Observer((batch) => {
    for (const each of subscribers) each(batch);
  });
  const include = (root: Node) => {
    if (seen.has(root)) return;
    seen.add(root);
    observer.observe(root, WATCHED);
  };
  include(dom.document);

  return {
    on(part, fn) {
      const handler = guard(part, fn);
      subscribers.push(handler);
      return () => void subscribers.splice(subscribers.indexOf(handler), 1);
    },
    include,
    stop: () => observer.disconnect(),
  };
}
