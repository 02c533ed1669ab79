// @ts-check
import { readFileSync } from 'node:fs';

export const languages = /** @type {const} */ (['en', 'es', 'pt']);
/** @typedef {(typeof languages)[number]} Language */

/** Numbers and dates follow the customers' region, not only their language. */
const regions = { en: 'en-GB', es: 'es-ES', pt: 'pt-PT' };
export const languageNames = { en: 'English', es: 'Español', pt: 'Português' };

const load = (/** @type {string} */ name) =>
  JSON.parse(readFileSync(new URL(`../locales/${name}.json`, import.meta.url), 'utf8'));

/** @type {Record<Language, any>} */
export const texts = Object.assign(
  {},
  ...languages.map((lang) => ({
    [lang]: { ...load(lang), products: load(`products.${lang}`), articles: load(`help.${lang}`) },
  })),
);

/** @param {unknown} value @returns {Language | undefined} */
export const asLanguage = (value) => languages.find((lang) => lang === value);

/** The best language for an Accept-Language header. @param {string | undefined} header @returns {Language} */
export function fromHeader(header) {
  const wishes = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const weight = Number(
        parameters
          .find((parameter) => parameter.trim().startsWith('q='))
          ?.trim()
          .slice(2) ?? 1,
      );
      return { lang: asLanguage(tag.split('-')[0]), weight };
    })
    .filter(({ lang, weight }) => lang && weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return wishes[0]?.lang ?? 'en';
}

/** @typedef {ReturnType<typeof translator>} Translator */

/** Everything that turns facts into words, for one language. @param {Language} lang */
export function translator(lang) {
  const region = regions[lang];
  const look = (/** @type {string} */ key) =>
    key.split('.').reduce((level, part) => level?.[part], texts[lang]);
  const plural = new Intl.PluralRules(region);

  /** A missing text is a bug: it shows as its key, and a test looks for it. @param {string} key @param {Record<string, string | number>} [values] @returns {string} */
  function t(key, values = {}) {
    const count = values['count'];
    const text =
      look(key) ??
      (typeof count === 'number'
        ? (look(`${key}_${plural.select(count)}`) ?? look(`${key}_other`))
        : undefined);
    if (typeof text !== 'string') return key;
    return text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
  }

  const date = (/** @type {Intl.DateTimeFormatOptions} */ options) => {
    const format = new Intl.DateTimeFormat(region, { timeZone: 'Europe/Madrid', ...options });
    return (/** @type {number | Date} */ at) => format.format(at);
  };

  return {
    lang,
    region,
    t,
    look,
    money: (/** @type {number} */ cents) =>
      new Intl.NumberFormat(region, { style: 'currency', currency: 'EUR' }).format(cents / 100),
    country: (/** @type {string} */ code) =>
      new Intl.DisplayNames(region, { type: 'region' }).of(code) ?? code,
    day: date({ weekday: 'long', day: 'numeric', month: 'long' }),
    moment: date({ day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }),
    weekTime: date({ weekday: 'long', hour: '2-digit', minute: '2-digit' }),
  };
}

/** One translator per language is enough; they hold no state. @type {Record<Language, Translator>} */
export const translators = { en: translator('en'), es: translator('es'), pt: translator('pt') };
