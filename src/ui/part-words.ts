import { enParts } from '../messages/en-parts.js';
import type { Messages, Plural } from '../messages/types.js';
import type { Words } from './words.js';

/** All words, for the parts that are chunks of their own: English where a language is not here (yet). */
export const allWords = (words: Words): Messages => ({ ...enParts, ...words });

/** A number of things in the grammar of the language. */
export function count(forms: Plural, n: number, lang: string): string {
  const form = new Intl.PluralRules(lang).select(n);
  return (forms[form] ?? forms.other).replace('{n}', new Intl.NumberFormat(lang).format(n));
}
