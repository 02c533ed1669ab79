// @ts-check
import { DAY_MS } from './clock.js';

/**
 * What Antes reports: one line per event, as it came. The few things that are asked for often are columns.
 * @typedef {{ sid: string, seq: number, visit: string, at: number, type: string, trigger?: string, phase?: string, gate?: string }} OutcomeEvent
 * @typedef {{ visits: number, completed: number, contacted: number }} ArmCounts
 * @typedef {{ shown: ArmCounts, control: ArmCounts }} Day
 */

/** Rows of one statement: SQLite takes no more than some 32,000 values at once. */
const ROWS_AT_ONCE = 500;

/** Whether the visit saw the help, or was left without it to compare with. @param {OutcomeEvent} event */
function armOf({ type, phase, gate }) {
  if (type !== 'help') return null;
  if (phase === 'shown') return 'shown';
  return phase === 'withheld' && (gate === 'holdout' || gate === 'experiment') ? 'control' : null;
}

const nobody = () => ({ visits: 0, completed: 0, contacted: 0 });

/** @param {OutcomeEvent} event */
const rowOf = (event) => [
  event.sid,
  event.seq,
  event.visit,
  event.at,
  event.type,
  event.trigger ?? null,
  armOf(event),
  JSON.stringify(event),
];

/** @param {{ db: import('./db.js').Db }} deps */
export function createOutcomes({ db }) {
  return {
    /** Keeps each event once, however often it is sent. @param {readonly OutcomeEvent[]} events */
    async store(events) {
      for (let from = 0; from < events.length; from += ROWS_AT_ONCE) {
        const rows = events.slice(from, from + ROWS_AT_ONCE).map(rowOf);
        await db.run(
          `INSERT OR IGNORE INTO outcomes (sid, seq, visit, at, type, trigger_id, arm, line)
           VALUES ${rows.map(() => '(?, ?, ?, ?, ?, ?, ?, ?)').join(', ')}`,
          rows.flat(),
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
    /**
     * Of each trigger, day by day, the visits that saw its help and those that were left without, and how many of them
     * bought or turned to a person. Only days that ended before `until`: one that goes on may still change.
     * @param {number} until @returns {Promise<Map<string, Day[]>>}
     */
    async days(until) {
      const rows = await db.all(
        `WITH exposed AS (
           SELECT trigger_id, arm, visit, min(at) / ${DAY_MS} AS day FROM outcomes WHERE arm IS NOT NULL GROUP BY 1, 2, 3),
         bought AS (SELECT DISTINCT visit, 1 AS yes FROM outcomes
           WHERE type = 'journey' AND json_extract(line, '$.phase') = 'completed'),
         asked AS (SELECT DISTINCT visit, 1 AS yes FROM outcomes WHERE type = 'contact')
         SELECT trigger_id, arm, day, count(*) AS visits,
           count(bought.yes) AS completed, count(asked.yes) AS contacted
         FROM exposed LEFT JOIN bought USING (visit) LEFT JOIN asked USING (visit)
         WHERE day < ? GROUP BY 1, 2, 3 ORDER BY 1, 3`,
        [Math.floor(until / DAY_MS)],
      );
      /** @type {Map<string, Map<number, Day>>} */
      const triggers = new Map();
      for (const row of rows) {
        const trigger = String(row['trigger_id']);
        const days = triggers.get(trigger) ?? new Map();
        triggers.set(trigger, days);
        const day = days.get(Number(row['day'])) ?? { shown: nobody(), control: nobody() };
        days.set(Number(row['day']), day);
        day[row['arm'] === 'shown' ? 'shown' : 'control'] = {
          visits: Number(row['visits']),
          completed: Number(row['completed']),
          contacted: Number(row['contacted']),
        };
      }
      return new Map([...triggers].map(([trigger, days]) => [trigger, [...days.values()]]));
    },
  };
}
