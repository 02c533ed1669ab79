import type { Config, Content } from '../config/types.js';
import type { Lookup, Value } from '../core/matcher.js';

const RIGHT_TO_LEFT = ['ar', 'fa', 'he', 'ur', 'yi', 'ps', 'dv', 'ckb'];

export const directionOf = (locale: string): 'ltr' | 'rtl' =>
  RIGHT_TO_LEFT.includes(locale.split('-')[0]!.toLowerCase()) ? 'rtl' : 'ltr';

/** A language as browsers write it: pages write `ES` and `es_MX` too, and by what is none at all nothing can be formatted. */
export function soundLocale(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale.replaceAll('_', '-'))[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/** `es-MX` → `es-MX`, `es`. */
export function fallbacks(locale: string): string[] {
  const parts = locale.split('-');
  return parts.map((_, i) => parts.slice(0, parts.length - i).join('-'));
}

export interface Localised {
  readonly content: Content;
  readonly lang: string;
}

/** A content's texts in the customer's language; what is not translated stays in the config's own. */
export function localise(config: Config, id: string, locale: string): Localised | undefined {
  const own = Object.hasOwn(config.content ?? {}, id) ? config.content![id]! : undefined;
  if (!own) return undefined;
  const ownLang = soundLocale(config.locale ?? 'en');
  for (const candidate of fallbacks(locale)) {
    if (candidate === ownLang) break;
    const texts = config.translations?.[candidate]?.[id];
    if (!texts) continue;
    const actions = own.actions?.map((action, i) => ({
      ...action,
      label: texts.actions?.[i] ?? action.label,
    }));
    const guide = own.guide?.map((step, i) => ({ ...step, text: texts.guide?.[i] ?? step.text }));
    const content = {
      ...own,
      title: texts.title ?? own.title,
      ...(texts.body === undefined ? {} : { body: texts.body }),
      ...(actions ? { actions } : {}),
      ...(texts.steps ? { steps: { ...own.steps, ...texts.steps } } : {}),
      ...(guide ? { guide } : {}),
    };
    return { content, lang: candidate };
  }
  return { content: own, lang: ownLang };
}

/** Fills `{facts}` in: `{order.id}`, `{order.eta, date, medium}`, `{basket.total, currency, EUR}`. Only facts that may be shown. */
export function fill(
  text: string,
  facts: Lookup,
  mayShow: (fact: string) => boolean,
  locale: string,
): string {
  // Braces that are doubled, as elsewhere, or empty, are nothing to read either.
  return text.replace(/\{+([^{}]{0,100})\}+/g, (_all, inside: string) => {
    const [name = '', kind = '', style = ''] = inside.split(',').map((part) => part.trim());
    return mayShow(name) ? format(facts(name), kind, style, locale) : '';
  });
}

type DateStyle = 'full' | 'long' | 'medium' | 'short';
const DATE_STYLES: readonly string[] = ['full', 'long', 'medium', 'short'];

function format(value: Value, kind: string, style: string, locale: string): string {
  if (value === undefined || value === null) return '';
  const how = (DATE_STYLES.includes(style) ? style : 'medium') as DateStyle;
  try {
    if (kind === 'date' || kind === 'time') {
      const date = new Date(value as string | number);
      if (Number.isNaN(date.getTime())) return String(value);
      return new Intl.DateTimeFormat(
        locale,
        kind === 'date' ? { dateStyle: how } : { timeStyle: 'short' },
      ).format(date);
    }
    if (kind === 'currency')
      return new Intl.NumberFormat(locale, { style: 'currency', currency: style || 'EUR' }).format(
        Number(value),
      );
    if (typeof value === 'number') return new Intl.NumberFormat(locale).format(value);
    if (Array.isArray(value)) return new Intl.ListFormat(locale).format(value.map(String));
  } catch {
    // An unknown currency or locale: the bare value is better than none.
  }
  return String(value);
}
