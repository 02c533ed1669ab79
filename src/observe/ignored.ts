import type { Report } from '../core/problems.js';
import type { Selected } from './context.js';
import { isElement, isNode, matches, MAX_DEPTH, outerOf, tag } from './dom.js';

/** Elements that belong to Antes start so, and so do their shadow hosts. */
export const OWN_PREFIX = 'antes-';

/** Each element is asked once, however many parts ask, until they are over with what they were called for. */
export interface Ignored {
  (target: EventTarget | null): boolean;
  /** The page may be another one from here on. */
  forget(): void;
}

/** Tells what gives no records and whose changes are no effects: Antes itself, and what was asked to be left alone. */
export function createIgnored(selectors: readonly Selected[], report: Report): Ignored {
  const left = anyOf('[data-antes-ignore]', selectors, report);
  const isLeft = (el: Element) => tag(el).startsWith(OWN_PREFIX) || matches(el, left);
  const known = new Map<Node, boolean>();
  const ignored = (target: EventTarget | null) => {
    if (!isNode(target)) return false;
    const passed: Node[] = [];
    let node: Node | null = target;
    let found: boolean | undefined;
    for (; node && passed.length < MAX_DEPTH; node = outerOf(node)) {
      found = known.get(node);
      if (found !== undefined) break;
      passed.push(node);
      if (isElement(node) && isLeft(node)) {
        found = true;
        break;
      }
    }
    for (const one of passed) known.set(one, !!found);
    return !!found;
  };
  return Object.assign(ignored, { forget: () => known.clear() });
}

/** Selectors that the browser understands; the others are reported and left out. */
export function usable<S extends Selected>(selected: readonly S[], report: Report): S[] {
  return selected.filter(({ selector, path }) => {
    try {
      document.createDocumentFragment().querySelector(selector);
      return true;
    } catch {
      report('SELECTOR_INVALID', path, `"${selector}" is no CSS selector; it is left out.`);
      return false;
    }
  });
}

/** One selector for an attribute of ours and all that the config names beside it. */
export const anyOf = (own: string, selected: readonly Selected[], report: Report): string =>
  [own, ...usable(selected, report).map(({ selector }) => selector)].join();
