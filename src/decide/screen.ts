import type { As } from '../config/types.js';
import type { HelpRecord } from '../core/records.js';
import type { Desk } from './desk.js';
import { spokenGates, statusGate, whereGate } from './gates.js';
import { stepOf } from './limits.js';
import type { Ending } from './decision.js';
import { MAX_DISPLAYS, runOf, type OnScreen, type Unsolved } from './state.js';
import type { CompiledTrigger } from './triggers.js';
import { judge, watchFor } from './verdict.js';

/** Closed again this soon, help was mistimed: it stays away one rung longer. */
const MISTIMED_MS = 2_000;

/** For good: nothing is remembered of a visitor for longer. */
const FOREVER_MS = 400 * 86_400_000;

/** With another tab about to show help, this one does not try again for so long: it takes no longer to be seen. */
const ELSEWHERE_MS = 3_000;

/** Counts a display toward the limits. */
export function noteDisplay({ state, host }: Desk, trigger: CompiledTrigger, as: As): void {
  const { place, visiting, at, wall } = host;
  const isQuiet = as === 'hint';
  const display = {
    trigger: trigger.id,
    rank: trigger.rank,
    at,
    wall,
    stay: place.stay,
    journey: runOf(state, place),
    step: stepOf(place),
    session: visiting.session,
    ...(isQuiet && { quiet: true as const }),
  };
  state.visitor.displays = [...state.visitor.displays, display].slice(-MAX_DISPLAYS);
  if (!isQuiet) state.lastShownAt = at;
}

/** Asks the ui to take it away, and tells why. `how` it ended, unless the customer had used it. */
export function leave(
  desk: Desk,
  one: OnScreen,
  why: 'withdrawn' | 'solved',
  how: Ending = 'withdrawn',
): void {
  const { host, byId, help } = desk;
  if (one.leaving) return;
  one.leaving = true;
  one.how = how;
  if (why === 'solved') judge(desk, true, ({ offer }) => offer === one.offer);
  host.tell({ kind: 'leave', at: host.at, offer: one.offer, why });
  const trigger = byId.get(one.trigger);
  if (trigger) help(trigger, why, one.as, { offer: one.offer });
}

/** It is no longer there. Tells how it ended, if it was ever seen. */
function remove({ state, host }: Desk, one: OnScreen, how: Ending = one.how ?? 'ignored'): void {
  state.screen = state.screen.filter((other) => other !== one);
  if (one.shownAt === null) return;
  host.tell({ kind: 'ended', at: host.at, offer: one.offer, how: one.acted ? 'acted' : how });
}

/** Takes away help whose cause is gone. */
export function withdraw(desk: Desk): void {
  for (const one of desk.state.screen) {
    const trigger = desk.byId.get(one.trigger);
    if (!trigger || one.leaving) continue;
    const input = desk.input(trigger);
    // The customer goes on without having touched it.
    if (!whereGate(input).pass) leave(desk, one, 'withdrawn', 'ignored');
    else if (
      !statusGate(input).pass ||
      trigger.unless?.test(desk.judging.now) === true ||
      trigger.when.test(desk.judging.shown) !== true
    )
      leave(desk, one, 'withdrawn');
  }
}

/** Offered, and seen by nobody: it is armed again, as if it had not been its turn yet. */
function putBack({ state, host }: Desk, one: OnScreen, delayMs: number): void {
  state.screen = state.screen.filter((other) => other !== one);
  host.tell({ kind: 'leave', at: host.at, offer: one.offer, why: 'withdrawn' });
  if (one.stay !== host.place.stay) return;
  const { stay, about, because } = one;
  state.pending[one.trigger] = {
    armedAt: host.at - delayMs,
    dueAt: null,
    stay,
    about,
    because,
    heldBy: null,
  };
}

/** What was said and shown in other tabs counts for what is on screen here, and for what is about to be. */
export function reconsider(desk: Desk): void {
  for (const one of desk.state.screen) {
    const trigger = desk.byId.get(one.trigger);
    if (!trigger || one.leaving) continue;
    const closed = spokenGates(desk.input(trigger)).filter(({ pass }) => !pass);
    if (closed.length === 0) continue;
    if (one.shownAt === null) putBack(desk, one, trigger.delayMs);
    else if (closed.some(({ gate }) => gate === 'snoozed')) leave(desk, one, 'withdrawn');
  }
}

/** Deeds that failed and are remembered. */
const MAX_FAILED = 20;

/** An action was tried: what did not work is not offered first again. */
function tried({ state }: Desk, { phase, deed }: HelpRecord): void {
  if (deed === undefined || (phase !== 'failed' && phase !== 'acted')) return;
  const others = (state.failed ?? []).filter((one) => one !== deed);
  state.failed = (phase === 'failed' ? [...others, deed] : others).slice(-MAX_FAILED);
}

/** The ui, or the customer, has answered. */
export function answered(desk: Desk, record: HelpRecord): void {
  const { state, host, byId, help } = desk;
  tried(desk, record);
  const one = state.screen.find(({ offer }) => offer === record.offer);
  const trigger = one && byId.get(one.trigger);
  if (!one || !trigger) return;
  const { offer } = one;
  switch (record.phase) {
    case 'shown':
      if (record.as !== undefined) one.as = record.as as As;
      if (one.shownAt !== null) return;
      one.shownAt = host.at;
      noteDisplay(desk, trigger, one.as);
      watchFor(desk, trigger, { offer, as: one.as, about: one.about });
      help(trigger, 'shown', one.as, { offer });
      break;
    case 'withheld':
      if (record.why === 'elsewhere') {
        state.interruption.elsewhere = host.at + ELSEWHERE_MS;
        putBack(desk, one, trigger.delayMs);
        break;
      }
      remove(desk, one, 'withdrawn');
      state.unanchored[trigger.id] = host.place.stay;
      help(trigger, 'withheld', one.as, { offer, gate: record.why === 'ui-failed' ? 'ui' : 'anchor' });
      break;
    case 'dismissed':
    case 'snoozed':
      remove(desk, one, 'dismissed');
      // Closing help that was used is no refusal.
      if (!one.acted || record.phase === 'snoozed')
        for (const { id } of record.alike ? alike(desk, trigger) : [trigger])
          snooze(desk, one, id, record.forever);
      help(trigger, record.phase, one.as, { offer });
      break;
    case 'solved':
      leave(desk, one, 'solved', 'acted');
      break;
    case 'opened':
    case 'acted':
      if (record.as !== undefined) one.as = record.as as As;
      if (record.phase === 'acted') one.acted = true;
      help(trigger, record.phase, one.as, { offer });
      break;
    case 'gone':
      remove(desk, one);
      break;
    case 'rated':
      if (record.effort !== undefined) help(trigger, 'rated', one.as, { offer, effort: record.effort });
      break;
    case 'failed':
    case 'unsolved':
  }
}

/** What is there for the same reason; what names none is like nothing else. */
const alike = ({ triggers }: Desk, { id, source: { reason } }: CompiledTrigger): readonly CompiledTrigger[] =>
  triggers.filter((other) => other.id === id || (reason !== undefined && other.source.reason === reason));

function snooze({ state, host, policy }: Desk, one: OnScreen, trigger: string, forever?: true): void {
  const before = Object.hasOwn(state.visitor.snooze, trigger) ? state.visitor.snooze[trigger]!.n : 0;
  const mistimed = one.shownAt !== null && host.at - one.shownAt < MISTIMED_MS ? 1 : 0;
  const rung = Math.min(before + mistimed, policy.snoozeMs.length - 1);
  state.visitor.snooze[trigger] = {
    n: before + 1 + mistimed,
    at: host.wall,
    until: host.wall + (forever ? FOREVER_MS : (policy.snoozeMs[rung] ?? 0)),
  };
}

/** After a page load nothing is on screen; on the same step, what the customer had not closed comes back. */
export function restore(desk: Desk): void {
  const { state, host, byId } = desk;
  for (const one of state.screen) {
    if (!byId.has(one.trigger) || one.leaving || one.stay !== host.place.stay) {
      remove(desk, one);
      continue;
    }
    const { offer, trigger, content, as, because } = one;
    host.tell({ kind: 'offer', at: host.at, offer, trigger, content, as, because });
  }
}

/** The event that shows that the customer got through has come: help that was shown in time has solved it. */
export function solvedBy(desk: Desk, trigger: CompiledTrigger): void {
  const { state } = desk;
  const inTime = (one: Unsolved) => one.trigger === trigger.id && one.until >= desk.host.at;
  for (const { offer, as, control } of judge(desk, true, inTime)) {
    // Nobody was helped, so there is nothing to tell the page or to follow up.
    if (control) continue;
    const one = state.screen.find((other) => other.offer === offer && !other.leaving);
    if (one) leave(desk, one, 'solved');
    else desk.help(trigger, 'solved', as, { offer });
  }
}
