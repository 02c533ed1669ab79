import type { Config } from '../config/types.js';
import type { Insights, JourneyRow, ReasonRow, StepRow, TriggerRow } from './model.js';
import { namesOf, type Names } from './names.js';
import { openDatabase, type Database, type Row } from './query/database.js';
import * as figures from './query/figures.js';
import { load, type Loaded } from './query/load.js';
import { DAY_MS, makeTables } from './query/tables.js';
import { traces } from './query/traces.js';
import { reviewOf } from './review.js';
import { rowsAsFile, type EventRows } from './source.js';
import { guardrail } from './statistics/guardrail.js';

export interface InsightsOptions {
  /** The configuration: titles, owners, quadrants, what a contact costs, dates of review. */
  readonly config?: Partial<Config> | undefined;
  /** Only events from this moment on, in ms. */
  readonly from?: number | undefined;
  /** Only events before this moment. */
  readonly to?: number | undefined;
  /** When the report is made. Default: now. */
  readonly now?: number | undefined;
  /** Told while it works. */
  readonly progress?: ((what: string) => void) | undefined;
}

/** Where events are: files, or the events themselves. */
export interface EventSource {
  readonly files?: readonly string[];
  readonly rows?: EventRows;
}

/** Events that have been read, each once, with the figures that can be asked of them. */
export interface Events {
  readonly loaded: Loaded;
  readonly files: number;
  insights(): Promise<Insights>;
  /** Gives the memory back. */
  close(): void;
}

const whole = new Intl.NumberFormat('en').format;
const number = (row: Row | undefined, name: string): number => Number(row?.[name] ?? 0);
const text = (row: Row, name: string): string | undefined =>
  typeof row[name] === 'string' ? row[name] : undefined;

/** Reads events into an analytical database (`@duckdb/node-api`, which has to be installed). */
export async function readEvents(source: EventSource, options: InsightsOptions = {}): Promise<Events> {
  const { from, to, now = Date.now(), progress = () => {} } = options;
  const database = await openDatabase();
  const written = source.rows === undefined ? undefined : await rowsAsFile(source.rows);
  const files = [...(source.files ?? []), ...(written ? [written.file] : [])];
  try {
    const loaded = await load(database, files, { from, to, now }, (done, lines) =>
      progress(`${done} of ${files.length} files, ${whole(lines)} lines`),
    );
    progress('Putting visits together');
    await makeTables(database);
    return {
      loaded,
      files: files.length,
      insights: () =>
        figure(database, { loaded, files: files.length, now, names: namesOf(options.config), progress }),
      close: () => database.close(),
    };
  } catch (error) {
    database.close();
    throw error;
  } finally {
    written?.remove();
  }
}

/** From events to figures in one go. */
export async function insights(source: EventSource, options: InsightsOptions = {}): Promise<Insights> {
  const events = await readEvents(source, options);
  try {
    return await events.insights();
  } finally {
    events.close();
  }
}

interface Given {
  readonly loaded: Loaded;
  readonly files: number;
  readonly now: number;
  readonly names: Names;
  readonly progress: (what: string) => void;
}

async function figure(database: Database, { loaded, files, now, names, progress }: Given): Promise<Insights> {
  progress('Counting');
  const totals = await figures.totals(database);
  const guardrails = await figures.guardrails(database, now);
  const triggers = (await figures.triggers(database)).map((row): TriggerRow => ({
    ...(row as unknown as TriggerRow),
    reason: text(row, 'reason'),
    owner: names.owner(text(row, 'reason')) ?? text(row, 'owner'),
    effort: row['effort'] === null ? undefined : number(row, 'effort'),
    guardrail: guardrails.get(String(row['trigger'])) ?? guardrail([]),
  }));
  const signals = await figures.signals(database);
  const lost = await figures.dropped(database);
  progress('Looking for visits that say most');
  const { unreadable, ...counts } = loaded;
  const first = number(totals, 'first');
  return {
    made: now,
    period: first === 0 ? undefined : { first, last: number(totals, 'last') },
    read: {
      ...counts,
      files,
      unreadable,
      dropped: Object.fromEntries(lost.map((row) => [String(row['reason']), number(row, 'n')])),
      unfinished: number(totals, 'unfinished'),
    },
    totals: pick(totals),
    allHelp: await figures.allHelp(database, now),
    journeys: (await figures.journeys(database)).map((row) => journeyOf(row, names)),
    steps: stepsOf(await figures.steps(database), signals, names),
    reasons: (await figures.reasons(database)).map((row) => reasonOf(row, names)),
    triggers,
    days: (await figures.days(database)).map((row) => ({
      day: new Date(number(row, 'day') * DAY_MS).toISOString().slice(0, 10),
      visits: number(row, 'visits'),
      completed: number(row, 'completed'),
      contacts: number(row, 'contacts'),
    })),
    channels: (await figures.channels(database)) as unknown as Insights['channels'],
    problems: (await figures.problems(database)) as unknown as Insights['problems'],
    traces: await traces(database, names),
    review: reviewOf(triggers, names, now),
  };
}

const pick = (row: Row): Insights['totals'] => ({
  visits: number(row, 'visits'),
  strained: number(row, 'strained'),
  struggling: number(row, 'struggling'),
  stuck: number(row, 'stuck'),
  started: number(row, 'started'),
  completed: number(row, 'completed'),
  shown: number(row, 'shown'),
  solved: number(row, 'solved'),
  judged: number(row, 'judged'),
  contacts: number(row, 'contacts'),
  silent: number(row, 'silent'),
});

function journeyOf(row: Row, names: Names): JourneyRow {
  const journey = String(row['journey']);
  return {
    journey,
    title: names.journey(journey),
    owner: names.journeyOwner(journey),
    started: number(row, 'started'),
    completed: number(row, 'completed'),
  };
}

/** In the order of the configuration; what it does not know comes after, as people walked it. */
function stepsOf(rows: readonly Row[], signals: readonly Row[], names: Names): readonly StepRow[] {
  const steps = rows.map((row): StepRow => {
    const [journey, step] = [text(row, 'journey'), text(row, 'step')];
    return {
      journey,
      step,
      title: names.step(step),
      entered: number(row, 'entered'),
      completed: number(row, 'completed'),
      strained: number(row, 'strained'),
      struggling: number(row, 'struggling'),
      stuck: number(row, 'stuck'),
      silent: number(row, 'silent'),
      contacted: number(row, 'contacted'),
      activeSeconds: row['active'] === null ? undefined : number(row, 'active'),
      retries: number(row, 'retries'),
      backs: number(row, 'backs'),
      signals: signals
        .filter((signal) => signal['journey'] === row['journey'] && signal['step'] === row['step'])
        .map((signal) => ({ name: String(signal['signal']), visits: number(signal, 'visits') })),
    };
  });
  const place = ({ journey, step }: StepRow): number => {
    const at = journey === undefined || step === undefined ? -1 : names.steps(journey).indexOf(step);
    return at < 0 ? Infinity : at;
  };
  return steps
    .map((step, i) => ({ step, i }))
    .sort((a, b) => {
      if (a.step.journey !== b.step.journey) return a.i - b.i;
      const [x, y] = [place(a.step), place(b.step)];
      return x === y ? a.i - b.i : x - y;
    })
    .map(({ step }) => step);
}

function reasonOf(row: Row, names: Names): ReasonRow {
  const reason = String(row['reason']);
  const contacts = number(row, 'contacts');
  const each = names.contactCost(reason);
  return {
    reason,
    title: names.reason(reason),
    owner: names.owner(reason) ?? text(row, 'owner') ?? '–',
    quadrant: names.quadrant(reason),
    visits: number(row, 'visits'),
    shown: number(row, 'shown'),
    solved: number(row, 'solved'),
    judged: number(row, 'judged'),
    contacts,
    cost: each === undefined ? undefined : each * contacts,
    touches: number(row, 'touches'),
    repeats: number(row, 'repeats'),
  };
}
