import type { Happening, Place } from '../core/happenings.js';
import type { Engine, Output } from '../engine/engine.js';
import { activeAt } from '../journey/activity.js';
import type { Heard, Told } from '../report/heard.js';

/** What may be reported of what the engine says: where something was seen, and why, is not among it. */
const FIELDS = [
  'name',
  'count',
  'level',
  'offer',
  'trigger',
  'phase',
  'as',
  'gate',
  'effort',
  'variant',
  'how',
  'solved',
];
const STAGES = /^(step-(entered|completed|left)|journey-(completed|left))$/;

/** Of what the engine says. */
export function toldOf(output: Output): Told | undefined {
  const { kind } = output;
  if (kind === 'offer' || kind === 'leave') return undefined;
  const said = output as unknown as Readonly<Record<string, unknown>>;
  const told = Object.fromEntries(FIELDS.filter((key) => key in said).map((key) => [key, said[key]]));
  return { kind, ...told } as unknown as Told;
}

/** Of what happens on the way through a journey; of nothing else. */
export const stageOf = ({ name, data }: Happening): Told | undefined =>
  STAGES.test(name) ? ({ kind: name, journey: data['journey'] } as unknown as Told) : undefined;

/** How things stand as it is told. */
export function heardIn(
  { state }: Pick<Engine, 'state'>,
  told: Told,
  place: Place = state.here.place,
  at: number = state.wallZero + state.at,
): Heard {
  const { journey, step, stay } = place;
  const active = Math.round(activeAt(state.activity, state.at));
  return { at, journey, step, stay, active, retries: state.effort.retries, told };
}
