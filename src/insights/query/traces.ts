import type { Trace } from '../model.js';
import type { Names } from '../names.js';
import type { Database, Row } from './database.js';
import { sentenceOf, whyOf } from '../sentences.js';

const MOST = 10;
/** A visit longer than that is told by its beginning. */
const LINES = 40;

/** Visits that say most, of as many kinds as possible: where they struggled and by what sign tells kinds apart. */
const PICKED = `
  WITH places AS (
    SELECT visit, min(step) FILTER (peak = worst) AS step FROM (
      SELECT *, max(peak) OVER (PARTITION BY visit) AS worst FROM struggles) GROUP BY visit
  ), signs AS (
    SELECT visit, max_by(signal, (there, n, signal)) AS sign, sum(n) AS signs FROM (
      SELECT events.visit, signal, max(events.step IS NOT DISTINCT FROM places.step) AS there, count(*) AS n
      FROM events LEFT JOIN places ON places.visit = events.visit
      WHERE kind = 'signal' AND signal IS NOT NULL GROUP BY events.visit, signal)
    GROUP BY visit
  ), ends AS (
    SELECT visit, count(*) FILTER (kind = 'help' AND phase = 'dismissed') AS dismissed,
      count(*) FILTER (kind = 'contact' AND again <= 7) AS again
    FROM events WHERE kind IN ('help', 'contact') GROUP BY visit
  ), scored AS (
    SELECT visits.visit, visits.peak, visits.contacted, visits.completed, visits.held, places.step, signs.sign,
      visits.started_at, coalesce(ends.again, 0) AS again, coalesce(ends.dismissed, 0) AS dismissed,
      CASE visits.peak WHEN 'stuck' THEN 3 WHEN 'struggling' THEN 2 ELSE 0 END
        + CASE WHEN NOT visits.contacted AND NOT visits.completed THEN 3 ELSE 0 END
        + least(coalesce(signs.signs, 0), 6) * 0.5 + least(coalesce(ends.dismissed, 0), 2)
        + CASE WHEN coalesce(ends.again, 0) > 0 THEN 2 ELSE 0 END AS score
    FROM visits LEFT JOIN signs USING (visit) LEFT JOIN places USING (visit) LEFT JOIN ends USING (visit)
    WHERE visits.peak >= 'struggling' OR (visits.contacted AND coalesce(signs.signs, 0) > 1)
  ), ranked AS (
    SELECT *, row_number() OVER (PARTITION BY step, sign ORDER BY score DESC, started_at, visit) AS nth FROM scored
  )
  SELECT visit::VARCHAR AS visit, peak, contacted, completed, held, step, sign, again, dismissed, started_at
  FROM ranked ORDER BY nth, score DESC, started_at, visit LIMIT ${MOST}`;

export async function traces(database: Database, names: Names): Promise<readonly Trace[]> {
  const picked = await database.rows(PICKED);
  if (picked.length === 0) return [];
  const events = await database.rows(
    `SELECT visit::VARCHAR AS visit, sid::VARCHAR AS sid, "at", kind, phase, step, journey, device, lang, held, signal, times,
       "level", "trigger", reason, gate, effort, channel, active, again
     FROM events WHERE visit IN (${picked.map(({ visit }) => String(visit)).join(', ')}) ORDER BY "at", sid, seq`,
  );
  return picked.map((visit) => {
    const own = events.filter((event) => event['visit'] === visit['visit']);
    return { at: Number(visit['started_at']), why: whyOf(visit, names), lines: linesOf(own, names) };
  });
}

/** What happens in the same second is one line; what says the same as just before is left out. */
function linesOf(events: readonly Row[], names: Names): Trace['lines'] {
  const lines: { at: number; text: string }[] = [];
  let before: string | undefined;
  for (const event of events) {
    const text = sentenceOf(event, names);
    if (text === undefined || text === before) continue;
    before = text;
    const at = Number(event['at']);
    const last = lines.at(-1);
    if (last && at - last.at < 1000) last.text += `. ${text}`;
    else lines.push({ at, text });
  }
  return lines.slice(0, LINES);
}
