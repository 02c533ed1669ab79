import type * as Api from '@duckdb/node-api';

/** One value of a row, as plain JavaScript. */
export type Value = string | number | boolean | null;
export type Row = Readonly<Record<string, Value>>;

export interface Database {
  run(sql: string): Promise<void>;
  rows(sql: string): Promise<readonly Row[]>;
  close(): void;
}

/** The analytical database is not installed: it is an optional peer, which nobody needs who makes no reports. */
export class DatabaseMissing extends Error {
  constructor(cause: unknown) {
    super(
      'The report needs an analytical database, which is not installed with Antes. Install it once:\n\n  npm install --save-dev @duckdb/node-api\n',
      { cause },
    );
  }
}

const MISSING = ['ERR_MODULE_NOT_FOUND', 'MODULE_NOT_FOUND'];

/** In memory; gone with `close()`. */
export async function openDatabase(): Promise<Database> {
  let api: typeof Api;
  try {
    api = await import('@duckdb/node-api');
  } catch (error) {
    if (!MISSING.includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    throw new DatabaseMissing(error);
  }
  const instance = await api.DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  return {
    async run(sql) {
      await connection.run(sql);
    },
    async rows(sql) {
      const reader = await connection.runAndReadAll(sql);
      return reader
        .getRowObjectsJS()
        .map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)])));
    },
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

const plain = (value: unknown): Value =>
  typeof value === 'bigint' ? Number(value) : value === undefined ? null : (value as Value);
