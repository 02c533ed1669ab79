// @ts-check
import { MINUTE_MS } from './clock.js';

/** Only days that are over count, so once in a while is often enough. */
const LOOK_AGAIN_MS = 10 * MINUTE_MS;

/**
 * Turns off what does harm: help after which fewer visits end in an order than without it, beyond doubt.
 * @param {{ clock: import('./clock.js').Clock, insights: ReturnType<typeof import('./insights.js').createInsights> }} deps
 */
export function createGuardrail({ clock, insights }) {
  let lookedAt = -Infinity;
  /** @type {string[]} */
  let off = [];

  async function look() {
    const triggers = (await insights.figures())?.triggers ?? [];
    off = triggers.filter((one) => one.guardrail.verdict === 'harmful').map(({ trigger }) => trigger);
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
