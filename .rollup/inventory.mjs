import { unwanted } from './facts.mjs';
import { sorted } from './sorted.mjs';
import { ADDRESSES, FILES, REQUESTS, STORAGE } from './purposes.mjs';

/** The name of a built file without its hash. */
export const plainName = (file) => file.replace(/^(chunks\/.+)-[\w-]{6}\.js$/, '$1');

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

/** What the scripts do to a page, for those who answer for it (PCI DSS 6.4.3). Made of the syntax trees of what was built. */
export function inventory({ version, files, sources }) {
  const ours = new Map([...sources].filter(([source]) => !source.startsWith('npm:')));
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
      requests: sorted(ours, ([source]) => source)
        .filter(([, { requests }]) => requests.size > 0)
        .map(([source, { requests }]) => ({
          in: source,
          by: sorted(requests),
          purpose: REQUESTS[source] ?? 'not told',
        })),
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
  };
}
