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
/** The same for what is read all the time: the browser's own getter, looked up when it is first needed. */
function reader<N extends object, T>(owner: () => object, name: string): (self: N) => T {
  let get: ((this: N) => T) | undefined;
  return (self) => {
    get ??= Object.getOwnPropertyDescriptor(owner(), name)!.get as (this: N) => T;
    return get.call(self);
  };
}
const typeOf = reader<EventTarget, number>(() => Node.prototype, 'nodeType');

/** 0 for what is no node. */
function nodeType(target: Maybe): number {
  if (!target || target === window) return 0;
  try {
    return typeOf(target);
  } catch {
    // Another window, or something else that hears events.
    return 0;
  }
}

export const isNode = (target: Maybe): target is Node => nodeType(target) !== 0;
export const isElement = (target: Maybe): target is Element => nodeType(target) === 1;
export const isText = (target: Maybe): boolean => nodeType(target) === 3;
export const isShadowRoot = (target: Maybe): target is ShadowRoot => nodeType(target) === 11;

/** Lower-case tag name. */
export const tag: (el: Element) => string = reader(() => Element.prototype, 'localName');
export const attr = (el: Element, name: string): string | null =>
  Element.prototype.getAttribute.call(el, name);
export const matches = (el: Element, selector: string): boolean =>
  Element.prototype.matches.call(el, selector);
export const closest = (el: Element, selector: string): Element | null =>
  Element.prototype.closest.call(el, selector);
export const contains = (outer: Node, inner: Node): boolean => Node.prototype.contains.call(outer, inner);
export const connected: (node: Node) => boolean = reader(() => Node.prototype, 'isConnected');
export const rootOf = (node: Node): Root => Node.prototype.getRootNode.call(node) as Root;
export const parentOf: (node: Node) => Node | null = reader(() => Node.prototype, 'parentNode');
const childrenIn = reader<Node, NodeList>(() => Node.prototype, 'childNodes');

/** The first so many of a list of nodes, in one that stays as it is. */
export function listOf<N extends Node>(
  nodes: { readonly length: number; readonly [i: number]: N },
  limit: number = Infinity,
): N[] {
  const found: N[] = [];
  const { length } = nodes;
  // One by one: the ways of arrays to copy a list of nodes take many times as long.
  for (let i = 0; i < length && i < limit; i++) found.push(nodes[i]!);
  return found;
}

/** The nodes in it, in a list that stays as it is. */
export const childrenOf = (node: Node): Node[] => listOf(childrenIn(node));
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

export const ownerOf: (node: Node) => Document | null = reader(() => Node.prototype, 'ownerDocument');
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
export const shadowOf: (el: Element) => ShadowRoot | null = reader(() => Element.prototype, 'shadowRoot');

const owner = (root: Root): Element | Document | DocumentFragment =>
  (isElement(root) ? Element : nodeType(root) === 9 ? Document : DocumentFragment).prototype;
export const find = (root: Root, selector: string): Element | null =>
  owner(root).querySelector.call(root, selector);
export function findAll(root: Root, selector: string, limit = 40): Element[] {
  // Up to the first one the browser need not look any further.
  if (limit === 1) {
    const first = find(root, selector);
    return first ? [first] : [];
  }
  return listOf(owner(root).querySelectorAll.call(root, selector), limit);
}

/**
 * The first so many elements of a tag that are wanted, where most are: a live list is walked no further than it is asked,
 * while a selector makes the browser look through all of a large page first.
 */
export function firstOf(
  root: Root,
  name: string,
  limit: number,
  wanted: (el: Element) => boolean,
  looked: number = Infinity,
): Element[] {
  const found: Element[] = [];
  const all = ofTag(root, name);
  let el: Element | undefined;
  for (let i = 0; i < looked && found.length < limit && (el = all[i]); i++) if (wanted(el)) found.push(el);
  return found;
}
/** Shadow roots have no live lists. */
const ofTag = (root: Root, name: string): { readonly [i: number]: Element } =>
  isShadowRoot(root)
    ? root.querySelectorAll(name === '*' ? name : CSS.escape(name))
    : (owner(root) as Element | Document).getElementsByTagNameNS.call(root, '*', name);

/** A node, if it is an element, and the elements around it; out of shadow roots by their hosts, out of frames by theirs. */
export function outwards(target: Maybe): Element[] {
  const found: Element[] = [];
  let node: Node | null = nodeType(target) ? (target as Node) : null;
  for (let depth = 0; node && depth < MAX_DEPTH; depth++) {
    if (typeOf(node) === 1) found.push(node as Element);
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
export function holds(outer: Node, inner: Node): boolean {
  let node: Node | null = inner;
  for (let depth = 0; node && depth < MAX_DEPTH; depth++) {
    if (contains(outer, node)) return true;
    node = outerOf(rootOf(node));
  }
  return false;
}

/** Many parts hear of one event, and its path is the same for all of them. */
const paths = new WeakMap<Event, readonly Element[]>();

/** The elements an event passes, innermost first, through open shadow roots. */
export function elementsOf(event: Event): readonly Element[] {
  const found = paths.get(event) ?? event.composedPath().slice(0, MAX_DEPTH).filter(isElement);
  // Once it is over, an event passes nothing.
  if (found.length > 0) paths.set(event, found);
  return found;
}
