import { below } from '../core/pointer.js';
import { isObject as isPlain } from '../core/sound.js';

/** What is wrong, and where. */
export interface Wrong {
  readonly at: string;
  readonly wrong: string;
}
/** Finds the first thing that is wrong; keys that nobody knows are told apart, and do no harm. */
export type Check = (value: unknown, at: string, unknown: (at: string) => void) => Wrong | undefined;
export type Plain = Readonly<Record<string, unknown>>;

export { isPlain };

const expected =
  (what: string, test: (value: unknown) => boolean): Check =>
  (value, at) =>
    test(value) ? undefined : { at, wrong: `expected ${what}` };

export const any: Check = () => undefined;
export const text: Check = expected('a text', (value) => typeof value === 'string');
export const flag: Check = expected('true or false', (value) => typeof value === 'boolean');
/** Of the page's own site, or anywhere; never the code or the data that some schemes are. */
export const address: Check = expected(
  'an address with https:, or a path of the site',
  (value) => typeof value === 'string' && /^(https?:\/\/[^\s/]|\/)\S*$/.test(value),
);
export const amount: Check = expected(
  'a number, 0 or more',
  (value) => typeof value === 'number' && value >= 0,
);
export const plain: Check = expected('an object', isPlain);
export const word = (...words: readonly string[]): Check =>
  expected(`one of ${words.join(', ')}`, (value) => words.includes(value as string));

export const either =
  (...checks: readonly Check[]): Check =>
  (value, at, unknown) => {
    const wrongs = checks.map((check) => check(value, at, unknown));
    return wrongs.includes(undefined) ? undefined : wrongs[0];
  };

export const listOf =
  (check: Check): Check =>
  (value, at, unknown) => {
    if (!Array.isArray(value)) return { at, wrong: 'expected a list' };
    for (let i = 0; i < value.length; i++) {
      const wrong = check(value[i], `${at}/${i}`, unknown);
      if (wrong) return wrong;
    }
    return undefined;
  };

/** An object with these keys, of which some may not be missing. */
export const fields =
  (shape: Readonly<Record<string, Check>>, ...required: readonly string[]): Check =>
  (value, at, unknown) => {
    if (!isPlain(value)) return { at, wrong: 'expected an object' };
    for (const key of Object.keys(value)) if (!Object.hasOwn(shape, key)) unknown(below(at, key));
    for (const [key, check] of Object.entries(shape)) {
      const given = value[key] !== undefined;
      if (!given && required.includes(key)) return { at: `${at}/${key}`, wrong: 'is missing' };
      const wrong = given ? check(value[key], `${at}/${key}`, unknown) : undefined;
      if (wrong) return wrong;
    }
    return undefined;
  };

/** An object of named entries of one kind. */
export const named =
  (check: Check): Check =>
  (value, at, unknown) =>
    isPlain(value)
      ? listless(value, at, check, unknown)
      : { at, wrong: 'expected an object of named entries' };

function listless(value: Plain, at: string, check: Check, unknown: (at: string) => void): Wrong | undefined {
  for (const [key, entry] of Object.entries(value)) {
    const wrong = check(entry, below(at, key), unknown);
    if (wrong) return wrong;
  }
  return undefined;
}
