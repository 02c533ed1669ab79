import type { Report } from '../core/problems.js';
import type { Config } from './types.js';

type Plain = Readonly<Record<string, unknown>>;
/** What is wrong with a value, or nothing. */
type Check = (value: unknown) => string | undefined;
type Shape = Readonly<Record<string, Check>>;

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const text: Check = (value) => (typeof value === 'string' ? undefined : 'expected a text');
const flag: Check = (value) => (typeof value === 'boolean' ? undefined : 'expected true or false');
const amount: Check = (value) =>
  typeof value === 'number' && value >= 0 ? undefined : 'expected a number, 0 or more';
const plain: Check = (value) => (isPlain(value) ? undefined : 'expected an object');
const any: Check = () => undefined;
const need =
  (check: Check): Check =>
  (value) =>
    value === undefined ? 'is missing' : check(value);
const one =
  (...words: readonly string[]): Check =>
  (value) =>
    words.includes(value as string) ? undefined : `expected one of ${words.join(', ')}`;
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) ? value.map(check).find((wrong) => wrong !== undefined) : 'expected a list';

/** Checks known keys; unknown ones are told by `unknown`. */
function wrongIn(
  value: unknown,
  shape: Shape,
  unknown: (key: string) => void,
): { key: string; wrong: string } | undefined {
  if (!isPlain(value)) return { key: '', wrong: 'expected an object' };
  for (const key of Object.keys(value)) if (!Object.hasOwn(shape, key)) unknown(key);
  for (const [key, check] of Object.entries(shape)) {
    if (value[key] === undefined && !REQUIRED.has(check)) continue;
    const wrong = check(value[key]);
    if (wrong !== undefined) return { key, wrong };
  }
  return undefined;
}

const someText = need(text);
const someSteps = need(
  listOf((step) => (isPlain(step) && typeof step['id'] === 'string' ? undefined : 'each step needs an "id"')),
);
const someType = need(one('string', 'number', 'boolean', 'date', 'list'));
const someKind = need(one('order', 'case', 'incidents', 'facts'));
const REQUIRED: ReadonlySet<Check> = new Set([someText, someSteps, someType, someKind]);

const VERBS = ['link', 'call', 'focus', 'open', 'contact', 'resolve'];
const action: Check = (value) => {
  if (!isPlain(value) || typeof value['label'] !== 'string') return 'each action needs a "label"';
  const verbs = VERBS.filter((verb) => Object.hasOwn(value, verb));
  return verbs.length === 1 ? undefined : `each action needs exactly one of ${VERBS.join(', ')}`;
};

/** Sections that are lists of named entries. A bad entry is left out; whatever refers to it is told by its own name. */
const NAMED: Readonly<Record<string, Shape>> = {
  facts: { type: someType, values: listOf(any), show: flag, handoff: flag, description: text },
  journeys: { title: text, owner: text, steps: someSteps, done: plain, idleOut: text },
  reasons: {
    title: someText,
    owner: text,
    quadrant: text,
    contactCost: amount,
    handoff: listOf(text),
    queue: text,
  },
  sources: {
    kind: someKind,
    url: text,
    adapter: text,
    host: flag,
    every: text,
    staleAfter: text,
    components: plain,
  },
  content: {
    title: someText,
    body: text,
    actions: listOf(action),
    source: text,
    feedback: one('none', 'helpful', 'effort'),
    tone: one('info', 'success', 'warning', 'problem'),
  },
};
const POLICY: Shape = {
  enabled: flag,
  limits: any,
  gap: text,
  wait: listOf(text),
  snooze: listOf(text),
  holdout: plain,
  helpOrder: listOf(text),
  ignore: plain,
  signals: plain,
};
const CONTACT: Shape = { order: listOf(text), channels: plain };
const MAPS = ['audiences', 'translations'];

/** Leaves only what the rest of the house can rely on. */
export function soundSections(config: Record<string, unknown>, report: Report): Config {
  const told = (path: string) => (key: string) =>
    report('CONFIG_UNKNOWN_KEY', `${path}/${key}`, `'${key}' is not known here and is ignored.`);
  const invalid = (path: string, wrong: string) =>
    report('CONFIG_INVALID', path, `${wrong}; this part is left out, all others are used.`);

  for (const [section, shape] of Object.entries(NAMED)) {
    const entries = config[section];
    if (entries === undefined) continue;
    if (!isPlain(entries)) {
      invalid(`/${section}`, 'Expected an object of named entries');
      delete config[section];
      continue;
    }
    for (const [name, entry] of Object.entries(entries)) {
      const path = `/${section}/${name}`;
      const bad = wrongIn(entry, shape, told(path));
      if (!bad) continue;
      invalid(bad.key ? `${path}/${bad.key}` : path, `'${name}': ${bad.key} ${bad.wrong}`);
      delete (entries as Record<string, unknown>)[name];
    }
  }
  for (const [section, shape] of [
    ['policy', POLICY],
    ['contact', CONTACT],
  ] as const) {
    const part = config[section];
    if (part === undefined) continue;
    const bad = wrongIn(part, shape, told(`/${section}`));
    if (!bad) continue;
    invalid(`/${section}/${bad.key}`, `${bad.key} ${bad.wrong}`);
    if (isPlain(part) && bad.key) delete (part as Record<string, unknown>)[bad.key];
    else delete config[section];
  }
  for (const section of MAPS) {
    if (config[section] === undefined || isPlain(config[section])) continue;
    invalid(`/${section}`, 'Expected an object of named entries');
    delete config[section];
  }
  if (!Array.isArray(config['triggers'])) {
    if (config['triggers'] !== undefined) invalid('/triggers', 'Expected a list of triggers');
    config['triggers'] = [];
  }
  return config as unknown as Config;
}
