import type { Clock } from './clock.js';
import { quietly } from './quietly.js';

/**
 * What becomes of `work`, or `late` where that takes longer than `ms`; then `abort` is told. Not every `fetch` listens to
 * that: whatever the page has made of it must not keep anybody waiting.
 */
export async function inTime<T>(
  clock: Clock,
  ms: number,
  abort: AbortController,
  late: T,
  work: () => Promise<T>,
): Promise<T> {
  let cancel = () => {};
  const end = new Promise<T>((done) => {
    cancel = clock.after(ms, () => {
      done(late);
      quietly(() => abort.abort())();
    });
  });
  try {
    return await Promise.race([work(), end]);
  } finally {
    cancel();
  }
}
