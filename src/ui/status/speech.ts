import type { Clock } from '../../core/clock.js';
import type { Guard } from '../../core/guard.js';

/** Who listens to a page is not told more often than this. */
export const QUIET_MS = 30_000;

/** Says what has changed, at most every 30 s; of what changes meanwhile only the latest. */
export function createSpeech(
  clock: Clock,
  guard: Guard,
  tell: (text: string) => void,
): { say(text: string): void; stop(): void } {
  let quiet: (() => void) | undefined;
  let held: string | undefined;
  const next = guard('ui/status', () => {
    quiet = undefined;
    const text = held;
    held = undefined;
    if (text !== undefined) say(text);
  });
  function say(text: string): void {
    if (quiet) {
      held = text;
      return;
    }
    tell(text);
    quiet = clock.after(QUIET_MS, next);
  }
  return {
    say,
    stop() {
      quiet?.();
      held = undefined;
    },
  };
}
