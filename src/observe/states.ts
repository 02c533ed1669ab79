import { hash } from '../core/hash.js';
import { putNewest } from '../core/newest.js';
import { randomId } from '../core/random-id.js';
import type { ControlState } from './controls.js';
import { attr, parentOf, tag } from './dom.js';

const SAID = ['aria-pressed', 'aria-expanded', 'aria-checked', 'aria-selected'];
/** Controls, and states of one, that are told apart; whoever has seen more has not come back to where they were. */
const MAX_CONTROLS = 50;
const MAX_STATES = 50;

/** What a control and those around it, but `left`, looked like to a customer; `''` for what has no states. */
export function stateAround(el: Element, around: ControlState, left: (control: Element) => boolean): string {
  const said = SAID.map((name) => attr(el, name));
  const details = tag(el) === 'summary' ? parentOf(el) : null;
  if (details) said.push(String(attr(details as Element, 'open') !== null));
  const states = [...around].flatMap(([control, state]) => (left(control) ? [] : state));
  return said.some((one) => one !== null) || states.length > 0 ? [...said, ...states].join('|') : '';
}

/** Numbers the states of each control in the order in which they were first seen. Of the states only hashes are kept, salted and in memory. */
export function createStates(): (name: string, state: string) => number | undefined {
  const seen = new Map<string, number[]>();
  const salt = randomId();
  return (name, state) => {
    if (!state) return undefined;
    const states = seen.get(name) ?? [];
    // The one that was pressed longest ago is forgotten first.
    putNewest(seen, name, states, MAX_CONTROLS);
    const mark = hash(`${salt} ${state}`);
    const known = states.indexOf(mark);
    if (known >= 0 || states.length >= MAX_STATES) return known >= 0 ? known : MAX_STATES;
    return states.push(mark) - 1;
  };
}
