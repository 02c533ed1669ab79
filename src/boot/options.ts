import type { Consent, StartOptions } from './antes.js';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';
const has =
  (...methods: readonly string[]) =>
  (value: unknown): boolean =>
    isObject(value) && methods.every((method) => typeof value[method] === 'function');

export const CONSENTS: readonly Consent[] = ['granted', 'denied', 'pending'];

/** What each option must be to be of use. */
const SOUND: Readonly<Record<keyof StartOptions, (value: unknown) => boolean>> = {
  facts: isObject,
  locale: isText,
  consent: (value) => CONSENTS.includes(value as Consent),
  endpoint: isText,
  storage: (value) => value === null || has('getItem', 'setItem', 'removeItem')(value),
  clock: has('now', 'wall', 'after'),
  root: (value) => value instanceof Element,
  seed: isText,
  debug: (value) => typeof value === 'boolean',
};

/** The options that make sense; whatever else a page hands over is as if it had not been said. */
export function soundOptions(given: unknown): StartOptions {
  const sound: Record<string, unknown> = {};
  if (!isObject(given)) return sound;
  for (const [name, isSound] of Object.entries(SOUND)) {
    try {
      const value = given[name];
      if (value !== undefined && isSound(value)) sound[name] = value;
    } catch {
      // A getter of the page's that fails: not said, then.
    }
  }
  return sound;
}
