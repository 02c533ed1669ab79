import { tag } from '../../observe/dom.js';
import { OWN_PREFIX } from '../../observe/ignored.js';
import { parentOf } from '../../ui/tree.js';

/** What a selector finds there; nothing, where it is no selector. */
export function findIn(root: ParentNode, selector: string): readonly Element[] {
  try {
    return [...root.querySelectorAll(selector)];
  } catch {
    return [];
  }
}

export const isOurs = (node: Element): boolean => tag(node).startsWith(OWN_PREFIX);

/** The topmost element of the page at a point, into open shadow roots; what is ours is looked through. */
export function pageElementAt(x: number, y: number): Element | undefined {
  let found: Element | undefined;
  for (let root: Document | ShadowRoot | null = document; root; root = found?.shadowRoot ?? null) {
    const hit: Element | undefined = root.elementsFromPoint(x, y).find((one) => !isOurs(one));
    if (!hit || hit === found) break;
    found = hit;
  }
  return found;
}

/** Steps through the tree of the page, past what is ours and what is not drawn. */
export type Direction = 'out' | 'in' | 'next' | 'previous';
export function walk(from: Element, direction: Direction): Element {
  const fits = (el: Element | null | undefined): el is Element =>
    !!el && !isOurs(el) && !/^(?:script|style|template|head|link|meta)$/.test(el.localName);
  if (direction === 'out') {
    const outer = parentOf(from);
    return fits(outer) ? outer : from;
  }
  if (direction === 'in') return [...(from.shadowRoot ?? from).children].find(fits) ?? from;
  const step = (el: Element) => (direction === 'next' ? el.nextElementSibling : el.previousElementSibling);
  let one = step(from);
  while (one && !fits(one)) one = step(one);
  return one ?? from;
}
