// @ts-check
import { MINUTE_MS } from './clock.js';

/** Days are looked at when they are over, so once in a while is often enough. */
const LOOK_AGAIN_MS = 10 * MINUTE_MS;

/**
 * Turns off what does harm: help after which fewer visits end in an order than without it, beyond doubt.
 * @param {{ clock: import('./clock.js').Clock, outcomes: ReturnType<typeof import('./outcomes.js').createOutcomes>,
 *   load: typeof import('./report.js').loadReport }} deps
 */
export function createGuardrail({ clock, outcomes, load }) {
  let lookedAt = -Infinity;
  /** @type {string[]} */
  let off = [];

  async function look() {
    const { guardrail } = await load();
    const days = await outcomes.days(clock.now());
    off = [...days]
      .filter(([, counts]) => guardrail(counts).verdict === 'harmful')
      .map(([trigger]) => trigger);
    return off;
  }
  return {
    look,
    /** Ids of the triggers that are to be off, as of the last look: pages do not wait for the next. */
    off() {
      if (clock.now() - lookedAt >= LOOK_AGAIN_MS) {
        lookedAt = clock.now();
        // Without the build there is nobody to judge; what was off stays so.
        look().catch(() => {});
      }
      return off;
    },
  };
}
