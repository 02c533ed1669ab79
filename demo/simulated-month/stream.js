// @ts-check
/** One tab of a visit, as it reports: events in their order, with a clock that people move. */

/** @typedef {import('./random.js').Random} Random */
/** @typedef {{ antes: 1, type: string, sid: string, seq: number, visit: string, at: number, sent: number, [field: string]: unknown }} WireEvent */

/** Events are sent in batches. */
const BATCH_MS = 10_000;
const LEVELS = /** @type {const} */ (['calm', 'strained', 'struggling', 'stuck']);

/** @param {{ random: Random, visit: string, at: number }} start */
export function createStream({ random, visit, at }) {
  const sid = random.id();
  /** @type {WireEvent[]} */
  const events = [];
  let now = at;
  let offers = 0;
  let level = 0;
  /** @type {{ journey?: string, step?: string }} */
  let place = {};
  return {
    events,
    now: () => now,
    /** @param {number} seconds */
    wait: (seconds) => void (now += seconds * 1000),
    /** @param {{ journey?: string, step?: string }} where */
    goTo: (where) => void (place = where),
    nextOffer: () => ++offers,
    /** @param {string} type @param {Record<string, unknown>} fields */
    tell(type, fields) {
      const sent = (Math.floor(now / BATCH_MS) + 1) * BATCH_MS;
      events.push({
        antes: 1,
        type,
        sid,
        seq: events.length + 1,
        visit,
        at: Math.round(now),
        sent,
        ...place,
        ...fields,
      });
    },
    /** Up or down, one event each time. @param {typeof LEVELS[number]} name */
    reach(name) {
      const next = LEVELS.indexOf(name);
      if (next !== level) this.tell('level', { level: name, from: LEVELS[level] });
      level = next;
    },
    level: () => /** @type {typeof LEVELS[number]} */ (LEVELS[level]),
  };
}

/** @typedef {ReturnType<typeof createStream>} Stream */
