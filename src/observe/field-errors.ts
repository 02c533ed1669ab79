import type { ErrorSource } from '../core/records.js';
import { hash } from '../core/hash.js';
import { putNewest } from '../core/newest.js';
import { type Context, SETTLE_MS, SETTLE_PAUSE } from './context.js';
import { connected, elementsOf, isLoading } from './dom.js';
import { ANY_MARK, type Mark, markedFields } from './error-marks.js';
import { createMessages } from './messages.js';
import { field as nameOf, form as formOf } from './names.js';
import { createShown } from './shown.js';

interface Known {
  /** Let go once it has left the page; what it said is still known if it comes back. */
  el: Element | undefined;
  readonly form: string;
  readonly field: string;
  readonly source: ErrorSource;
  /** Hash of the last message. */
  text: number;
  wrong: boolean;
  readonly at: number;
  /** Changed by the customer since. */
  edited?: boolean;
}

/** Fields that are remembered; those that were wrong longest ago are forgotten first. */
const MAX_KNOWN = 100;
/** A form that is refused again may leave its marks as they are: what is still wrong this long after a submit was refused. */
const REFUSED_MS = 400;

/** Fields that become wrong and right again: one record for each turn, however many marks tell of it. */
export function startFieldErrors(ctx: Context): void {
  const { findAll, findRare, hear, ignored, later, now, on, settleSoon, tell, window } = ctx;
  const findMarks = findRare(ANY_MARK);
  const shown = createShown(ctx);
  const messages = createMessages(ctx, shown);
  const known = new Map<string, Known>();
  /** The last time something was pressed or sent: the same error after it is a new one. */
  let askedAt = -Infinity;
  let touched = false;
  let sentAt = Infinity;

  /** Fields that the page has just called wrong, perhaps once more. */
  const called = new Set<unknown>();

  const idOf = (el: Element) => `${formOf(el)} ${nameOf(el)}`;
  const wrong = (el: Element, mark: Mark, atLoad?: true) => {
    const id = idOf(el);
    const before = known.get(id);
    const refused =
      before?.edited && (called.has(el) || (sentAt > before.at && now() - sentAt >= REFUSED_MS));
    const again =
      before && (refused || (askedAt > before.at && (mark.source === 'invalid' || before.el !== el)));
    if (before?.wrong && !again) {
      before.el = el;
      // A text that comes in a second step (the mark first, its message later).
      before.text ||= mark.text;
      return;
    }
    const [form, field] = [formOf(el), nameOf(el)];
    const { source, text } = mark;
    const same = (text !== 0 && before?.text === text) || undefined;
    const one = { el, form, field, source, text: text || (before?.text ?? 0), wrong: true, at: now() };
    putNewest(known, id, one, MAX_KNOWN);
    tell({ type: 'field-error', field, form, source, atLoad, same });
  };
  let lookedAt = -Infinity;
  /** How long that took: a page that sets marks all the time is not looked at all the time. */
  let took = 0;
  const look = (atLoad?: true) => {
    lookedAt = now();
    const marked = new Map<string, Element>();
    shown.look();
    const marks = markedFields(findAll, shown.texts, () => findMarks(1).length > 0);
    for (const [el, mark] of marks.fields) {
      // The first radio of a group stands for all.
      if (ignored(el) || marked.has(idOf(el))) continue;
      marked.set(idOf(el), el);
      wrong(el, mark, atLoad);
    }
    for (const [id, one] of known) {
      const { form, field, source } = one;
      if (marked.has(id)) continue;
      // A field that is gone was not put right.
      if (one.el && !connected(one.el)) one.el = undefined;
      const { el } = one;
      const invalid = el && source === 'invalid' && !((el as HTMLInputElement).validity?.valid ?? true);
      if (!one.wrong || invalid) continue;
      one.wrong = false;
      if (el) tell({ type: 'field-ok', field, form });
    }
    messages(marks, atLoad);
    called.clear();
    took = now() - lookedAt;
  };

  look(true);
  if (isLoading(window.document)) on('DOMContentLoaded', () => look(true));
  hear('record', ({ type, at }) => {
    touched ||= type === 'press' || type === 'key';
    if (type === 'press' || type === 'submit') askedAt = at;
    if (type !== 'submit') return;
    sentAt = at;
    later(REFUSED_MS, () => look());
  });
  // A quick correction and its next refusal are two turns: this mark is not waited for.
  hear('mutated', (batch) => {
    const marks = batch.filter(({ attributeName }) => attributeName === 'aria-invalid');
    for (const { target } of marks) called.add(target);
    if (marks.length > 0 && now() - lookedAt >= Math.max(SETTLE_MS, took * SETTLE_PAUSE)) look();
  });
  hear('settled', () => look());
  on('input change', (event) => {
    const [el] = elementsOf(event);
    const one = el && known.size > 0 ? known.get(idOf(el)) : undefined;
    if (one) one.edited = true;
    settleSoon();
  });
  on('invalid', (event) => {
    const [el] = elementsOf(event) as HTMLInputElement[];
    // Pages that ask `checkValidity()` as they load tell nothing of a customer.
    if (!el || !touched || ignored(el)) return;
    // A component of the page's that takes part in forms need not say it itself.
    const { validationMessage: said } = el;
    wrong(el, { source: 'invalid', text: typeof said === 'string' ? hash(said) : 0 });
  });
}
