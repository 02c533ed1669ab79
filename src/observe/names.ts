import { attr, closest, findAll, matches, outwards, rootOf, tag } from './dom.js';
import { isHandMade, MAX_NAME } from './hand-made.js';

/**
 * Stable names of controls, fields and regions: made of the names a developer gave and of structure, never of text, and
 * the same after a framework has replaced the node.
 */

/** What an element is by its tag alone. */
const KINDS: Readonly<Record<string, string>> = {
  a: 'link',
  button: 'button',
  summary: 'summary',
  textarea: 'textbox',
  select: 'combobox',
  option: 'option',
  img: 'img',
};
/** What an `input` is by its type. */
const INPUT_KINDS: Readonly<Record<string, string>> = {
  button: 'button',
  submit: 'button',
  reset: 'button',
  image: 'button',
  checkbox: 'checkbox',
  radio: 'radio',
  range: 'slider',
  number: 'spinbutton',
  search: 'searchbox',
  file: 'file',
  color: 'color',
  date: 'date',
  time: 'date',
  month: 'date',
  week: 'date',
  'datetime-local': 'date',
};
const REGION =
  'iframe,form,dialog,main,nav,aside,header,footer,section:is([aria-label],[aria-labelledby]),[data-antes-anchor],[data-antes-step],' +
  '[role=dialog],[role=alertdialog],[role=form],[role=search],[role=main],[role=navigation],[role=complementary],[role=region]';

/** Siblings are counted this far; beyond, the place in the page is no identity anyway. */
const MAX_ORDINAL = 200;

/** What the browser makes of an element, whatever `role` says. */
export function kind(el: Element): string {
  const name = tag(el);
  if (name === 'input') return INPUT_KINDS[(el as HTMLInputElement).type] ?? 'textbox';
  return KINDS[name] ?? 'generic';
}
const explicitRole = (el: Element) => /^\s*([a-z]+)/.exec(attr(el, 'role') ?? '')?.[1];
export const role = (el: Element): string => explicitRole(el) ?? kind(el);

/** The nearest form, dialog, landmark or part named for Antes. */
export function region(el: Element): string {
  const found = around(el).find((outer) => matches(outer, REGION));
  return found ? label(found) : 'page';
}
/** `pay`, `card-form/button2`, `page/link4`. */
export function key(el: Element): string {
  const outer = holder(el);
  return named(el) ?? `${outer ? label(outer) : 'page'}/${placed(el)}`;
}
/** A form field; all radios of a group are one. */
export const field = (el: Element): string =>
  given(el) ?? [attr(el, 'name'), attr(el, 'id')].find(isHandMade) ?? key(el);
/** The form around a field, or its region. */
export function form(el: Element): string {
  const found = closest(el, 'form');
  return found ? label(found) : region(el);
}

const around = (el: Element) => outwards(el).slice(1);
const given = (el: Element) =>
  (attr(el, 'data-antes-key') ?? attr(el, 'data-antes-anchor') ?? attr(el, 'data-antes-step'))?.slice(
    0,
    MAX_NAME,
  );
const label = (el: Element) => named(el) ?? placed(el);

/** A given or hand-made name. Boxes and buttons may share theirs. */
function named(el: Element): string | undefined {
  const own = given(el) ?? [attr(el, 'id')].find(isHandMade);
  const name = attr(el, 'name');
  if (own || !isHandMade(name)) return own;
  return /button|radio|checkbox/.test(kind(el)) ? name + ordinal(el, `[name="${name}"]`) : name;
}
const holder = (el: Element) =>
  around(el).find((outer) => given(outer) || isHandMade(attr(outer, 'id')) || matches(outer, REGION));
/** The place among its like below the nearest named ancestor. */
function ordinal(el: Element, like: string): number {
  const root = rootOf(el);
  const outer = holder(el);
  const scope = outer && rootOf(outer) === root ? outer : root;
  return findAll(scope, CSS.escape(tag(el)) + like, MAX_ORDINAL).indexOf(el) + 1;
}
function placed(el: Element): string {
  const said = explicitRole(el);
  if (said) return `${tag(el)}-${said}${ordinal(el, `[role^=${said}]`)}`;
  return (kind(el) === 'generic' ? tag(el) : kind(el)) + ordinal(el, ':not([role])');
}
