/** Functions that run inside the page: self-contained, because only their text gets there. */

/** The middle of an element in viewport coordinates, scrolled into view; null while it is not there or has no box. */
export function middleOf(selector: string): [x: number, y: number] | null {
  // `>>>` steps into open shadow roots, where the widgets live.
  // By the prototype: on a hostile page an image has the name of what is asked for.
  let element = Document.prototype.querySelector.call(document, selector.split('>>>')[0]!.trim());
  for (const part of selector.split('>>>').slice(1))
    element = element?.shadowRoot?.querySelector(part.trim()) ?? null;
  if (!element) return null;
  const measure = Element.prototype.getBoundingClientRect.bind(element);
  let box = measure();
  if (box.top < 0 || box.left < 0 || box.bottom > innerHeight || box.right > innerWidth) {
    element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
    box = measure();
  }
  return box.width > 0 && box.height > 0 ? [box.x + box.width / 2, box.y + box.height / 2] : null;
}
