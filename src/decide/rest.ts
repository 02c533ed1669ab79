import type { Place } from '../core/happenings.js';
import {
  anchorGate,
  isCauseGate,
  isControlGate,
  PRE_GATES,
  type Ask,
  type Gate,
  type GateInput,
} from './gates.js';
import type { CompiledTrigger } from './triggers.js';

/** Armed triggers that need not be looked at, here. Only for speed: nothing is decided by it, and nothing of it is kept. */
export interface Rests {
  place: Place | undefined;
  /** Trigger → session time up to which nothing changes by itself. */
  readonly until: Map<string, number>;
  /** Up to then, that holds for all that are armed. */
  all: number;
}

export const startRests = (): Rests => ({ place: undefined, until: new Map(), all: 0 });

/** Something that gates look at is not what it was: all are looked at again, or only this one. */
export function wakeUp(rests: Rests, trigger?: string): void {
  if (trigger === undefined) rests.until.clear();
  else rests.until.delete(trigger);
  rests.all = 0;
}

/** What an armed trigger has come to. */
export interface Passage {
  /** The first gate that keeps it back. */
  readonly closed: Gate | undefined;
  /** It is in a control arm: everything is judged as if it showed, and it does not. */
  readonly control: string | undefined;
  /** Session time up to which the same would be found, if nothing happens; 0 where nobody knows. */
  readonly lasts: number;
}

const GATES: readonly Ask[] = [...PRE_GATES, anchorGate];

/** Closed, these open only at the time they name, or with something that ends every rest. */
const BEFORE_HOURS: readonly string[] = ['enabled', 'status', 'schedule'];
const LASTING: readonly string[] = [...BEFORE_HOURS, 'where', 'audience', 'snoozed', 'limits'];

/** Asks the gates as far as the first that is closed: what a trace of all of them would say, for less. */
export function pass(input: GateInput): Passage {
  const { at } = input.host;
  let closed: Gate | undefined;
  let control: string | undefined;
  let lasts = Infinity;
  for (const ask of GATES) {
    // Conditions are asked in any case: they say when they want to be asked again.
    if (closed && !isCauseGate(ask)) continue;
    const gate = ask(input);
    if (closed) continue;
    const { until = 0 } = gate;
    if (until > at) lasts = Math.min(lasts, until);
    if (gate.pass) continue;
    if (isControlGate(gate)) control ??= gate.gate;
    else closed = gate;
  }
  const isSettled = closed !== undefined && lasting(input.trigger).includes(closed.gate);
  return { closed, control, lasts: isSettled ? lasts : 0 };
}

/** Scores fade, and open hours end, without a word. */
function lasting({ when, unless, source }: CompiledTrigger): readonly string[] {
  if (when.scores.length > 0 || unless?.scores.length) return [];
  return source.schedule === undefined ? LASTING : BEFORE_HOURS;
}
