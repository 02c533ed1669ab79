import type { Report } from '../core/problems.js';
import { type Dom, MAX_DEPTH } from './dom.js';

/** Elements that belong to Antes start so, and so do their shadow hosts. */
const OWN_PREFIX = 'antes-';

/** Tells what gives no records and whose changes are no effects: Antes itself, and what was asked to be left alone. */
export function createIgnored(
  dom: Dom,
  selectors: readonly string[],
  report: Report,
): (node: Node) => boolean {
  const list = usable(dom, selectors, 'policy/ignore', report).join(',');
  return (node) => {
    let current: Node | null = node;
    for (let depth = 0; current && depth < MAX_DEPTH; depth++) {
      if (dom.isElement(current)) {
        if (dom.tag(current).startsWith(OWN_PREFIX) || dom.attr(current, 'data-antes-ignore') !== null)
          return true;
        if (list && dom.matches(current, list)) return true;
      }
      current = dom.up(current);
    }
    return false;
  };
}

/** Selectors that the browser understands; the others are reported and left out. */
export function usable(dom: Dom, selectors: readonly string[], path: string, report: Report): string[] {
  return selectors.filter((selector) => {
    try {
      dom.document.createDocumentFragment().querySelector(selector);
      return true;
    } catch {
      report('SELECTOR_INVALID', path, `"${selector}" is no CSS selector; it is left out.`);
      return false;
    }
  });
}
