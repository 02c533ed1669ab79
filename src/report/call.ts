import type { Clock } from '../core/clock.js';
import type { Guard } from '../core/guard.js';
import type { Report } from '../core/problems.js';
import type { SentEvent, WireEvent } from './events.js';
import type { Exporter } from './exporter.js';

/** Events that wait for a page that registers its function late. */
const MAX_WAITING = 200;
/** Later than that, it has been forgotten. */
const LATE_MS = 10_000;

export interface CallPort {
  /** Under one name there may be a function that help calls, or one that is told of events. */
  readonly functions: ReadonlyMap<string, (told?: never) => unknown>;
  readonly clock: Clock;
  readonly guard: Guard;
  readonly report: Report;
}

/** Calls a function of the page with each event. */
export function startCall(name: string, { functions, clock, guard, report }: CallPort): Exporter {
  let waiting: WireEvent[] = [];
  let cancel: (() => void) | undefined;

  async function call(event: SentEvent): Promise<void> {
    try {
      await functions.get(name)!(event as never);
    } catch (error) {
      report('CALL_FAILED', name, `The page's function '${name}' failed with an event; all others go on.`);
      reportError(error);
    }
  }
  function flush(): void {
    if (!functions.has(name)) return;
    for (const event of waiting.splice(0)) void call({ ...event, sent: clock.wall() });
  }
  function late(): void {
    cancel = undefined;
    flush();
    if (waiting.length > 0)
      report(
        'CALL_UNREGISTERED',
        name,
        `The page has not registered '${name}', which is to be told of events.`,
      );
  }
  return {
    send(events) {
      waiting = [...waiting, ...events].slice(-MAX_WAITING);
      flush();
      if (waiting.length > 0) cancel ??= clock.after(LATE_MS, guard('report/call', late));
    },
    leave: flush,
    stop: () => cancel?.(),
    forget() {
      waiting = [];
    },
  };
}
