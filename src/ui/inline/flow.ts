import { real } from '../../core/real.js';
/** More than this is not looked at: what is far down the page is not on the screen. */
const MAX_FOLLOWING = 200;

/** What comes after `node` in reading order: what is behind it, behind what is around it, and so on. */
export function following(node: Element): Element[] {
  const found: Element[] = [];
  const { body } = real(document);
  for (let around: Element | null = node; around && around !== body; around = real(around).parentElement) {
    for (
      let next = real(around).nextElementSibling;
      next && found.length < MAX_FOLLOWING;
      next = real(next).nextElementSibling
    ) {
      found.push(next);
    }
  }
  return found;
}

const isOnScreen = ({ top, bottom, left, right, width, height }: DOMRect): boolean =>
  (width > 0 || height > 0) && bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;

/** Remembers where things are; afterwards tells whether anything the customer sees has moved. */
export function watchMoves(elements: readonly Element[]): () => boolean {
  const before = elements.map((element) => real(element).getBoundingClientRect());
  return () =>
    elements.some((element, index) => {
      const from = before[index] as DOMRect;
      const to = real(element).getBoundingClientRect();
      const moved = Math.abs(from.top - to.top) >= 1 || Math.abs(from.left - to.left) >= 1;
      return moved && (isOnScreen(from) || isOnScreen(to));
    });
}

/** `path` (of an event) leads to something that `card` pushes down, so that moving it now would move it away. */
export function isPushedBy(card: Element, path: readonly EventTarget[]): boolean {
  for (let node: Element = card; ;) {
    const root = real(node).getRootNode();
    const target = path.find(
      (step): step is Element => step instanceof Element && real(step).getRootNode() === root,
    );
    if (target)
      return (
        Boolean(real(node).compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING) &&
        !real(node).contains(target)
      );
    if (!(root instanceof ShadowRoot)) return false;
    node = root.host;
  }
}
