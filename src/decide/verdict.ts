import type { Desk } from './desk.js';
import type { Unsolved } from './state.js';
import type { CompiledTrigger } from './triggers.js';

/** From now on it is watched whether the problem is solved, where the trigger says how to tell. */
export function watchFor(
  { state, host }: Desk,
  { id, solved }: CompiledTrigger,
  what: Pick<Unsolved, 'offer' | 'as' | 'about' | 'control'>,
): void {
  if (!solved) return;
  state.unsolved.push({ trigger: id, until: host.at + solved.withinMs, ...what });
}

/** Says of those it fits how it ended, once. */
export function judge(
  { state, host }: Desk,
  solved: boolean,
  fits: (one: Unsolved) => boolean,
): readonly Unsolved[] {
  const judged = state.unsolved.filter(fits);
  // Before it is told: what is told may be the very event that solves it.
  state.unsolved = state.unsolved.filter((one) => !judged.includes(one));
  for (const { offer } of judged) host.tell({ kind: 'verdict', at: host.at, offer, solved });
  return judged;
}

/** What was not solved in time. */
export function giveUp(desk: Desk): void {
  const { state, host } = desk;
  // After each record: most of the time nothing is watched.
  if (state.unsolved.length === 0) return;
  judge(desk, false, ({ until }) => until < host.at);
  const next = Math.min(...state.unsolved.map(({ until }) => until));
  // The last moment itself still counts.
  if (next !== Infinity) host.wake(next + 1, 'verdict');
}
