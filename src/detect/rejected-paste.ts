import { sayDuration } from '../core/duration.js';
import { mayTell, type Told } from './cool-down.js';
import type { Detector, Tools } from './detector.js';
import { keyOf } from './field-key.js';

const DEFAULTS = {
  weight: 0.5,
  /** What is undone or called wrong this soon was not looked at by the customer. */
  withinMs: 1_000,
  /** Trying again at once is one incident. */
  coolDownMs: 10_000,
};

interface Paste {
  readonly key: string;
  readonly at: number;
  readonly via: string;
}
interface State {
  /** Autofill fills many fields at once. */
  pastes: Paste[];
  keyAt: number;
  readonly told: Told;
}
const MAX_PASTES = 30;

function tell(
  field: string,
  key: string,
  how: string,
  paste: { via: string; at: number },
  { told }: State,
  { at, set, raise }: Tools<typeof DEFAULTS>,
): void {
  if (!mayTell(told, key, at, set.coolDownMs)) return;
  const afterMs = at - paste.at;
  const what = paste.via === 'autofill' ? 'filled in by the browser' : 'pasted';
  raise({
    target: field,
    count: 1,
    because: `'${field}' ${how} what was ${what}${afterMs ? `, after ${sayDuration(afterMs)}` : ''}`,
    evidence: { field, via: paste.via, how, afterMs, withinMs: set.withinMs },
  });
}

/** The paste into this field that is still fresh; it is judged only once. */
function takePaste(key: string, state: State, { at, set }: Tools<typeof DEFAULTS>): Paste | undefined {
  const paste = state.pastes.find((one) => one.key === key);
  state.pastes = state.pastes.filter((one) => one !== paste && at - one.at <= set.withinMs);
  return paste && at - paste.at <= set.withinMs ? paste : undefined;
}

export const rejectedPaste: Detector<'rejected-paste', State, typeof DEFAULTS> = {
  name: 'rejected-paste',
  meaning: 'Something was pasted or filled in by the browser, and the page refused it at once.',
  cause: 'field',
  defaults: DEFAULTS,
  start: () => ({ pastes: [], keyAt: -1_000, told: {} }),
  on: {
    key(record, state) {
      state.keyAt = record.at;
    },
    field(record, state, tools) {
      const { at, field, via, what } = record;
      const key = keyOf(record);
      if (what === 'refuse') tell(field, key, 'did not take', { via: 'paste', at }, state, tools);
      else if (via === 'paste' || via === 'autofill') {
        takePaste(key, state, tools);
        state.pastes.push({ key, at, via });
        if (state.pastes.length > MAX_PASTES) state.pastes.shift();
      } else if (state.pastes.length > 0 && (what === 'input' || record.empty)) {
        const paste = takePaste(key, state, tools);
        // A key in between: the customer took it back.
        const own = what === 'input' && (via !== 'clear' || state.keyAt > (paste?.at ?? 0));
        if (paste && !own) tell(field, key, 'lost', paste, state, tools);
      }
    },
    'field-error'(record, state, tools) {
      if (record.atLoad || state.pastes.length === 0) return;
      const key = keyOf(record);
      const paste = takePaste(key, state, tools);
      if (paste) tell(record.field, key, 'refused', paste, state, tools);
    },
  },
};
