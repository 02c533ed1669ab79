import type { ErrorSource } from '../core/records.js';
import { hash } from '../core/hash.js';
import { ERROR_CLASS as CLASS, FIELDS, MARKED_WRONG as ARIA } from '../core/markup.js';
import { attr, contains, find, findAll, matches, nextOf, outwards, rootOf, textIn } from './dom.js';
import { kind } from './names.js';
import { isVisible } from './shown.js';
import { saysRequired, tone } from './tone.js';

/**
 * How pages mark a field as wrong. Every stack does it differently (aria-invalid in half of them, classes, linked texts,
 * a text beside the field, a summary at the top), so the marks are fused.
 */
const ALERT = '[role=alert]';
const SUMMARY_LINK = ':is([role=alert],[class*=error i],[tabindex="-1"]) a[href^="#"]';
const MAX_FIELDS = 80;

/** A message has a word in it; the asterisk of a required field has none. */
const WORD = /\p{L}{2}/u;
const SIGN = /^\W?[*＊∗✱]/;
const MAX_MESSAGE = 500;
/** A message stands at most this many elements away from its field. */
const MAX_NEAR = 3;
/** Where fields have no wrappers of their own, their messages are among the next elements. */
const MAX_BEHIND = 3;

export interface Mark {
  readonly source: ErrorSource;
  /** Hash of the message, in memory only; 0 without one. */
  readonly text: number;
}

/** What is said about fields, and by which elements. */
export interface Marks {
  readonly fields: Map<Element, Mark>;
  readonly said: Set<Element>;
}

/** What most pages, most of the time, have none of. */
export const ANY_MARK: string = `${ARIA},${CLASS},${ALERT}`;

/** All fields that are marked as wrong now; `shown`: texts that look like bad news, see shown.ts. */
export function markedFields(
  inPage: (selector: string, limit?: number) => Element[],
  shown: ReadonlySet<Element>,
  mayBe: () => boolean,
): Marks {
  const marks: Marks = { fields: new Map(), said: new Set() };
  if (shown.size === 0 && !mayBe()) return marks;
  const fields = inPage(FIELDS, MAX_FIELDS);
  fields.forEach((field, i) => {
    const mark = markOf(field, [neighbour(fields, i, -1), neighbour(fields, i, 1)], shown, marks.said);
    if (mark) marks.fields.set(field, mark);
  });
  for (const link of inPage(SUMMARY_LINK)) {
    const field = byId(link, attr(link, 'href')!.slice(1));
    if (field && matches(field, FIELDS) && !marks.fields.has(field))
      marks.fields.set(field, { source: 'summary', text: 0 });
  }
  return marks;
}

function markOf(
  field: Element,
  neighbours: (Element | undefined)[],
  shown: ReadonlySet<Element>,
  said: Set<Element>,
): Mark | undefined {
  const hashOf = (messages: Element[]) => {
    for (const el of messages) {
      const text = matches(el, FIELDS) || saysRequired(el) || tone(el) === 'good' ? 0 : textOf(el);
      if (!text) continue;
      said.add(el);
      return text;
    }
    return 0;
  };
  const linked = ['aria-errormessage', 'aria-describedby']
    .flatMap((name) => attr(field, name)?.split(/\s+/) ?? [])
    .flatMap((id) => byId(field, id) ?? []);
  const isSaid = (el: Element) => matches(el, `${CLASS},${ALERT}`) || shown.has(el);
  const linkedText = hashOf(
    linked.filter((el) => isSaid(el) || attr(el, 'id') === attr(field, 'aria-errormessage')),
  );
  const around = wrapperOf(field, neighbours);
  const inside = around ? findAll(around, '*') : [];
  const open = !around || matches(around, 'label');
  const near = [...inside, ...(open ? behind(around ?? field) : [])].filter(isSaid);
  const text = linkedText || hashOf(near);
  if (matches(field, ARIA)) return { source: 'aria', text };
  if (linkedText) return { source: 'linked', text };
  if (matches(field, CLASS)) return { source: 'class', text };
  return text ? { source: 'text', text } : undefined;
}

/** The elements that follow a field, up to the next field or label. */
function behind(field: Element): Element[] {
  const found: Element[] = [];
  let next = nextOf(field);
  const isNext = (el: Element) => matches(el, `${FIELDS},label:not(${CLASS}),button`) || find(el, FIELDS);
  while (next && found.length < MAX_BEHIND && !isNext(next)) {
    found.push(next, ...findAll(next, '*', MAX_BEHIND));
    next = nextOf(next);
  }
  return found;
}

const byId = (near: Element, id: string) => (id ? find(rootOf(near), `#${CSS.escape(id)}`) : undefined);

/** Only ever of elements that the page itself marks as an error, or gives the look of one; see docs/privacy.md. */
export function textOf(el: Element): number {
  const text = isVisible(el) ? textIn(el).slice(0, MAX_MESSAGE).trim() : '';
  // The sign of a required field may say so to those who cannot see it.
  if (
    SIGN.test(text) &&
    outwards(el)
      .slice(1)
      .some((outer) => matches(outer, 'label,legend'))
  )
    return 0;
  return WORD.test(text) ? hash(text.replace(/\d+/g, '#')) : 0;
}

/** The next field on one side that is not of the same group of boxes. */
function neighbour(fields: readonly Element[], i: number, step: number): Element | undefined {
  const field = fields[i]!;
  const isSame = (other: Element) =>
    contains(field, other) ||
    contains(other, field) ||
    (/radio|checkbox/.test(kind(other)) && attr(other, 'name') === attr(field, 'name'));
  let at = i + step;
  while (fields[at] && isSame(fields[at]!)) at += step;
  return fields[at];
}
/** The farthest element around a field that holds none of its neighbours. */
function wrapperOf(field: Element, neighbours: (Element | undefined)[]): Element | undefined {
  const near = outwards(field).slice(1, MAX_NEAR + 1);
  const end = near.findIndex(
    (outer) => matches(outer, 'form') || neighbours.some((other) => other && contains(outer, other)),
  );
  return end < 0 ? near.at(-1) : near[end - 1];
}
