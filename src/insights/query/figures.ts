import { guardrail, type ArmCounts, type Guardrail, type GuardrailCounts } from '../statistics/guardrail.js';
import type { Database, Row } from './database.js';
import { DAY_MS } from './tables.js';

const one = async (database: Database, sql: string): Promise<Row> => (await database.rows(sql))[0]!;

export const totals = (database: Database): Promise<Row> =>
  one(
    database,
    `SELECT count(*) AS visits,
       count(*) FILTER (peak >= 'strained') AS strained,
       count(*) FILTER (peak >= 'struggling') AS struggling,
       count(*) FILTER (peak >= 'stuck') AS stuck,
       count(*) FILTER (peak >= 'struggling' AND NOT contacted AND NOT completed) AS silent,
       (SELECT count(*) FROM events WHERE kind = 'journey' AND phase = 'started') AS started,
       (SELECT count(*) FROM events WHERE kind = 'journey' AND phase = 'completed') AS completed,
       (SELECT count(*) FROM events WHERE kind = 'contact') AS contacts,
       (SELECT count(*) FROM offers) AS shown,
       (SELECT count(*) FROM offers WHERE NOT finished) AS unfinished,
       (SELECT count(*) FROM offers SEMI JOIN judged USING ("trigger")) AS judged,
       (SELECT count(*) FROM offers SEMI JOIN judged USING ("trigger") WHERE solved) AS solved,
       (SELECT min("at") FROM events) AS first, (SELECT max("at") FROM events) AS last
     FROM visits`,
  );

export const journeys = (database: Database): Promise<readonly Row[]> =>
  database.rows(
    `SELECT journey, count(*) FILTER (phase = 'started') AS started, count(*) FILTER (phase = 'completed') AS completed
     FROM events WHERE kind = 'journey' AND journey IS NOT NULL GROUP BY journey ORDER BY started DESC, journey`,
  );

export const steps = (database: Database): Promise<readonly Row[]> =>
  database.rows(
    `WITH walked AS (
       SELECT journey, step,
         count(DISTINCT visit) FILTER (phase = 'entered') AS entered,
         count(DISTINCT visit) FILTER (phase = 'completed') AS completed,
         median(active) FILTER (phase IN ('completed', 'left')) AS active,
         coalesce(sum(retries) FILTER (phase IN ('completed', 'left')), 0) AS retries,
         coalesce(sum(backs) FILTER (phase IN ('completed', 'left')), 0) AS backs,
         min(seq) FILTER (phase = 'entered') AS earliest
       FROM events WHERE kind = 'step' GROUP BY journey, step
     ), struggled AS (
       SELECT struggles.journey, struggles.step,
         count(*) AS strained,
         count(*) FILTER (struggles.peak >= 'struggling') AS struggling,
         count(*) FILTER (struggles.peak >= 'stuck') AS stuck,
         count(*) FILTER (struggles.peak >= 'struggling' AND NOT visits.contacted AND NOT visits.completed) AS silent
       FROM struggles JOIN visits ON visits.visit = struggles.visit GROUP BY struggles.journey, struggles.step
     ), talked AS (
       SELECT journey, step, count(DISTINCT visit) AS contacted FROM events WHERE kind = 'contact' GROUP BY journey, step
     ), places AS (
       SELECT journey, step FROM walked UNION SELECT journey, step FROM struggled UNION SELECT journey, step FROM talked
     )
     SELECT places.journey, places.step, coalesce(entered, 0) AS entered, coalesce(completed, 0) AS completed,
       coalesce(strained, 0) AS strained, coalesce(struggling, 0) AS struggling, coalesce(stuck, 0) AS stuck,
       coalesce(silent, 0) AS silent, coalesce(contacted, 0) AS contacted, active,
       coalesce(retries, 0) AS retries, coalesce(backs, 0) AS backs
     FROM places
       LEFT JOIN walked ON walked.journey IS NOT DISTINCT FROM places.journey AND walked.step IS NOT DISTINCT FROM places.step
       LEFT JOIN struggled ON struggled.journey IS NOT DISTINCT FROM places.journey AND struggled.step IS NOT DISTINCT FROM places.step
       LEFT JOIN talked ON talked.journey IS NOT DISTINCT FROM places.journey AND talked.step IS NOT DISTINCT FROM places.step
     ORDER BY places.journey NULLS LAST, earliest NULLS LAST, entered DESC, places.step NULLS LAST`,
  );

const SIGNALS_PER_STEP = 3;

export const signals = (database: Database): Promise<readonly Row[]> =>
  database.rows(
    `SELECT journey, step, signal, count(DISTINCT visit) AS visits FROM events
     WHERE kind = 'signal' AND signal IS NOT NULL GROUP BY journey, step, signal
     QUALIFY row_number() OVER (PARTITION BY journey, step ORDER BY count(DISTINCT visit) DESC, signal) <= ${SIGNALS_PER_STEP}
     ORDER BY visits DESC, signal`,
  );

export const reasons = (database: Database): Promise<readonly Row[]> =>
  database.rows(
    `WITH met AS (
       SELECT reason, max(owner) AS owner,
         count(DISTINCT visit) AS visits,
         count(*) FILTER (kind = 'contact') AS contacts,
         count(*) FILTER (kind = 'contact' OR phase = 'shown') AS touches,
         count(*) FILTER ((kind = 'contact' OR phase = 'shown') AND again <= 7) AS repeats
       FROM events
       WHERE reason IS NOT NULL AND (kind = 'contact' OR (kind = 'help' AND phase IN ('shown', 'withheld')))
       GROUP BY reason
     ), helped AS (
       SELECT reason, count(*) AS shown,
         count(*) FILTER ("trigger" IN (SELECT "trigger" FROM judged)) AS judged,
         count(*) FILTER ("trigger" IN (SELECT "trigger" FROM judged) AND solved) AS solved
       FROM offers WHERE reason IS NOT NULL GROUP BY reason
     )
     SELECT reason, owner, visits, contacts, touches, repeats, coalesce(shown, 0) AS shown, coalesce(judged, 0) AS judged,
       coalesce(solved, 0) AS solved
     FROM met LEFT JOIN helped USING (reason) ORDER BY visits DESC, reason`,
  );

export const triggers = (database: Database): Promise<readonly Row[]> =>
  database.rows(
    `WITH offered AS (
       SELECT "trigger", max(reason) AS reason, max(owner) AS owner, count(*) AS shown,
         count(*) FILTER (ended = 'acted') AS acted,
         count(*) FILTER (ended = 'dismissed') AS dismissed,
         count(*) FILTER (ended = 'ignored') AS ignored,
         count(*) FILTER (ended = 'withdrawn') AS withdrawn,
         count(*) FILTER ("trigger" IN (SELECT "trigger" FROM judged)) AS judged,
         count(*) FILTER ("trigger" IN (SELECT "trigger" FROM judged) AND solved) AS solved,
         count(*) FILTER (contacted) AS contacted
       FROM offers GROUP BY "trigger"
     ), told AS (
       SELECT "trigger", max(reason) AS reason, max(owner) AS owner,
         avg(effort) FILTER (kind = 'help' AND phase = 'rated') AS effort,
         count(effort) FILTER (kind = 'help' AND phase = 'rated') AS ratings,
         count(DISTINCT sid) FILTER (kind = 'off') AS off
       FROM events WHERE "trigger" IS NOT NULL GROUP BY "trigger"
     )
     SELECT "trigger", coalesce(offered.reason, told.reason) AS reason, coalesce(offered.owner, told.owner) AS owner,
       coalesce(shown, 0) AS shown, coalesce(acted, 0) AS acted, coalesce(dismissed, 0) AS dismissed,
       coalesce(ignored, 0) AS ignored, coalesce(withdrawn, 0) AS withdrawn, coalesce(judged, 0) AS judged,
       coalesce(solved, 0) AS solved, coalesce(contacted, 0) AS contacted, effort, ratings, off
     FROM told LEFT JOIN offered USING ("trigger") ORDER BY shown DESC, "trigger"`,
  );

export const days = (database: Database): Promise<readonly Row[]> =>
  database.rows(
    `WITH come AS (SELECT started_at // ${DAY_MS} AS day, count(*) AS visits FROM visits GROUP BY 1),
     ends AS (
       SELECT "at" // ${DAY_MS} AS day, count(*) FILTER (kind = 'journey') AS completed, count(*) FILTER (kind = 'contact') AS contacts
       FROM events WHERE (kind = 'journey' AND phase = 'completed') OR kind = 'contact' GROUP BY 1)
     SELECT day, coalesce(visits, 0) AS visits, coalesce(completed, 0) AS completed, coalesce(contacts, 0) AS contacts
     FROM come FULL JOIN ends USING (day) ORDER BY day`,
  );

export const channels = (database: Database): Promise<readonly Row[]> =>
  database.rows(
    `SELECT channel, count(*) AS contacts FROM events WHERE kind = 'contact' AND channel IS NOT NULL
     GROUP BY channel ORDER BY contacts DESC, channel`,
  );

export const problems = (database: Database): Promise<readonly Row[]> =>
  database.rows(
    `SELECT code, count(*) AS pages FROM events WHERE kind = 'problem' AND code IS NOT NULL GROUP BY code ORDER BY pages DESC, code`,
  );

/** Anything else is no word of ours, and may be no path of JSON either. */
const REASON = '[a-z-]{1,20}';

export const dropped = (database: Database): Promise<readonly Row[]> =>
  database.rows(
    `WITH lost AS (SELECT counts, unnest(list_filter(json_keys(counts), lambda key: regexp_full_match(key, '${REASON}'))) AS reason
       FROM events WHERE kind = 'dropped' AND json_type(counts) = 'OBJECT')
     SELECT reason, coalesce(sum(TRY_CAST(json_extract(counts, concat('$."', reason, '"')) AS DOUBLE)), 0) AS n
     FROM lost GROUP BY reason ORDER BY reason`,
  );

const armOf = (row: Row, prefix: 'shown' | 'control'): ArmCounts => ({
  visits: Number(row[`${prefix}_visits`]),
  completed: Number(row[`${prefix}_completed`]),
  contacted: Number(row[`${prefix}_contacted`]),
});

const ARMS = (['shown', 'control'] as const)
  .flatMap((arm) => {
    const inArm = arm === 'shown' ? `arm = 'shown'` : `arm <> 'shown'`;
    return [
      `count(*) FILTER (${inArm}) AS ${arm}_visits`,
      `count(*) FILTER (${inArm} AND completed) AS ${arm}_completed`,
      `count(*) FILTER (${inArm} AND contacted) AS ${arm}_contacted`,
    ];
  })
  .join(', ');

const countsOf = (row: Row): GuardrailCounts => ({
  shown: armOf(row, 'shown'),
  control: armOf(row, 'control'),
});

/** Of each trigger, by days that are over at `now`: one that goes on may still change. */
export async function guardrails(database: Database, now: number): Promise<ReadonlyMap<string, Guardrail>> {
  const rows = await database.rows(
    `SELECT "trigger", "at" // ${DAY_MS} AS day, ${ARMS} FROM exposures
     WHERE compared AND ("at" // ${DAY_MS} + 1) * ${DAY_MS} <= ${now} GROUP BY 1, 2 ORDER BY 1, 2`,
  );
  const byTrigger = new Map<string, GuardrailCounts[]>();
  for (const row of rows) {
    const trigger = String(row['trigger']);
    byTrigger.set(trigger, [...(byTrigger.get(trigger) ?? []), countsOf(row)]);
  }
  return new Map([...byTrigger].map(([trigger, counts]) => [trigger, guardrail(counts)]));
}

/** All help at once: the first exposure of each visit to anything that the holdout may hold back. */
export async function allHelp(database: Database, now: number): Promise<Guardrail> {
  const rows = await database.rows(
    `WITH held AS (SELECT DISTINCT "trigger" FROM exposures WHERE arm = 'holdout'),
     firsts AS (
       SELECT exposures.*, row_number() OVER (PARTITION BY visit ORDER BY "at", sid, seq) AS nth
       FROM exposures SEMI JOIN held USING ("trigger") WHERE arm IN ('shown', 'holdout'))
     SELECT "at" // ${DAY_MS} AS day, ${ARMS} FROM firsts
     WHERE nth = 1 AND ("at" // ${DAY_MS} + 1) * ${DAY_MS} <= ${now} GROUP BY 1 ORDER BY 1`,
  );
  return guardrail(rows.map(countsOf));
}
