import { systemClock } from '../core/clock.js';

/** Allows `times` in any `withinMs`; a page that keeps undoing what we do wins. */
export function createLimit(times: number, withinMs: number): () => boolean {
  let used: number[] = [];
  return () => {
    const now = systemClock.now();
    used = used.filter((at) => now - at < withinMs);
    if (used.length >= times) return false;
    used.push(now);
    return true;
  };
}

/** How often something of ours is put back after the page took it out. */
export const PUT_BACK_TIMES = 3;
export const PUT_BACK_WITHIN_MS = 10_000;
