import { disarm } from './arming.js';
import type { Desk } from './desk.js';
import { interruptionGate } from './gates.js';
import { pass, wakeUp } from './rest.js';
import { leave, noteDisplay } from './screen.js';
import type { OnScreen, Pending } from './state.js';
import { variantOf, type CompiledTrigger } from './triggers.js';
import { watchFor } from './verdict.js';

interface Contender {
  readonly trigger: CompiledTrigger;
  readonly pending: Pending;
  /** It is in a control arm: everything is judged as if it showed, and it does not. */
  readonly control: string | undefined;
}

/** Triggers that could show now but for the moment, best first. */
function contenders(desk: Desk): Contender[] {
  const { state, host, byId, rests } = desk;
  if (rests.place !== host.place) wakeUp(rests);
  rests.place = host.place;
  const ready: Contender[] = [];
  if (host.at < rests.all) return ready;
  let all = Infinity;
  for (const id of Object.keys(state.pending)) {
    const trigger = byId.get(id);
    const pending = state.pending[id]!;
    if (!trigger) {
      // Armed under another config, which had this trigger.
      delete state.pending[id];
      continue;
    }
    let until = rests.until.get(id) ?? pending.armedAt + trigger.delayMs;
    if (host.at < until) {
      if (!rests.until.has(id)) host.wake(until, 'look');
    } else {
      const { closed, control, lasts } = pass(desk.input(trigger));
      pending.heldBy = closed?.gate ?? null;
      until = lasts;
      if (!closed) ready.push({ trigger, pending, control });
      else if (closed.gate === 'when' || closed.gate === 'unless') disarm(desk, trigger);
      else if (closed.until !== undefined) host.wake(closed.until, 'look');
    }
    rests.until.set(id, until);
    all = Math.min(all, until);
  }
  rests.all = all;
  // The struggle of one step is the same for all of them: after the class, the order in the file decides.
  return ready.sort((a, b) => a.trigger.rank - b.trigger.rank || a.trigger.index - b.trigger.index);
}

/** What is on screen and need not give way: only an incident takes the place of something less, and a hint gives its own to all that matters more. */
export function occupant({ state, byId }: Desk, best: CompiledTrigger): OnScreen | undefined {
  const there = state.screen.find((one) => one.as !== 'badge' && !one.leaving);
  const rank = there && byId.get(there.trigger)?.rank;
  const givesWay = rank !== undefined && rank > best.rank && (best.rank === 0 || there?.as === 'hint');
  return givesWay ? undefined : there;
}

/** Offers the best of those that are due, if this is the moment. Losers stay armed and are judged again. */
export function showBest(desk: Desk): void {
  const { state, host } = desk;
  const ready = contenders(desk);
  const best = ready[0];
  if (!best) return;
  for (const { pending } of ready.slice(1)) pending.heldBy = 'contest';
  const { trigger, pending, control } = best;
  if (occupant(desk, trigger)) {
    pending.heldBy = 'contest';
    return;
  }
  // Nobody would see it, and the wait for the customer does not count toward giving up.
  const { hidden, elsewhere } = state.interruption;
  if (hidden || host.at < elsewhere) {
    pending.heldBy = 'interruption';
    if (!hidden) host.wake(elsewhere, 'look');
    return;
  }
  // Only the wait for the moment counts toward giving up, not the wait for others.
  pending.dueAt ??= host.at;
  const moment = interruptionGate(desk.input(trigger));
  const giveUpAt = pending.dueAt + trigger.giveUpMs;
  if (!moment.pass && host.at < giveUpAt) {
    pending.heldBy = 'interruption';
    host.wake(giveUpAt, 'look');
    if (moment.until !== undefined) host.wake(moment.until, 'look');
    return;
  }
  const variant = variantOf(trigger.source, host.visiting);
  // Where the moment never came, a badge waits without interrupting.
  const as = moment.pass ? (variant?.as ?? trigger.source.show.as) : 'badge';
  delete state.pending[trigger.id];
  trigger.when.consume(desk.judging.now);
  if (control !== undefined) {
    noteDisplay(desk, trigger, as);
    wakeUp(desk.rests);
    const held = state.nextOffer++;
    watchFor(desk, trigger, { offer: held, as, about: pending.about, control: true });
    desk.help(trigger, 'withheld', as, { offer: held, gate: control });
    // Nothing is on screen, so the next one has its turn.
    host.wake(host.at, 'look');
    return;
  }
  for (const one of state.screen) if (one.as !== 'badge') leave(desk, one, 'withdrawn');
  const offer = state.nextOffer++;
  const { about, because } = pending;
  const content = variant?.content ?? trigger.source.show.content;
  state.screen.push({
    offer,
    trigger: trigger.id,
    content,
    as,
    shownAt: null,
    stay: host.place.stay,
    about,
    because,
    leaving: false,
  });
  host.tell({ kind: 'offer', at: host.at, offer, trigger: trigger.id, content, as, because });
}
