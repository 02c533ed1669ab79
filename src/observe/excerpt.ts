import { INPUTS } from '../core/markup.js';
import { isElement, matches, parentOf } from './dom.js';

/** The text of a small element around a selection, and where in it the selection lies. Kept by nobody; docs/privacy.md. */
export interface Excerpt {
  readonly root: Element;
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** A line with a number in it is shorter; longer texts are not looked at. */
const MAX_TEXT = 200;
const MAX_NODES = 60;
/** What a customer types into: nothing in it is looked at, also where it lies within a selection. */
export const TYPED: string = `${INPUTS},[contenteditable]:not([contenteditable=false i]),[role=textbox]`;

/** Of the innermost element around the selection, or around its start where it reaches just to the next paragraph. */
export function excerptOf(range: Range, document: Document): Excerpt | undefined {
  const { commonAncestorContainer, startContainer, endOffset } = range;
  const starts = endOffset === 0 ? elementAround(startContainer) : undefined;
  for (const root of [
    elementAround(commonAncestorContainer),
    starts,
    starts && elementAround(parentOf(starts)),
  ]) {
    const found = root && read(root, range, document);
    if (found) return found;
  }
  return undefined;
}

/** Of an element as a whole. */
export function textOf(root: Element, document: Document): string | undefined {
  const range = Document.prototype.createRange.call(document);
  range.selectNodeContents(root);
  return read(root, range, document)?.text;
}

const elementAround = (node: Node | null): Element | undefined =>
  isElement(node) ? node : node ? elementAround(parentOf(node)) : undefined;

function read(root: Element, range: Range, document: Document): Excerpt | undefined {
  const walker = Document.prototype.createTreeWalker.call(
    document,
    root,
    NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT,
    (node) =>
      !isElement(node)
        ? NodeFilter.FILTER_ACCEPT
        : matches(node, TYPED)
          ? NodeFilter.FILTER_REJECT
          : NodeFilter.FILTER_SKIP,
  );
  let text = '';
  let from = -1;
  let to = -1;
  for (let i = 0; walker.nextNode(); i++) {
    const node = walker.currentNode as Text;
    const { startContainer, startOffset, endContainer, endOffset } = range;
    const place = range.comparePoint(node, 0);
    if (node === startContainer) from = text.length + startOffset;
    else if (from < 0 && place >= 0) from = text.length;
    if (node === endContainer) to = text.length + endOffset;
    else if (to < 0 && place > 0) to = text.length;
    text += node.data;
    if (text.length > MAX_TEXT || i >= MAX_NODES) return undefined;
  }
  if (from < 0) return undefined;
  return { root, text, from, to: to < 0 ? text.length : to };
}
