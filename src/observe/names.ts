import { type Dom, MAX_DEPTH } from './dom.js';
import { isHandMade, MAX_NAME } from './hand-made.js';

/**
 * Stable names of controls, fields and regions: made of the names a developer gave and of structure, never of text, and
 * the same after a framework has replaced the node.
 */
export interface Names {
  /** `pay`, `card-form/button2`, `page/link4`. */
  key(el: Element): string;
  /** The nearest form, dialog, landmark or part named for Antes. */
  region(el: Element): string;
  /** A form field; all radios of a group are one. */
  field(el: Element): string;
  /** The form around a field, or its region. */
  form(el: Element): string;
  role(el: Element): string;
}

const ROLES: Record<string, string> = {
  a: 'link',
  button: 'button',
  summary: 'summary',
  textarea: 'textbox',
  select: 'combobox',
  option: 'option',
  form: 'form',
  dialog: 'dialog',
  main: 'main',
  nav: 'navigation',
  aside: 'complementary',
  header: 'banner',
  footer: 'contentinfo',
  section: 'region',
  img: 'img',
  canvas: 'canvas',
  video: 'video',
  audio: 'audio',
  iframe: 'iframe',
  label: 'label',
};
const INPUT_ROLES: Record<string, string> = {
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
  'form,dialog,main,nav,aside,header,footer,section[aria-label],section[aria-labelledby],[data-antes-anchor],[data-antes-step],' +
  '[role=dialog],[role=alertdialog],[role=form],[role=search],[role=main],[role=navigation],[role=complementary],[role=region]';

/** Siblings are counted this far; beyond, the place in the page is no identity anyway. */
const MAX_ORDINAL = 200;

export function createNames(dom: Dom): Names {
  const given = (el: Element): string | null =>
    dom.attr(el, 'data-antes-key') ?? dom.attr(el, 'data-antes-anchor');
  /** A given or hand-made name; `id` first where several elements share a `name`. */
  const named = (el: Element): string | null => {
    const own = given(el);
    if (own) return own.slice(0, MAX_NAME);
    const shared =
      dom.attr(el, 'type') === 'radio' || dom.attr(el, 'type') === 'checkbox' || dom.tag(el) === 'button';
    for (const name of shared ? ['id', 'name'] : ['name', 'id']) {
      const value = dom.attr(el, name);
      if (isHandMade(value))
        return shared && name === 'name' ? `${value}${ordinal(el, `[name="${value}"]`)}` : value;
    }
    return null;
  };
  const role = (el: Element): string => {
    const explicit = /^\s*([a-z]+)/.exec(dom.attr(el, 'role') ?? '')?.[1];
    if (explicit) return explicit;
    const tag = dom.tag(el);
    if (tag === 'input') return INPUT_ROLES[(dom.attr(el, 'type') ?? 'text').toLowerCase()] ?? 'textbox';
    return ROLES[tag] ?? 'generic';
  };
  const holder = (el: Element): Element | null => {
    let node = dom.up(el);
    for (let i = 0; node && i < MAX_DEPTH; i++, node = dom.up(node)) {
      if (
        dom.isElement(node) &&
        (given(node) || dom.matches(node, REGION) || isHandMade(dom.attr(node, 'id')))
      )
        return node;
    }
    return null;
  };
  /** The place among its like below the nearest named ancestor; nothing for the first. */
  const ordinal = (el: Element, like?: string): string => {
    const root = dom.root(el);
    const top = holder(el) ?? dom.html;
    const scope = top && root === dom.document ? top : null;
    const explicit = dom.attr(el, 'role');
    const all = scope
      ? dom.byTag(scope, dom.tag(el), MAX_ORDINAL)
      : dom.findAll(root as ParentNode, dom.tag(el), MAX_ORDINAL);
    let place = 0;
    for (const other of all) {
      if (like ? dom.matches(other, like) : dom.attr(other, 'role') === explicit) place++;
      if (other === el) return String(place);
    }
    return 'n';
  };
  const place = (el: Element): string => {
    const kind = role(el);
    return (
      (kind === 'generic' || (dom.attr(el, 'role') && dom.tag(el) !== kind) ? `${dom.tag(el)}-` : '') +
      kind +
      ordinal(el)
    );
  };
  const label = (el: Element): string => {
    const step = dom.attr(el, 'data-antes-step');
    return named(el) ?? (step ? step.slice(0, MAX_NAME) : place(el));
  };
  const around = (el: Element): Element | null => {
    let node: Node | null = dom.up(el);
    for (let i = 0; node && i < MAX_DEPTH; i++, node = dom.up(node)) {
      if (dom.isElement(node) && dom.matches(node, REGION)) return node;
    }
    return null;
  };
  const region = (el: Element): string => {
    const found = around(el);
    return found ? label(found) : 'page';
  };
  const key = (el: Element): string => {
    const own = named(el);
    if (own) return own;
    const top = holder(el);
    return `${top ? label(top) : 'page'}/${place(el)}`;
  };
  return {
    key,
    region,
    role,
    field(el) {
      const name = given(el) ?? [dom.attr(el, 'name'), dom.attr(el, 'id')].find(isHandMade);
      return name ?? key(el);
    },
    form(el) {
      const form = dom.closest(el, 'form');
      return form ? label(form) : region(el);
    },
  };
}
