import { sayDuration } from '../core/duration.js';
import { mayTell, type Told } from './cool-down.js';
import type { Detector } from './detector.js';
import { keyOf } from './field-key.js';
import { remembered } from './remembered.js';

const DEFAULTS = {
  weight: 0.3,
  /** Changes of one option, quantity or group … */
  min: 4,
  /** … within this time: making up one's mind over half an hour is no churn. */
  withinMs: 120_000,
  /** Times a former value came back. */
  returns: 1,
  /** Numbers are stepped through, and arrow keys go through a list: overshooting once is no change of mind. */
  returnsStepped: 2,
  coolDownMs: 10_000,
};
/** A change this soon after a key was made by it. */
const KEYED_MS = 300;
const MAX_CONTROLS = 20;
const MAX_CHANGES = 16;

interface Change {
  readonly at: number;
  readonly value: number;
}
interface State {
  keyAt: number;
  /** By {@link keyOf}. */
  controls: Record<string, Change[]>;
  readonly told: Told;
}

export const optionChurn: Detector<'option-churn', State, typeof DEFAULTS> = {
  name: 'option-churn',
  meaning: 'The same option or quantity was changed back and forth.',
  cause: 'other',
  defaults: DEFAULTS,
  start: () => ({ keyAt: -1_000, controls: {}, told: {} }),
  on: {
    key(record, state) {
      state.keyAt = record.at;
    },
    // Choices that pages build themselves are told of as fields, too.
    field(record, state, { at, set, raise }) {
      if (record.what !== 'change' || record.state === undefined) return;
      const { field, kind } = record;
      const value = record.state;
      const key = keyOf(record);
      const changes = remembered(state.controls, key, MAX_CONTROLS, () => []).filter(
        (one) => at - one.at <= set.withinMs,
      );
      state.controls[key] = changes;
      if (changes.at(-1)?.value === value) return;
      changes.push({ at, value });
      if (changes.length > MAX_CHANGES) changes.shift();
      if (changes.length < set.min) return;
      const returns = changes.length - new Set(changes.map((one) => one.value)).size;
      const stepped = kind !== 'choice' || at - state.keyAt <= KEYED_MS;
      const minReturns = stepped ? set.returnsStepped : set.returns;
      if (returns < minReturns || !mayTell(state.told, 'any', at, set.coolDownMs)) return;
      delete state.controls[key];
      const spanMs = at - changes[0]!.at;
      const times = changes.length;
      raise({
        target: field,
        count: times,
        because: `'${field}' was changed ${times} times in ${sayDuration(spanMs)}, ${returns} of them to a value it had before`,
        evidence: {
          changes: times,
          min: set.min,
          returns,
          minReturns,
          spanMs,
          withinMs: set.withinMs,
        },
      });
    },
  },
  moved(_from, state) {
    state.controls = {};
  },
};
