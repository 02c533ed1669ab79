import type { Guard } from '../core/guard.js';
import { connected, findAll, firstOf, ownerOf, shadowOf } from './dom.js';
import type { Ignored } from './ignored.js';
import { native } from './native.js';

/**
 * One MutationObserver over the whole page, always on. A storm of a hundred thousand records costs what a few dozen do:
 * of large batches a sample spread over all of it is passed on, so that one busy widget cannot hide the others.
 */
export interface Mutations {
  include(root: Document | ShadowRoot): void;
  /** All open shadow roots: no event tells of new ones. */
  includeShadows(): void;
  /** Of a frame that has gone or moved on. */
  exclude(document: Document): void;
  findAll(selector: string, limit?: number): Element[];
  /** The same for what most pages have none of, most of the time: all such selectors are asked for at once. */
  findRare(selector: string): (limit?: number) => Element[];
  /** The page may be another one from here on. */
  forget(): void;
  stop(): void;
}

const MAX_RECORDS = 200;
/** Elements that are looked at for a shadow root: about a millisecond. */
const MAX_ELEMENTS = 10_000;
const WATCHED: MutationObserverInit = {
  childList: true,
  attributes: true,
  // What a class was before tells whether it is still another one when the finger has been lifted.
  attributeOldValue: true,
  characterData: true,
  subtree: true,
};

const hasShadow = (el: Element) => shadowOf(el) !== null;

export function createMutations(
  window: Window & typeof globalThis,
  guard: Guard,
  ignored: Ignored,
  mutated: (batch: readonly MutationRecord[]) => void,
  over: () => void,
): Mutations {
  const Observer = native<typeof MutationObserver>(window, window, 'MutationObserver');
  const roots = new Set<Document | ShadowRoot>();
  const rare = new Set<string>();
  /** Whether the page has any of them. */
  let hasRare: boolean | undefined;
  const handle = guard('observe/mutations', (batch: MutationRecord[]) => {
    const step = Math.ceil(batch.length / MAX_RECORDS);
    const some = batch.filter(({ target }, i) => i % step === 0 && !ignored(target));
    if (some.length > 0) mutated(some);
    over();
  });
  const observer = new Observer(handle);
  const include = (root: Document | ShadowRoot) => {
    if (roots.has(root)) return;
    for (const one of roots) if (!connected(one)) roots.delete(one);
    roots.add(root);
    hasRare = undefined;
    observer.observe(root, WATCHED);
  };
  include(window.document);
  const findAllIn = (selector: string, limit?: number) =>
    [...roots].flatMap((root) => findAll(root, selector, limit));
  return {
    include,
    includeShadows() {
      // Roots that are found on the way are looked through in their turn.
      for (const root of roots) {
        for (const el of firstOf(root, '*', Infinity, hasShadow, MAX_ELEMENTS))
          if (!ignored(el)) include(shadowOf(el)!);
      }
    },
    exclude(document) {
      // An observer cannot leave a single place.
      handle(observer.takeRecords());
      observer.disconnect();
      const rest = [...roots].filter((root) => root !== document && ownerOf(root) !== document);
      roots.clear();
      rest.forEach(include);
    },
    findAll: findAllIn,
    findRare(selector) {
      rare.add(selector);
      hasRare = undefined;
      return (limit) => {
        hasRare ??= findAllIn([...rare].join(), 1).length > 0;
        return hasRare ? findAllIn(selector, limit) : [];
      };
    },
    forget: () => (hasRare = undefined),
    stop: () => observer.disconnect(),
  };
}
