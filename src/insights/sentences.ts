import { spoken, type Names } from './names.js';
import type { Row } from './query/database.js';

const LEVELS: Record<string, string> = {
  calm: 'Was at ease again',
  strained: 'Had some trouble',
  struggling: 'Was struggling',
  stuck: 'Was stuck',
};

const language = new Intl.DisplayNames('en', { type: 'language' });
/** The code itself where it is none. */
function languageOf(code: string): string {
  try {
    return language.of(code) ?? code;
  } catch {
    return code;
  }
}

const quoted = (text: string): string => `“${text}”`;
const helpOf = (event: Row, names: Names): string => {
  const { reason, trigger } = event;
  const about = typeof reason === 'string' ? names.reason(reason) : spoken(String(trigger));
  return `help about ${quoted(about)}`;
};
const daysOf = (days: number): string =>
  days === 0
    ? 'for the second time that day'
    : days === 1
      ? 'a day after the last time'
      : `${days} days after the last time`;

const PHASES: Record<string, (help: string, event: Row) => string> = {
  shown: (help) => `Was shown ${help}`,
  opened: (help) => `Opened the ${help}`,
  acted: (help) => `Did what the ${help} offered`,
  dismissed: (help) => `Closed the ${help}`,
  snoozed: (help) => `Put the ${help} off`,
  solved: (help) => `The ${help} had solved it`,
  rated: (_, { effort }) => `Said how hard it was: ${String(effort)} of 7`,
  withdrawn: (help) => `The ${help} went away, its cause being gone`,
  withheld: (help, { gate }) =>
    gate === 'holdout' || gate === 'experiment'
      ? `Would have been shown ${help}; it was held back, to compare with`
      : '',
};

const KINDS: Record<string, (event: Row, names: Names) => string> = {
  visit: ({ device, lang }) =>
    `Came on a ${String(device ?? 'device')}${typeof lang === 'string' ? `, in ${languageOf(lang)}` : ''}`,
  step: ({ phase, step }, names) => {
    const where = quoted(names.step(typeof step === 'string' ? step : undefined));
    return phase === 'entered'
      ? `Came to ${where}`
      : phase === 'completed'
        ? `Got past ${where}`
        : `Left ${where}`;
  },
  journey: ({ phase, journey }, names) => {
    const which = typeof journey === 'string' ? quoted(names.journey(journey)) : 'the journey';
    return phase === 'started'
      ? `Began ${which}`
      : phase === 'completed'
        ? `Reached the end of ${which}`
        : `Gave up ${which}`;
  },
  signal: ({ signal, times }) =>
    `${spoken(String(signal))}${Number(times) > 1 ? `, ${Number(times)} times` : ''}`,
  level: ({ level }) => LEVELS[String(level)] ?? '',
  help: (event, names) => PHASES[String(event['phase'])]?.(helpOf(event, names), event) ?? '',
  contact: ({ channel, again }) =>
    `Turned to a person (${String(channel ?? 'unknown way')})${typeof again === 'number' ? `, ${daysOf(again)}` : ''}`,
  off: ({ trigger }) => `${quoted(spoken(String(trigger)))} was turned off, because it does harm`,
};

/** One event in plain words; nothing where it says nothing to people. */
export function sentenceOf(event: Row, names: Names): string | undefined {
  const text = KINDS[String(event['kind'])]?.(event, names) ?? '';
  return text === '' ? undefined : text;
}

/** What makes a visit worth reading. */
export function whyOf(
  { peak, contacted, completed, held, step, sign, again, dismissed }: Row,
  names: Names,
): string {
  const where = typeof step === 'string' ? ` at ${quoted(names.step(step))}` : '';
  const what = peak === 'stuck' ? 'Stuck' : peak === 'struggling' ? 'Struggling' : 'In trouble';
  const ended = completed
    ? 'and got there in the end'
    : contacted
      ? Number(again) > 0
        ? 'and had to ask a person, not for the first time'
        : 'and had to ask a person'
      : 'and left without a word';
  const more =
    held === 'held' ? '; help was held back' : Number(dismissed) > 0 ? '; the help was closed' : '';
  const by = typeof sign === 'string' ? ` (${spoken(sign).toLowerCase()})` : '';
  return `${what}${where}${by}, ${ended}${more}`;
}
