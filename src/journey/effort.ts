import type { JournalRecord } from '../core/records.js';

/** Usual active time on a step where the config gives none (`expected`): the median step of a checkout in one minute. */
export const USUAL_STEP_MS = 60_000;

/** What doing something again costs beyond its time: finding out what was wrong, and the doubt whether it will do now. */
export const RETRY_MS = 10_000;

/** What coming back to a step that was done already costs: the way, and finding one's place again. */
export const BACK_MS = 20_000;

/** Sooner than this it is the same try: a double click, or the form that the button sends. */
const SAME_TRY_MS = 1_000;

/** Different things done that are remembered in one step. */
const MAX_TRIES = 100;

/** Effort of the stay on a step. Plain data. */
export interface Effort {
  stay: number;
  /** Active time at which the step was entered. */
  since: number;
  /** Usual active time on it, at this customer's pace. */
  usualMs: number;
  retries: number;
  /** How often the customer has come back to it on this way through the journey. */
  returns: number;
  /** What was done once and when last: `form address`, `field zip`, `button pay`. */
  tries: Record<string, number>;
  /** The field that is being changed: one try for each visit of it. */
  changing: string;
  /** When the control that completes the step was last pressed: the form that it sends is the same try. */
  committedAt: number;
  /** `journey/step` → how often the customer came back to it. */
  readonly backs: Record<string, number>;
}

const LONG_AGO = -1_000_000;

export const startEffort = (): Effort => ({
  stay: 0,
  since: 0,
  usualMs: USUAL_STEP_MS,
  retries: 0,
  returns: 0,
  tries: {},
  changing: '',
  committedAt: LONG_AGO,
  backs: {},
});

export interface Arrival {
  readonly stay: number;
  readonly step: string | null;
  readonly journey: string | null;
  /** From a later step of the same journey. */
  readonly back: boolean;
  /** From the config. */
  readonly expectedMs: number | undefined;
  /** This customer's time on steps as a multiple of the usual one, where known. */
  readonly pace: number | undefined;
}

/** Another step was entered. A reload is no new one: what the customer did to get here is not undone by it. */
export function noteArrival(effort: Effort, to: Arrival, active: number): void {
  const step = `${to.journey}/${to.step}`;
  if (to.back) effort.backs[step] = (effort.backs[step] ?? 0) + 1;
  Object.assign(effort, {
    stay: to.stay,
    since: active,
    usualMs: (to.expectedMs ?? USUAL_STEP_MS) * (to.pace ?? 1),
    retries: 0,
    returns: effort.backs[step] ?? 0,
    tries: {},
    changing: '',
    committedAt: LONG_AGO,
  });
}

/** The journey is over: the next time through it, nothing has been done yet. */
export function forgetBacks({ backs }: Effort, journey: string): void {
  for (const step of Object.keys(backs)) if (step.startsWith(`${journey}/`)) delete backs[step];
}

function tried(effort: Effort, what: string, at: number): boolean {
  const { tries } = effort;
  const before = tries[what];
  if (before === undefined && Object.keys(tries).length >= MAX_TRIES) return false;
  tries[what] = at;
  if (before === undefined || at - before < SAME_TRY_MS) return false;
  effort.retries++;
  return true;
}

/** Counts what is done again: a form sent, a field filled in, the step's own button pressed. Returns whether it was. */
export function noteTry(effort: Effort, record: JournalRecord): boolean {
  const { at } = record;
  switch (record.type) {
    case 'press':
      if (!record.commit || record.disabled || record.gesture) return false;
      effort.committedAt = at;
      return tried(effort, `button ${record.target}`, at);
    case 'submit':
      if (record.search || at - effort.committedAt < SAME_TRY_MS) return false;
      return tried(effort, `form ${record.form}`, at);
    case 'field': {
      const { what, field } = record;
      if (what === 'focus' || what === 'leave') effort.changing = '';
      if ((what !== 'input' && what !== 'change') || effort.changing === field) return false;
      effort.changing = field;
      return tried(effort, `field ${field}`, at);
    }
    default:
      return false;
  }
}

const costAt = ({ since, retries, returns }: Effort, active: number): number =>
  Math.max(0, active - since) + retries * RETRY_MS + returns * BACK_MS;

/** Between 0 and 1: 0.5 at the usual effort, 2/3 at twice, 3/4 at three times the usual. */
export function effortAt(effort: Effort, active: number): number {
  const cost = costAt(effort, active);
  return cost / (cost + effort.usualMs);
}

/** Active time at which it passes `limit`, if nothing else happens. */
export const whenEffortPasses = (effort: Effort, limit: number): number | undefined =>
  limit < 1
    ? Math.floor(
        effort.since +
          (effort.usualMs * limit) / (1 - limit) -
          effort.retries * RETRY_MS -
          effort.returns * BACK_MS,
      ) + 1
    : undefined;
