import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateMonth } from '../../demo/simulated-month/month.js';
import { guardrail, insights, type GuardrailCounts, type Insights } from '../../src/insights.js';
import { openDatabase, type Database, type Row } from '../../src/insights/query/database.js';

const page = readFileSync(resolve(import.meta.dirname, '../../docs/scale.md'), 'utf8');
const blocks = [...page.matchAll(/```sql\n([\s\S]*?)```/g)].map(([, sql]) => sql!);
const queries = blocks.filter((sql) => !sql.startsWith('-- ClickHouse'));
const [steps, silent, offers, arms, reasons, contacts] = queries;
const FROM = Date.UTC(2026, 9, 1);
const OPTIONS = { seed: 11, visits: 6_000, from: FROM };

/** Columns of the table in the page, and the fields they are made of where these are called otherwise. */
const FIELDS: Record<string, string> = {
  signal_name: 'name',
  level_name: 'level',
  trigger_id: 'trigger',
  again: 'repeat',
};

let database: Database;
let found: Insights;
beforeAll(async () => {
  found = await insights({ rows: generateMonth(OPTIONS) }, { now: FROM + 60 * 86_400_000 });
  database = await openDatabase();
  const columns = [
    ...blocks[0]!
      .slice(0, blocks[0]!.indexOf('ENGINE'))
      .matchAll(/(\w+) (DateTime64|LowCardinality|Nullable|String|UInt32)\b(\S*)/g),
  ]
    .map(([, name, type, rest]) => ({ name: name!, type: `${type}${rest}` }))
    .filter(({ name }) => name !== 'TABLE');
  const typeOf = (type: string) =>
    type.startsWith('DateTime64')
      ? 'TIMESTAMP'
      : type.includes('Bool')
        ? 'BOOLEAN'
        : type.includes('UInt')
          ? 'UINTEGER'
          : 'VARCHAR';
  await database.run(
    `CREATE TABLE events (${columns.map(({ name, type }) => `${name} ${typeOf(type)}`).join(', ')})`,
  );
  const quote = (value: unknown) =>
    value === undefined ? 'NULL' : typeof value === 'string' ? `'${value}'` : JSON.stringify(value);
  const rows = [...generateMonth(OPTIONS)].map(
    (event) =>
      `(${columns
        .map(({ name }) =>
          name === 'happened' ? `make_timestamp(${event.at}000)` : quote(event[FIELDS[name] ?? name]),
        )
        .join(', ')})`,
  );
  for (let from = 0; from < rows.length; from += 5_000)
    await database.run(`INSERT INTO events VALUES ${rows.slice(from, from + 5_000).join(', ')}`);
}, 120_000);
afterAll(() => database.close());

const run = (sql: string | undefined): Promise<readonly Row[]> => database.rows(sql!);

describe('the queries of docs/scale.md say what the report says:', () => {
  it('steps', async () => {
    expect(await run(steps)).toEqual(
      found.steps
        .filter(({ step }) => step !== undefined)
        .map(({ journey, step, entered, completed, struggling }) => ({
          journey,
          step,
          came: entered,
          got_past: completed,
          struggled: struggling,
        })),
    );
  });

  it('silent sufferers', async () => {
    const rows = await run(silent);
    expect(rows.map(({ step, silent: n }) => [step, n])).toEqual(
      found.steps
        .filter((step) => step.silent > 0)
        .sort((a, b) => b.silent - a.silent)
        .map((step) => [step.step, step.silent]),
    );
  });

  it('offers', async () => {
    expect(await run(offers)).toEqual(
      found.triggers
        .filter(({ shown }) => shown > 0)
        .map(({ trigger, shown, acted, dismissed, solved, contacted }) => ({
          trigger_id: trigger,
          shown,
          acted,
          dismissed,
          solved,
          asked_a_person: contacted,
        })),
    );
  });

  it('the counts of the guardrail, and with them its verdict', async () => {
    const rows = await run(arms);
    for (const { trigger, guardrail: expected } of found.triggers) {
      const nobody = { visits: 0, completed: 0, contacted: 0 };
      const days = new Map<string, GuardrailCounts>();
      for (const row of rows.filter(({ trigger_id }) => trigger_id === trigger)) {
        const day = days.get(String(row['day'])) ?? { shown: nobody, control: nobody };
        const counts = {
          visits: Number(row['visits']),
          completed: Number(row['completed']),
          contacted: Number(row['contacted']),
        };
        days.set(String(row['day']), { ...day, [row['arm'] === 'shown' ? 'shown' : 'control']: counts });
      }
      expect([trigger, guardrail(days.values())]).toEqual([trigger, expected]);
    }
  });

  it('reasons', async () => {
    const rows = await run(reasons);
    expect(
      new Map(rows.map(({ reason, contacts: n, touches, repeats }) => [reason, [n, touches, repeats]])),
    ).toEqual(
      new Map(
        found.reasons.map(({ reason, contacts: n, touches, repeats }) => [reason, [n, touches, repeats]]),
      ),
    );
  });

  it('contacts by day', async () => {
    const rows = await run(contacts);
    expect(rows.map(({ contacts: n, completed }) => [n, completed])).toEqual(
      found.days
        .filter((day) => day.contacts + day.completed > 0)
        .map((day) => [day.contacts, day.completed]),
    );
  });
});

it('the figures of one session are those of the simulated month', () => {
  const figure = (what: string) =>
    Number(new RegExp(`\\| ${what}[^|]*\\| ([\\d,.]+) \\|`).exec(page)![1]!.replace(',', ''));
  const visits = 20_000;
  const lines = [...generateMonth({ seed: 1, visits, from: FROM })].map(
    (event) => `${JSON.stringify(event)}\n`,
  );
  const text = lines.join('');
  const near = (value: number, told: number) => expect(Math.abs(value / told - 1)).toBeLessThan(0.02);
  near(lines.length / visits, figure('events'));
  near(text.length / visits, figure('bytes of NDJSON'));
  near(gzipSync(text, { level: 9 }).length / visits, figure('bytes at rest'));
});
