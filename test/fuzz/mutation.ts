import fc from 'fast-check';

/** What is wrong everywhere somewhere: of every type, near misses of what is expected, and what hurts by being large. */
const LONG = 'x'.repeat(5_000);
const nested = (depth: number, inside: unknown): unknown => {
  let value = inside;
  for (let i = 0; i < depth; i++) value = i % 2 ? [value] : { all: value };
  return value;
};
/** JSON.parse makes an own property of that name; a literal would set the prototype. */
const poisoned = (text: string): unknown => JSON.parse(text);

export const WRONG: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -0,
  -1,
  1,
  1.5,
  101,
  1e21,
  -1e308,
  Number.MAX_SAFE_INTEGER,
  '',
  ' ',
  'x',
  '0',
  '-5s',
  '10 min',
  '99999999999d',
  '1e9d',
  'Infinity',
  'NaN',
  'null',
  'undefined',
  'not a name',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '{order.id}',
  '{__proto__}',
  '{a, date, full}',
  '{a, currency, ¤}',
  '>>>[[[',
  ':has(*',
  '/*/*/*/*/*/*',
  '/%E0%A4%A',
  '\u0000\uD800\uFFFE',
  '𝕒\u202E\u200Dé',
  '2026-13-45',
  '25:00-18:00',
  'Europe/Nowhere',
  'xx-YY-ZZ-??',
  'javascript:alert(1)',
  '<img src=x onerror=alert(1)>',
  LONG,
  '['.repeat(3_000),
  '**'.repeat(2_000),
  [],
  [[]],
  [null],
  [null, undefined, null],
  [{}],
  ['x'],
  [1, 'x', null, {}],
  Array.from({ length: 2_000 }, (_, i) => i),
  {},
  { x: 1 },
  { length: 5 },
  // oxlint-disable-next-line unicorn/no-thenable -- what is not to be mistaken for a promise
  { then: 1 },
  { toString: 1, valueOf: 2 },
  nested(8, { event: 'x' }),
  nested(40, 1),
  nested(3_000, 1),
  poisoned('{"__proto__":{"polluted":true}}'),
  poisoned('{"constructor":{"prototype":{"polluted":true}}}'),
  poisoned('{"a":[{"__proto__":{"polluted":true}}],"__proto__":null}'),
  poisoned('[{"__proto__":[]},{"prototype":{"polluted":true}}]'),
];

/** What no JSON can say, but a page that hands over an object of its own. */
export const WRONG_IN_PAGES: readonly unknown[] = [
  undefined,
  NaN,
  Infinity,
  -Infinity,
  10n,
  Symbol('x'),
  () => {
    throw new Error('called');
  },
  new Date(NaN),
  new Map([['a', 1]]),
  /x/g,
  Object.freeze({ event: 'x' }),
  new Proxy(
    {},
    {
      ownKeys() {
        throw new Error('ownKeys');
      },
    },
  ),
];

const POISON = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'a/b', 'a~b', '', '0'];

export type Container = unknown[] | Record<string, unknown>;
export type Place = readonly [container: Container, key: string];

export interface Change {
  readonly how:
    | 'replace'
    | 'delete'
    | 'misspell'
    | 'poison'
    | 'add'
    | 'repeat'
    | 'move'
    | 'swap'
    | 'many'
    | 'alike';
  readonly where: number;
  readonly other: number;
}
export const change: fc.Arbitrary<Change> = fc.record({
  how: fc.constantFrom(
    'replace',
    'replace',
    'replace',
    'delete',
    'misspell',
    'poison',
    'add',
    'repeat',
    'move',
    'swap',
    'many',
    'alike',
  ),
  where: fc.nat(1_000_000),
  other: fc.nat(1_000_000),
});

/** Cannot be looked into. */
const HOSTILE = new Set<unknown>(WRONG_IN_PAGES);
const isContainer = (value: unknown): value is Container =>
  typeof value === 'object' &&
  value !== null &&
  !HOSTILE.has(value) &&
  (Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype);
/** Deeper and more than this, changes would only ever meet what earlier ones have put in. */
const MAX_DEPTH = 12;
const MAX_PLACES = 3_000;

/** Every place below a value. */
export function placesIn(root: Container): Place[] {
  const found: Place[] = [];
  const jobs: [Container, number][] = [[root, 0]];
  for (let job = jobs.shift(); job && found.length < MAX_PLACES; job = jobs.shift()) {
    const [container, depth] = job;
    for (const key of Object.keys(container)) {
      found.push([container, key]);
      const child = read(container, key);
      if (isContainer(child) && depth < MAX_DEPTH) jobs.push([child, depth + 1]);
    }
  }
  return found;
}

/** Own properties only, whatever they are called. */
export const read = (container: Container, key: string): unknown =>
  Object.getOwnPropertyDescriptor(container, key)?.value;
export const write = (container: Container, key: string, value: unknown): void =>
  void Object.defineProperty(container, key, {
    value,
    writable: true,
    enumerable: true,
    configurable: true,
  });
/**
 * Plain values are copied, so that no change reaches into another one's; what is no plain value is itself. Without recursion:
 * what is nested thousands deep is too much for `structuredClone`.
 */
function copyOf(value: unknown): unknown {
  const copies = new Map<unknown, Container>();
  const jobs: Container[] = [];
  const shellOf = (one: unknown): unknown => {
    if (!isContainer(one)) return one;
    let copy = copies.get(one);
    if (!copy) {
      copies.set(one, (copy = Array.isArray(one) ? [] : {}));
      jobs.push(one);
    }
    return copy;
  };
  const root = shellOf(value);
  for (let one = jobs.pop(); one; one = jobs.pop())
    for (const key of Object.keys(one)) write(copies.get(one)!, key, shellOf(read(one, key)));
  return root;
}
const misspelt = (key: string, at: number): string => {
  const i = at % (key.length + 1);
  return at % 2 ? key.slice(0, i) + key.slice(i + 1) : `${key.slice(0, i)}x${key.slice(i)}`;
};

/** Changes the value in one place. */
export function applyChange(root: Container, { how, where, other }: Change, wrong: readonly unknown[]): void {
  const places = placesIn(root);
  if (places.length === 0) return;
  const [container, key] = places[where % places.length]!;
  const [from, fromKey] = places[other % places.length]!;
  const child = read(container, key);
  const value = () => copyOf(wrong[other % wrong.length]);
  const rename = (name: string) => {
    if (Array.isArray(container)) return write(container, key, value());
    delete container[key];
    write(container, name, child);
  };
  switch (how) {
    case 'delete':
      if (Array.isArray(container)) container.splice(Number(key), 1);
      else delete container[key];
      return;
    case 'misspell':
      return rename(misspelt(key, other));
    case 'poison':
      return rename(POISON[other % POISON.length]!);
    case 'add':
      if (Array.isArray(child)) child.splice(other % (child.length + 1), 0, value());
      else if (isContainer(child)) write(child, POISON[other % POISON.length]!, value());
      else write(container, key, value());
      return;
    case 'repeat':
      if (Array.isArray(container)) container.push(copyOf(child));
      else write(container, `${key}2`, copyOf(child));
      return;
    case 'move':
      return write(container, key, copyOf(read(from, fromKey)));
    case 'swap':
      write(container, key, copyOf(read(from, fromKey)));
      return write(from, fromKey, copyOf(child));
    case 'many':
      // Rarely: it is slow, and tells little more the tenth time.
      if (Array.isArray(container) && other % 50 === 0)
        for (let i = 0; i < 10_000; i++) container.push(child);
      else write(container, key, value());
      return;
    case 'alike':
      // Two of one name, where names must differ.
      for (const [one, name] of places)
        if (name === key && one !== container) return write(one, name, copyOf(child));
      return;
    default:
      write(container, key, value());
  }
}

/** A copy of `base`, changed. */
export function changed<T>(base: T, changes: readonly Change[], wrong: readonly unknown[] = WRONG): T {
  const root: Container = { value: copyOf(base) };
  for (const one of changes) applyChange(root, one, wrong);
  return read(root, 'value') as T;
}

/** Nothing that was thrown at Antes has changed what all objects have. */
export function findPollution(): string | undefined {
  for (const [name, prototype] of [
    ['Object', Object.prototype],
    ['Array', Array.prototype],
    ['Function', Function.prototype],
    ['String', String.prototype],
  ] as const) {
    const names = Reflect.ownKeys(prototype).length;
    if (names !== BEFORE.get(name)) return `${name}.prototype has ${names} members`;
    if ('polluted' in prototype) return `${name}.prototype.polluted`;
  }
  return undefined;
}
const BEFORE = new Map<string, number>([
  ['Object', Reflect.ownKeys(Object.prototype).length],
  ['Array', Reflect.ownKeys(Array.prototype).length],
  ['Function', Reflect.ownKeys(Function.prototype).length],
  ['String', Reflect.ownKeys(String.prototype).length],
]);
