import type { Context } from './context.js';
import { attr, closest, find, findAll, isElement, matches, rootOf } from './dom.js';
import { field, form } from './names.js';
import { createStates } from './states.js';

const ITEM = ':is([role=radio],[role=checkbox],[role=switch],[role=option]):not(input,option)';
const GROUP = '[role=radiogroup],[role=listbox]';
const STATE = /^aria-(?:checked|selected)$/;
/** A choice that changes this soon after a press or key was made by the customer; pages may set others along with it. */
const OWN_MS = 500;

/** Choices that pages build themselves: known by `aria-checked` and `aria-selected`. */
export function startChoices({ hear, ignored, now, tell }: Context): void {
  const states = createStates();
  let actedAt = -Infinity;
  hear('record', ({ type, at }) => {
    if (type === 'press' || type === 'key') actedAt = at;
  });
  hear('mutated', (batch) => {
    if (now() - actedAt > OWN_MS) return;
    const before = new Map<Element, string | null>();
    const groups = new Set<Element>();
    for (const { attributeName, target, oldValue } of batch) {
      if (!attributeName || !STATE.test(attributeName) || !isElement(target)) continue;
      if (!matches(target, ITEM) || before.has(target) || ignored(target)) continue;
      before.set(target, oldValue);
      groups.add(closest(target, GROUP) ?? target);
    }
    for (const group of groups) {
      if (isSuggestions(group)) continue;
      const items = matches(group, ITEM) ? [group] : findAll(group, ITEM);
      const is = items.map((el) => attr(el, 'aria-checked') ?? attr(el, 'aria-selected'));
      const was = items.map((el, i) => before.get(el) ?? (before.has(el) ? null : is[i]));
      if (is.join() === was.join()) continue;
      const about = { field: field(group), form: form(group) };
      const name = `${about.form} ${about.field}`;
      states(name, was.join());
      tell({ type: 'field', what: 'change', kind: 'choice', ...about, state: states(name, is.join()) });
    }
  });
}

/** In the list under a text box the selected option is the one that the arrow keys are at; nothing is chosen yet. */
function isSuggestions(group: Element): boolean {
  const id = CSS.escape(attr(group, 'id') ?? '');
  const box = `:is(input,[role=combobox]):is([aria-controls="${id}"],[aria-owns="${id}"])`;
  return id !== '' && !!find(rootOf(group), box);
}
