import { en } from '../messages/why/en.js';
import { es } from '../messages/why/es.js';
import { pt } from '../messages/why/pt.js';
import type { WhySentences } from '../messages/why/types.js';

const LANGUAGES: Readonly<Record<string, WhySentences>> = { en, es, pt };
export const LOCALES: readonly string[] = Object.keys(LANGUAGES);

/** The sentences of a language; `es-MX` is Spanish, and what is not known is English. */
export function sentencesIn(locale: string): WhySentences {
  const language = locale.toLowerCase().split(/[-_]/, 1)[0]!;
  return Object.hasOwn(LANGUAGES, language) ? LANGUAGES[language]! : en;
}

export const fillIn = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (all, name: string) => (Object.hasOwn(values, name) ? values[name]! : all));

const UNITS = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1_000],
] as const;

/** `0.4 s`, `3 min`, `2 h`: in the largest unit of which there are two, or one exactly. */
export function sayTime({ lang, units }: WhySentences, ms: number): string {
  const [unit, size] = UNITS.find(([, length]) => ms >= 2 * length || ms === length) ?? ['s', 1_000];
  const n = ms / size;
  // Tenths where they say something.
  const digits = n < 10 && !Number.isInteger(n) ? 1 : 0;
  return fillIn(units[unit], { n: new Intl.NumberFormat(lang, { maximumFractionDigits: digits }).format(n) });
}
