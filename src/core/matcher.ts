import type { Scalar } from './records.js';
import { parseDuration, parseTime } from './duration.js';

/** What a matcher looks at: a fact, or a field of an event. `undefined` is missing. */
export type Value = Scalar | readonly Scalar[] | null | undefined;

/** `undefined` where the value is missing: that is neither a match nor the opposite of one. */
export type Verdict = boolean | undefined;

export type Match = (value: Value, wall: number) => Verdict;

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

/** Milliseconds since 1970 of a date written as text or number. */
const toTime = (value: Value): number => (typeof value === 'number' ? value : parseTime(value));

type Test = (
  want: unknown,
  path: string,
) => (value: Exclude<Value, null | undefined>, wall: number) => boolean;

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
    return (value) => typeof value === 'number' && holds(value, limit);
  };

/** Every test by its name in the config. `exists` is handled apart: it alone says something about a missing value. */
const TESTS: Readonly<Record<string, Test>> = {
  is: (want, path) => {
    const one = scalar(want, path);
    return (value) => same(value, one);
  },
  not: (want, path) => {
    const none = Array.isArray(want) ? scalars(want, path) : [scalar(want, path)];
    return (value) => !none.some((one) => same(value, one));
  },
  in: (want, path) => {
    const some = scalars(want, path);
    return (value) => some.some((one) => same(value, one));
  },
  gt: compare((value, want) => value > want),
  gte: compare((value, want) => value >= want),
  lt: compare((value, want) => value < want),
  lte: compare((value, want) => value <= want),
  contains: (want, path) => {
    const part = scalar(want, path);
    return (value) => (typeof value === 'string' ? value.includes(String(part)) : same(value, part));
  },
  startsWith: (want, path) => {
    const start = text(want, path);
    return (value) => typeof value === 'string' && value.startsWith(start);
  },
  endsWith: (want, path) => {
    const end = text(want, path);
    return (value) => typeof value === 'string' && value.endsWith(end);
  },
  /** A date at most this far ahead. */
  before: (want, path) => {
    const ms = duration(want, path);
    return (value, wall) => toTime(value) >= wall && toTime(value) - wall <= ms;
  },
  olderThan: (want, path) => {
    const ms = duration(want, path);
    return (value, wall) => wall - toTime(value) > ms;
  },
};

/** Compiles one matcher of the config. Throws {@link ConfigError} with the pointer of what is wrong. */
export function compileMatcher(matcher: unknown, path: string): Match {
  if (isScalar(matcher)) return compileMatcher({ is: matcher }, path);
  if (Array.isArray(matcher)) return compileMatcher({ in: matcher }, path);
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
        `${path}/${name}`,
        `there is no test '${name}'; there are ${Object.keys(TESTS).join(', ')}, exists`,
      );
  }
  return (value, wall) => {
    const missing = value === undefined || value === null;
    if (exists !== undefined && missing === exists) return false;
    if (missing) return tests.length === 0 && exists === false ? true : undefined;
    return tests.every((test) => test(value, wall));
  };
}

/** Looks a name up; own properties only, so that `toString` is missing like any other. */
export type Lookup = (name: string) => Value;

/** Compiles a filter: every named value must match. One certain mismatch outweighs anything missing. */
export function compileFilter(filter: unknown, path: string): (lookup: Lookup, wall: number) => Verdict {
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
    match: compileMatcher(matcher, `${path}/${name}`),
  }));
  return (lookup, wall) => {
    let verdict: Verdict = true;
    for (const { name, match } of parts) {
      const one = match(lookup(name), wall);
      if (one === false) return false;
      if (one === undefined) verdict = undefined;
    }
    return verdict;
  };
}
