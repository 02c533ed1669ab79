import { parseDuration } from '../core/duration.js';
import type { Data } from '../core/records.js';
import type { GateSentence, WhySentences } from '../messages/why/types.js';
import { fillIn, sayTime } from './words.js';

/** As much of a gate as a sentence is made of: of `antes.why()`, or of a story. */
export interface GateLike {
  readonly gate: string;
  readonly pass: boolean;
  readonly value: string;
  readonly data?: Data;
  readonly until?: number;
}

const MOMENTS: Readonly<Record<string, GateSentence>> = {
  boundary: 'interruption.boundary',
  typing: 'interruption.typing',
  acting: 'interruption.acting',
  composing: 'interruption.composing',
  dialog: 'interruption.dialog',
  dragging: 'interruption.dragging',
  media: 'interruption.media',
  'reading-error': 'interruption.reading',
  paying: 'interruption.paying',
  'another tab': 'interruption.hidden',
  'no boundary yet': 'interruption.noBoundary',
};

/** Which sentence goes with how a gate stands. */
const WHICH: Readonly<Record<string, (gate: GateLike, at: number | undefined) => GateSentence>> = {
  enabled: ({ pass }) => (pass ? 'enabled.yes' : 'enabled.no'),
  status: ({ pass, value, data }) =>
    value === 'test'
      ? pass
        ? 'status.test'
        : 'status.testOnly'
      : value === 'draft'
        ? 'status.draft'
        : pass
          ? 'status.live'
          : data?.['harmful'] === true
            ? 'status.harmful'
            : 'status.off',
  consent: () => 'consent.yes',
  schedule: ({ pass, value, until }, at) =>
    pass
      ? value === 'always'
        ? 'schedule.always'
        : 'schedule.open'
      : until === undefined || at === undefined
        ? 'schedule.closed'
        : 'schedule.closedFor',
  where: ({ pass }) => (pass ? 'where.here' : 'where.elsewhere'),
  audience: ({ pass, value }) =>
    pass ? (value === 'everybody' ? 'audience.everybody' : 'audience.in') : 'audience.out',
  holdout: ({ pass, value, data }) =>
    pass ? (data ? 'holdout.out' : value === 'none' ? 'holdout.none' : 'holdout.exempt') : 'holdout.in',
  experiment: ({ pass, data }) =>
    pass ? (data ? 'experiment.variant' : 'experiment.none') : 'experiment.nothing',
  when: ({ pass }) => (pass ? 'when.true' : 'when.false'),
  unless: ({ pass, value }) =>
    pass ? (value === 'nothing' ? 'unless.none' : 'unless.false') : 'unless.true',
  snoozed: ({ pass, data }) =>
    pass ? 'snoozed.no' : data?.['muted'] === true ? 'snoozed.muted' : 'snoozed.dismissed',
  limits: ({ pass, value }) => (pass ? (value === 'none' ? 'limits.none' : 'limits.open') : 'limits.spent'),
  gap: ({ pass, data, value }) =>
    pass ? (data ? 'gap.over' : value === 'nothing shown yet' ? 'gap.first' : 'gap.exempt') : 'gap.short',
  contest: ({ pass, data }) => (pass ? 'contest.free' : data ? 'contest.screen' : 'contest.lost'),
  interruption: ({ value }) => MOMENTS[value] ?? 'interruption.open',
  anchor: ({ pass, value }) =>
    pass ? (value === 'none needed' ? 'anchor.none' : 'anchor.later') : 'anchor.missing',
  ui: () => 'ui.failed',
};

/** One gate as half a sentence: `it waits for a pause; the last key was 0.4 s ago`. */
export function sayGate(words: WhySentences, gate: GateLike, at?: number): string {
  const which = Object.hasOwn(WHICH, gate.gate) ? WHICH[gate.gate]!(gate, at) : 'other';
  return fillIn(words.gates[which], valuesOf(words, gate, at));
}

/** Numbers in the way of the language. */
function valuesOf(words: WhySentences, gate: GateLike, at: number | undefined): Record<string, string> {
  const { data = {}, value, until } = gate;
  const said: Record<string, string> = { gate: gate.gate, value };
  for (const [name, one] of Object.entries(data)) said[name] = String(one);
  for (const name of ['since', 'gap', 'ago'])
    if (typeof data[name] === 'number') said[name] = sayTime(words, data[name]);
  if (typeof data['minutes'] === 'number') said['left'] = sayTime(words, data['minutes'] * 60_000);
  else if (until !== undefined && at !== undefined) said['left'] = sayTime(words, Math.max(0, until - at));
  if (typeof data['share'] === 'number')
    said['share'] = new Intl.NumberFormat(words.lang, { style: 'percent', maximumFractionDigits: 1 }).format(
      data['share'],
    );
  const { per } = data;
  if (typeof per === 'string') {
    const ms = parseDuration(per);
    said['per'] =
      ms === undefined
        ? (words.per[per as keyof WhySentences['per']] ?? per)
        : fillIn(words.per.time, { n: sayTime(words, ms) });
  }
  said['place'] = ['journey', 'step', 'path', 'device']
    .map((name) => data[name])
    .filter((one) => one !== undefined && one !== '')
    .join(', ');
  return said;
}
