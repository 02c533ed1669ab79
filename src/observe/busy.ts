import { MAX_PROGRESS_ELEMENTS, SAYS_WAITING, saysWaiting } from '../core/markup.js';
import { attr, find, findAll, isElement, matches } from './dom.js';

const WAITING_PARTS = `${SAYS_WAITING},[class*=spin i],[class*=load i],[class*=skeleton i]`;

/** The element itself shows that something is under way. */
export const showsBusy = (el: Element): boolean =>
  matches(el, SAYS_WAITING) || saysWaiting(attr(el, 'class') ?? '');

/** A node that was added or removed is a progress display, maybe with a thin wrapper or a veil around it. */
export function isProgress(node: Node): boolean {
  if (!isElement(node)) return false;
  if (showsBusy(node)) return true;
  if (!find(node, WAITING_PARTS)) return false;
  const parts = findAll(node, '*');
  return parts.length <= MAX_PROGRESS_ELEMENTS || parts.filter(showsBusy).length * 2 >= parts.length;
}
