/**
 * Access to the page's nodes through the prototypes: a form control named `closest`, `id` or `parentNode` replaces that
 * member of its form, and an image named `body` that of the document. It works on the nodes of any window.
 */

/** Paths are walked this far and no further: pages nest thousands deep, by accident or to hurt. */
export const MAX_DEPTH = 256;

/** Frames of the same origin that belong to the page. */
export const FRAME = 'iframe[data-antes-frame]';

type Maybe = EventTarget | null | undefined;
type Root = Element | Document | ShadowRoot;

const read = (owner: object, name: string, self: object): unknown => Reflect.get(owner, name, self);

/** 0 for what is no node: only a window is its own `window`. */
const nodeType = (target: Maybe): number =>
  target && (target as Window).window !== target ? (read(Node.prototype, 'nodeType', target) as number) : 0;

export const isElement = (target: Maybe): target is Element => nodeType(target) === 1;
export const isText = (target: Maybe): boolean => nodeType(target) === 3;
export const isShadowRoot = (target: Maybe): target is ShadowRoot => nodeType(target) === 11;

/** Lower-case tag name. */
export const tag = (el: Element): string => read(Element.prototype, 'localName', el) as string;
export const attr = (el: Element, name: string): string | null =>
  Element.prototype.getAttribute.call(el, name);
export const matches = (el: Element, selector: string): boolean =>
  Element.prototype.matches.call(el, selector);
export const closest = (el: Element, selector: string): Element | null =>
  Element.prototype.closest.call(el, selector);
export const contains = (outer: Node, inner: Node): boolean => Node.prototype.contains.call(outer, inner);
export const connected = (node: Node): boolean => read(Node.prototype, 'isConnected', node) as boolean;
export const rootOf = (node: Node): Root => Node.prototype.getRootNode.call(node) as Root;
export const parentOf = (node: Node): Node | null => read(Node.prototype, 'parentNode', node) as Node | null;

/** The nodes in it, in a list that stays as it is. */
export const childrenOf = (node: Node): Node[] =>
  Array.prototype.slice.call(read(Node.prototype, 'childNodes', node)) as Node[];
/** The element that follows. */
export const nextOf = (el: Element): Element | null =>
  read(Element.prototype, 'nextElementSibling', el) as Element | null;
/** Only where docs/privacy.md allows it. */
export const textIn = (el: Element): string => read(Node.prototype, 'textContent', el) as string;
export const boxOf = (el: Element): DOMRect => Element.prototype.getBoundingClientRect.call(el);
export const animationsOf = (el: Element): Animation[] => Element.prototype.getAnimations.call(el);
/** Not hidden, as far as the browser tells. */
export const isShown = (el: Element, how?: CheckVisibilityOptions): boolean =>
  (Element.prototype as Partial<Element>).checkVisibility?.call(el, how) ?? true;

/** The top element at a point of a document, and all of them. */
export const elementAt = (doc: Document, x: number, y: number): Element | null =>
  Document.prototype.elementFromPoint.call(doc, x, y);
export const elementsAt = (doc: Document, x: number, y: number): Element[] =>
  Document.prototype.elementsFromPoint.call(doc, x, y);
export const bodyOf = (doc: Document): HTMLElement | null =>
  read(Document.prototype, 'body', doc) as HTMLElement | null;
/** What has the focus, as far as can be seen from outside of shadow roots. */
export const focusIn = (root: Document | ShadowRoot): Element | null =>
  read((isShadowRoot(root) ? ShadowRoot : Document).prototype, 'activeElement', root) as Element | null;
export const titleOf = (doc: Document): string => read(Document.prototype, 'title', doc) as string;
export const isLoading = (doc: Document): boolean =>
  read(Document.prototype, 'readyState', doc) === 'loading';
export const isHidden = (doc: Document): boolean =>
  read(Document.prototype, 'visibilityState', doc) === 'hidden';
export const hasFocus = (doc: Document): boolean => Document.prototype.hasFocus.call(doc);

export const ownerOf = (node: Node): Document | null =>
  read(Node.prototype, 'ownerDocument', node) as Document | null;
/** The window that a node is in; frames have their own, as long as they are not gone to another origin. */
export function viewOf(node: Node): Window & typeof globalThis {
  return (openView(ownerOf(node)) ?? window) as Window & typeof globalThis;
}
function openView(document: Document | null): Window | undefined {
  try {
    const view = document && windowOf(document);
    return view?.document && view;
  } catch {
    // Firefox keeps the window of a document that is gone, and whatever is in it now allows nothing.
    return undefined;
  }
}
/** Only open ones show. */
export const shadowOf = (el: Element): ShadowRoot | null =>
  read(Element.prototype, 'shadowRoot', el) as ShadowRoot | null;

const owner = (root: Root) =>
  (isElement(root) ? Element : nodeType(root) === 9 ? Document : DocumentFragment).prototype;
export const find = (root: Root, selector: string): Element | null =>
  owner(root).querySelector.call(root, selector);
export function findAll(root: Root, selector: string, limit = 40): Element[] {
  const found = owner(root).querySelectorAll.call(root, selector);
  return Array.prototype.slice.call(found, 0, limit) as Element[];
}

/** A node, if it is an element, and the elements around it; out of shadow roots by their hosts, out of frames by theirs. */
export function outwards(target: Maybe): Element[] {
  const found: Element[] = [];
  let node: Node | null = nodeType(target) ? (target as Node) : null;
  for (let depth = 0; node && depth < MAX_DEPTH; depth++) {
    if (read(Node.prototype, 'nodeType', node) === 1) found.push(node as Element);
    node = outerOf(node);
  }
  return found;
}
/** What is around a node: its parent, the host of a shadow root, the frame of a document. */
export const outerOf = (node: Node): Node | null =>
  parentOf(node) ?? (isShadowRoot(node) ? node.host : frameOf(node));

export const windowOf = (doc: Document): Window | null =>
  read(Document.prototype, 'defaultView', doc) as Window | null;
/** The frame around a document, if the page lets Antes look into it. */
const frameOf = (node: Node): Element | null => {
  const frame = nodeType(node) === 9 && openView(node as Document)?.frameElement;
  return frame && matches(frame, FRAME) ? frame : null;
};

/** Like `contains`, through shadow roots. */
export const holds = (outer: Node, inner: Node): boolean =>
  contains(outer, inner) || outwards(inner).includes(outer as Element);

/** Many parts hear of one event, and its path is the same for all of them. */
const paths = new WeakMap<Event, readonly Element[]>();

/** The elements an event passes, innermost first, through open shadow roots. */
export function elementsOf(event: Event): readonly Element[] {
  const found = paths.get(event) ?? event.composedPath().slice(0, MAX_DEPTH).filter(isElement);
  // Once it is over, an event passes nothing.
  if (found.length > 0) paths.set(event, found);
  return found;
}
