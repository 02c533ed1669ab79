import { SECRET } from './controls.js';
import { attr, closest, findAll, matches, rootOf } from './dom.js';
import { kind } from './names.js';

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
