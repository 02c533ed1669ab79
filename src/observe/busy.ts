import { attr, find, findAll, isElement, matches, words } from './dom.js';

/** Names of things that turn while one waits. */
const WAITING = words('spinner|spin|loading|loader|busy|skeleton|progress');
const SAYS_WAITING = 'progress,[role=progressbar],[aria-busy=true]';
const WAITING_PARTS = `${SAYS_WAITING},[class*=spin i],[class*=load i],[class*=skeleton i]`;
/** A subtree with more elements than this is content that happens to hold a spinner, unless half of it is skeleton. */
const MAX_ELEMENTS = 8;

/** The element itself shows that something is under way. */
export const showsBusy = (el: Element): boolean =>
  matches(el, SAYS_WAITING) || WAITING.test(attr(el, 'class')?.replace(/([a-z])([A-Z])/g, '$1-$2') ?? '');

/** A node that was added or removed is a progress display, maybe with a thin wrapper or a veil around it. */
export function isProgress(node: Node): boolean {
  if (!isElement(node)) return false;
  if (showsBusy(node)) return true;
  if (!find(node, WAITING_PARTS)) return false;
  const parts = findAll(node, '*');
  return parts.length <= MAX_ELEMENTS || parts.filter(showsBusy).length * 2 >= parts.length;
}
