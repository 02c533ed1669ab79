import { type FieldRecord, TYPING_GRAIN_MS } from '../core/records.js';
import type { Context } from './context.js';
import { EDITABLE, INPUTS, LOOKUP } from '../core/markup.js';
import { isEmpty } from './controls.js';
import { attr, closest, elementsOf, matches, tag } from './dom.js';
import { field as nameOf, form, kind } from './names.js';

function kindOf(el: Element): FieldRecord['kind'] {
  const name = kind(el);
  if (/checkbox|radio|slider|color|combobox/.test(name)) return 'choice';
  if (tag(el) !== 'input') return 'long-text';
  return /file|date/.test(name) || matches(el, LOOKUP) ? 'lookup' : 'text';
}

/** Which kind of edit, by its class alone; what was typed is not looked at. */
function viaOf(inputType = '', el: Element): NonNullable<FieldRecord['via']> {
  if (inputType.startsWith('delete')) return 'delete';
  if (/^insertFrom(?:Paste|Drop)$/.test(inputType)) return 'paste';
  // Browsers that do not know `:autofill` take `:is()` of it for nothing.
  const filled = !inputType || (inputType === 'insertReplacementText' && matches(el, ':is(:autofill)'));
  return filled ? 'autofill' : 'type';
}

/** Focus, edits and leaving of form fields: which field, what kind of edit, and nothing of its content. */
export function startFields({ on, tell, ignored, now }: Context): void {
  const empties = new WeakMap<Element, boolean | undefined>();
  let last: { el: Element; via: FieldRecord['via']; at: number } | undefined;

  const heard = (type: string, what: FieldRecord['what']) =>
    on<InputEvent>(type, (event) => {
      const [inner] = elementsOf(event);
      const el = inner && closest(inner, `${INPUTS},${EDITABLE}`);
      if (!el || ignored(el)) return;
      const about = { type: 'field', what, field: nameOf(el), form: form(el), kind: kindOf(el) } as const;
      // Of a password no more than that it was visited.
      const secret = attr(el, 'type')?.toLowerCase() === 'password';
      const empty = secret ? undefined : isEmpty(el);
      const cleared = empty && empties.get(el) === false;
      empties.set(el, empty);
      if (what === 'focus') return tell(about);
      if (what === 'leave')
        return tell({
          ...about,
          empty,
          valid: secret ? undefined : (el as HTMLInputElement).validity?.valid,
        });
      if (secret) return;
      if (what === 'change') return tell(about);
      if (about.kind === 'choice') return;
      const via = cleared ? 'clear' : viaOf(event.inputType, el);
      if (last?.el === el && last.via === via && now() - last.at < TYPING_GRAIN_MS) return;
      last = { el, via, at: now() };
      tell({ ...about, via });
    });
  heard('focus', 'focus');
  heard('input', 'input');
  heard('change', 'change');
  heard('blur', 'leave');
}
