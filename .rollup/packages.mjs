import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const PACKAGE = /^(.*node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/;

/** By package: what was put into its files before it was published. No path of a module tells of that. */
export const PUT_INTO = {
  'css-tree': ['mdn-data', 'source-map-js'],
  'd3-delaunay': ['delaunator'],
  delaunator: ['robust-predicates'],
};

/** By package: what it depends on, and what we take of it does not. */
export const NOT_TAKEN = {
  // Types.
  'lit-html': ['@types/trusted-types'],
  vega: ['vega-typings'],
  'vega-expression': ['@types/estree'],
  // Without a browser only.
  '@lit/reactive-element': ['@lit-labs/ssr-dom-shim'],
  'lit-element': ['@lit-labs/ssr-dom-shim'],
  // Commands of theirs.
  'd3-dsv': ['commander', 'iconv-lite', 'rw'],
  'd3-geo-projection': ['commander'],
  'topojson-client': ['commander'],
  'vega-lite': ['json-stringify-pretty-compact', 'tslib', 'yargs'],
};

/** The folder of the package that a module is of, if it is of one. */
export const folderOf = (id) => PACKAGE.exec(id)?.[1];
const read = (folder) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

/** Where a package finds another one, as Node.js looks for it. */
function find(name, from) {
  for (let at = from; ; at = dirname(at)) {
    const folder = join(at, 'node_modules', name);
    if (existsSync(join(folder, 'package.json'))) return folder;
    if (at === dirname(at)) throw new Error(`${from} needs ${name}, which is not installed`);
  }
}

/**
 * The packages whose code is in a file: those of its modules, and what their publishers had put into these. Of whatever else
 * they depend on it must be known that it is not there.
 * @param {string[]} ids the modules of the file
 * @param {Iterable<string>} all those of the whole build: what a package needs may be in another file, or not be used after all
 */
export function packagesOf(ids, all = ids) {
  const met = new Set([...all].map(folderOf));
  const found = new Map();
  const add = (folder, within) => {
    if (found.has(folder)) return;
    const { name, version, dependencies = {} } = read(folder);
    found.set(folder, { folder, name, version, within });
    for (const one of Object.keys(dependencies)) {
      if (PUT_INTO[name]?.includes(one)) add(find(one, folder), within ?? `${name}@${version}`);
      else if (!NOT_TAKEN[name]?.includes(one) && !met.has(find(one, folder)))
        throw new Error(
          `${name} needs ${one}, of which there is no module: .rollup/packages.mjs has to know why`,
        );
    }
  };
  // First what has a path of its own.
  const own = new Set(ids.map(folderOf).filter(Boolean));
  for (const folder of own) add(folder);
  return [...found.values()].map((one) => (own.has(one.folder) ? { ...one, within: undefined } : one));
}
