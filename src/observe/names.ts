import { type Names, namesIn } from '../core/names.js';
import { attr, closest, firstOf, matches, outwards, rootOf, tag } from './dom.js';

/** What was found, until the page may have changed. */
const kept = new Set<Map<Element, unknown>>();
export function forgetNames(): void {
  for (const found of kept) found.clear();
}

/**
 * Names of the page's own elements; see core/names.ts. Marked as pure, so that a bundle which needs none of them keeps
 * nothing of it.
 */
const names: Names<Element> = /* @__PURE__ */ namesIn<Element>({
  tag,
  attr,
  matches,
  closest,
  outwards,
  keep<T>(find: (el: Element) => T) {
    const found = new Map<Element, T>();
    kept.add(found);
    return (el) => {
      if (!found.has(el)) found.set(el, find(el));
      return found.get(el)!;
    };
  },
  typeOf: (el) => (el as HTMLInputElement).type,
  alike(el, outer, like, limit) {
    const root = rootOf(el);
    const scope = outer && rootOf(outer) === root ? outer : root;
    return firstOf(scope, [tag(el)], limit, (one) => matches(one, like));
  },
});
export const kind: Names<Element>['kind'] = names.kind;
export const role: Names<Element>['role'] = names.role;
export const region: Names<Element>['region'] = names.region;
export const key: Names<Element>['key'] = names.key;
export const field: Names<Element>['field'] = names.field;
export const form: Names<Element>['form'] = names.form;
