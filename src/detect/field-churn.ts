import type { Detector, Tools } from './detector.js';
import { keyOf, OWN_FOCUS_MS } from './field-key.js';
import { remembered } from './remembered.js';

const DEFAULTS = {
  weight: 0.4,
  /** Returns to one field in one visit of a step. */
  returns: 3,
  /** Times that it was emptied. */
  clears: 2,
  /** Deletions in a row; 5 % of ordinary typists reach 5. */
  deletions: 8,
  /** Closer together they are one key that is held down (it repeats every 30 to 40 ms; 1 % of all keys follow within 46 ms). */
  heldMs: 60,
  /** What the Tab key only passes through was not visited. */
  passMs: 500,
};
/** Back this soon in the field that the pointer took the focus from: it was never left. A slow press lasts some 300 ms. */
const BLINK_MS = 500;
const MAX_FIELDS = 50;

interface FieldState {
  visits: number;
  clears: number;
  /** Deletions since the last other edit, and when the last of them was. */
  run: number;
  deletedAt: number;
  /** In error: coming back is a correction, which is counted once. */
  wrong: boolean;
  corrected: boolean;
}
interface State {
  /** By {@link keyOf}. */
  fields: Record<string, FieldState>;
  /** The field that has, or last had, the focus: its key, and its name. */
  focused: string;
  field: string;
  /** When it was reached, if it is not known yet whether it was only passed. */
  passing: string;
  /** The window lost its focus with this field: it comes back by itself. */
  away: string;
  /** `null` while it has the focus. */
  leftAt: number | null;
  /** The pointer is down. */
  held: boolean;
  /** The field that lost the focus as the pointer went down. */
  pressedOut: string;
  pointerAt: number;
  keyAt: number;
  composing: boolean;
}
type ChurnTools = Tools<typeof DEFAULTS>;

const stateOf = (key: string, { fields }: State): FieldState =>
  remembered(fields, key, MAX_FIELDS, () => ({
    visits: 0,
    clears: 0,
    run: 0,
    deletedAt: -1_000,
    wrong: false,
    corrected: false,
  }));

function tell(field: string, what: 'returns' | 'clears' | 'deletions', { set, raise }: ChurnTools): void {
  const times = set[what];
  raise({
    target: field,
    count: times,
    because:
      what === 'deletions'
        ? `${times} deletions in a row in '${field}'`
        : `'${field}' was ${what === 'clears' ? 'emptied' : 'returned to'} ${times} times`,
    evidence: { field, what, times, min: times },
  });
}

function visit(key: string, field: string, state: State, tools: ChurnTools): void {
  const one = stateOf(key, state);
  state.passing = '';
  if (one.wrong && one.corrected) return;
  one.corrected = one.wrong;
  one.visits++;
  // The first visit is no return.
  if (one.visits <= tools.set.returns) return;
  one.visits = 1;
  tell(field, 'returns', tools);
}

export const fieldChurn: Detector<'field-churn', State, typeof DEFAULTS> = {
  name: 'field-churn',
  meaning: 'The customer keeps coming back to a field, empties it again, or deletes much of what was in it.',
  cause: 'field',
  defaults: DEFAULTS,
  start: () => ({
    fields: {},
    focused: '',
    field: '',
    passing: '',
    away: '',
    leftAt: -1_000,
    held: false,
    pressedOut: '',
    pointerAt: -1_000,
    keyAt: -1_000,
    composing: false,
  }),
  on: {
    view(record, state) {
      if (record.how === 'load')
        Object.assign(state, { focused: '', passing: '', away: '', composing: false });
    },
    hold(record, state) {
      if (record.what === 'pointer') Object.assign(state, { pointerAt: record.at, held: record.on });
      if (record.what === 'composition') state.composing = record.on;
    },
    key(record, state) {
      state.keyAt = record.at;
    },
    tab(record, state) {
      state.keyAt = record.at;
    },
    // What gets the focus after a press on something else, a suggestion or a button, got it from the page.
    press(record, state) {
      state.keyAt = -1_000;
      state.pointerAt = record.exempt === 'text' ? record.at : -1_000;
    },
    page({ at, visible, focused }, state) {
      if (visible && focused) return;
      if (state.leftAt === null || at - state.leftAt < OWN_FOCUS_MS) state.away = state.focused;
    },
    field(record, state, tools) {
      if (record.kind === 'search' || record.kind === 'choice') return;
      const { at, what } = record;
      const key = keyOf(record);
      if (what === 'focus') {
        const back = state.away === key;
        // A press on its label takes the focus away and gives it back.
        const blinked = state.pressedOut === key && at - (state.leftAt ?? at) < BLINK_MS;
        const { field } = record;
        Object.assign(state, { focused: key, field, passing: '', away: '', pressedOut: '', leftAt: null });
        if (back || blinked) return;
        const byKey = at - state.keyAt <= OWN_FOCUS_MS;
        if (at - state.pointerAt <= OWN_FOCUS_MS) return visit(key, record.field, state, tools);
        // A focus that the page made is a visit only if it leads to the first edit.
        if (byKey || !state.fields[key]?.visits) state.passing = `${at} ${key}`;
        if (byKey) tools.wake(at + tools.set.passMs, state.passing);
      } else if (what === 'leave') {
        state.passing = '';
        state.leftAt = at;
        state.pressedOut = state.held ? key : '';
      } else if (what === 'input') {
        if (state.passing && state.focused === key) visit(key, record.field, state, tools);
        const one = stateOf(key, state);
        const removes = record.via === 'delete' || record.via === 'clear';
        // While a word is being composed, its parts are replaced all the time.
        if (!removes || state.composing) one.run = 0;
        else if (at - one.deletedAt >= tools.set.heldMs && ++one.run === tools.set.deletions)
          tell(record.field, 'deletions', tools);
        if (removes) one.deletedAt = at;
        if (record.via !== 'clear' || state.composing || ++one.clears < tools.set.clears) return;
        one.clears = 0;
        tell(record.field, 'clears', tools);
      }
    },
    'field-error'(record, state) {
      Object.assign(stateOf(keyOf(record), state), { wrong: true, corrected: false });
    },
    'field-ok'(record, state) {
      const one = state.fields[keyOf(record)];
      if (one) one.wrong = false;
    },
  },
  moved(_from, state) {
    state.fields = {};
  },
  due(tag, state, tools) {
    if (state.passing === tag) visit(state.focused, state.field, state, tools);
  },
};
