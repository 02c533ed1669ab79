/** The byte budgets, on the built files: gzip level 9, as a CDN would send them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

const CDN = resolve(import.meta.dirname, '../dist/cdn');
const KB = 1000;
const LANGUAGES = ['ar', 'de', 'es', 'fr', 'pt'];

/** What all that stands at an anchor shares. */
const AT_ANCHORS = ['drawn', 'mount', 'anchor', 'focus-anchor'].map((name) => `chunks/${name}-*.js`);

/**
 * `goal` is what the product promises. Where it is not reached yet, `max` is the ceiling until then: it goes down, or up
 * with a capability that is named in the change. A floor shows an entry that became empty: tree-shaking that went too far looks like a success otherwise.
 */
export const BUDGETS = [
  { what: 'the whole engine, no UI', files: ['antes.js'], min: 2 * KB, max: 81.5 * KB, goal: 14 * KB },
  { what: 'asks old browsers first, for tag managers', files: ['antes.load.js'], min: 100, max: 0.5 * KB },
  { what: 'first un-anchored help, Lit included', files: ['antes.ui.js'], min: 4 * KB, max: 14 * KB },
  { what: 'its way to a free corner', files: ['chunks/cover-*.js'], min: 100, max: 1.05 * KB },
  {
    what: 'anchored help, on top of it',
    files: ['chunks/inline-*.js', ...AT_ANCHORS],
    min: KB,
    max: 7 * KB,
  },
  { what: 'a hint, on top of it', files: ['chunks/hint-*.js', ...AT_ANCHORS], min: KB, max: 7 * KB },
  {
    what: 'all widgets',
    files: ['antes.ui.js', 'chunks/*.js'],
    without: LANGUAGES.map((language) => `chunks/${language}-*.js`),
    min: 4 * KB,
    max: 49.3 * KB,
    goal: 40 * KB,
  },
  { what: 'order, case and incident feeds', files: ['antes.sources.js'], min: KB, max: 6.85 * KB },
  { what: 'reports of outcomes', files: ['antes.report.js'], min: KB, max: 8.8 * KB, goal: 7 * KB },
  // Customers never load these two.
  {
    what: 'the inspector, for developers',
    files: ['antes.inspect.js'],
    min: 20 * KB,
    max: 78.7 * KB,
    goal: 60 * KB,
  },
  { what: 'its editor', files: ['inspect/*.js'], min: 50 * KB, max: 180 * KB, goal: 120 * KB },
  ...LANGUAGES.map((language) => ({
    what: 'one language',
    files: [`chunks/${language}-*.js`],
    min: 100,
    max: 2 * KB,
  })),
];

/** A file and all that it imports statically: what the browser fetches before the module can run. */
function staticGraph(file, seen) {
  seen.add(file);
  const code = readFileSync(file, 'utf8');
  for (const [, specifier] of code.matchAll(/(?:\bfrom|\bimport)\s*["'](\.[^"']+)["']/g)) {
    const next = join(dirname(file), specifier);
    if (!seen.has(next)) staticGraph(next, seen);
  }
  return seen;
}

/** The files that a name with one `*` stands for. */
function matching(name) {
  const [start, end] = basename(name).split('*');
  const folder = join(CDN, dirname(name));
  if (end === undefined) return existsSync(join(CDN, name)) ? [join(CDN, name)] : [];
  return readdirSync(folder)
    .filter((file) => file.startsWith(start) && file.endsWith(end))
    .map((file) => join(folder, file));
}

/** Sum over files, each compressed on its own. What a chunk shares with `antes.ui.js` is there already. */
export function gzipSize(names, without = []) {
  const files = new Set(names.flatMap(matching));
  if (names.length === 1 && !names[0].includes('*'))
    for (const file of names.flatMap(matching)) staticGraph(file, files);
  for (const file of without.flatMap(matching)) files.delete(file);
  return [...files].reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0);
}

export const measure = () =>
  BUDGETS.map((budget) => {
    const size = gzipSize(budget.files, budget.without);
    return { ...budget, size, ok: size >= budget.min && size <= budget.max };
  });

/** The eager script is evaluated in front of everything the page does: no Lit and no DOM sink in it. */
const FORBIDDEN_IN_ENGINE = [
  /lit\$/,
  /\binnerHTML\b/,
  /createPolicy/,
  /\bprocess\.env\b/,
  /json-schema\.org/,
  // One letter beyond Latin-1, and the browser keeps the whole script with two bytes a letter.
  /[^\0-\u00ff]/,
];

export function strangersInEngine() {
  const file = join(CDN, 'antes.js');
  const code = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return FORBIDDEN_IN_ENGINE.filter((pattern) => pattern.test(code));
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const results = measure();
  for (const { what, files, size, max, goal, ok } of results) {
    const limit = goal === undefined ? `of ${max} B` : `of ${max} B (goal ${goal} B)`;
    console.log(
      `${ok ? 'ok  ' : 'FAIL'}  ${files.join(' + ').padEnd(26)} ${String(size).padStart(6)} ${limit}  ${what}`,
    );
  }
  const strangers = strangersInEngine();
  for (const pattern of strangers) console.log(`FAIL  antes.js contains ${pattern}`);
  process.exitCode = strangers.length > 0 || results.some(({ ok }) => !ok) ? 1 : 0;
}
