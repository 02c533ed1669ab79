// @ts-check
import { createClient } from '@libsql/client';
import { schema } from './schema.js';

/**
 * @typedef {import('@libsql/client').InValue} Value
 * @typedef {Record<string, any>} Row
 * @typedef {{ all(sql: string, args?: Value[]): Promise<Row[]>, one(sql: string, args?: Value[]): Promise<Row | undefined>,
 *   run(sql: string, args?: Value[]): Promise<number> }} Statements
 * @typedef {Statements & { transaction<T>(work: (tx: Statements) => Promise<T>): Promise<T>, close(): void }} Db
 */

/**
 * Opens the database and brings its tables up to date.
 *
 * SQLite has one writer. Instead of meeting SQLITE_BUSY half way through, statements and transactions queue up here,
 * one behind the other; that also keeps an in-memory database on its single connection.
 *
 * @param {string} url for example `file:shop.db` or `:memory:`
 * @returns {Promise<Db>}
 */
export async function openDb(url) {
  const client = createClient({ url, intMode: 'number' });
  /** @type {Promise<unknown>} */
  let tail = Promise.resolve();

  /** @template T @param {() => Promise<T>} work @returns {Promise<T>} */
  const inTurn = (work) => {
    const turn = tail.then(work);
    tail = turn.catch(() => {});
    return turn;
  };

  if (url !== ':memory:') await client.execute('PRAGMA journal_mode = WAL');
  await client.executeMultiple(schema);

  const direct = statements((sql, args) => client.execute({ sql, args }));
  return {
    all: (sql, args) => inTurn(() => direct.all(sql, args)),
    one: (sql, args) => inTurn(() => direct.one(sql, args)),
    run: (sql, args) => inTurn(() => direct.run(sql, args)),
    transaction: (work) =>
      inTurn(async () => {
        const tx = await client.transaction('write');
        try {
          const result = await work(statements((sql, args) => tx.execute({ sql, args })));
          await tx.commit();
          return result;
        } finally {
          tx.close(); // rolls back whatever was not committed
        }
      }),
    close: () => client.close(),
  };
}

/**
 * @param {(sql: string, args: Value[]) => Promise<import('@libsql/client').ResultSet>} execute
 * @returns {Statements}
 */
function statements(execute) {
  const all = async (/** @type {string} */ sql, /** @type {Value[]} */ args = []) => {
    const { rows, columns } = await execute(sql, args);
    return rows.map((row) => Object.fromEntries(columns.map((column) => [column, row[column]])));
  };
  return {
    all,
    one: async (sql, args) => (await all(sql, args))[0],
    run: async (sql, args = []) => (await execute(sql, args)).rowsAffected,
  };
}

/** @param {unknown} error */
export const isDuplicate = (error) =>
  error instanceof Error && /UNIQUE constraint failed/.test(error.message);
