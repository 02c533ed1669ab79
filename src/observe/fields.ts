import { type FieldRecord, TYPING_GRAIN_MS } from '../core/records.js';
import type { Context } from './context.js';
import { EDITABLE, INPUTS, LOOKUP } from '../core/markup.js';
import { isEmpty, SECRET } from './controls.js';
import { attr, closest, elementsOf, matches, tag } from './dom.js';
import { field as nameOf, form as formOf, kind } from './names.js';
import { watchPastes } from './pastes.js';
import { isSearchField } from './search.js';
import { isFilled } from './typed.js';
import { stateOf } from './choice-state.js';
import { createStates } from './states.js';

function kindOf(el: Element): FieldRecord['kind'] {
  const name = kind(el);
  if (/checkbox|radio|slider|color|combobox/.test(name)) return 'choice';
  if (isSearchField(el)) return 'search';
  if (tag(el) !== 'input') return 'long-text';
  return /file|date/.test(name) || matches(el, LOOKUP) ? 'lookup' : 'text';
}

/** Which kind of edit, by its class alone; what was typed is not looked at. */
function viaOf(inputType = '', el: Element): NonNullable<FieldRecord['via']> {
  // Input methods delete what they are about to put in anew.
  if (/^delete(?!.*Composition)/.test(inputType)) return 'delete';
  if (/^insertFrom(?:Paste|Drop)$/.test(inputType)) return 'paste';
  // Steppers, pickers and the arrow keys in a number name no kind either.
  const mayBe = /^(?:|insertReplacementText)$/.test(inputType) && /textbox|searchbox/.test(kind(el));
  return mayBe && (isFilled(el) ?? !inputType) ? 'autofill' : 'type';
}

/** Of a password no more than that it was visited, and that a paste was refused. */
const isSecret = (el: Element): boolean => attr(el, 'type')?.toLowerCase() === 'password';

/** Focus, edits and leaving of form fields: which field, what kind of edit, and nothing of its content. */
export function startFields(ctx: Context): void {
  const { on, tell, ignored, now, typed } = ctx;
  const empties = new WeakMap<Element, boolean | undefined>();
  const states = createStates();
  let last: { el: Element; via: FieldRecord['via']; at: number } | undefined;

  const fieldOf = (event: Event): Element | undefined => {
    const [inner] = elementsOf(event);
    const el = inner && closest(inner, `${INPUTS},${EDITABLE}`);
    return el && !ignored(el) ? el : undefined;
  };
  const about = (el: Element, what: FieldRecord['what']) =>
    ({ type: 'field', what, field: nameOf(el), form: formOf(el), kind: kindOf(el) }) as const;
  const pastes = watchPastes(ctx, fieldOf, (el) => tell({ ...about(el, 'refuse'), via: 'paste' }));

  const heard = (type: string, what: FieldRecord['what']) =>
    on<InputEvent>(type, (event) => {
      const el = fieldOf(event);
      if (!el) return;
      const secret = isSecret(el);
      const empty = secret ? undefined : isEmpty(el);
      const cleared = empty && empties.get(el) === false;
      empties.set(el, empty);
      if (what === 'input') {
        if (secret || kindOf(el) === 'choice') return;
        const kindOfEdit = viaOf(event.inputType, el);
        pastes.input(el, kindOfEdit === 'paste');
        const via = cleared ? 'clear' : kindOfEdit;
        if (last?.el === el && last.via === via) {
          // Of a code or a card number, how long it is is a secret too: however slowly it is typed or deleted.
          if (matches(el, SECRET)) return;
          // Deletions are counted, one by one.
          if (via !== 'delete' && now() - last.at < TYPING_GRAIN_MS) return;
        }
        last = { el, via, at: now() };
        return tell({ ...about(el, what), via });
      }
      const one = about(el, what);
      const number = () => {
        const state = typed(el) ? undefined : stateOf(el);
        return state === undefined ? undefined : states(`${one.form} ${one.field}`, state);
      };
      if (what === 'focus') {
        pastes.focus();
        last = undefined;
        // The state to return to.
        number();
        return tell(one);
      }
      if (what === 'leave') {
        pastes.leave();
        return tell({
          ...one,
          empty,
          valid: secret ? undefined : (el as HTMLInputElement).validity?.valid,
        });
      }
      if (!secret) tell({ ...one, state: number() });
    });
  heard('focus', 'focus');
  heard('input', 'input');
  heard('change', 'change');
  heard('blur', 'leave');
}
