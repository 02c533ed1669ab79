import { sayDuration } from '../core/duration.js';
import { noteTold, toldLately, type Told } from './cool-down.js';
import type { Detector, Tools } from './detector.js';

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
  readonly value: string;
}
interface State {
  keyAt: number;
  /** By `:` and name. */
  controls: Record<string, Change[]>;
  readonly told: Told;
}

/** Controls whose states Antes knows by pressing them; where many make up a group, the one pressed is the value. */
const STATEFUL = /^(?:checkbox|switch|menuitemcheckbox|spinbutton)$/;
const GROUPED = /^(?:radio|option|menuitemradio)$/;

function changed(
  name: string,
  target: string,
  value: string,
  returns: number,
  state: State,
  tools: Tools<typeof DEFAULTS>,
): void {
  const { at, set, raise } = tools;
  if (!state.controls[name]) {
    const names = Object.keys(state.controls);
    if (names.length >= MAX_CONTROLS) delete state.controls[names[0]!];
  }
  const changes = (state.controls[name] ??= []).filter((one) => at - one.at <= set.withinMs);
  state.controls[name] = changes;
  if (changes.at(-1)?.value === value) return;
  changes.push({ at, value });
  if (changes.length > MAX_CHANGES) changes.shift();
  if (changes.length < set.min) return;
  const back = changes.length - new Set(changes.map((one) => one.value)).size;
  if (back < returns || toldLately(state.told, 'any', at, set.coolDownMs)) return;
  noteTold(state.told, 'any', at, set.coolDownMs);
  delete state.controls[name];
  const spanMs = at - changes[0]!.at;
  raise({
    target,
    count: changes.length,
    because: `'${target}' was changed ${changes.length} times in ${sayDuration(spanMs)}, ${back} of them to a value it had before`,
    evidence: {
      changes: changes.length,
      min: set.min,
      returns: back,
      minReturns: returns,
      spanMs,
      withinMs: set.withinMs,
    },
  });
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
    field(record, state, tools) {
      const { at, what, field, form, kind } = record;
      if (what !== 'change' || record.state === undefined) return;
      const stepped = kind !== 'choice' || at - state.keyAt <= KEYED_MS;
      const { returns, returnsStepped } = tools.set;
      changed(
        `:field ${form} ${field}`,
        field,
        String(record.state),
        stepped ? returnsStepped : returns,
        state,
        tools,
      );
    },
  },
  // Native controls tell of their own changes, as fields.
  answered({ target, role, region, state: before, channel }, state, tools) {
    if (before === undefined || channel === 'control') return;
    if (GROUPED.test(role))
      changed(`:group ${region} ${role}`, region, target, tools.set.returns, state, tools);
    else if (STATEFUL.test(role))
      changed(`:press ${target}`, target, String(before), tools.set.returns, state, tools);
  },
  moved(_from, state) {
    state.controls = {};
  },
};
