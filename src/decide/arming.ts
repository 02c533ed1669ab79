import type { Happening } from '../core/happenings.js';
import type { Desk } from './desk.js';
import type { Judging } from './rule.js';
import { aboutOf } from './state.js';
import type { CompiledTrigger } from './triggers.js';

/** A trigger whose condition has come true is armed, unless it is on its way or on screen already. */
export function arm(
  { state, host }: Desk,
  trigger: CompiledTrigger,
  cause: Happening | undefined,
  now: Judging,
): void {
  if (state.pending[trigger.id] || state.screen.some((one) => one.trigger === trigger.id)) return;
  if (trigger.when.test(now) !== true) return;
  state.pending[trigger.id] = {
    armedAt: host.at,
    dueAt: null,
    stay: host.place.stay,
    about: cause ? aboutOf(cause) : null,
    because: cause?.name ?? '',
    heldBy: null,
  };
}

/** Not meant for this customer here and now: nothing was withheld from them. */
const NOT_MEANT: readonly (string | null)[] = [null, 'enabled', 'status', 'schedule', 'where', 'audience'];

/** An armed trigger no longer is; if something had kept it back until now, that is told. */
export function disarm({ state, help }: Desk, trigger: CompiledTrigger): void {
  const { heldBy } = state.pending[trigger.id]!;
  delete state.pending[trigger.id];
  if (!NOT_MEANT.includes(heldBy)) help(trigger, 'withheld', trigger.source.show.as, { gate: heldBy! });
}

/** Armed triggers live for the step, unless their delay needs longer. */
export function leaveStep(desk: Desk): void {
  const { state, host, byId } = desk;
  for (const id of Object.keys(state.pending)) {
    const trigger = byId.get(id);
    const { stay, armedAt } = state.pending[id]!;
    if (!trigger || trigger.follows || stay === host.place.stay) continue;
    if (host.at < armedAt + trigger.delayMs) continue;
    disarm(desk, trigger);
    // What led to it is over with the step.
    trigger.when.consume(desk.judging.now);
  }
}
