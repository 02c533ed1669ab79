import type { Source } from '../config/types.js';
import { parseDuration } from '../core/duration.js';
import type { SourcesPort } from './port.js';

/** The default of the schema. */
const STALE_AFTER_MS = 600_000;

/** Says when news have become old. */
export function watchAge(
  { staleAfter }: Source,
  { clock, guard }: Pick<SourcesPort, 'clock' | 'guard'>,
  name: string,
  old: () => void,
): { isOld(asOf: number): boolean; since(asOf: number): void; stop(): void } {
  const afterMs = parseDuration(staleAfter) ?? STALE_AFTER_MS;
  let cancel: (() => void) | undefined;
  return {
    isOld: (asOf) => clock.wall() - asOf >= afterMs,
    since(asOf) {
      cancel?.();
      cancel = clock.after(Math.max(0, asOf + afterMs - clock.wall()), guard(`sources/${name}`, old));
    },
    stop: () => cancel?.(),
  };
}
