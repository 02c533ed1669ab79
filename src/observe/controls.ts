import { attr, closest, firstOf, matches, parentOf, rootOf, tag } from './dom.js';
import { kind } from './names.js';

/**
 * The state of the controls around a press, to see whether the press was answered by a property alone (a stepper that sets
 * a number). Only of controls that hold no text, never of secrets, and kept no longer than the press is open.
 */
export type ControlState = Map<Element, string>;

/** What is in these is never looked at, in whatever way. */
export const SECRET =
  '[type=password],[autocomplete*=cc-],[autocomplete*=one-time-code],[autocomplete*=-password]';
const CONTROLS = ['input', 'select', 'textarea'];
/** Of each kind, controls compared around one press, and in all of the page those that are ticked or chosen ("select all"). */
const MAX_CONTROLS = 24;
const MAX_CHOICES = 60;
const CHOICES = ['input', 'select'];
/** Fields that are looked at in search of these. */
const MAX_FIELDS = 1_000;
const AROUND = 'fieldset,li,tr,dialog,[role=group],[role=dialog],[role=radiogroup],form';

/** Whether a text field is empty, as far as that shows without looking at what is in it. */
export function isEmpty(el: Element): boolean | undefined {
  if (attr(el, 'placeholder')) return matches(el, ':placeholder-shown');
  return (el as HTMLInputElement).required ? (el as HTMLInputElement).validity.valueMissing : undefined;
}

export function stateOf(el: Element): string {
  const { checked, indeterminate, validity } = el as HTMLInputElement;
  const number = /slider|spinbutton|date/.test(kind(el)) && (el as HTMLInputElement).valueAsNumber;
  const { selectedIndex } = el as HTMLSelectElement;
  return [checked, indeterminate, selectedIndex, number, isEmpty(el), validity.valid].join();
}

export function controlsAround(el: Element): ControlState {
  const around = closest(el, AROUND) ?? (parentOf(el) as Element | null) ?? el;
  // A form has no form, but maybe a control of that name.
  const form = tag(el) === 'form' ? undefined : (el as HTMLButtonElement).form;
  const within = (outer: Element) => CONTROLS.flatMap((name) => firstOf(outer, name, MAX_CONTROLS, isOpen));
  const found = within(around);
  if (form && form !== around) found.push(...within(form));
  return new Map(found.map((control) => [control, stateOf(control)]));
}
/** And those that are ticked or chosen elsewhere. */
export function addChoices(states: ControlState, el: Element): void {
  for (const name of CHOICES)
    for (const one of firstOf(rootOf(el), name, MAX_CHOICES, isChoice, MAX_FIELDS))
      if (!states.has(one) && isOpen(one)) states.set(one, stateOf(one));
}
const isOpen = (el: Element) => !matches(el, SECRET);
const isChoice = (el: Element) => /checkbox|radio|combobox/.test(kind(el));

export const changed = (states: ControlState): boolean =>
  [...states].some(([control, state]) => stateOf(control) !== state);

/** The customer changes it, and with a radio the rest of its group. */
export function leaveOut(states: ControlState, field: Element): void {
  states.delete(field);
  const name = attr(field, 'name');
  for (const one of states.keys())
    if (name && attr(one, 'type') === 'radio' && attr(one, 'name') === name) states.delete(one);
}
