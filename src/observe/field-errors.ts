import type { ErrorSource } from '../core/records.js';
import { hash } from '../core/hash.js';
import type { Context } from './context.js';
import { connected, elementsOf } from './dom.js';
import { type Mark, markedFields } from './error-marks.js';
import { createMessages } from './messages.js';
import { field as nameOf, form as formOf } from './names.js';
import { createShown } from './shown.js';

interface Known {
  el: Element;
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

/** A form that is refused again may leave its marks as they are: what is still wrong this long after a submit was refused. */
const REFUSED_MS = 400;

/** Fields that become wrong and right again: one record for each turn, however many marks tell of it. */
export function startFieldErrors(ctx: Context): void {
  const { findAll, hear, ignored, later, now, on, settleSoon, tell, window } = ctx;
  const shown = createShown(ctx);
  const messages = createMessages(ctx, shown);
  const known = new Map<string, Known>();
  /** The last time something was pressed or sent: the same error after it is a new one. */
  let askedAt = -Infinity;
  let touched = false;
  let sentAt = Infinity;

  const idOf = (el: Element) => `${formOf(el)} ${nameOf(el)}`;
  const wrong = (el: Element, mark: Mark, atLoad?: true) => {
    const id = idOf(el);
    const before = known.get(id);
    const refused = before?.edited && sentAt > before.at && now() - sentAt >= REFUSED_MS;
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
    known.set(id, { el, form, field, source, text: text || (before?.text ?? 0), wrong: true, at: now() });
    tell({ type: 'field-error', field, form, source, atLoad, same });
  };
  const look = (atLoad?: true) => {
    const marked = new Map<string, Element>();
    shown.look();
    const marks = markedFields(findAll, shown.texts);
    for (const [el, mark] of marks.fields) {
      // The first radio of a group stands for all.
      if (ignored(el) || marked.has(idOf(el))) continue;
      marked.set(idOf(el), el);
      wrong(el, mark, atLoad);
    }
    for (const [id, one] of known) {
      const { el, form, field, source } = one;
      const invalid = source === 'invalid' && !((el as HTMLInputElement).validity?.valid ?? true);
      if (!one.wrong || marked.has(id) || (connected(el) && invalid)) continue;
      one.wrong = false;
      // A field that is gone was not put right.
      if (connected(el)) tell({ type: 'field-ok', field, form });
    }
    messages(marks, atLoad);
  };

  look(true);
  if (window.document.readyState === 'loading') on('DOMContentLoaded', () => look(true));
  hear('record', ({ type, at }) => {
    touched ||= type === 'press' || type === 'key';
    if (type === 'press' || type === 'submit') askedAt = at;
    if (type !== 'submit') return;
    sentAt = at;
    later(REFUSED_MS, () => look());
  });
  // A quick correction and its next refusal are two turns: this mark is not waited for.
  hear('mutated', (batch) => {
    if (batch.some(({ attributeName }) => attributeName === 'aria-invalid')) look();
  });
  hear('settled', () => look());
  on('input change', (event) => {
    const [el] = elementsOf(event);
    const one = el && known.get(idOf(el));
    if (one) one.edited = true;
    settleSoon();
  });
  on('invalid', (event) => {
    const [el] = elementsOf(event) as HTMLInputElement[];
    // Pages that ask `checkValidity()` as they load tell nothing of a customer.
    if (el && touched && !ignored(el)) wrong(el, { source: 'invalid', text: hash(el.validationMessage) });
  });
}
