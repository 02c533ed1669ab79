import { attr, closest, findAll, matches, parentOf } from './dom.js';
import { kind } from './names.js';

/**
 * The state of the controls around a press, to see whether the press was answered by a property alone (a stepper that sets
 * a number). Only of controls that hold no text, never of secrets, and kept no longer than the press is open.
 */
export type ControlState = Map<Element, string>;

const CONTROLS =
  ':is(input,select,textarea):not([type=password],[autocomplete*=cc-],[autocomplete*=one-time-code],[autocomplete*=-password])';
/** Controls compared around one press. */
const MAX_CONTROLS = 24;
const AROUND = 'fieldset,li,tr,dialog,[role=group],[role=dialog],[role=radiogroup],form';

/** Whether a text field is empty, as far as that shows without looking at what is in it. */
export function isEmpty(el: Element): boolean | undefined {
  if (attr(el, 'placeholder')) return matches(el, ':placeholder-shown');
  return (el as HTMLInputElement).required ? (el as HTMLInputElement).validity.valueMissing : undefined;
}

function stateOf(el: Element): string {
  const { checked, indeterminate, validity } = el as HTMLInputElement;
  const number = /slider|spinbutton|date/.test(kind(el)) && (el as HTMLInputElement).valueAsNumber;
  const { selectedIndex } = el as HTMLSelectElement;
  return [checked, indeterminate, selectedIndex, number, isEmpty(el), validity.valid].join();
}

export function controlsAround(el: Element): ControlState {
  const around = closest(el, AROUND) ?? (parentOf(el) as Element | null) ?? el;
  return new Map(findAll(around, CONTROLS, MAX_CONTROLS).map((control) => [control, stateOf(control)]));
}

export const changed = (states: ControlState): boolean =>
  [...states].some(([control, state]) => stateOf(control) !== state);
