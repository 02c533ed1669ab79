/**
 * Access to the page's nodes through the prototypes: a form control named `closest`, `id` or `parentNode` replaces that
 * member of its form, and an image named `body` that of the document. Bound to one window, looked up once at the start.
 */
export interface Dom {
  isElement(node: unknown): node is Element;
  /** Lower-case tag name; empty for anything but an element. */
  tag(node: unknown): string;
  attr(el: Element, name: string): string | null;
  matches(el: Element, selector: string): boolean;
  closest(el: Element, selector: string): Element | null;
  find(root: ParentNode, selector: string): Element | null;
  findAll(root: ParentNode, selector: string, limit: number): Element[];
  /** The first `limit` elements with this tag below `root`, without walking further than needed. */
  byTag(root: Element | Document, tag: string, limit: number): Element[];
  byId(id: string): Element | null;
  /** The parent, or the host where the parent is a shadow root. */
  up(node: Node): Node | null;
  contains(outer: Node, inner: Node): boolean;
  connected(node: Node): boolean;
  root(node: Node): Node;
  rect(el: Element): DOMRect;
  readonly document: Document;
  readonly body: Element | null;
  readonly html: Element | null;
}

/** Paths are walked this far and no further: pages nest thousands deep, by accident or to hurt. */
export const MAX_DEPTH = 256;

const getter = <T>(proto: object, name: string): ((self: unknown) => T) => {
  const get = Object.getOwnPropertyDescriptor(proto, name)?.get;
  return (self) => get?.call(self) as T;
};

export function createDom(window: Window & typeof globalThis): Dom {
  const { Element, Node, Document, ShadowRoot, DocumentFragment } = window;
  const element = Element.prototype;
  const localName = getter<string>(element, 'localName');
  const nodeType = getter<number>(Node.prototype, 'nodeType');
  const parentNode = getter<Node | null>(Node.prototype, 'parentNode');
  const isConnected = getter<boolean>(Node.prototype, 'isConnected');
  const host = getter<Element>(ShadowRoot.prototype, 'host');
  const body = getter<Element | null>(Document.prototype, 'body');
  const html = getter<Element | null>(Document.prototype, 'documentElement');
  const document = window.document;

  const isElement = (node: unknown): node is Element => node instanceof Element;
  const owner = (root: ParentNode): Element =>
    (isElement(root)
      ? element
      : nodeType(root) === 9
        ? Document.prototype
        : DocumentFragment.prototype) as Element;
  return {
    isElement,
    tag: (node) => (isElement(node) ? localName(node) : ''),
    attr: (el, name) => element.getAttribute.call(el, name),
    matches: (el, selector) => element.matches.call(el, selector),
    closest: (el, selector) => element.closest.call(el, selector),
    find: (root, selector) => owner(root).querySelector.call(root, selector),
    findAll(root, selector, limit) {
      return Array.prototype.slice.call(owner(root).querySelectorAll.call(root, selector), 0, limit);
    },
    byTag(root, tag, limit) {
      const all = owner(root).getElementsByTagName.call(root, tag);
      const found: Element[] = [];
      for (let i = 0; i < limit; i++) {
        const el = all[i];
        if (!el) break;
        found.push(el);
      }
      return found;
    },
    byId: (id) => Document.prototype.getElementById.call(document, id),
    up(node) {
      const parent = parentNode(node);
      return parent instanceof ShadowRoot ? host(parent) : parent;
    },
    contains: (outer, inner) => Node.prototype.contains.call(outer, inner),
    connected: (node) => isConnected(node),
    root: (node) => Node.prototype.getRootNode.call(node),
    rect: (el) => element.getBoundingClientRect.call(el),
    document,
    get body() {
      return body(document);
    },
    get html() {
      return html(document);
    },
  };
}

/** Zone.js keeps the originals of what it wraps; through them our listeners cause no change detection. */
export function native<T>(window: Window & typeof globalThis, owner: object, name: string): T {
  const zone = (window as { Zone?: { __symbol__?: (name: string) => string } }).Zone;
  const symbol = zone?.__symbol__?.(name);
  const holder = owner as Record<string, unknown>;
  return ((symbol && holder[symbol]) || holder[name]) as T;
}
