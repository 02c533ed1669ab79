import type { ErrorSource } from '../core/records.js';
import { hash } from '../core/hash.js';
import type { Context } from './context.js';
import { createErrorMarks, type Mark } from './error-marks.js';
import { pathOf } from './target.js';

/** Marked fields and texts in a page or a part that was put into it. */
const MARKED =
  '[aria-invalid]:not([aria-invalid=false]),[aria-errormessage],[class*=invalid],[class*=error],[class*=Error],[class*=danger],[role=alert]';
const MAX_MARKED = 60;
const MAX_RECORDS = 64;
/** While fields are in error, they are looked at again at most this often as the page changes. */
const RECHECK_MS = 100;
const MARKING = /^(?:class|aria-invalid|aria-errormessage|aria-describedby|hidden|style)$/;

interface Known {
  readonly el: Element;
  readonly form: string;
  readonly field: string;
  source: ErrorSource;
  /** Hash of the last message. */
  text: number;
  wrong: boolean;
  at: number;
}

/** Fields that become wrong and right again: one record for each turn, however many marks tell of it. */
export function startFieldErrors(ctx: Context): () => void {
  const { bus, dom, feed, ignored, names, now } = ctx;
  const marks = createErrorMarks(ctx);
  const known = new Map<string, Known>();
  /** The last time something was sent or pressed: the same error after it is a new one. */
  let askedAt = -Infinity;
  let touched = false;
  let cancelRecheck: (() => void) | undefined;

  const wrong = (el: Element, mark: Mark, how: { atLoad?: true; again?: boolean } = {}) => {
    if (ignored(el)) return;
    const form = names.form(el);
    const field = names.field(el);
    const id = `${form} ${field}`;
    const before = known.get(id);
    if (before?.wrong && !(how.again && askedAt > before.at)) {
      // A text that comes in a second step (the mark first, its message later).
      before.text ||= mark.text;
      return;
    }
    const same = !!before && before.text !== 0 && before.text === mark.text;
    known.set(id, {
      el,
      form,
      field,
      source: mark.source,
      text: mark.text || before?.text || 0,
      wrong: true,
      at: now(),
    });
    const { atLoad } = how;
    feed({
      type: 'field-error',
      at: now(),
      field,
      form,
      source: mark.source,
      ...(atLoad && { atLoad }),
      ...(same && { same: true as const }),
    });
  };
  const look = (el: Element, how?: { atLoad?: true; again?: boolean }) => {
    const mark = marks.of(el);
    if (mark) wrong(el, mark, how);
  };
  const right = (one: Known) => {
    const el = dom.connected(one.el) ? one.el : null;
    if (
      !el ||
      (one.source === 'invalid' && !(el as HTMLInputElement).validity?.valid) ||
      one.source === 'summary'
    ) {
      if (el) return;
    }
    if (el && marks.of(el)) return;
    one.wrong = false;
    // A field that is gone was not put right.
    if (el) feed({ type: 'field-ok', at: now(), field: one.field, form: one.form });
  };
  const recheck = () => {
    cancelRecheck = undefined;
    for (const one of known.values()) if (one.wrong) right(one);
  };
  const recheckSoon = () => {
    if (cancelRecheck || !Array.from(known.values()).some(({ wrong: open }) => open)) return;
    cancelRecheck = ctx.later('observe/field-errors', RECHECK_MS, recheck);
  };
  /** Links of an error summary name their fields. */
  const summary = (el: Element, how?: { atLoad?: true; again?: boolean }) => {
    for (const link of dom.findAll(el, 'a[href^="#"]', 20)) {
      const field = dom.byId((dom.attr(link, 'href') ?? '').slice(1));
      if (field && marks.isField(field)) wrong(field, marks.of(field) ?? { source: 'summary', text: 0 }, how);
    }
  };
  const isSummary = (el: Element) =>
    /summary/i.test(dom.attr(el, 'class') ?? '') || dom.attr(el, 'role') === 'alert';
  const scan = (root: Element | Document, how?: { atLoad?: true; again?: boolean }) => {
    const found = dom.findAll(root, MARKED, MAX_MARKED);
    if (dom.isElement(root) && dom.matches(root, MARKED)) found.unshift(root);
    const fields = new Set<Element>();
    for (const el of found) {
      const field =
        marks.isField(el) || marks.isMessage(el) || !dom.matches(el, '[role=alert]')
          ? marks.fieldOf(el)
          : null;
      if (field) fields.add(field);
    }
    for (const field of fields) look(field, how);
    for (const el of found) if (isSummary(el)) summary(el, how);
  };

  const changed = (record: MutationRecord) => {
    const { type, target, attributeName, addedNodes } = record;
    const el = dom.isElement(target) ? target : dom.up(target);
    if (!dom.isElement(el)) return;
    if (type === 'attributes') {
      if (!MARKING.test(attributeName ?? '')) return;
      if (marks.isField(el)) look(el);
      else if (marks.isMessage(el)) fieldOfMessage(el);
      return;
    }
    const message = closestMessage(el);
    if (message) fieldOfMessage(message);
    for (let i = 0; i < addedNodes.length && i < 8; i++) {
      const node = addedNodes[i];
      if (dom.isElement(node) && !ignored(node)) scan(node, { again: true });
    }
  };
  const fieldOfMessage = (message: Element) => {
    const field = marks.fieldOf(message);
    if (field) look(field);
  };
  const closestMessage = (el: Element): Element | null => {
    let node: Node | null = el;
    for (let i = 0; i < 3 && dom.isElement(node); i++, node = dom.up(node))
      if (marks.isMessage(node)) return node;
    return null;
  };

  const ready = dom.document.readyState;
  scan(dom.document, { atLoad: true });
  const stops = [
    bus.on('invalid', 'observe/field-errors', (event) => {
      const el = pathOf(event).find((node): node is Element => dom.isElement(node));
      // Pages that ask `checkValidity()` as they load tell nothing of a customer.
      if (!el || !touched) return;
      const text = (el as HTMLInputElement).validationMessage;
      wrong(el, { source: 'invalid', text: text ? hash(text) : 0 }, { again: true });
    }),
    ...['click', 'keydown', 'input', 'change'].map((type) =>
      bus.on(type, 'observe/field-errors', (event) => {
        touched = true;
        if (type === 'click' || (type === 'keydown' && (event as KeyboardEvent).key === 'Enter'))
          askedAt = now();
        else if (type !== 'keydown') recheckSoon();
      }),
    ),
    ctx.mutations.on('observe/field-errors', (batch) => {
      for (let i = 0; i < batch.length && i < MAX_RECORDS; i++) changed(batch[i] as MutationRecord);
      recheckSoon();
    }),
  ];
  if (ready === 'loading') {
    const stop = bus.onTarget(dom.document, 'DOMContentLoaded', 'observe/field-errors', () => {
      stop();
      scan(dom.document, { atLoad: true });
    });
    stops.push(stop);
  }
  return () => {
    cancelRecheck?.();
    for (const stop of stops) stop();
    known.clear();
  };
}
