import type { Place } from '../core/happenings.js';
import type { Lookup } from '../core/matcher.js';
import type { Data } from '../core/records.js';
import { mayInterrupt } from './interruption.js';
import { judgeLimit } from './limits.js';
import { runOf, type DecideHost, type DecideState } from './state.js';
import { offUntil } from './off.js';
import { isHeld, type CompiledPolicy } from './policy.js';
import { variantOf, type CompiledTrigger } from './triggers.js';
import type { Judging } from './rule.js';

/** One question on the way to being shown. All are answered, so that a trace never stops at the first "no". */
export interface Gate {
  readonly gate: string;
  readonly pass: boolean;
  /** What was compared, for people. */
  readonly value: string;
  /** The same as numbers and names, for sentences in other languages. */
  readonly data?: Data;
  /** Session time at which a "no" may turn by itself. */
  readonly until?: number;
}

export interface GateInput {
  readonly trigger: CompiledTrigger;
  readonly policy: CompiledPolicy;
  readonly state: DecideState;
  readonly host: DecideHost;
  /** For `when`: what happened stays so once it has armed the trigger. */
  readonly now: Judging;
  /** For `unless`: what holds right now. */
  readonly plain: Judging;
  readonly facts: Lookup;
  matchesPath(pattern: string): boolean;
}

const gate = (name: string, pass: boolean, value: string, until?: number, data?: Data): Gate => ({
  gate: name,
  pass,
  value,
  ...(data && { data }),
  ...(until === undefined ? {} : { until }),
});

export type Ask = (input: GateInput) => Gate;

const enabledGate: Ask = ({ policy: { enabled } }) =>
  gate('enabled', enabled, enabled ? 'on' : 'switched off by policy.enabled');

const consentGate: Ask = () => gate('consent', true, 'not needed to help');

const experimentGate: Ask = ({ trigger, host }) => {
  const variant = variantOf(trigger.source, host.visiting);
  return gate(
    'experiment',
    variant?.nothing !== true,
    variant ? `variant ${variant.name}` : 'none',
    undefined,
    variant && { variant: variant.name },
  );
};

const whenGate: Ask = ({ trigger, state, now }) =>
  gate(
    'when',
    trigger.when.test(now) === true,
    state.pending[trigger.id]
      ? 'armed'
      : state.screen.some((one) => one.trigger === trigger.id)
        ? 'on screen'
        : 'not armed',
  );

/** Whether it is meant for this step of this journey. */
export const isMeantFor = ({ journeys, steps }: CompiledTrigger, { step, journey }: Place): boolean =>
  (journeys === undefined || (journey !== null && journeys.includes(journey))) &&
  (steps === undefined || (step !== null && (steps.includes(step) || steps.includes(`${journey}/${step}`))));

/** Whether this is the place. */
export function whereGate({ trigger, host, matchesPath }: GateInput): Gate {
  const { url, notUrl, device } = trigger.source.where ?? {};
  const { step, journey, path } = host.place;
  const pass =
    isMeantFor(trigger, host.place) &&
    (url === undefined || matchesPath(url)) &&
    (notUrl === undefined || !matchesPath(notUrl)) &&
    (device === undefined || device === host.visiting.device);
  return gate(
    'where',
    pass,
    `${journey ?? 'no journey'}, ${step ?? 'no step'}, ${path}, ${host.visiting.device}`,
    undefined,
    { journey: journey ?? '', step: step ?? '', path, device: host.visiting.device },
  );
}

/** Drafts, tests, and what was found to do harm. */
export function statusGate({ trigger, state, host }: GateInput): Gate {
  const until = offUntil(state.visitor, trigger.id);
  if (until > host.wall)
    return gate('status', false, 'turned off: it does harm', host.at + until - host.wall, { harmful: true });
  const { status } = trigger;
  return gate('status', status === 'live' || (status === 'test' && host.visiting.test), status);
}

/** Visitors who see nothing, to compare with. What everybody has to know is told to them as well. */
function holdoutGate({ trigger, policy: { holdout }, host }: GateInput): Gate {
  if (!holdout) return gate('holdout', true, 'none');
  if (trigger.rank === 0) return gate('holdout', true, 'not for incidents');
  const held = isHeld(holdout, host.visiting);
  return gate(
    'holdout',
    !held,
    `${holdout.name}: ${held ? 'in' : 'not in'} the ${holdout.share * 100} % that see nothing`,
    undefined,
    { name: holdout.name, share: holdout.share },
  );
}

function audienceGate({ trigger, facts, host }: GateInput): Gate {
  if (!trigger.audience) return gate('audience', true, 'everybody');
  let until = Infinity;
  const pass = trigger.audience(facts, host.wall, (wall) => (until = Math.min(until, wall)));
  return gate('audience', pass, 'audience', until === Infinity ? undefined : host.at + until - host.wall);
}

function unlessGate({ trigger, plain }: GateInput): Gate {
  const verdict = trigger.unless?.test(plain);
  return gate(
    'unless',
    verdict !== true,
    trigger.unless === undefined ? 'nothing' : verdict === true ? 'holds' : 'does not hold',
  );
}

function scheduleGate({ trigger, host }: GateInput): Gate {
  const { open, until } = trigger.inSchedule(host.wall);
  const value = trigger.source.schedule === undefined ? 'always' : open ? 'open' : 'closed';
  return gate('schedule', open, value, until === undefined ? undefined : host.at + until - host.wall);
}

const lasting = (minutes: number): string =>
  minutes > 2 * 1_440
    ? `${Math.round(minutes / 1_440)} days`
    : minutes > 120
      ? `${Math.round(minutes / 60)} h`
      : `${minutes} min`;

function quietGate({ trigger, state, host }: GateInput): Gate {
  const { mutedUntil, snooze } = state.visitor;
  const until = Math.max(mutedUntil, Object.hasOwn(snooze, trigger.id) ? snooze[trigger.id]!.until : 0);
  if (until <= host.wall) return gate('snoozed', true, 'no');
  const minutes = Math.ceil((until - host.wall) / 60_000);
  return gate(
    'snoozed',
    false,
    `${until === mutedUntil ? 'muted' : 'dismissed'}, for another ${lasting(minutes)}`,
    host.at + until - host.wall,
    { minutes, muted: until === mutedUntil },
  );
}

function limitGate({ trigger, policy, state, host }: GateInput): Gate {
  const now = {
    place: host.place,
    run: runOf(state, host.place),
    session: host.visiting.session,
    wall: host.wall,
  };
  const { displays } = state.visitor;
  const own = displays.filter((display) => display.trigger === trigger.id);
  // An incident is told however much was shown before; what it says of itself still counts.
  const shared =
    trigger.rank === 0
      ? []
      : policy.limits.map((limit) =>
          judgeLimit(
            limit,
            displays.filter(({ rank, quiet }) => rank > 0 && !quiet),
            now,
          ),
        );
  const verdicts = [...shared, ...trigger.limits.map((limit) => judgeLimit(limit, own, now))];
  const closed = verdicts.filter(({ pass }) => !pass);
  const until =
    closed.length > 0 && closed.every((v) => v.until !== undefined)
      ? Math.max(...closed.map((v) => v.until!))
      : undefined;
  const text = (closed.length > 0 ? closed : verdicts).map((v) => v.text).join('; ');
  // The one that stays spent for longest is the one to tell about.
  const last = closed.find((v) => v.until === undefined) ?? closed.find((v) => v.until === until);
  return gate(
    'limits',
    closed.length === 0,
    text || 'none',
    until === undefined ? undefined : host.at + until - host.wall,
    last && { used: last.used, times: last.times, per: last.per },
  );
}

/** Since help was last shown, in this tab or in another one. */
function sinceLast({ state, host }: GateInput): number | undefined {
  const here = state.lastShownAt === null ? Infinity : host.at - state.lastShownAt;
  const wall = state.visitor.displays.findLast(({ quiet }) => !quiet)?.wall;
  // A display in the future is of a clock that was set back since.
  const anywhere = wall === undefined || wall > host.wall ? Infinity : host.wall - wall;
  const since = Math.min(here, anywhere);
  return since === Infinity ? undefined : since;
}

function gapGate(input: GateInput): Gate {
  const { trigger, policy, host } = input;
  if (trigger.rank <= 1) return gate('gap', true, 'not for incidents and blockers');
  const since = sinceLast(input);
  if (since === undefined) return gate('gap', true, 'nothing shown yet');
  return gate(
    'gap',
    since >= policy.gapMs,
    `${Math.round(since / 1000)} s of ${policy.gapMs / 1000} s since the last help`,
    host.at + policy.gapMs - since,
    { since, gap: policy.gapMs },
  );
}

/** What the customer has said and seen before, in any tab. */
const SPOKEN: readonly Ask[] = [quietGate, limitGate, gapGate];

/** Whether it is meant for this customer, here and now. */
const MEANT: readonly Ask[] = [
  enabledGate,
  statusGate,
  consentGate,
  scheduleGate,
  whereGate,
  audienceGate,
  holdoutGate,
  experimentGate,
];

/** The gates up to the contest, in order (spec.md §4.6). */
export const PRE_GATES: readonly Ask[] = [...MEANT, whenGate, unlessGate, ...SPOKEN];

export const isCauseGate = (ask: Ask): boolean => ask === whenGate || ask === unlessGate;

export const preGates = (input: GateInput): Gate[] => PRE_GATES.map((ask) => ask(input));

export const spokenGates = (input: GateInput): Gate[] => SPOKEN.map((ask) => ask(input));

/** Only at the moment of display: may help interrupt now? */
export function interruptionGate({ trigger, policy, state, host }: GateInput): Gate {
  const { open, because, at, ago } = mayInterrupt(state.interruption, trigger.at, policy.wait, host.at);
  return gate('interruption', open, because, at, ago === undefined ? undefined : { ago });
}

/** The ui answers whether the anchor is there; a missing one is remembered for the step. */
export function anchorGate({ trigger, state, host }: GateInput): Gate {
  const missing = state.unanchored[trigger.id] === host.place.stay;
  return gate(
    'anchor',
    !missing,
    missing
      ? 'not on this page'
      : trigger.source.show.anchor === undefined
        ? 'none needed'
        : 'looked up when shown',
  );
}

/** A control arm sees nothing, but everything else is judged and logged as if it did. */
export const isControlGate = ({ gate: name }: Gate): boolean => name === 'holdout' || name === 'experiment';
