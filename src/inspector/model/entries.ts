import type { AntesEvents } from '../../boot/antes.js';
import type { Data } from '../../core/records.js';
import type { Output } from '../../engine/output.js';

export type EntryKind = 'signal' | 'level' | 'help' | 'contact' | 'problem' | 'event' | 'note';

/** One line of the timeline. */
export interface Entry {
  readonly id: number;
  /** Session time; nothing where it is not known. */
  readonly at: number | undefined;
  readonly kind: EntryKind;
  readonly name: string;
  /** One sentence. */
  readonly text: string;
  readonly data: Data;
}
export type Bare = Omit<Entry, 'id'>;

const percent = (score: number): string => `${Math.round(score * 100)} %`;

/** What each kind of event says, as a line. */
export const LINES: { readonly [K in keyof AntesEvents]: (detail: AntesEvents[K], at?: number) => Bare } = {
  signal: ({ name, at, step, target, count, weight, because, evidence }) => ({
    at,
    kind: 'signal',
    name,
    text: `${because}.`,
    data: { target, count, weight, step: step ?? '', ...evidence },
  }),
  level: ({ level, score, step, signals }, at) => ({
    at,
    kind: 'level',
    name: level,
    text: `The struggle ${step === null ? 'of this page' : `of “${step}”`} is now ${percent(score)}: ${level}.`,
    data: Object.fromEntries(signals.map((one) => [`${one.name} ${one.target}`, one.weight])),
  }),
  help: ({ trigger, phase, as, gate, reason }, at) => ({
    at,
    kind: 'help',
    name: trigger,
    text: `${phase[0]!.toUpperCase()}${phase.slice(1)}${gate === undefined ? '' : ` by ${gate}`}, as ${as}.`,
    data: { phase, as, reason, ...(gate !== undefined && { gate }) },
  }),
  contact: ({ channel, reason }, at) => ({
    at,
    kind: 'contact',
    name: channel,
    text: 'The customer has chosen this way to a person.',
    data: { reason },
  }),
  problem: ({ code, path, message }, at) => ({
    at,
    kind: 'problem',
    name: code,
    text: message,
    data: { path },
  }),
};

/** Of what the engine says when a journal is run again: what happened before the inspector was opened. */
export function entryOf(output: Output): Bare | undefined {
  if (output.kind === 'signal') return LINES.signal(output);
  if (output.kind === 'level') return LINES.level(output, output.at);
  return output.kind === 'help' ? LINES.help(output, output.at) : undefined;
}

/** `0:04.2`, `1:02:03.0`. */
export function sayAt(ms: number): string {
  const tenths = Math.floor(ms / 100);
  const two = (n: number) => String(n).padStart(2, '0');
  const [h, m, s] = [
    Math.floor(tenths / 36_000),
    Math.floor(tenths / 600) % 60,
    Math.floor(tenths / 10) % 60,
  ];
  return `${h > 0 ? `${h}:${two(m)}` : m}:${two(s)}.${tenths % 10}`;
}
