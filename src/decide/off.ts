import type { Desk } from './desk.js';
import type { Visitor } from './state.js';

/** Turned off for harm, and never heard of again: after a week it is tried anew. */
const OFF_MS = 7 * 86_400_000;

/** Wall-clock time until which a trigger is off for the harm it does. */
export const offUntil = ({ off }: Visitor, trigger: string): number =>
  off?.triggers.includes(trigger) ? off.at + OFF_MS : 0;

/** These are off from now on, and no others. Returns those of them that were not. */
export function turnOff({ state, host, byId }: Desk, triggers: readonly string[]): readonly string[] {
  const before = triggers.filter((id) => offUntil(state.visitor, id) > host.wall);
  state.visitor = { ...state.visitor, off: { triggers, at: host.wall } };
  const fresh = triggers.filter((id) => byId.has(id) && !before.includes(id));
  for (const trigger of fresh) host.tell({ kind: 'off', at: host.at, trigger });
  return fresh;
}

/** Those that are off on this page. */
export const allOff = ({ state, host, byId }: Desk): readonly string[] =>
  (state.visitor.off?.triggers ?? []).filter((id) => byId.has(id) && offUntil(state.visitor, id) > host.wall);
