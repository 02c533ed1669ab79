import { hash } from '../core/hash.js';
import { SECRET } from './controls.js';
import { attr, closest, findAll, matches, rootOf } from './dom.js';
import { kind } from './names.js';

/** More fields or states than this are not told apart; the oldest field is let go. */
const MAX_FIELDS = 60;
const MAX_STATES = 40;

/**
 * Numbers the states of a choice in the order in which they are first seen, so that a return to a former one can be
 * noticed. Of the state itself no more than a hash stays, in memory only (docs/privacy.md).
 */
export function createStates(): (name: string, state: string) => number | undefined {
  const seen = new Map<string, number[]>();
  return (name, state) => {
    const states = seen.get(name) ?? [];
    const one = hash(state);
    const at = states.indexOf(one);
    if (at >= 0) return at;
    if (states.length >= MAX_STATES) return undefined;
    const [oldest] = seen.keys();
    if (states.length === 0 && seen.size >= MAX_FIELDS) seen.delete(oldest!);
    seen.set(name, states);
    return states.push(one) - 1;
  };
}

/** The state of a native choice or number; `undefined` for text, secrets, and what has no state. */
export function stateOf(el: Element): string | undefined {
  if (matches(el, SECRET)) return undefined;
  const what = kind(el);
  // Radios and boxes of one name are one choice.
  if (/radio|checkbox/.test(what))
    return groupOf(el)
      .map((one) => (one as HTMLInputElement).checked)
      .join();
  if (what === 'combobox') return String((el as HTMLSelectElement).selectedIndex);
  return /slider|spinbutton/.test(what) ? String((el as HTMLInputElement).valueAsNumber) : undefined;
}

function groupOf(el: Element): Element[] {
  const name = attr(el, 'name');
  const around = closest(el, 'form') ?? rootOf(el);
  return name ? findAll(around, `input[type=${kind(el)}][name="${CSS.escape(name)}"]`) : [el];
}
