import { isHandMade } from '../../core/hand-made.js';
import { sanitisePath } from '../../core/path.js';
import { attr, isShown, parentOf, tag } from '../../observe/dom.js';
import { findAnchor, openShadowRoots } from '../../ui/inline/anchor.js';
import { findIn } from './roots.js';

export type Stability = 'made for it' | 'stable' | 'likely' | 'fragile';

/** One way to find an element again. */
export interface Proposal {
  /** As it is written in a configuration: a name, or a selector. */
  readonly anchor: string;
  /** The same, always as a selector. */
  readonly selector: string;
  readonly stability: Stability;
  /** One sentence. */
  readonly why: string;
  /** How many elements it finds on this page, and how many of them are visible. */
  readonly matches: number;
  readonly visible: number;
}

type Candidate = Pick<Proposal, 'selector' | 'stability' | 'why'> & { readonly anchor?: string };

const RANK: readonly Stability[] = ['made for it', 'stable', 'likely', 'fragile'];
const FOR_TESTS = ['data-testid', 'data-test-id', 'data-test', 'data-qa', 'data-cy'];
const FIELDS = /^(?:input|select|textarea)$/;
const LANDMARKS = /^(?:main|h1)$/;
const MAX_PROPOSALS = 8;
/** Beyond this, a path says more about the page of today than about the element. */
const MAX_PATH = 6;

const quoted = (value: string): string => `"${value.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\a ')}"`;
const by = (name: string, value: string): string => `[${name}=${quoted(value)}]`;

/** What names the element by itself. */
function* ownNames(el: Element): Iterable<Candidate> {
  const name = tag(el);
  const given = (attribute: string): string | null => attr(el, attribute) || null;
  const anchor = given('data-antes-anchor');
  if (anchor)
    yield {
      anchor,
      selector: by('data-antes-anchor', anchor),
      stability: 'made for it',
      why: 'The page names it for Antes.',
    };
  const key = given('data-antes-key');
  if (key)
    yield {
      selector: by('data-antes-key', key),
      stability: 'made for it',
      why: 'The page names it for Antes, and keeps the name when it is drawn anew.',
    };
  for (const attribute of FOR_TESTS) {
    const value = given(attribute);
    if (value)
      yield {
        selector: by(attribute, value),
        stability: 'stable',
        why: 'Tests of the page go by it, so whoever changes it will notice.',
      };
  }
  const id = given('id');
  if (id)
    yield isHandMade(id)
      ? { selector: `#${CSS.escape(id)}`, stability: 'stable', why: 'A person gave it this id.' }
      : {
          selector: `#${CSS.escape(id)}`,
          stability: 'fragile',
          why: 'The id looks as if a program had made it: it may be another one tomorrow.',
        };
  const field = given('name');
  if (field && (FIELDS.test(name) || name === 'button' || name === 'form'))
    yield isHandMade(field)
      ? { selector: name + by('name', field), stability: 'stable', why: 'The server reads this name.' }
      : {
          selector: name + by('name', field),
          stability: 'fragile',
          why: 'The name looks as if a program had made it.',
        };
  const fills = given('autocomplete');
  if (fills && FIELDS.test(name) && !/^(?:on|off)$/.test(fills))
    yield {
      selector: name + by('autocomplete', fills),
      stability: 'likely',
      why: 'Browsers fill it in by this word, which seldom changes.',
    };
  const href = given('href');
  if (href && name === 'a' && /^[/#][^?#]*$/.test(href) && sanitisePath(href, new Set()) === href)
    yield {
      selector: `a${by('href', href)}`,
      stability: 'likely',
      why: 'It leads to this page of the site.',
    };
  const action = given('action');
  if (action && name === 'form')
    yield {
      selector: `form${by('action', action)}`,
      stability: 'likely',
      why: 'It is sent to this address.',
    };
  const role = given('role');
  if (role) yield { selector: by('role', role), stability: 'likely', why: 'It has this role on the page.' };
  if (given('type') === 'submit')
    yield { selector: `${name}[type="submit"]`, stability: 'likely', why: 'It sends its form.' };
  if (LANDMARKS.test(name))
    yield { selector: name, stability: 'likely', why: 'A page should have one of these.' };
  const label = given('aria-label');
  if (label)
    yield {
      selector: name + by('aria-label', label),
      stability: 'fragile',
      why: 'A text that people hear: it is another one in another language.',
    };
  for (const one of el.classList)
    if (isHandMade(one))
      yield {
        selector: `${name}.${CSS.escape(one)}`,
        stability: 'fragile',
        why: 'Classes are made for how things look, and change with it.',
      };
}

const only = (root: ParentNode, selector: string): Element | undefined => {
  const found = findIn(root, selector);
  return found.length === 1 ? found[0] : undefined;
};

/** The place of an element among its siblings. */
function placeOf(el: Element): string {
  const alike = [...(el.parentNode?.children ?? [])].filter((one) => tag(one) === tag(el));
  return alike.length > 1 ? `${tag(el)}:nth-of-type(${alike.indexOf(el) + 1})` : tag(el);
}

/** By way of the nearest element around it that has a name of its own. */
function* byWay(el: Element, root: ParentNode): Iterable<Candidate> {
  const path: string[] = [placeOf(el)];
  for (let outer = parentOf(el); outer instanceof Element; outer = parentOf(outer)) {
    const holder = [...ownNames(outer)]
      .filter(({ stability }) => stability !== 'fragile')
      .find(({ selector }) => only(root, selector));
    if (holder) {
      for (const own of ownNames(el))
        yield {
          ...own,
          selector: `${holder.selector} ${own.selector}`,
          stability: RANK[Math.max(RANK.indexOf(own.stability), RANK.indexOf(holder.stability))]!,
          why: `${own.why} It is the one inside of ${holder.selector}.`,
        };
      if (path.length <= MAX_PATH)
        yield {
          selector: `${holder.selector} > ${path.join(' > ')}`,
          stability: 'fragile',
          why: 'Its place in the page, counted from what has a name. It breaks when something is put before it.',
        };
      return;
    }
    path.unshift(placeOf(outer));
  }
  yield {
    selector: path.slice(-MAX_PATH).join(' > '),
    stability: 'fragile',
    why: 'Its place in the page: nothing around it has a name of its own.',
  };
}

/** Ways to find an element again, those first that last longest. */
export function propose(el: Element): readonly Proposal[] {
  const root = el.getRootNode() as ParentNode;
  const roots = [document, ...openShadowRoots(document)];
  const seen = new Set<string>();
  const all = [...ownNames(el), ...byWay(el, root)].flatMap(({ anchor, ...one }): Proposal[] => {
    if (seen.has(one.selector)) return [];
    seen.add(one.selector);
    // What means another element first leads there.
    if (findAnchor(anchor ?? one.selector) !== el) return [];
    const found = roots.flatMap((where) => findIn(where, one.selector));
    const visible = found.filter((other) => isShown(other, { visibilityProperty: true }));
    return [{ ...one, anchor: anchor ?? one.selector, matches: found.length, visible: visible.length }];
  });
  const unsure = ({ matches }: Proposal): number => (matches === 1 ? 0 : 1);
  return all
    .sort((a, b) => unsure(a) - unsure(b) || RANK.indexOf(a.stability) - RANK.indexOf(b.stability))
    .slice(0, MAX_PROPOSALS);
}
