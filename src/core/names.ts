import { isHandMade, MAX_NAME } from './hand-made.js';

/**
 * Stable names of controls, fields and regions: made of the names a developer gave and of structure, never of text, and
 * the same after a framework has replaced the node. The same for a live page and for a recorded one.
 */

/** How elements are reached: in the page through its prototypes, in a recording through its light tree. */
export interface Elements<N> {
  tag(el: N): string;
  attr(el: N, name: string): string | null;
  /** The `type` of an input. */
  typeOf(el: N): string;
  matches(el: N, selector: string): boolean;
  closest(el: N, selector: string): N | null;
  /** The element and those around it, out of shadow roots by their hosts. */
  outwards(el: N): N[];
  /** Elements of the same tag that match, in the order of the document: below `outer` where it is in the same root. */
  alike(el: N, outer: N | undefined, like: string, limit: number): readonly N[];
  /** The same, but what was found for an element is not looked for again as long as nothing can have changed. */
  keep?<T>(find: (el: N) => T): (el: N) => T;
}

export interface Names<N> {
  kind(el: N): string;
  role(el: N): string;
  region(el: N): string;
  key(el: N): string;
  field(el: N): string;
  form(el: N): string;
}

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
/** A page may call an element, or the type of a field, `constructor`. */
const ownIn = (table: Readonly<Record<string, string>>, name: string): string | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

const REGION =
  'iframe,form,dialog,main,nav,aside,header,footer,section:is([aria-label],[aria-labelledby]),[data-antes-anchor],[data-antes-step],' +
  '[role=dialog],[role=alertdialog],[role=form],[role=search],[role=main],[role=navigation],[role=complementary],[role=region]';

/** What may have a name that others are counted in; most elements are none of these. */
const MAY_HOLD = `[id],[data-antes-key],[data-antes-anchor],[data-antes-step],${REGION}`;

/** Most elements; the others are counted by their role. */
export const WITHOUT_ROLE = ':not([role])';

/** Siblings are counted this far; beyond, the place in the page is no identity anyway. */
const MAX_ORDINAL = 200;

export function namesIn<N>(elements: Elements<N>): Names<N> {
  const { alike, attr, closest, matches, outwards, tag, typeOf, keep = (find) => find } = elements;
  /** What the browser makes of an element, whatever `role` says. */
  function kind(el: N): string {
    const name = tag(el);
    if (name === 'input') return ownIn(INPUT_KINDS, typeOf(el)) ?? 'textbox';
    return ownIn(KINDS, name) ?? 'generic';
  }
  const explicitRole = (el: N) => /^\s*([a-z]+)/.exec(attr(el, 'role') ?? '')?.[1];
  const role = (el: N): string => explicitRole(el) ?? kind(el);

  /** The nearest form, dialog, landmark or part named for Antes. */
  function region(el: N): string {
    const found = around(el).find((outer) => matches(outer, REGION));
    return found ? label(found) : 'page';
  }
  /** `pay`, `card-form/button2`, `page/link4`. */
  const key = keep((el: N): string => {
    const name = named(el);
    if (name) return name;
    const outer = holder(el);
    return `${outer ? label(outer) : 'page'}/${placed(el, outer)}`;
  });
  /** A form field; all radios of a group are one. */
  const field = (el: N): string => given(el) ?? [attr(el, 'name')].find(isHandMade) ?? key(el);
  /** The form around a field, or its region. */
  function form(el: N): string {
    const found = closest(el, 'form');
    return found ? label(found) : region(el);
  }

  const around = (el: N) => outwards(el).slice(1);
  const given = (el: N) =>
    (attr(el, 'data-antes-key') ?? attr(el, 'data-antes-anchor') ?? attr(el, 'data-antes-step'))?.slice(
      0,
      MAX_NAME,
    );
  const label = keep((el: N): string => named(el) ?? placed(el));

  /** A given or hand-made name. Boxes and buttons may share theirs. */
  function named(el: N): string | undefined {
    const own = given(el) ?? [attr(el, 'id')].find(isHandMade);
    const name = attr(el, 'name');
    if (own || !isHandMade(name)) return own;
    return /button|radio|checkbox/.test(kind(el)) ? name + ordinal(el, `[name="${name}"]`) : name;
  }
  const holder = keep((el: N) =>
    around(el).find(
      (outer) =>
        matches(outer, MAY_HOLD) && (given(outer) || isHandMade(attr(outer, 'id')) || matches(outer, REGION)),
    ),
  );
  /** The place among its like below the nearest named ancestor. */
  const ordinal = (el: N, like: string, outer = holder(el)): number =>
    alike(el, outer, like, MAX_ORDINAL).indexOf(el) + 1;
  function placed(el: N, outer?: N): string {
    const said = explicitRole(el);
    if (said) return `${tag(el)}-${said}${ordinal(el, `[role^=${said}]`, outer)}`;
    return (kind(el) === 'generic' ? tag(el) : kind(el)) + ordinal(el, WITHOUT_ROLE, outer);
  }
  return { kind, role, region, key, field, form };
}
