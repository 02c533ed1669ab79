import type { Report } from '../core/problems.js';
import type { Selected } from './context.js';
import { matches, outwards, tag } from './dom.js';

/** Elements that belong to Antes start so, and so do their shadow hosts. */
const OWN_PREFIX = 'antes-';

/** Tells what gives no records and whose changes are no effects: Antes itself, and what was asked to be left alone. */
export function createIgnored(
  selectors: readonly Selected[],
  report: Report,
): (target: EventTarget | null) => boolean {
  const left = anyOf('[data-antes-ignore]', selectors, report);
  return (target) => outwards(target).some((el) => tag(el).startsWith(OWN_PREFIX) || matches(el, left));
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
