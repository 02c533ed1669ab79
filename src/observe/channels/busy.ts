import type { Dom } from '../dom.js';

/** Names of things that turn while one waits. Compared token by token: `is-loading`, `btn-spinner`, `LoaderRing`. */
const WAITING = /(?:^|[^a-z])(?:spinner|spin|loading|loader|busy|skeleton|progress)(?:$|[^a-z])/i;
const WAITING_PARTS =
  '[aria-busy=true],[role=progressbar],progress,[class*=spinner],[class*=loading],[class*=loader],[class*=skeleton]';
/** A subtree with more elements than this is content that happens to hold a spinner, unless half of it is skeleton. */
const MAX_ELEMENTS = 8;
const MAX_COUNTED = 40;

export const namesWaiting = (classes: string | null): boolean =>
  !!classes && WAITING.test(classes.replace(/([a-z])([A-Z])/g, '$1-$2'));

/** The element itself shows that something is under way. */
export function showsBusy(dom: Dom, el: Element): boolean {
  return (
    dom.tag(el) === 'progress' ||
    dom.attr(el, 'aria-busy') === 'true' ||
    dom.attr(el, 'role') === 'progressbar' ||
    namesWaiting(dom.attr(el, 'class'))
  );
}

/** A node that was added or removed is a progress display, maybe with a thin wrapper or a veil around it. */
export function isProgress(dom: Dom, node: Node): boolean {
  if (!dom.isElement(node)) return false;
  if (showsBusy(dom, node)) return true;
  if (!dom.find(node, WAITING_PARTS)) return false;
  const parts = dom.byTag(node, '*', MAX_COUNTED);
  return (
    parts.length <= MAX_ELEMENTS || parts.filter((part) => showsBusy(dom, part)).length * 2 >= parts.length
  );
}
