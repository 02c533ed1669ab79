import type { Context } from './context.js';
import { elementsOf, matches } from './dom.js';
import { kind } from './names.js';

/** The browser has filled it in; `undefined` where the browser does not tell. */
export const isFilled = (el: Element): boolean | undefined =>
  CSS.supports('selector(:autofill)') ? matches(el, ':autofill') : undefined;

/**
 * Whether what is in a field is the customer's own: a date, or a number that was typed, not stepped to. Such states are
 * compared at a press, as docs/privacy.md says, but of what they were not even a hash is kept.
 */
export function watchTyped({ on }: Pick<Context, 'on'>): (el: Element) => boolean {
  const typed = new WeakSet<Element>();
  on<InputEvent>('input', (event) => {
    const [el] = elementsOf(event);
    if (!el || kind(el) !== 'spinbutton') return;
    // Firefox calls a step a replacement, others do not name it.
    const isStep = !event.inputType || event.inputType === 'insertReplacementText';
    if (!isStep || isFilled(el)) typed.add(el);
  });
  return (el) => kind(el) === 'date' || typed.has(el);
}
