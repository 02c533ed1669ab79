import { data, type Texts } from './data.js';

/** A text of the checkout in the page's language, with `{name}` filled in. A missing text shows as its key. */
export function t(key: string, values: Record<string, string | number> = {}): string {
  let text: string | Texts | undefined = data.texts;
  for (const part of key.split('.')) text = typeof text === 'object' ? text[part] : undefined;
  return typeof text === 'string'
    ? text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
    : key;
}

const euro = new Intl.NumberFormat(data.region, { style: 'currency', currency: 'EUR' });
export const money = (cents: number): string => euro.format(cents / 100);

const longDay = new Intl.DateTimeFormat(data.region, {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  timeZone: 'Europe/Madrid',
});
export const day = (at: number): string => longDay.format(at);

export const productName = (id: string): string => t(`products.${id}`);
