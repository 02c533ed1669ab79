import type { Inspected } from '../boot/inspect.js';
import { register } from '../ui/register.js';
import { SafeElement } from '../ui/safe.js';
import { AntesInspector } from './inspector.js';
import { startHome } from './home.js';
import { startWatch } from './watch.js';

/** Of a page there is one at most. */
const open = new WeakMap<Inspected, AntesInspector>();

/** Opens the inspector on this page, or shows the one that is open. */
export function startInspector(inspected: Inspected): void {
  const before = open.get(inspected);
  if (before) return before.unfold();
  // Stopped while this was on its way.
  if (!inspected.runtime()) return;
  SafeElement.guard = inspected.guard;
  register('antes-inspector', AntesInspector);
  const inspector = new AntesInspector();
  const watch = startWatch(inspected);
  inspector.watch = watch;
  let leave: (() => void) | undefined;
  const { cleanup } = inspected;
  const undo = (): void => stop(false);
  const stop = (over: boolean): void => {
    if (!open.delete(inspected)) return;
    // Closed while Antes goes on: what it has shown must not stay alive with it.
    if (cleanup.includes(undo)) cleanup.splice(cleanup.indexOf(undo), 1);
    leave?.();
    watch.stop(over);
    inspector.remove();
    inspector.dispatchEvent(new Event('gone'));
  };
  inspector.addEventListener('close', () => stop(true));
  cleanup.push(undo);
  open.set(inspected, inspector);
  try {
    leave = startHome(inspector);
  } catch (error) {
    // A browser without popovers, say: half of it is of no use to anybody.
    stop(true);
    throw error;
  }
}
