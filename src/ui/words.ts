import { en } from '../messages/en.js';
import type { CardMessages, Messages, PartMessages } from '../messages/types.js';

/** What is known at once: a card's words. Of the parts' own words only those of a language that was fetched. */
export type Words = CardMessages & Partial<PartMessages>;

/** English travels with the widgets; every other language is fetched when a page speaks it. */
const LANGUAGES: Readonly<Record<string, () => Promise<{ messages: Messages }>>> = {
  ar: () => import('../messages/ar.js'),
  de: () => import('../messages/de.js'),
  es: () => import('../messages/es.js'),
  fr: () => import('../messages/fr.js'),
  pt: () => import('../messages/pt.js'),
};

/** `pt-BR` → `pt`. */
const languageOf = (locale: string): string => locale.toLowerCase().split(/[-_]/, 1)[0]!;

/**
 * Calls `use` at once and whenever the page changes its language: with English first and with the page's own
 * words as soon as they are here. A language that is missing or cannot be loaded never holds help back.
 */
export function startWords(
  $locale: { subscribe(fn: (locale: string) => void): () => void },
  use: (words: Words) => void,
): () => void {
  let wanted: string | undefined;
  const stop = $locale.subscribe((locale) => {
    const language = languageOf(locale);
    if (language === wanted) return;
    wanted = language;
    const load = LANGUAGES[language];
    use(en);
    load?.()
      .then(({ messages }) => {
        if (wanted === language) use(messages);
      })
      .catch(() => undefined);
  });
  return () => {
    wanted = undefined;
    stop();
  };
}
