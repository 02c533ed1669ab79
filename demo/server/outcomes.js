// @ts-check

/** What Antes reports. @typedef {import('../../src/report/events.js').SentEvent} SentEvent */

/** Rows of one statement: SQLite takes no more than some 32,000 values at once. */
const ROWS_AT_ONCE = 2_000;

/** @param {{ db: import('./db.js').Db }} deps */
export function createOutcomes({ db }) {
  return {
    /** Keeps each event once, however often it is sent. @param {readonly Pick<SentEvent, 'sid' | 'seq'>[]} events */
    async store(events) {
      for (let from = 0; from < events.length; from += ROWS_AT_ONCE) {
        const some = events.slice(from, from + ROWS_AT_ONCE);
        await db.run(
          `INSERT OR IGNORE INTO outcomes (sid, seq, line) VALUES ${some.map(() => '(?, ?, ?)').join(', ')}`,
          some.flatMap((event) => [event.sid, event.seq, JSON.stringify(event)]),
        );
      }
    },
    /** How many there are; tells whether anything has come since. */
    count: async () => Number((await db.one('SELECT count(*) AS n FROM outcomes'))?.['n'] ?? 0),
    /** All of them, as lines, in portions so that others get their turn. */
    async *lines(size = 10_000) {
      let after = /** @type {[string, number]} */ (['', 0]);
      for (;;) {
        const rows = await db.all(
          'SELECT sid, seq, line FROM outcomes WHERE (sid, seq) > (?, ?) ORDER BY sid, seq LIMIT ?',
          [...after, size],
        );
        for (const row of rows) yield String(row['line']);
        const last = rows.at(-1);
        if (!last || rows.length < size) return;
        after = [String(last['sid']), Number(last['seq'])];
      }
    },
  };
}
