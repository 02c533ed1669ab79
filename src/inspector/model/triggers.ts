import { meantEvent } from '../../check/known-events.js';
import { eventsIn } from '../../check/uses.js';
import type { Config, Trigger } from '../../config/types.js';
import type { Problem } from '../../core/problems.js';
import type { Trace } from '../../decide/decide.js';
import { followUp, followUpId } from '../../decide/follow-up.js';
import type { EngineState } from '../../engine/engine.js';
import { lacking } from '../../replay/condition.js';
import { sayWhy, type SaidGate } from '../../why/why.js';

export interface TriggerView {
  readonly id: string;
  readonly state: Trace['state'];
  readonly content: string;
  readonly as: string;
  readonly priority: string;
  /** Why it is, or is not, shown. */
  readonly summary: string;
  /** Names in its conditions that are nearly those of Antes' own events. */
  readonly slips: readonly string[];
  readonly gates: readonly (SaidGate & { readonly value: string; readonly blocks: boolean })[];
}

const ORDER: Readonly<Record<Trace['state'], number>> = { shown: 0, due: 1, armed: 2, idle: 3 };

/** Every trigger with its gates, and why it is not shown in one sentence. What is furthest on its way comes first. */
export function triggersOf(
  config: Config,
  traces: readonly Trace[],
  state: EngineState | undefined,
): readonly TriggerView[] {
  const triggers = new Map(config.triggers.flatMap((one) => (one ? withFollowUp(one) : [])));
  return traces
    .map((trace) => viewOf(trace, triggers.get(trace.trigger), state))
    .sort((a, b) => ORDER[a.state] - ORDER[b.state]);
}

function viewOf(trace: Trace, trigger: Trigger | undefined, state: EngineState | undefined): TriggerView {
  // How far its condition has come matters only while that is what it waits for.
  const lacks = trigger && state && trace.state === 'idle' ? lacking(trigger.when, trigger.id, state) : [];
  const said = sayWhy(trace, { lacks, ...(state && { at: state.at }) });
  const closed = new Set(said.closed.map(({ gate }) => gate));
  return {
    id: trace.trigger,
    state: trace.state,
    content: trigger?.show.content ?? '',
    as: trigger?.show.as ?? '',
    priority: trigger?.priority ?? 'help',
    summary: said.summary,
    slips: trigger ? slipsOf(trigger) : [],
    gates: said.gates.map((gate, i) => ({
      ...gate,
      value: trace.gates[i]!.value,
      blocks: closed.has(gate.gate),
    })),
  };
}

/** As `antes check` would say it. */
function slipsOf(trigger: Trigger): readonly string[] {
  const names = new Set(eventsIn({ triggers: [trigger] }).map(([{ event }]) => String(event)));
  return [...names].flatMap((name) => {
    const meant = meantEvent(name);
    return meant === undefined
      ? []
      : [`Antes has no event “${name}”. Unless the page emits it: did you mean “${meant}”?`];
  });
}

/** What is wrong with triggers that are therefore off: they have no gates, and would be missed. */
export const offBy = (problems: readonly Problem[]): readonly Problem[] =>
  problems.filter(
    ({ code, path }) => /^(?:TRIGGER|CONFIG)_INVALID$/.test(code) && path.startsWith('/triggers'),
  );

/** What is offered once it has helped goes its own way, under its own name. */
export const withFollowUp = (trigger: Trigger): readonly (readonly [string, Trigger])[] => {
  const then = trigger.solved?.then;
  return [
    [trigger.id, trigger],
    ...(then === undefined ? [] : [[followUpId(trigger.id), followUp(trigger, then)] as const]),
  ];
};
