import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Every part of the language, as in the guide for product teams. */
export const example = (): Record<string, Json> & { triggers: Record<string, Json>[] } =>
  JSON.parse(readFileSync(resolve(import.meta.dirname, 'example.json'), 'utf8'));

/** Values of every kind, near misses of durations, names, words and shares. */
const POOL: readonly Json[] = [
  null,
  true,
  false,
  0,
  1,
  2,
  1.5,
  -1,
  101,
  1e9,
  0.5,
  '',
  'x',
  'order-placed',
  'not a name',
  '10 min',
  '10m',
  '500ms',
  '5000ms',
  '0s',
  '7d',
  'payment',
  'checkout',
  'checkout/payment',
  'declined-help',
  'modal',
  'inline',
  'hint',
  'notice',
  'live',
  'session',
  'visitor',
  'struggle',
  'active',
  'forever',
  'mon',
  'toString',
  '__proto__',
  '2026-11-27',
  '2026-13-45',
  '2026-02-31',
  '2026-11-27T06:00:00',
  '2026-11-27T06:00:00Z',
  '09:00-18:00',
  '25:00-18:00',
  'Europe/Madrid',
  [],
  ['x'],
  ['payment'],
  ['mon'],
  [null],
  [{}],
  {},
  { event: 'x' },
  { event: 5 },
  { event: 'x', min: 2, wihin: '5m' },
  { facts: { 'order.id': 'x' } },
  { facts: { nope: 'x' } },
  { facts: { 'incidents.x.impact': { exists: true } } },
  { gt: 3 },
  { inn: ['x'] },
  { is: 'x', not: ['y'] },
  { times: 1, per: 'step' },
  { share: 1 },
  { share: 0.5, nothing: true },
  { a: { share: 1, as: 'hint' } },
  { name: 'x', variants: {} },
  { after: { event: 'x' }, without: [{ event: 'y' }], for: '5s' },
  { score: 'struggle', above: 0.5 },
  { not: { event: 'x' } },
  { by: { event: 'x' } },
];
const KEYS = [
  'id note status reviewBy reason priority where when unless timing show limits schedule solved experiment',
  'event min within distinct per sequence after without for clock score above facts all any not',
  'journey step url notUrl device audience at delay giveUpAfter content as anchor side orElse times',
  'from until days hours zone by name variants share nothing is in gt exists before wihin wen $comment',
]
  .join(' ')
  .split(' ');

/** What the example leaves out, so that it can be changed, too. */
const REST: Record<string, Json> = {
  id: 'everything-else',
  note: 'x',
  status: 'live',
  reviewBy: '2027-01-31',
  priority: 'tip',
  where: { device: 'phone', notUrl: '/a', audience: ['payers'], step: ['cart', 'checkout/payment'] },
  when: {
    all: [
      { event: 'x', distinct: 'code', per: 'visitor' },
      { not: { facts: { 'order.eta': { before: '2h' } } } },
    ],
  },
  timing: { at: 'now', delay: '5s' },
  show: { content: 'order-card', as: 'notice', anchor: 'here', side: 'top', orElse: 'nothing' },
  schedule: { days: ['mon', 'tue'], hours: '09:00-18:00', zone: 'Europe/Madrid' },
  experiment: {
    name: 'n',
    by: 'session',
    variants: { a: { share: 0.5, as: 'panel', content: 'order-card' }, b: { share: 0.5 } },
  },
};
/** The example, and what it leaves out. */
export const rich = (): ReturnType<typeof example> => {
  const config = example();
  config.triggers.push(structuredClone(REST));
  return { ...config, audiences: { payers: { 'payment.method': 'card' } } };
};

interface Change {
  readonly where: number;
  readonly how: 'replace' | 'delete' | 'rename' | 'add' | 'push';
  readonly value: Json;
  readonly key: string;
}
const change: fc.Arbitrary<Change> = fc.record({
  where: fc.nat(),
  how: fc.constantFrom('replace', 'replace', 'delete', 'rename', 'add', 'push'),
  value: fc.constantFrom(...POOL),
  key: fc.constantFrom(...KEYS),
});

/** Every place below a value: the container and the key. */
function places(value: Json): [container: Json[] | Record<string, Json>, key: string][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => [
    [value, key] as [Json[], string],
    ...places(child),
  ]);
}

function apply(root: Json, { where, how, value, key }: Change): void {
  const all = places(root);
  if (all.length === 0) return;
  const [container, at] = all[where % all.length]!;
  const node = container as Record<string, Json>;
  const child = node[at];
  const copy = structuredClone(value);
  if (how === 'push' && Array.isArray(child)) child.push(copy);
  else if (how === 'add' && typeof child === 'object' && child !== null && !Array.isArray(child))
    child[key] = copy;
  else if (how === 'delete' && !Array.isArray(container)) delete node[at];
  else if (how === 'rename' && !Array.isArray(container)) {
    delete node[at];
    node[key] = child!;
  } else node[at] = copy;
}

/** The example with one to three changes, of its triggers alone or anywhere. */
export const mutated = (part: 'triggers' | 'all'): fc.Arbitrary<Record<string, Json>> =>
  fc.array(change, { minLength: 1, maxLength: 3 }).map((changes) => {
    const config = rich();
    const root = part === 'all' ? { config } : { triggers: config.triggers };
    for (const one of changes) apply(root, one);
    if (part === 'all') return (root as { config: Record<string, Json> }).config;
    return { ...config, triggers: root.triggers! };
  });
