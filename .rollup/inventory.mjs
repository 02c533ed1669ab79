import { unwanted } from './facts.mjs';
import { sorted } from './sorted.mjs';
import { ADDRESSES, FILES, REQUESTS, STORAGE } from './purposes.mjs';

/** The name of a built file without its hash. */
export const plainName = (file) => file.replace(/^((?:chunks|inspect)\/.+)-[\w-]{6}\.js$/, '$1');

/** Of a sort of fact: each one, with the sources that have it. */
function gather(sources, kind) {
  const found = new Map();
  for (const [source, facts] of sorted(sources, ([one]) => one))
    for (const fact of facts[kind]) found.set(fact, [...(found.get(fact) ?? []), source]);
  return sorted(found, ([fact]) => fact);
}
const listed = (sources, kind, name) =>
  gather(sources, kind).map(([fact, where]) => ({ [name]: fact, in: where }));
const names = (sources, kind) => gather(sources, kind).map(([fact]) => fact);

const oursOf = (sources) => new Map([...sources].filter(([source]) => !source.startsWith('npm:')));

const requestsOf = (ours) =>
  sorted(ours, ([source]) => source)
    .filter(([, { requests }]) => requests.size > 0)
    .map(([source, { requests }]) => ({
      in: source,
      by: sorted(requests),
      purpose: REQUESTS[source] ?? 'not told',
    }));

/** What the inspector does beside all that: customers never load it, so it is told apart. */
const inspectorOf = (sources, own) => {
  const ours = new Map([...oursOf(sources)].filter(([source]) => !own.has(source)));
  return {
    loaded:
      'by `antes.inspect()`, or `?antes=inspect` where the configuration allows it; never for customers',
    requests: requestsOf(ours),
    storage: names(ours, 'storage'),
    usedIn: sorted([...ours].filter(([, facts]) => facts.usesStorage).map(([source]) => source)),
    events: names(ours, 'events'),
    elements: names(ours, 'elements'),
  };
};

/** What the scripts do to a page, for those who answer for it (PCI DSS 6.4.3). Made of the syntax trees of what was built. */
export function inventory({ version, files, sources, developers }) {
  const ours = oursOf(sources);
  const members = gather(ours, 'members');
  return {
    name: 'antes',
    version,
    scripts: sorted(files, ([file]) => file).map(([file, from]) => ({
      file,
      purpose: FILES[plainName(file)] ?? 'not told',
      sources: from,
    })),
    network: {
      origins: 'its own, and those of the addresses that the configuration names',
      configured: ADDRESSES,
      addressesInScripts: names(sources, 'addresses'),
      requests: requestsOf(ours),
    },
    storage: {
      keys: listed(ours, 'storage', 'key').map((one) => ({
        ...one,
        ...(STORAGE[one.key] ?? { purpose: 'not told' }),
      })),
      usedIn: sorted([...ours].filter(([, facts]) => facts.usesStorage).map(([source]) => source)),
      cookies: false,
    },
    page: {
      events: listed(ours, 'events', 'event'),
      observers: listed(ours, 'observers', 'observer'),
      reads: members
        .filter(([member]) => !unwanted.includes(member))
        .map(([member, where]) => ({ member, in: where })),
      attributes: names(ours, 'attributes'),
      notUsed: unwanted.filter((member) => !members.some(([found]) => found === member)),
      usedAllTheSame: members
        .filter(([member]) => unwanted.includes(member))
        .map(([member, where]) => ({ member, in: where })),
    },
    globals: {
      window: ['antes'],
      symbols: names(ours, 'symbols'),
      elements: names(ours, 'elements'),
      events: names(ours, 'told'),
      names: names(ours, 'own'),
    },
    inspector: inspectorOf(developers, ours),
  };
}
