import { type Names, namesIn, WITHOUT_ROLE } from '../core/names.js';
import { attr, closest, findAll, firstOf, matches, outwards, rootOf, tag } from './dom.js';

/** What was found holds until the page may have changed: so often it may have. */
let changes = 0;
export function forgetNames(): void {
  changes++;
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
    // Weak: the inspector has a copy of this of its own, and looks once. What it has looked at may leave the page.
    let found = new WeakMap<Element, T>();
    let as = changes;
    return (el) => {
      if (as !== changes) {
        found = new WeakMap();
        as = changes;
      }
      if (!found.has(el)) found.set(el, find(el));
      return found.get(el)!;
    };
  },
  typeOf: (el) => (el as HTMLInputElement).type,
  alike(el, outer, like, limit) {
    const root = rootOf(el);
    const scope = outer && rootOf(outer) === root ? outer : root;
    // Most have no role: the first ones are soon found. What few have the browser finds faster by itself.
    return like === WITHOUT_ROLE
      ? firstOf(scope, tag(el), limit, (one) => attr(one, 'role') === null)
      : findAll(scope, CSS.escape(tag(el)) + like, limit);
  },
});
export const kind: Names<Element>['kind'] = names.kind;
export const role: Names<Element>['role'] = names.role;
export const region: Names<Element>['region'] = names.region;
export const key: Names<Element>['key'] = names.key;
export const field: Names<Element>['field'] = names.field;
export const form: Names<Element>['form'] = names.form;
