import { parseDuration } from '../core/duration.js';
import { asText, say, type Found } from './finding.js';
import { closest } from './suggest.js';
import type { Subject } from './subject.js';
import { entriesOf, plain } from './uses.js';

/** As the browser does it (src/sources/poll.ts). */
const MIN_EVERY_MS = 15_000;
const DEFAULT_STALE_MS = 600_000;
const DEFAULT_EVERY_MS = 60_000;
/** What a source that is fetched tells, by its kind. */
const TELLS: Readonly<Record<string, readonly string[]>> = {
  order: ['id', 'state', 'eta', 'exception'],
  case: ['id', 'state', 'eta', 'exception'],
  refund: ['id', 'state', 'eta', 'exception'],
  incidents: ['impact', 'title', 'scheduled', 'until'],
};

/** Sources that cannot do what they say, or say something that changes nothing. */
export function checkSources(subject: Subject): Found[] {
  return [
    ...entriesOf(subject.config['sources'], ['sources']).flatMap(([, source, path]) =>
      subject.sound(path) ? [...form(source, path), ...times(source, path)] : [],
    ),
    ...neverTold(subject),
  ];
}

type Entry = Readonly<Record<string, unknown>>;

function form({ kind, adapter, host, ...rest }: Entry, path: Found['path']): Found[] {
  if (host === true)
    return ['adapter', 'every', 'live']
      .filter((key) => (key === 'adapter' ? adapter !== undefined : rest[key] !== undefined))
      .map((key) => ({
        code: 'SOURCE_IDLE' as const,
        path: [...path, key],
        message: `'${key}' changes nothing where the page itself hands the status over`,
        expected: "a 'url', or no such entry",
      }));
  if (adapter === undefined || adapter === 'native' || kind === 'incidents') return [];
  return [
    {
      code: 'SOURCE_FORM',
      path: [...path, 'adapter'],
      message: `${say(adapter)} tells of incidents, never of a source of the kind '${asText(kind)}'`,
      expected: "'native', or the kind 'incidents'",
    },
  ];
}

function times({ host, every, staleAfter }: Entry, path: Found['path']): Found[] {
  if (host === true) return [];
  const pace = parseDuration(every) ?? DEFAULT_EVERY_MS;
  const stale = parseDuration(staleAfter) ?? DEFAULT_STALE_MS;
  const found: Found[] = [];
  if (pace < MIN_EVERY_MS)
    found.push({
      code: 'SOURCE_PACE',
      path: [...path, 'every'],
      message: `No source is asked every ${asText(every)}`,
      expected: '15s or more',
    });
  if (stale <= Math.max(pace, MIN_EVERY_MS))
    found.push({
      code: 'SOURCE_PACE',
      path: [...path, staleAfter === undefined ? 'every' : 'staleAfter'],
      message: 'Customers would read that the status is old before it is asked for again',
      expected: "a 'staleAfter' of several times 'every'",
    });
  return found;
}

/** Facts of a source that it will never tell: a slip in their names. */
function neverTold({ config, uses, declared }: Subject): Found[] {
  const sources = entriesOf(config['sources'], []).map(([, source]) => source);
  const byPage = new Set(sources.filter(({ host }) => host === true).map(({ kind }) => kind));
  return uses.flatMap(({ kind: what, name, path, key }): Found[] => {
    if (what !== 'fact' || declared.fact.includes(name)) return [];
    const [kind = '', ...rest] = name.split('.');
    const tells = Object.hasOwn(TELLS, kind) ? TELLS[kind] : undefined;
    const mine = sources.filter((source) => source['kind'] === kind);
    if (!tells || mine.length === 0 || byPage.has(kind)) return [];
    const known = kind === 'incidents' ? componentsOf(mine) : [''];
    const all = known.flatMap((one) => tells.map((tell) => [kind, one, tell].filter(Boolean).join('.')));
    const last = rest.at(-1) ?? '';
    // Where no component is named, a status page may have any.
    const open = kind === 'incidents' && known.length === 1 && rest.length > 1 && tells.includes(last);
    if (all.includes(name) || open) return [];
    return [
      {
        code: 'SOURCE_FACT',
        path,
        ...(key === undefined ? {} : { key }),
        message: `No source tells the fact '${name}'`,
        expected: kind === 'incidents' ? 'a component of the source, or `any`' : `one of ${all.join(', ')}`,
        suggestion: closest(name, all),
      },
    ];
  });
}

const componentsOf = (sources: readonly Entry[]): string[] => [
  'any',
  ...sources.flatMap((source) =>
    Object.keys(plain(source['components'])).filter((name) => name !== '$comment'),
  ),
];
