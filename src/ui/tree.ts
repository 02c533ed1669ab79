/** The parent as the page sees it, out of shadow roots too. */
export const parentOf = (node: Node): Element | null =>
  // Whose parent is no element is in a shadow root or at the top.
  node.parentElement ?? (node.parentNode as Partial<ShadowRoot> | null)?.host ?? null;

/** The nearest element around `node` (itself first) that matches, out of shadow roots too. */
export function closest(node: Element, selector: string): Element | null {
  for (let element: Element | null = node; element; element = parentOf(element)) {
    if (Element.prototype.matches.call(element, selector)) return element;
  }
  return null;
}

/** What is really under a point, into open shadow roots. */
export function elementAt(x: number, y: number): Element | null {
  let found: Element | null = null;
  for (let root: Document | ShadowRoot = document; ;) {
    const hit: Element | null = root.elementFromPoint(x, y);
    if (!hit || hit === found) return found;
    found = hit;
    if (!hit.shadowRoot) return found;
    root = hit.shadowRoot;
  }
}

/** A press in the middle of `element`, as far as it is in the window, would reach it. Outside the window nothing can be said: taken as reachable. */
export function isReachable(element: Element): boolean {
  const box = element.getBoundingClientRect();
  if (!box.width || !box.height) return false;
  const left = Math.max(0, box.left);
  const right = Math.min(innerWidth, box.right);
  const top = Math.max(0, box.top);
  const bottom = Math.min(innerHeight, box.bottom);
  if (right <= left || bottom <= top) return true;
  for (let hit = elementAt((left + right) / 2, (top + bottom) / 2); hit; hit = parentOf(hit))
    if (hit === element) return true;
  return false;
}

export const overlap = (a: DOMRect, b: DOMRect): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
