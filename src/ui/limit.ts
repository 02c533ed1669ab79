import { clock } from './clock.js';

const TIMES = 3;
const WITHIN_MS = 10_000;

/** How often something of ours is put back after the page took it out: a page that keeps undoing what we do wins. */
export function createLimit(): () => boolean {
  let used: number[] = [];
  return () => {
    const now = clock.now();
    used = used.filter((at) => now - at < WITHIN_MS);
    if (used.length >= TIMES) return false;
    used.push(now);
    return true;
  };
}
