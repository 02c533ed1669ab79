import type { Config } from '../config/types.js';
import type { Cause } from '../core/happenings.js';
import type { Value } from '../core/matcher.js';
import type { Handoff } from './handoff.js';

/** One line of what is passed on, which the customer can read and take out. */
export interface Line {
  /** `reason`, `step`, `signals`, `failed`, `help`, or the name of a fact. */
  readonly part: string;
  readonly label: string;
  readonly text: string;
}

/** What lines are said with, in the customer's language. */
export interface LineWords {
  readonly lang: string;
  readonly about: string;
  readonly where: string;
  readonly wrong: string;
  readonly tried: string;
  readonly seen: string;
  readonly causes: Readonly<Record<Cause, string>>;
  /** Title of the help of a trigger, as the customer has read it; nothing where it is not known. */
  titleOf(trigger: string): string | undefined;
  /** What stood on the button that does this. */
  labelOf(deed: string): string | undefined;
}

/** Plain words of the company for a name or a value: in the language, else in that of the file. */
const named = (config: Config, lang: string, name: string): string | undefined => {
  const words = config.contact?.handoff?.words;
  const of = (language: string | undefined) =>
    language !== undefined && typeof words?.[language]?.[name] === 'string'
      ? words[language][name]
      : undefined;
  return of(lang) ?? of(lang.split('-')[0]) ?? of(config.locale ?? 'en');
};

function said(config: Config, lang: string, type: string | undefined, value: Value): string {
  if (Array.isArray(value)) return value.map((one) => said(config, lang, undefined, one as Value)).join(', ');
  const word = named(config, lang, String(value));
  if (word !== undefined) return word;
  if (type === 'date') {
    const date = new Date(value as string | number);
    if (!Number.isNaN(date.getTime()))
      return new Intl.DateTimeFormat(lang, { dateStyle: 'medium' }).format(date);
  }
  return typeof value === 'number' ? new Intl.NumberFormat(lang).format(value) : String(value);
}

/** What is passed on, line by line, in plain words. A part of which there is nothing has no line. */
export function linesOf(handoff: Handoff, config: Config, words: LineWords): readonly Line[] {
  const { lang } = words;
  const unique = (texts: readonly (string | undefined)[]) => [
    ...new Set(texts.filter((text) => text !== undefined && text !== '')),
  ];
  const line = (part: string, label: string, texts: readonly (string | undefined)[]): Line[] => {
    const text = unique(texts).join(' ');
    return text === '' ? [] : [{ part, label, text }];
  };
  const { reason, step, signals, failed, help, facts } = handoff;
  // That something went wrong says nothing beside what did.
  const causes = signals.filter(({ cause }) => cause !== 'other');
  return [
    ...line(
      'reason',
      words.about,
      reason === '' ? [] : [named(config, lang, reason) ?? config.reasons?.[reason]?.title],
    ),
    ...line('step', words.where, step === null ? [] : [named(config, lang, step) ?? step]),
    ...line(
      'signals',
      words.wrong,
      (causes.length ? causes : signals).map(({ cause }) => words.causes[cause]),
    ),
    ...line('failed', words.tried, [unique(failed.map(words.labelOf)).join(', ')]),
    ...line('help', words.seen, [unique(help.map(words.titleOf)).join(', ')]),
    ...Object.entries(facts).flatMap(([name, value]) =>
      line(name, named(config, lang, name) ?? name, [said(config, lang, config.facts?.[name]?.type, value)]),
    ),
  ];
}

/** Without what no line would say: nobody could have read it. */
export const readable = (handoff: Handoff, words: LineWords): Handoff => ({
  ...handoff,
  failed: handoff.failed.filter(words.labelOf),
  help: handoff.help.filter(words.titleOf),
});

/** Only what the customer has agreed to; nothing where that is nothing. */
export function agreed(
  handoff: Handoff,
  lines: readonly Line[],
  keeps: (part: string) => boolean,
): Handoff | undefined {
  const kept = lines.filter(({ part }) => keeps(part));
  if (kept.length === 0) return undefined;
  const has = (part: string) => kept.some((line) => line.part === part);
  const withReason = has('reason');
  return {
    reason: withReason ? handoff.reason : '',
    // The queue says what it is about.
    ...(withReason && handoff.queue !== undefined ? { queue: handoff.queue } : {}),
    step: has('step') ? handoff.step : null,
    journey: has('step') ? handoff.journey : null,
    signals: has('signals') ? handoff.signals : [],
    failed: has('failed') ? handoff.failed : [],
    help: has('help') ? handoff.help : [],
    facts: Object.fromEntries(Object.entries(handoff.facts).filter(([name]) => has(name))),
    lines: kept.map(({ label, text }) => ({ label, text })),
  };
}
