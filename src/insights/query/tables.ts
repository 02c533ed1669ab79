import type { Database } from './database.js';

export const DAY_MS = 86_400_000;

/** One row per visit. */
const VISITS = `
  CREATE TABLE visits AS
  SELECT visit, min("at") AS started_at, max(device) AS device, max(lang) AS lang, max(held) AS held,
    coalesce(max("level"), 'calm') AS peak,
    coalesce(bool_or(kind = 'contact'), false) AS contacted,
    coalesce(bool_or(kind = 'journey' AND phase = 'completed'), false) AS completed,
    coalesce(bool_or(kind = 'journey' AND phase = 'started'), false) AS started,
    max("at") FILTER (kind = 'journey' AND phase = 'completed') AS last_completed,
    max("at") FILTER (kind = 'contact') AS last_contact
  FROM events GROUP BY visit`;

/** One row per offer that was shown. One without an outcome was ignored, and is not solved: the tab was closed. */
const OFFERS = `
  CREATE TABLE offers AS
  SELECT sid, offer, "trigger", max(reason) AS reason, max(owner) AS owner,
    coalesce(bool_or(kind = 'outcome'), false) AS finished,
    coalesce(arg_max(ended, seq) FILTER (kind = 'outcome' AND ended IS NOT NULL), 'ignored') AS ended,
    coalesce(arg_max(solved, seq) FILTER (kind = 'outcome' AND solved IS NOT NULL), false) AS solved,
    coalesce(bool_or(contacted) FILTER (kind = 'outcome'), false) AS contacted
  FROM events
  WHERE offer IS NOT NULL AND "trigger" IS NOT NULL
    AND ((kind = 'help' AND phase = 'shown') OR (kind = 'outcome' AND arm = 'shown'))
  GROUP BY sid, offer, "trigger"`;

/** Triggers that say how to tell that a problem is solved. */
const JUDGED = `
  CREATE TABLE judged AS
  SELECT DISTINCT "trigger" FROM events WHERE kind = 'outcome' AND arm = 'shown' AND solved IS NOT NULL`;

/**
 * The first time in a visit that a trigger was shown, or would have been but for chance, and whether that says something about
 * this trigger alone. Where it has an experiment of its own, that is compared. Against the holdout, from which all help is held
 * back, only visits in which nothing else was due are: otherwise it would answer for what the others do. (Where the trigger
 * changes nothing, the same visits are left out of both arms; where it helps or harms, the sign stays the same.)
 */
const EXPOSURES = `
  CREATE TABLE exposures AS
  WITH seen AS (
    SELECT visit, "trigger", "at", sid, seq,
      CASE WHEN phase = 'shown' THEN 'shown' ELSE gate END AS arm
    FROM events
    WHERE kind = 'help' AND "trigger" IS NOT NULL
      AND (phase = 'shown' OR (phase = 'withheld' AND gate IN ('holdout', 'experiment')))
  ), ranked AS (
    SELECT *, row_number() OVER (PARTITION BY visit, "trigger" ORDER BY "at", sid, seq) AS nth FROM seen
  ), experiments AS (SELECT DISTINCT "trigger" FROM seen WHERE arm = 'experiment'),
  held AS (SELECT DISTINCT "trigger" FROM seen WHERE arm = 'holdout'),
  due AS (SELECT visit, count(DISTINCT "trigger") AS n FROM seen SEMI JOIN held USING ("trigger") GROUP BY visit)
  SELECT ranked.visit, ranked."trigger", ranked."at", ranked.sid, ranked.seq, ranked.arm,
    coalesce(visits.last_completed >= ranked."at", false) AS completed,
    coalesce(visits.last_contact >= ranked."at", false) AS contacted,
    CASE WHEN ranked."trigger" IN (SELECT "trigger" FROM experiments) THEN arm <> 'holdout'
      ELSE coalesce(due.n, 1) = 1 END AS compared
  FROM ranked JOIN visits ON visits.visit = ranked.visit LEFT JOIN due ON due.visit = ranked.visit
  WHERE nth = 1`;

/** The worst that each visit came to on each step. */
const STRUGGLES = `
  CREATE TABLE struggles AS
  SELECT visit, journey, step, max("level") AS peak FROM events
  WHERE kind = 'level' AND "level" > 'calm' GROUP BY visit, journey, step`;

export async function makeTables(database: Database): Promise<void> {
  for (const sql of [VISITS, OFFERS, JUDGED, EXPOSURES, STRUGGLES]) await database.run(sql);
}
