import type { ErrorSource } from '../core/records.js';
import { hash } from '../core/hash.js';
import { ERROR_CLASS as CLASS, FIELDS, MARKED_WRONG as ARIA } from '../core/markup.js';
import { attr, contains, find, findAll, matches, outwards, rootOf } from './dom.js';
import { kind } from './names.js';

/**
 * How pages mark a field as wrong. Every stack does it differently (aria-invalid in half of them, classes, linked texts,
 * a text beside the field, a summary at the top), so the marks are fused.
 */
const SUMMARY_LINK = ':is([role=alert],[class*=error i]) a[href^="#"]';
const MAX_FIELDS = 80;

/** A message has a word in it; the asterisk of a required field has none. */
const WORD = /\p{L}{2}/u;
const MAX_MESSAGE = 500;
/** A message stands at most this many elements away from its field. */
const MAX_NEAR = 3;

export interface Mark {
  readonly source: ErrorSource;
  /** Hash of the message, in memory only; 0 without one. */
  readonly text: number;
}

/** All fields that are marked as wrong now. */
export function markedFields(inPage: (selector: string, limit?: number) => Element[]): Map<Element, Mark> {
  const found = new Map<Element, Mark>();
  // Most pages, most of the time, have nothing to look into.
  if (inPage(`${ARIA},${CLASS},[role=alert]`, 1).length === 0) return found;
  const fields = inPage(FIELDS, MAX_FIELDS);
  for (const [i, field] of fields.entries()) {
    const mark = markOf(field, [neighbour(fields, i, -1), neighbour(fields, i, 1)]);
    if (mark) found.set(field, mark);
  }
  for (const link of inPage(SUMMARY_LINK)) {
    const field = byId(link, attr(link, 'href')!.slice(1));
    if (field && matches(field, FIELDS) && !found.has(field))
      found.set(field, { source: 'summary', text: 0 });
  }
  return found;
}

function markOf(field: Element, neighbours: (Element | undefined)[]): Mark | undefined {
  const linked = ['aria-errormessage', 'aria-describedby']
    .flatMap((name) => attr(field, name)?.split(/\s+/) ?? [])
    .flatMap((id) => byId(field, id) ?? []);
  const said = textOf(linked.filter((el) => matches(el, `${CLASS},[role=alert]`)));
  const around = wrapperOf(field, neighbours);
  const text = said || textOf(around ? findAll(around, CLASS).filter((el) => !matches(el, FIELDS)) : []);
  if (matches(field, ARIA)) return { source: 'aria', text };
  if (said) return { source: 'linked', text };
  if (matches(field, CLASS)) return { source: 'class', text };
  return text ? { source: 'text', text } : undefined;
}

const byId = (near: Element, id: string) => (id ? find(rootOf(near), `#${CSS.escape(id)}`) : undefined);

/** Only ever of elements that the page itself marks as an error; see docs/privacy.md. */
function textOf(messages: Element[]): number {
  for (const el of messages) {
    const text = (el.checkVisibility?.() ?? true) ? (el.textContent ?? '').slice(0, MAX_MESSAGE).trim() : '';
    if (WORD.test(text)) return hash(text.replace(/\d+/g, '#'));
  }
  return 0;
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
