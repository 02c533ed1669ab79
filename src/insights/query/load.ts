import { rowsOf, TYPES, type Bounds } from './columns.js';
import type { Database } from './database.js';

/** What became of the lines. */
export interface Loaded {
  readonly lines: number;
  readonly bad: number;
  readonly unknown: number;
  readonly outside: number;
  readonly duplicates: number;
  readonly events: number;
  readonly unreadable: readonly { readonly file: string; readonly reason: string }[];
}

/** None of the files can be read. */
export class NothingRead extends Error {
  constructor(files: Loaded['unreadable']) {
    super(
      files.map(({ file, reason }) => `Cannot read ${file}: ${reason}`).join('\n') ||
        'There is nothing to read',
    );
  }
}

/** So many files go into one statement: between two, progress is told. */
const FILES_AT_ONCE = 50;

/**
 * Reads all files into the table `events`, each event once. A file that cannot be read (a broken archive, a line of many
 * megabytes) is left out and named; nothing else stops it.
 */
export async function load(
  database: Database,
  files: readonly string[],
  bounds: Bounds,
  progress: (files: number, lines: number) => void,
): Promise<Loaded> {
  await database.run(TYPES);
  const unreadable: { file: string; reason: string }[] = [];
  let created = false;
  const insert = async (some: readonly string[]): Promise<void> => {
    await database.run(
      `${created ? 'INSERT INTO events' : 'CREATE TABLE events AS'} ${rowsOf(some, bounds)}`,
    );
    created = true;
  };
  let lines = 0;
  for (let from = 0; from < files.length; from += FILES_AT_ONCE) {
    const some = files.slice(from, from + FILES_AT_ONCE);
    try {
      await insert(some);
    } catch {
      for (const file of some) {
        try {
          await insert([file]);
        } catch (error) {
          unreadable.push({ file, reason: (error as Error).message.split('\n')[0] ?? '' });
        }
      }
    }
    if (created) lines = await countOf(database, 'events');
    progress(Math.min(from + FILES_AT_ONCE, files.length), lines);
  }
  if (!created) throw new NothingRead(unreadable);
  const states = await database.rows('SELECT state, count(*) AS n FROM events GROUP BY state');
  const inState = (name: string) => Number(states.find(({ state }) => state === name)?.['n'] ?? 0);
  if (inState('ok') < lines) await database.run(`DELETE FROM events WHERE state <> 'ok'`);
  const duplicates = await removeDuplicates(database);
  return {
    lines,
    bad: inState('bad'),
    unknown: inState('unknown'),
    outside: inState('outside'),
    duplicates,
    events: inState('ok') - duplicates,
    unreadable,
  };
}

const countOf = async (database: Database, table: string): Promise<number> =>
  Number((await database.rows(`SELECT count(*) AS n FROM ${table}`))[0]!['n']);

/** Devices send again what may not have arrived; an event is known by its stream and its number. */
async function removeDuplicates(database: Database): Promise<number> {
  await database.run(
    'CREATE TABLE twice AS SELECT sid, seq, count(*) AS n FROM events GROUP BY sid, seq HAVING count(*) > 1',
  );
  const [{ n }] = (await database.rows('SELECT coalesce(sum(n - 1), 0)::DOUBLE AS n FROM twice')) as [
    { n: number },
  ];
  if (n > 0)
    await database.run(`
      DELETE FROM events WHERE rowid IN (
        SELECT id FROM (
          SELECT events.rowid AS id, row_number() OVER (PARTITION BY sid, seq ORDER BY events.rowid) AS nth
          FROM events SEMI JOIN twice USING (sid, seq))
        WHERE nth > 1)`);
  return n;
}
