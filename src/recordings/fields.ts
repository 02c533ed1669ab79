import { EDITABLE, INPUTS, LOOKUP } from '../core/markup.js';
import { type FieldRecord, TYPING_GRAIN_MS } from '../core/records.js';
import type { Answers } from './answers.js';
import type { Context } from './context.js';
import { type Loose, text } from './events.js';
import type { Recorded } from './tree.js';

/** What is remembered of a field while it is being filled in; nothing of it goes into a record. */
interface Seen {
  /** How much there was, to tell taking away from adding. Masked or not, its length is in the recording. */
  length: number;
  edited: boolean;
}

export interface Fields {
  focus(el: Recorded): void;
  blur(el: Recorded): void;
  input(el: Recorded, data: Loose): void;
  /** The page begins anew. */
  forget(): void;
}

export function createFields(
  ctx: Context,
  answers: Answers,
  edited: (el: Recorded) => void,
  /** The customer has just pressed it. */
  pressed: (el: Recorded) => boolean,
): Fields {
  const { closest, ignored, matches, names, now, tell } = ctx;
  const seen = new Map<number, Seen>();
  /** States of choices in the order in which they were first seen, by field. */
  const states = new Map<string, unknown[]>();
  const chosenNow = new Map<string, unknown>();
  let focused: number | undefined;
  let keyAt = -Infinity;
  let last: { id: number; via: FieldRecord['via']; at: number } | undefined;

  const fieldOf = (el: Recorded) => closest(el, `${INPUTS},${EDITABLE}`);
  const isSecret = (el: Recorded) => /^password$/i.test(el.attributes.get('type') ?? '');
  const kindOf = (el: Recorded): FieldRecord['kind'] => {
    const kind = names.kind(el);
    if (/checkbox|radio|slider|color|combobox/.test(kind)) return 'choice';
    if (kind === 'searchbox') return 'search';
    if (el.tag !== 'input') return 'long-text';
    return /file|date/.test(kind) || matches(el, LOOKUP) ? 'lookup' : 'text';
  };
  const about = (el: Recorded) =>
    ({ field: names.field(el), form: names.form(el), kind: kindOf(el) }) as const;
  const of = (el: Recorded): Seen => {
    const known = seen.get(el.id) ?? { length: el.filled ? -1 : 0, edited: false };
    seen.set(el.id, known);
    return known;
  };
  const stateOf = (el: Recorded, state: unknown): number => {
    const name = `${names.form(el)} ${names.field(el)}`;
    const known = states.get(name) ?? [];
    states.set(name, known);
    if (!known.includes(state)) known.push(state);
    return known.indexOf(state);
  };
  const key = () => {
    if (now() - keyAt < TYPING_GRAIN_MS) return;
    keyAt = now();
    tell({ type: 'key' });
  };

  function chosen(el: Recorded, kind: string, value: string): void {
    // The other radios of a group are told to be off.
    if (kind === 'radio' && !el.checked) return;
    const state = kind === 'radio' ? el.id : kind === 'checkbox' ? el.checked : value;
    const name = `${names.form(el)} ${names.field(el)}`;
    // Frameworks set again what is set already.
    if (chosenNow.has(name) && chosenNow.get(name) === state && /radio|checkbox/.test(kind)) return;
    chosenNow.set(name, state);
    // Masked values are all alike.
    const known = !/^\**$/.test(String(state));
    tell({ type: 'field', what: 'change', ...about(el), state: known ? stateOf(el, state) : undefined });
  }

  return {
    focus(el) {
      const field = fieldOf(el);
      focused = field?.id;
      if (field && !ignored(field)) tell({ type: 'field', what: 'focus', ...about(field) });
    },
    blur(el) {
      const field = fieldOf(el);
      focused = undefined;
      if (!field || ignored(field)) return;
      const was = of(field);
      if (was.edited && kindOf(field) !== 'choice') tell({ type: 'field', what: 'change', ...about(field) });
      was.edited = false;
      const empty = isSecret(field) ? undefined : kindOf(field) === 'choice' ? undefined : !field.filled;
      tell({ type: 'field', what: 'leave', ...about(field), empty });
    },
    input(node, data) {
      const el = fieldOf(node);
      if (!el) return;
      const value = text(data['text']);
      const kind = names.kind(el);
      const box = /checkbox|radio/.test(kind);
      const was = of(el);
      const before = was.length;
      was.length = value.length;
      if (box) el.checked = data['isChecked'] === true;
      else el.filled = value !== '';
      // Scripts set the fields that nobody is in; a press on a label or a box need not move the focus there.
      const choice = kindOf(el) === 'choice';
      const own =
        data['userTriggered'] !== false &&
        (focused === el.id || data['userTriggered'] === true || pressed(el));
      answers.control(el, own);
      if (!own || ignored(el)) return;
      edited(el);
      if (choice) return chosen(el, kind, value);
      answers.other();
      if (isSecret(el)) return key();
      was.edited = true;
      const cleared = value === '' && before !== 0;
      const via = cleared
        ? 'clear'
        : value.length < before
          ? 'delete'
          : focused === el.id
            ? 'type'
            : 'autofill';
      if (via !== 'autofill') key();
      if (last?.id === el.id && last.via === via && now() - last.at < TYPING_GRAIN_MS) return;
      last = { id: el.id, via, at: now() };
      tell({ type: 'field', what: 'input', ...about(el), via });
    },
    forget() {
      seen.clear();
      chosenNow.clear();
      focused = undefined;
    },
  };
}
