import type { Config, Fact } from '../../config/types.js';
import type { Scalar } from '../../core/records.js';
import type { Value } from '../../core/matcher.js';
import * as registry from '../../detect/registry.js';

export interface SignalChoice {
  readonly name: string;
  readonly meaning: string;
  readonly weight: number;
}

/** Of those whose weight depends on how long something took, what it is at first. */
const SOME_WEIGHT = 0.5;

export const SIGNALS: readonly SignalChoice[] = Object.values(registry).map(({ name, meaning, defaults }) => {
  const weight = Object.entries(defaults).find(([key]) => key.startsWith('weight'))?.[1];
  return { name, meaning, weight: weight ?? SOME_WEIGHT };
});
const NAMES = new Set(SIGNALS.map(({ name }) => name));

/** Names of events that the configuration waits for and that are no signals: what the page may tell. */
export function eventsOf(config: Config): readonly string[] {
  const found = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, one] of Object.entries(value)) {
      if (key === 'event' && typeof one === 'string') found.add(one);
      else walk(one);
    }
  };
  walk([config.triggers, config.journeys]);
  return [...found].filter((name) => !NAMES.has(name)).sort();
}

/** Languages that the configuration speaks. */
export const localesOf = (config: Config): readonly string[] => [
  ...new Set([config.locale ?? 'en', ...Object.keys(config.translations ?? {})]),
];

export interface FactView {
  readonly name: string;
  readonly fact: Fact;
  /** As text; nothing, where it is not known. */
  readonly value: string | undefined;
}

export const factsOf = (config: Config, known: Readonly<Record<string, Value>>): readonly FactView[] =>
  Object.entries(config.facts ?? {}).map(([name, fact]) => ({
    name,
    fact,
    value: Object.hasOwn(known, name) ? String(known[name]) : undefined,
  }));

/** What was written, as a value of the fact's type; nothing, where it is none. */
export function readFact({ type }: Fact, text: string): Scalar | readonly Scalar[] | undefined {
  if (type === 'number')
    return text.trim() === '' || !Number.isFinite(Number(text)) ? undefined : Number(text);
  if (type === 'boolean') return text === 'true' ? true : text === 'false' ? false : undefined;
  if (type === 'list')
    return text
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== '');
  return text;
}

/** Data of an event, of what was written; or what is wrong with it. */
export function readData(
  text: string,
): { readonly data: Readonly<Record<string, Scalar>> } | { readonly wrong: string } {
  if (text.trim() === '') return { data: {} };
  try {
    const data: unknown = JSON.parse(text);
    if (typeof data !== 'object' || data === null || Array.isArray(data))
      return { wrong: 'Data is an object: { "code": "card_declined" }.' };
    const odd = Object.entries(data).find(([, value]) => !/^(?:string|number|boolean)$/.test(typeof value));
    return odd
      ? { wrong: `“${odd[0]}” must be a text, a number, true or false.` }
      : { data: data as Record<string, Scalar> };
  } catch {
    return { wrong: 'This is not JSON: { "code": "card_declined" }.' };
  }
}

/** `YYYY-MM-DDThh:mm`, as a field for date and time has it, by the clock of this machine. */
export function localTime(wall: number): string {
  const date = new Date(wall);
  return new Date(wall - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
