import { isAgain } from './again.js';
import type { Detector, Tools } from './detector.js';
import { keyOf as onPage } from './field-key.js';
import { remembered } from './remembered.js';

const DEFAULTS = {
  /** Weight from the second error after an edit … */
  weight: 0.6,
  /** … and from the third. */
  weightThird: 1,
  min: 2,
  /** An error this old belongs to another attempt. */
  memoryMs: 1_800_000,
};
const MAX_FIELDS = 50;

interface FieldState {
  /** Errors that followed an edit. */
  n: number;
  at: number;
  /** Edited since its last error. */
  edited: boolean;
  /** In error while it is being typed into: judged when the field is left. */
  pending: boolean;
}
interface State {
  /** Key and name of the field that has the focus. */
  focused: string;
  field: string;
  /** The field in which Enter sent the form, and that was not changed since: what is wrong with it now is the answer. */
  asked: string;
  /** The form that was sent last, and from where: the server may answer with its errors at another address. */
  sent: { readonly place: string; readonly form: string } | null;
  /** What the page says at its load was said before. */
  again: boolean;
  readonly fields: Record<string, FieldState>;
}
type LoopTools = Tools<typeof DEFAULTS>;

/** Survives page loads, so a field is known by the page it is on. */
const keyAt = (place: string, of: { readonly form: string; readonly field: string }): string =>
  `${place} ${onPage(of)}`;
const placeOf = ({ place }: LoopTools): string => place.step ?? place.path;
const keyOf = (of: { readonly form: string; readonly field: string }, tools: LoopTools): string =>
  keyAt(placeOf(tools), of);

function stateOf(key: string, state: State, { at, set }: LoopTools): FieldState {
  const known = state.fields[key];
  if (known && at - known.at <= set.memoryMs) return known;
  for (const old of Object.keys(state.fields))
    if (at - state.fields[old]!.at > set.memoryMs) delete state.fields[old];
  return remembered(state.fields, key, MAX_FIELDS, () => ({ n: 0, at, edited: false, pending: false }));
}

function count(field: string, key: string, source: string, state: State, tools: LoopTools): void {
  const one = stateOf(key, state, tools);
  one.pending = false;
  one.at = tools.at;
  // The first pass over an untouched form is no loop: nobody has tried anything yet.
  if (!one.edited) return;
  one.edited = false;
  one.n++;
  if (one.n < tools.set.min) return;
  tools.raise({
    target: field,
    count: one.n,
    weight: one.n > 2 ? tools.set.weightThird : tools.set.weight,
    because: `'${field}' was refused ${one.n} times, each time after a correction`,
    evidence: { field, source, min: tools.set.min },
  });
}

export const fieldErrorLoop: Detector<'field-error-loop', State, typeof DEFAULTS> = {
  name: 'field-error-loop',
  meaning: 'The same field was refused again after the customer had corrected it.',
  cause: 'field',
  defaults: DEFAULTS,
  start: () => ({ focused: '', field: '', asked: '', sent: null, again: false, fields: {} }),
  on: {
    view(record, state) {
      if (record.how === 'load') Object.assign(state, { focused: '', again: isAgain(record) });
    },
    field(record, state, tools) {
      const key = keyOf(record, tools);
      if (record.what === 'focus') Object.assign(state, { focused: key, field: record.field });
      else if (record.what === 'leave') {
        state.focused = '';
        if (state.fields[key]?.pending) count(record.field, key, 'typing', state, tools);
        // What the page did not let in is no correction.
      } else if (record.what !== 'refuse') {
        stateOf(key, state, tools).edited = true;
        state.asked = '';
      }
    },
    'field-error'(record, state, tools) {
      if (record.atLoad && state.again) return;
      const key = keyOf(record, tools);
      const sent =
        record.atLoad && state.sent
          ? keyAt(state.sent.place, { form: state.sent.form, field: record.field })
          : key;
      const before = state.fields[sent];
      if (sent !== key && before) {
        state.fields[key] = before;
        delete state.fields[sent];
      }
      // Validation while typing is no refusal yet; `invalid` only comes with an attempt to submit.
      const typing =
        state.focused === key && state.asked !== key && record.source !== 'invalid' && !record.atLoad;
      if (typing) stateOf(key, state, tools).pending = true;
      else count(record.field, key, record.source, state, tools);
    },
    'field-ok'(record, state, tools) {
      const one = state.fields[keyOf(record, tools)];
      if (one) one.pending = false;
    },
    submit(record, state, tools) {
      const { focused, field } = state;
      state.sent = { place: placeOf(tools), form: record.form };
      state.asked = focused && focused === keyOf({ form: record.form, field }, tools) ? focused : '';
      if (state.asked && state.fields[focused]?.pending) count(field, focused, 'submit', state, tools);
    },
  },
};
