const fails = (): never => {
  throw new Error('host: on purpose');
};
const circular: Record<string, unknown> = { event: 'x' };
circular['self'] = circular;
circular['list'] = [circular, circular];

/** All names, at every depth. */
const wide = (depth: number): unknown =>
  depth === 0 ? 'x' : Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`k${i}`, wide(depth - 1)]));

/** What a page may hand over by mistake. Those that fail say that it was the host's doing. */
export const GARBAGE: readonly unknown[] = [
  undefined,
  null,
  true,
  0,
  -1,
  NaN,
  Infinity,
  1e308,
  10n,
  '',
  ' ',
  'x',
  'no name',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  '1h',
  '-5s',
  '99999d',
  'x'.repeat(100_000),
  '\uD800\u0000',
  Symbol('x'),
  Symbol.iterator,
  [],
  [[]],
  Array.from({ length: 50_000 }, (_, i) => i),
  Array.from({ length: 4 }),
  {},
  { x: 1, y: { z: [1, null, {}] } },
  { toString: fails, valueOf: fails, toJSON: fails },
  { [Symbol.toPrimitive]: fails },
  {
    get x() {
      return fails();
    },
    // oxlint-disable-next-line unicorn/no-thenable -- what is not to be mistaken for a promise
    get then() {
      return fails();
    },
    get event() {
      return fails();
    },
  },
  JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
  Object.create(null),
  Object.freeze({ a: Object.freeze({ b: 1 }) }),
  circular,
  wide(3),
  new Proxy({}, { get: fails, has: fails, ownKeys: fails, getPrototypeOf: fails }),
  new Proxy([], { get: fails }),
  new Proxy(() => {}, { apply: fails, get: fails }),
  new Map([['a', 1]]),
  new Date(NaN),
  new Error('host: an error'),
  /x/g,
  new Uint8Array(1e6),
  fails,
  () => Promise.resolve(),
  document,
  window,
  document.createElement('form'),
  new AbortController().signal,
  Promise.resolve(1),
];
