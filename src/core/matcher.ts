import { below } from './pointer.js';
import type { Scalar } from './records.js';
import { parseDuration, parseTime } from './duration.js';

/** What a matcher looks at: a fact, or a field of an event. `undefined` is missing. */
export type Value = Scalar | readonly Scalar[] | null | undefined;

/** `undefined` where the value is missing, or of another kind than asked for: neither a match nor the opposite of one. */
export type Verdict = boolean | undefined;

/** Told the next wall-clock time at which a verdict may change by itself. */
export type Turns = (wall: number) => void;

export type Match = (value: Value, wall: number, turns?: Turns) => Verdict;

/** Thrown by compilers of config parts; caught once per trigger. */
export class ConfigError extends Error {
  readonly path: string;
  constructor(path: string, message: string) {
    super(message);
    this.path = path;
  }
}

const isScalar = (value: unknown): value is Scalar =>
  typeof value === 'string' ||
  typeof value === 'boolean' ||
  (typeof value === 'number' && Number.isFinite(value));

const same = (value: Value, want: Scalar): boolean =>
  Array.isArray(value) ? value.includes(want) : value === want;

const ONE_MS = 1;

/** Milliseconds since 1970 of a date written as text or number. */
const toTime = (value: Value): number =>
  typeof value === 'number' ? (Number.isFinite(value) ? value : NaN) : parseTime(value);

/** Whether they can be equal at all: `1` and `'1'` tell of a mistake, not of a difference. */
const comparable = (value: Value, wants: readonly Scalar[]): boolean => {
  const some = Array.isArray(value) ? value : [value];
  return some.length === 0 || some.some((one) => wants.some((want) => typeof one === typeof want));
};

type Test = (
  want: unknown,
  path: string,
) => (value: Exclude<Value, null | undefined>, wall: number, turns?: Turns) => Verdict;

function need<T>(ok: boolean, want: T, path: string, expected: string): T {
  if (!ok) throw new ConfigError(path, `expected ${expected}`);
  return want;
}
const scalar = (want: unknown, path: string): Scalar =>
  need(isScalar(want), want as Scalar, path, 'a text, a number, true or false');
const scalars = (want: unknown, path: string): readonly Scalar[] =>
  need(
    Array.isArray(want) && want.length > 0 && want.every(isScalar),
    want as Scalar[],
    path,
    'a list of texts or numbers',
  );
const number = (want: unknown, path: string): number =>
  need(typeof want === 'number', want as number, path, 'a number');
const text = (want: unknown, path: string): string =>
  need(typeof want === 'string', want as string, path, 'a text');
const duration = (want: unknown, path: string): number =>
  need(
    parseDuration(want) !== undefined,
    parseDuration(want)!,
    path,
    'a length of time such as "90s" or "2h"',
  );

const compare =
  (holds: (value: number, want: number) => boolean): Test =>
  (want, path) => {
    const limit = number(want, path);
    return (value) => (typeof value === 'number' ? holds(value, limit) : undefined);
  };

const equals =
  (read: (want: unknown, path: string) => readonly Scalar[], yes: boolean): Test =>
  (want, path) => {
    const some = read(want, path);
    return (value) => (comparable(value, some) ? some.some((one) => same(value, one)) === yes : undefined);
  };
const single = (want: unknown, path: string): readonly Scalar[] => [scalar(want, path)];

const ofText =
  (holds: (value: string, want: string) => boolean): Test =>
  (want, path) => {
    const part = text(want, path);
    return (value) => (typeof value === 'string' ? holds(value, part) : undefined);
  };

/** Every test by its name in the config. `exists` is handled apart: it alone says something about a missing value. */
const TESTS: Readonly<Record<string, Test>> = {
  is: equals(single, true),
  not: equals((want, path) => (Array.isArray(want) ? scalars : single)(want, path), false),
  in: equals(scalars, true),
  gt: compare((value, want) => value > want),
  gte: compare((value, want) => value >= want),
  lt: compare((value, want) => value < want),
  lte: compare((value, want) => value <= want),
  contains: (want, path) => {
    const part = scalar(want, path);
    return (value) => {
      if (typeof value === 'string') return value.includes(String(part));
      return Array.isArray(value) && comparable(value, [part]) ? same(value, part) : undefined;
    };
  },
  startsWith: ofText((value, start) => value.startsWith(start)),
  endsWith: ofText((value, end) => value.endsWith(end)),
  /** A date at most this far ahead. */
  before: (want, path) => {
    const ms = duration(want, path);
    return (value, wall, turns) => {
      const left = toTime(value) - wall;
      const holds = left >= 0 && left <= ms;
      if (left >= 0) turns?.(wall + (holds ? Math.floor(left) + ONE_MS : Math.ceil(left - ms)));
      return Number.isNaN(left) ? undefined : holds;
    };
  },
  olderThan: (want, path) => {
    const ms = duration(want, path);
    return (value, wall, turns) => {
      const left = toTime(value) + ms - wall;
      if (left >= 0) turns?.(wall + Math.floor(left) + ONE_MS);
      return Number.isNaN(left) ? undefined : left < 0;
    };
  },
};

/** Compiles one matcher of the config. Throws {@link ConfigError} with the pointer of what is wrong. */
export function compileMatcher(matcher: unknown, path: string): Match {
  if (isScalar(matcher)) return compileMatcher({ is: matcher }, path);
  if (Array.isArray(matcher)) return compileMatcher({ in: scalars(matcher, path) }, path);
  if (typeof matcher !== 'object' || matcher === null || Object.keys(matcher).length === 0) {
    throw new ConfigError(path, 'expected a value, a list of values, or tests such as {"gt": 3}');
  }
  let exists: boolean | undefined;
  const tests: ReturnType<Test>[] = [];
  for (const [name, want] of Object.entries(matcher)) {
    if (name === 'exists')
      exists = need(typeof want === 'boolean', want as boolean, `${path}/exists`, 'true or false');
    else if (Object.hasOwn(TESTS, name)) tests.push(TESTS[name]!(want, `${path}/${name}`));
    else
      throw new ConfigError(
        below(path, name),
        `there is no test '${name}'; there are ${Object.keys(TESTS).join(', ')}, exists`,
      );
  }
  return (value, wall, turns) => {
    const missing = value === undefined || value === null;
    if (exists !== undefined && missing === exists) return false;
    if (missing) return tests.length === 0 && exists === false ? true : undefined;
    let verdict: Verdict = true;
    for (const test of tests) {
      const one = test(value, wall, turns);
      if (one === false) return false;
      if (one === undefined) verdict = undefined;
    }
    return verdict;
  };
}

/** Looks a name up; own properties only, so that `toString` is missing like any other. */
export type Lookup = (name: string) => Value;

export type Filter = (lookup: Lookup, wall: number, turns?: Turns) => Verdict;

/** Compiles a filter: every named value must match. One certain mismatch outweighs anything missing. */
export function compileFilter(filter: unknown, path: string): Filter {
  if (
    typeof filter !== 'object' ||
    filter === null ||
    Array.isArray(filter) ||
    Object.keys(filter).length === 0
  ) {
    throw new ConfigError(
      path,
      'expected names with what they must match, such as {"code": "card_declined"}',
    );
  }
  const parts = Object.entries(filter).map(([name, matcher]) => ({
    name,
    match: compileMatcher(matcher, below(path, name)),
  }));
  return (lookup, wall, turns) => {
    let verdict: Verdict = true;
    for (const { name, match } of parts) {
      const one = match(lookup(name), wall, turns);
      if (one === false) return false;
      if (one === undefined) verdict = undefined;
    }
    return verdict;
  };
}
