import { type FieldRecord, TYPING_GRAIN_MS } from '../core/records.js';
import { isEmpty } from './channels/control-state.js';
import type { Context } from './context.js';
import { pathOf } from './target.js';

type Via = NonNullable<FieldRecord['via']>;

const FIELDS = 'input,select,textarea,[contenteditable=""],[contenteditable=true]';
const BUTTONS = /^(?:button|submit|reset|image|hidden)$/;
const CHOICES = /^(?:checkbox|radio|range|color)$/;
const LOOKUPS = /^(?:file|date|time|month|week|datetime-local)$/;
const LOOKUP_PURPOSE = /(?:^|\s)(?:cc-|one-time-code)/;

/** Which kind of edit, by its class alone; what was typed is not looked at. */
function viaOf(inputType: string | undefined, autofilled: boolean): Via {
  if (!inputType) return 'autofill';
  if (inputType.startsWith('delete')) return 'delete';
  if (inputType === 'insertFromPaste' || inputType === 'insertFromDrop') return 'paste';
  return autofilled && inputType === 'insertReplacementText' ? 'autofill' : 'type';
}

/** Focus, edits and leaving of form fields: which field, what kind of edit, and nothing of its content. */
export function startFields({ bus, dom, feed, ignored, names, now }: Context): () => void {
  const edits = new Map<string, { at: number; via: Via | undefined }>();
  const empties = new WeakMap<Element, boolean>();

  const kindOf = (el: Element): FieldRecord['kind'] => {
    const tag = dom.tag(el);
    const type = (dom.attr(el, 'type') ?? '').toLowerCase();
    if (tag === 'select' || (tag === 'input' && CHOICES.test(type))) return 'choice';
    if (tag !== 'input') return 'long-text';
    return LOOKUPS.test(type) || LOOKUP_PURPOSE.test(dom.attr(el, 'autocomplete') ?? '') ? 'lookup' : 'text';
  };
  const fieldOf = (event: Event): Element | null => {
    const el = pathOf(event).find((node): node is Element => dom.isElement(node));
    const field = el ? dom.closest(el, FIELDS) : null;
    if (!field || ignored(field)) return null;
    return dom.tag(field) === 'input' && BUTTONS.test(dom.attr(field, 'type') ?? '') ? null : field;
  };
  const secret = (el: Element): boolean => dom.attr(el, 'type') === 'password';
  const tell = (what: FieldRecord['what'], el: Element, rest: Partial<FieldRecord> = {}) => {
    feed({
      type: 'field',
      at: now(),
      what,
      field: names.field(el),
      form: names.form(el),
      kind: kindOf(el),
      ...rest,
    });
  };
  /** It has just become empty. */
  const cleared = (el: Element): boolean => {
    const empty = isEmpty(dom, el);
    const before = empties.get(el);
    if (empty !== undefined) empties.set(el, empty);
    return empty === true && before === false;
  };
  const edited = (event: Event) => {
    const el = fieldOf(event);
    if (!el || secret(el) || kindOf(el) === 'choice') return;
    const wasCleared = cleared(el);
    const autofilled = guardedMatch(() => dom.matches(el, ':autofill'));
    const via = wasCleared ? 'clear' : viaOf((event as InputEvent).inputType, autofilled);
    const field = names.field(el);
    const at = now();
    const last = edits.get(field);
    if (last && last.via === via && at - last.at < TYPING_GRAIN_MS) return;
    edits.set(field, { at, via });
    tell('input', el, { via });
  };

  const stops = [
    bus.on('focus', 'observe/fields', (event) => {
      const el = fieldOf(event);
      if (!el) return;
      const empty = secret(el) ? undefined : isEmpty(dom, el);
      if (empty !== undefined) empties.set(el, empty);
      tell('focus', el);
    }),
    bus.on('blur', 'observe/fields', (event) => {
      const el = fieldOf(event);
      if (!el) return;
      if (secret(el)) return tell('leave', el);
      const empty = isEmpty(dom, el);
      const valid = (el as HTMLInputElement).validity?.valid;
      tell('leave', el, { ...(empty !== undefined && { empty }), ...(valid !== undefined && { valid }) });
    }),
    bus.on('input', 'observe/fields', edited),
    bus.on('change', 'observe/fields', (event) => {
      const el = fieldOf(event);
      if (el && !secret(el)) tell('change', el);
    }),
  ];
  return () => {
    for (const stop of stops) stop();
    edits.clear();
  };
}

/** Selectors that an older browser does not know throw. */
const guardedMatch = (fn: () => boolean): boolean => {
  try {
    return fn();
  } catch {
    return false;
  }
};
