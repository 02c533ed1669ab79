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

/** An armed trigger is not looked at again before this time, here, unless something changes that it depends on. */
export interface Rest {
  readonly place: Place;
  readonly until: number;
}

/** What an armed trigger has come to. */
export interface Passage {
  /** The first gate that keeps it back. */
  readonly closed: Gate | undefined;
  /** It is in a control arm: everything is judged as if it showed, and it does not. */
  readonly control: string | undefined;
  /** Session time up to which the same would be found, whatever only time does; `undefined` where nobody knows. */
  readonly lasts: number | undefined;
}

const GATES: readonly Ask[] = [...PRE_GATES, anchorGate];

/** Closed, these open only at the time they name, or with something that ends every rest. */
const LASTING: readonly string[] = [
  'enabled',
  'status',
  'schedule',
  'where',
  'audience',
  'snoozed',
  'limits',
];

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
    if (gate.until !== undefined && gate.until > at) lasts = Math.min(lasts, gate.until);
    if (gate.pass) continue;
    if (isControlGate(gate)) control ??= gate.gate;
    else closed = gate;
  }
  const settled = closed !== undefined && LASTING.includes(closed.gate) && !isRestless(input.trigger, closed);
  return { closed, control, lasts: settled ? lasts : undefined };
}

/** Scores fade, and open hours end, without a word. */
const isRestless = ({ when, unless, source }: CompiledTrigger, { gate }: Gate): boolean =>
  when.scores.length > 0 ||
  (unless?.scores.length ?? 0) > 0 ||
  (source.schedule !== undefined && gate !== 'schedule' && gate !== 'status' && gate !== 'enabled');
