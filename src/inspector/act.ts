import type { Inspected } from '../boot/inspect.js';
import type { Config, Trigger } from '../config/types.js';

/** Numbers of what the customer asks for go down from 0; these are far from all of them. */
let shown = -1_000_000;

const triggerOf = (config: Config, id: string): Trigger | undefined =>
  config.triggers.find((one) => one?.id === id);

export const followUpOf = (config: Config, id: string): boolean =>
  triggerOf(config, id)?.solved?.then !== undefined;

/** Shows a trigger's help, whatever its gates say. Nothing counts it. Returns what is to be said. */
export function showNow({ antes, runtime }: Inspected, id: string): string {
  const trigger = triggerOf(antes.config, id);
  const active = runtime();
  if (!trigger || !active) return `There is no trigger “${id}”.`;
  const { content, as } = trigger.show;
  active.present({ id: --shown, trigger: id, content, as, because: id });
  return `“${id}” is shown as ${as}. It was asked for here, so nothing counts it.`;
}
