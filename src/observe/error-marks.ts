import type { ErrorSource } from '../core/records.js';
import { hash } from '../core/hash.js';
import type { Context } from './context.js';

/**
 * How pages mark a field as wrong. Every stack does it differently (aria-invalid in half of them, classes, linked texts,
 * a text beside the field, a summary at the top), so the marks are fused.
 */
const FIELDS =
  'input,select,textarea,[role=radiogroup],[role=combobox],[role=textbox],[contenteditable=true]';
const NO_FIELDS = /^(?:hidden|submit|button|reset|image)$/;
const WRONG = /(?:^|[^a-z])(?:error|errors|invalid|danger|haserror|iserror)(?:$|[^a-z])/i;
const RIGHT = /(?:^|[^a-z])(?:summary|success|valid-feedback|required|asterisk|icon)(?:$|[^a-z])/i;
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

export interface ErrorMarks {
  /** How this field is marked as wrong now; `null` if it is not. */
  of(field: Element): Mark | null;
  /** The field that a marked element speaks about. */
  fieldOf(marked: Element): Element | null;
  isMessage(el: Element): boolean;
  isField(el: Element): boolean;
}

const tokens = (classes: string | null) => (classes ?? '').replace(/([a-z])([A-Z])/g, '$1-$2');

export function createErrorMarks({ dom }: Pick<Context, 'dom'>): ErrorMarks {
  const isWrong = (el: Element): boolean => {
    const classes = tokens(dom.attr(el, 'class'));
    return classes.split(/\s+/).some((token) => WRONG.test(token) && !RIGHT.test(token));
  };
  const isField = (el: Element): boolean =>
    dom.matches(el, FIELDS) && !(dom.tag(el) === 'input' && NO_FIELDS.test(dom.attr(el, 'type') ?? ''));
  const isMessage = (el: Element): boolean => {
    if (isField(el) || dom.tag(el) === 'form') return false;
    if (/\bvalid-feedback\b/.test(dom.attr(el, 'class') ?? '') && !isWrong(el)) return false;
    return isWrong(el) || (dom.attr(el, 'role') === 'alert' && !!fieldLinking(el));
  };
  /** Only ever of elements that the page itself marks as an error; see docs/privacy.md. */
  const messageOf = (el: Element): number => {
    if (!(el.checkVisibility?.call(el) ?? true)) return 0;
    const text = (el.textContent ?? '').slice(0, MAX_MESSAGE).trim();
    return WORD.test(text) ? hash(text.replace(/\d+/g, '#')) : 0;
  };
  const fieldLinking = (el: Element): Element | null => {
    const id = dom.attr(el, 'id');
    if (!id || /["\\\]]/.test(id)) return null;
    return dom.find(dom.document, `[aria-errormessage~="${id}"],[aria-describedby~="${id}"]`);
  };
  /** The fields below an element: one, a group of one name, or none that is alone. */
  const onlyField = (el: Element): Element | null => {
    const found = ['input', 'select', 'textarea'].flatMap((tag) => dom.byTag(el, tag, 12)).filter(isField);
    const [first] = found;
    if (!first) return null;
    const name = dom.attr(first, 'name');
    const group =
      /^(?:radio|checkbox)$/.test(dom.attr(first, 'type') ?? '') &&
      found.every((one) => dom.attr(one, 'name') === name);
    return found.length === 1 || group ? first : null;
  };
  const linked = (field: Element): Mark | null => {
    for (const name of ['aria-errormessage', 'aria-describedby']) {
      for (const id of (dom.attr(field, name) ?? '').split(/\s+/)) {
        const el = id ? dom.byId(id) : null;
        if (!el || (!isWrong(el) && dom.attr(el, 'role') !== 'alert')) continue;
        const text = messageOf(el);
        if (text) return { source: 'linked', text };
      }
    }
    return null;
  };
  /** A marked text beside the field, or a wrapper of this field alone that is marked and holds one. */
  const near = (field: Element): Mark | null => {
    let around = dom.up(field);
    for (
      let i = 0;
      i < MAX_NEAR && dom.isElement(around) && dom.tag(around) !== 'form';
      i++, around = dom.up(around)
    ) {
      const only = onlyField(around);
      if (!only) return null;
      for (const el of dom.byTag(around, '*', 24)) {
        if (el === field || !isWrong(el) || isField(el)) continue;
        const text = messageOf(el);
        if (text) return { source: 'text', text };
      }
    }
    return null;
  };

  return {
    isField,
    isMessage,
    of(field) {
      const said = dom.attr(field, 'aria-invalid');
      const text = linked(field);
      if (said !== null && said !== 'false' && said !== '')
        return { source: 'aria', text: text?.text ?? near(field)?.text ?? 0 };
      if (text) return text;
      if (isWrong(field)) return { source: 'class', text: near(field)?.text ?? 0 };
      return near(field);
    },
    fieldOf(marked) {
      if (isField(marked)) return marked;
      const link = fieldLinking(marked);
      if (link) return dom.tag(link) === 'fieldset' ? onlyField(link) : link;
      let around: Node | null = marked;
      for (
        let i = 0;
        i <= MAX_NEAR && dom.isElement(around) && dom.tag(around) !== 'form';
        i++, around = dom.up(around)
      ) {
        const only = onlyField(around);
        if (only) return only;
      }
      return null;
    },
  };
}
