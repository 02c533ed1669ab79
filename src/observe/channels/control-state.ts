import type { Dom } from '../dom.js';

/**
 * The state of the controls around a press, to see whether the press was answered by a property alone (a stepper that sets
 * a number). Only of controls that hold no text, never of secrets, and kept no longer than the press is open.
 */
export type ControlState = Map<Element, string>;

/** Controls compared around one press. */
const MAX_CONTROLS = 24;
const AROUND = 'fieldset,li,tr,dialog,[role=group],[role=dialog],[role=radiogroup],form';
const SECRET = /(?:^|\s)(?:cc-|one-time-code|(?:current|new)-password)/;
const NUMBERS = /^(?:range|number|date|time|month|week|datetime-local)$/;

export function isSecret(dom: Dom, el: Element): boolean {
  return dom.attr(el, 'type') === 'password' || SECRET.test(dom.attr(el, 'autocomplete') ?? '');
}

/** Whether a text field is empty, as far as that shows without looking at what is in it. */
export function isEmpty(dom: Dom, el: Element): boolean | undefined {
  if (dom.attr(el, 'placeholder')) return dom.matches(el, ':placeholder-shown');
  if ((el as HTMLInputElement).required) return (el as HTMLInputElement).validity?.valueMissing;
  return undefined;
}

function stateOf(dom: Dom, el: Element): string {
  if (isSecret(dom, el)) return '';
  const tag = dom.tag(el);
  if (tag === 'select') return String((el as HTMLSelectElement).selectedIndex);
  const input = el as HTMLInputElement;
  const type = (dom.attr(el, 'type') ?? '').toLowerCase();
  if (type === 'checkbox' || type === 'radio') return `${input.checked} ${input.indeterminate}`;
  if (NUMBERS.test(type)) return String(input.valueAsNumber);
  return `${isEmpty(dom, el)} ${input.validity?.valid}`;
}

export function controlState(dom: Dom, el: Element): ControlState {
  const states: ControlState = new Map();
  let around: Element | null = dom.closest(el, AROUND);
  if (!around) {
    const parent = dom.up(el);
    if (dom.isElement(parent) && parent !== dom.body && parent !== dom.html) around = parent;
  }
  const add = (control: Element) => {
    if (states.size < MAX_CONTROLS) states.set(control, stateOf(dom, control));
  };
  for (const tag of ['input', 'select', 'textarea']) {
    if (dom.tag(el) === tag) add(el);
    if (around) for (const control of dom.byTag(around, tag, MAX_CONTROLS)) add(control);
  }
  return states;
}

export function changed(dom: Dom, states: ControlState): boolean {
  for (const [control, state] of states) if (stateOf(dom, control) !== state) return true;
  return false;
}
