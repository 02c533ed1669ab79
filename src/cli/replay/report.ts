import type { Change, Side } from '../../replay/compare.js';
import type { Attempt } from '../../replay/story.js';
import type { TriggerSummary } from '../../replay/summary.js';
import { sayAttempt } from '../../why/why.js';
import type { Results, Told } from './run.js';
import { clock, count, length, table } from './say.js';

export interface Telling {
  readonly config: string;
  readonly old: string | undefined;
  readonly only: string | undefined;
  readonly locale: string;
}

/** For people: a table, what a change of config changes, and every step of one trigger if it was asked for. */
export function textReport({ recordings, summary, problems }: Results, telling: Telling): string {
  const { config, old, only, locale } = telling;
  const { triggers, ms, records } = summary;
  return [
    `${config}: ${count(summary.recordings, 'recording')}, ${length(ms)}, ${count(records, 'record')}\n`,
    ...(problems.length > 0 ? [`${count(problems.length, 'recording')} could not be replayed\n`] : []),
    '\n',
    triggerTable(triggers.filter(({ trigger }) => only === undefined || trigger === only)),
    ...(old === undefined ? [] : ['\n', changesText(old, recordings)]),
    ...(only === undefined ? [] : recordings.map((one) => detail(one, locale))),
  ].join('');
}

const triggerTable = (triggers: readonly TriggerSummary[]): string =>
  table(
    ['trigger', 'armed', 'due', 'shown', 'withheld by', 'first shown'],
    triggers.map(({ trigger, armed, due, shown, badges, gone, withheld, first }) => [
      trigger,
      armed,
      due,
      shown,
      [
        ...Object.entries(withheld)
          .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
          .map(([gate, n]) => `${gate} ${n}`),
        ...(gone > 0 ? [`(over before ${gone})`] : []),
        ...(badges > 0 ? [`(as a badge ${badges})`] : []),
      ].join(', ') || '–',
      first ? `${clock(first.at)} in ${first.recording}` : '–',
    ]),
  );

const KINDS: Readonly<Record<Change['kind'], string>> = {
  'newly-shown': 'newly shown',
  'no-longer-shown': 'no longer shown',
  earlier: 'earlier',
  later: 'later',
  'other-form': 'other form',
  'other-content': 'other content',
  'other-gate': 'withheld otherwise',
};

const side = ({ shown, as, content, gate, armed }: Side): string =>
  shown !== null
    ? `${clock(shown)} ${as} ${content}`
    : gate !== null
      ? `withheld by ${gate}`
      : armed === null
        ? 'never armed'
        : 'not shown';

function changesText(old: string, recordings: readonly Told[]): string {
  const rows = recordings.flatMap(({ recording, changes = [] }) =>
    changes.map((one) => [one.trigger, KINDS[one.kind], side(one.old), side(one.now), recording]),
  );
  if (rows.length === 0) return `The same as with ${old}\n`;
  const triggers = new Set(rows.map(([trigger]) => trigger)).size;
  const files = new Set(rows.map((row) => row[4])).size;
  return [
    `Against ${old}: ${count(rows.length, 'change')} in ${count(triggers, 'trigger')}, ${count(files, 'recording')}\n`,
    table(['trigger', 'what', 'before', 'now', 'recording'], rows),
  ].join('');
}

function detail({ recording, story }: Told, locale: string): string {
  if (story.attempts.length === 0) return '';
  return `\n${recording}\n${story.attempts.map((one) => attemptText(one, locale)).join('\n')}`;
}

export function attemptText(attempt: Attempt, locale: string, indent = '  '): string {
  const lines = sayAttempt(attempt, { locale, time: clock });
  const width = Math.max(...lines.map(({ at }) => clock(at).length));
  return lines.map(({ at, text }) => `${indent}${clock(at).padStart(width)}  ${text}\n`).join('');
}

/** For programs. The same input gives the same bytes. */
export function jsonReport(
  { recordings, summary, problems }: Results,
  { config, old, only }: Telling,
): object {
  const { triggers, ...sum } = summary;
  return {
    config,
    ...(old === undefined ? {} : { comparedWith: old }),
    summary: sum,
    triggers: triggers.filter(({ trigger }) => only === undefined || trigger === only),
    recordings: recordings.map(({ recording, story, changes }) => ({
      recording,
      ms: story.ms,
      records: story.records,
      attempts: story.attempts,
      ...(changes && { changes }),
    })),
    problems,
  };
}
