import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { closest } from '../../check/suggest.js';
import type { Config } from '../../config/types.js';
import type * as Insights from '../../insights.js';
import { EXIT, reasonOf, UsageError, type Command, type Given, type Terminal } from '../command.js';

const FORMATS = ['html', 'json', 'csv'] as const;
type Format = (typeof FORMATS)[number];

const HELP = `Usage: antes insights EVENTS… [options]

Makes a report for product teams from the events that pages have sent: what helped, what
harmed, where customers struggle, and who owns it. EVENTS are files with one event a
line (NDJSON), packed with gzip or not (.gz), or folders of them, which are looked
through to the bottom. Lines that are no events are counted and left out; an event that
is there twice counts once.

Options:
  --config FILE           the configuration: titles, owners, quadrants, what a contact
                          costs, and when triggers are to be reviewed
  --from DAY, --to DAY    only events of these days, both included: 2026-11-01 (UTC)
  --format html|json|csv  one page (default), all figures, or tables for a spreadsheet
  --table NAME            of csv, this table only: totals, reasons, triggers, steps,
                          journeys, days, channels, review
  --out FILE              where to write; of csv without --table, a folder. Default:
                          insights.html; json and one table go to standard output
  --title TEXT            whose report it is
  --quiet                 no progress
  --help                  this text

It needs an analytical database that does not come with Antes, installed once:
  npm install --save-dev @duckdb/node-api

Exit codes:
  0  written
  2  wrong use, a file that cannot be read (everything else is in the report), or no
     database
`;

const DAY_MS = 86_400_000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

const text = (value: Given['options'][string]): string | undefined =>
  typeof value === 'string' ? value : undefined;

/** The first moment of a day. */
function dayOf(name: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const at = DAY.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN;
  // 31 June would become 1 July.
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== value)
    throw new UsageError(`--${name} takes a day such as 2026-11-01, not '${value}'`);
  return at;
}

function configOf(file: string | undefined): Partial<Config> | undefined {
  if (file === undefined) return undefined;
  let source: string;
  try {
    source = readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`Cannot read ${file}: ${reasonOf(error)}`);
  }
  try {
    const value: unknown = JSON.parse(source);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch {
    // Told below, with what it should be.
  }
  throw new UsageError(`${file} is no configuration. See antes check ${file}`);
}

function filesOf(paths: readonly string[], eventFiles: typeof Insights.eventFiles): string[] {
  const files = paths.flatMap((path) => {
    try {
      return eventFiles([path]);
    } catch (error) {
      throw new UsageError(`Cannot read ${path}: ${reasonOf(error)}`);
    }
  });
  if (files.length === 0) throw new UsageError(`There are no files of events in ${paths.join(', ')}`);
  return files;
}

/** One line on a terminal, written over and over. */
function createProgress(off: boolean, { err }: Terminal) {
  let drawn = false;
  return {
    show(what: string): void {
      if (off) return;
      err(`\r\u001B[K${what} …`);
      drawn = true;
    },
    clear: (): void => void (drawn && err('\r\u001B[K')),
  };
}

function write(file: string, content: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  } catch (error) {
    throw new UsageError(`Cannot write ${file}: ${reasonOf(error)}`);
  }
}

interface Told {
  readonly format: Format;
  readonly out: string | undefined;
  readonly table: string | undefined;
  readonly title: string | undefined;
}

/** Writes the report; what is printed instead goes to standard output. Gives where it went. */
async function tell(
  found: Insights.Insights,
  { format, out, table, title }: Told,
  api: typeof Insights,
  terminal: Terminal,
): Promise<string | undefined> {
  if (format === 'html') {
    const file = out ?? 'insights.html';
    write(file, await api.renderReport(found, title === undefined ? {} : { title }));
    return file;
  }
  const tables = format === 'csv' ? api.tables(found) : undefined;
  const content = tables
    ? table === undefined
      ? undefined
      : tables[table as Insights.TableName]
    : `${JSON.stringify(found, null, 2)}\n`;
  if (content === undefined) {
    const folder = out ?? 'insights';
    for (const [name, csv] of Object.entries(tables ?? {})) write(join(folder, `${name}.csv`), csv);
    return folder;
  }
  if (out === undefined) terminal.out(content);
  else write(out, content);
  return out;
}

const TABLES = ['totals', 'reasons', 'triggers', 'steps', 'journeys', 'days', 'channels', 'review'];

function formatOf({ format, table }: Given['options']): Format {
  const wanted = text(format) ?? (table === undefined ? 'html' : 'csv');
  if (!FORMATS.includes(wanted as Format))
    throw new UsageError(`--format is one of ${FORMATS.join(', ')}, not '${wanted}'`);
  if (table === undefined) return wanted as Format;
  if (wanted !== 'csv') throw new UsageError('--table is for --format csv');
  if (TABLES.includes(String(table))) return 'csv';
  const meant = closest(String(table), TABLES);
  throw new UsageError(
    `There is no table '${String(table)}'${meant === undefined ? `; there are ${TABLES.join(', ')}` : `; did you mean '${meant}'?`}`,
  );
}

export const insights: Command = {
  name: 'insights',
  summary: 'a report for product teams, from the events that pages have sent',
  help: HELP,
  options: {
    config: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    format: { type: 'string' },
    table: { type: 'string' },
    out: { type: 'string' },
    title: { type: 'string' },
    quiet: { type: 'boolean' },
  },
  async run({ files: paths, options }, terminal) {
    if (paths.length === 0) throw new UsageError('Which events? Usage: antes insights EVENTS…');
    const format = formatOf(options);
    const from = dayOf('from', text(options['from']));
    const last = dayOf('to', text(options['to']));
    if (from !== undefined && last !== undefined && last < from)
      throw new UsageError('--to is before --from');
    const config = configOf(text(options['config']));
    // The database and the charts are of no use to other commands.
    const api = await import('../../insights.js');
    const files = filesOf(paths, api.eventFiles);
    const progress = createProgress(options['quiet'] === true || !process.stderr.isTTY, terminal);
    let found: Insights.Insights;
    try {
      found = await api.insights(
        { files },
        {
          config,
          from,
          to: last === undefined ? undefined : last + DAY_MS,
          now: terminal.now,
          progress: progress.show,
        },
      );
    } catch (error) {
      progress.clear();
      if (error instanceof api.DatabaseMissing || error instanceof api.NothingRead)
        throw new UsageError(error.message, { cause: error });
      throw error;
    }
    progress.show('Drawing');
    const told: Told = {
      format,
      out: text(options['out']),
      table: text(options['table']),
      title: text(options['title']),
    };
    const where = await tell(found, told, api, terminal);
    progress.clear();
    summary(found, where, terminal);
    return found.read.unreadable.length > 0 ? EXIT.FAILED : EXIT.OK;
  },
};

const whole = new Intl.NumberFormat('en').format;

/** On stderr: what was read goes there, whatever goes to standard output. */
function summary({ read, totals }: Insights.Insights, where: string | undefined, { err }: Terminal): void {
  for (const { file, reason } of read.unreadable) err(`Cannot read ${basename(file)}: ${reason}\n`);
  const left = [
    read.bad > 0 && `${whole(read.bad)} bad lines`,
    read.unknown > 0 && `${whole(read.unknown)} of an unknown kind`,
    read.outside > 0 && `${whole(read.outside)} outside of the time`,
    read.duplicates > 0 && `${whole(read.duplicates)} twice`,
  ].filter((one) => one !== false);
  err(
    `${whole(read.events)} events of ${whole(totals.visits)} visits${left.length > 0 ? `; left out: ${left.join(', ')}` : ''}\n`,
  );
  if (where !== undefined) err(`Written: ${where}\n`);
}
