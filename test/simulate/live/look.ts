/** Functions that run inside the page: self-contained, because only their text gets there. */

/** Where an element is in the viewport, without moving anything; null while it is not there or has no box. */
export function boxOf(
  selector: string,
): { x: number; y: number; width: number; height: number; screen: number; wide: number } | null {
  const element = document.querySelector(selector);
  if (!element) return null;
  // The first of several lines: the middle of a wrapped link is beside it.
  const [box] = element.getClientRects();
  if (!box || box.width === 0 || box.height === 0) return null;
  const { x, y, width, height } = box;
  return { x, y, width, height, screen: innerHeight, wide: innerWidth };
}

/** Whether a press at a point would meet the element. */
export function isAt(selector: string, x: number, y: number): boolean {
  const element = document.querySelector(selector);
  return element !== null && element.contains(document.elementFromPoint(x, y));
}

/** What the keyboard needs to know of it. */
export function keysOf(
  selector: string,
): { focused: boolean; choice: boolean; field: boolean; length: number } | null {
  const element = document.querySelector(selector);
  if (!element) return null;
  const { type, value } = element as HTMLInputElement;
  return {
    focused: document.activeElement === element,
    choice: type === 'radio' || type === 'checkbox',
    field: element.matches('input, textarea, select'),
    length: typeof value === 'string' ? value.length : 0,
  };
}

/** Puts text into the focused field as a password manager or the browser's memory does. */
export function autofill(values: Readonly<Record<string, string>>): void {
  for (const [selector, value] of Object.entries(values)) {
    const field = document.querySelector(selector) as HTMLInputElement;
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!;
    set.call(field, value);
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }
}
