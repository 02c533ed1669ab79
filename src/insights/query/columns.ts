import type { WireEvent } from '../../report/events.js';

/** What is read of an event, by the names and types of the vocabulary. The rest of a line is not looked at. */
const READ = {
  antes: 'DOUBLE',
  type: 'VARCHAR',
  sid: 'VARCHAR',
  seq: 'DOUBLE',
  visit: 'VARCHAR',
  at: 'DOUBLE',
  journey: 'VARCHAR',
  step: 'VARCHAR',
  device: 'VARCHAR',
  lang: 'VARCHAR',
  holdout: 'STRUCT(name VARCHAR, arm VARCHAR)',
  phase: 'VARCHAR',
  active: 'DOUBLE',
  retries: 'DOUBLE',
  backs: 'DOUBLE',
  name: 'VARCHAR',
  count: 'DOUBLE',
  level: 'VARCHAR',
  offer: 'DOUBLE',
  trigger: 'VARCHAR',
  reason: 'VARCHAR',
  owner: 'VARCHAR',
  gate: 'VARCHAR',
  effort: 'DOUBLE',
  repeat: 'DOUBLE',
  arm: 'VARCHAR',
  ended: 'VARCHAR',
  solved: 'BOOLEAN',
  contacted: 'BOOLEAN',
  channel: 'VARCHAR',
  code: 'VARCHAR',
  counts: 'JSON',
} as const;

/** Every type of the vocabulary, and no other: a new one is an error of types here. */
const KINDS = Object.keys({
  visit: true,
  step: true,
  journey: true,
  signal: true,
  level: true,
  help: true,
  outcome: true,
  contact: true,
  problem: true,
  dropped: true,
  off: true,
} satisfies Record<WireEvent['type'], true>);

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const list = (values: readonly string[]): string => values.map(quoted).join(', ');

export const TYPES: string = `
  CREATE TYPE kind AS ENUM (${list(KINDS)});
  CREATE TYPE struggle AS ENUM ('calm', 'strained', 'struggling', 'stuck');`;

/** Clocks of devices may be wrong; before this day nobody can have sent anything. */
const EARLIEST = Date.UTC(2020, 0, 1);
const DAY_MS = 86_400_000;

export interface Bounds {
  readonly from?: number | undefined;
  /** The first moment after the period. */
  readonly to?: number | undefined;
  readonly now: number;
}

/**
 * The rows of some files, each with its `state`: ok, bad, unknown or outside. A line that is no JSON, or no object, comes as
 * a row of nothing. Ids are kept as 64-bit hashes: with ten million of them, two are mistaken for one with a probability of 3 in a million.
 */
export function rowsOf(files: readonly string[], { from, to, now }: Bounds): string {
  const columns = Object.entries(READ).map(([name, type]) => `${quoted(name)}: ${quoted(type)}`);
  const outside = [
    ...(from === undefined ? [] : [`"at" < ${from}`]),
    ...(to === undefined ? [] : [`"at" >= ${to}`]),
  ];
  return `
    SELECT
      CASE
        WHEN sid IS NULL OR sid = '' OR visit IS NULL OR visit = '' OR "type" IS NULL OR antes IS NULL
          OR seq IS NULL OR seq < 1 OR seq > 4294967295 OR seq <> floor(seq)
          OR "at" IS NULL OR "at" < ${EARLIEST} OR "at" > ${now + 2 * DAY_MS} THEN 'bad'
        WHEN antes <> 1 OR TRY_CAST("type" AS kind) IS NULL THEN 'unknown'
        ${outside.length > 0 ? `WHEN ${outside.join(' OR ')} THEN 'outside'` : ''}
        ELSE 'ok' END AS state,
      hash(sid) AS sid, TRY_CAST(seq AS UINTEGER) AS seq, hash(visit) AS visit, TRY_CAST("at" AS BIGINT) AS "at",
      TRY_CAST("type" AS kind) AS kind, journey, step, device, lang, holdout.arm AS held, phase,
      TRY_CAST(active AS UINTEGER) AS active, TRY_CAST(retries AS UINTEGER) AS retries, TRY_CAST(backs AS UINTEGER) AS backs,
      "name" AS signal, TRY_CAST("count" AS UINTEGER) AS times, TRY_CAST("level" AS struggle) AS "level",
      TRY_CAST(offer AS UINTEGER) AS offer, "trigger", reason, owner, gate, TRY_CAST(effort AS UTINYINT) AS effort,
      TRY_CAST("repeat" AS UTINYINT) AS again, arm, ended, solved, contacted, channel, code, counts
    FROM read_json([${list(files)}], format = 'newline_delimited', ignore_errors = true, columns = {${columns.join(', ')}})`;
}
