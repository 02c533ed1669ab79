/** Functions that run inside the page: self-contained, because only their text gets there. */

/** The middle of an element in viewport coordinates, scrolled into view; null while it is not there or has no box. */
export function middleOf(selector: string): [x: number, y: number] | null {
  // `>>>` steps into open shadow roots, where the widgets live.
  let scope: ParentNode | null = document;
  let element: Element | null = null;
  for (const part of selector.split('>>>')) {
    element = scope?.querySelector(part.trim()) ?? null;
    scope = element?.shadowRoot ?? null;
  }
  if (!element) return null;
  let box = element.getBoundingClientRect();
  if (box.top < 0 || box.left < 0 || box.bottom > innerHeight || box.right > innerWidth) {
    element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
    box = element.getBoundingClientRect();
  }
  return box.width > 0 && box.height > 0 ? [box.x + box.width / 2, box.y + box.height / 2] : null;
}
