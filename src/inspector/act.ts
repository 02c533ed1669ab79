import type { Inspected } from '../boot/inspect.js';
import type { Config, Trigger } from '../config/types.js';
import { isObject } from '../core/sound.js';
import { VISITOR_KEY } from '../core/stored-keys.js';
import { startVisitor } from '../decide/state.js';
import { withFollowUp } from './model/triggers.js';

/** Numbers of what the customer asks for go down from 0; these are far from all of them. */
let shown = -1_000_000;

const triggerOf = (config: Config, id: string): Trigger | undefined =>
  new Map(config.triggers.flatMap((one) => (one ? withFollowUp(one) : []))).get(id);

/** Shows a trigger's help, whatever its gates say. Nothing counts it. Returns what is to be said. */
export function showNow({ antes, runtime }: Inspected, id: string): string {
  const trigger = triggerOf(antes.config, id);
  const active = runtime();
  if (!trigger || !active) return `There is no trigger “${id}”.`;
  const { content, as } = trigger.show;
  active.present({ id: --shown, trigger: id, content, as, because: id });
  return `“${id}” is shown as ${as}. It was asked for here, so nothing counts it.`;
}

/** Raises a signal at this place, as if it had been detected. */
export function raise(
  { runtime }: Inspected,
  { name, target, weight }: { readonly name: string; readonly target: string; readonly weight: number },
): void {
  const active = runtime();
  active?.pass(() => {
    const { at, here } = active.engine.state;
    const { step, journey } = here.place;
    active.engine.raise({
      name,
      at,
      step,
      journey,
      target,
      count: 1,
      weight,
      because: 'The inspector has raised it',
      evidence: {},
    });
  });
}

/** Takes back what was shown, dismissed and muted, so that help comes as to somebody who has never been here. */
export function forgetVisitor({ browser, runtime }: Inspected): void {
  const active = runtime();
  if (!active) return;
  active.pass(() => {
    const { decide } = active.engine.state;
    decide.visitor = startVisitor();
    decide.lastShownAt = null;
  });
  const kept = browser.read(VISITOR_KEY);
  if (isObject(kept)) browser.write(VISITOR_KEY, { ...kept, visitor: startVisitor() });
  active.save();
}
