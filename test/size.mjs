/** The byte budgets, on the built files: gzip level 9, as a CDN would send them. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

const CDN = resolve(import.meta.dirname, '../dist/cdn');
const KB = 1000;

/**
 * A floor shows an entry that became empty: tree-shaking that went too far looks like a success otherwise.
 */
export const BUDGETS = [
  { what: 'the whole engine, no UI', file: 'antes.js', min: 2 * KB, max: 14 * KB },
  { what: 'first un-anchored help, Lit included', file: 'antes.ui.js', min: 4 * KB, max: 14 * KB },
];

/** A file and all that it imports statically: what the browser fetches before the module can run. */
function staticGraph(file, seen = new Set()) {
  if (seen.has(file)) return seen;
  seen.add(file);
  const code = readFileSync(file, 'utf8');
  for (const [, specifier] of code.matchAll(/(?:\bfrom|\bimport)\s*["'](\.[^"']+)["']/g)) {
    staticGraph(join(dirname(file), specifier), seen);
  }
  return seen;
}

/** Sum over files, each compressed on its own. */
export const gzipSize = (file) =>
  [...staticGraph(file)].reduce((sum, part) => sum + gzipSync(readFileSync(part), { level: 9 }).length, 0);

export function measure() {
  return BUDGETS.map((budget) => {
    const file = join(CDN, budget.file);
    const size = existsSync(file) ? gzipSize(file) : 0;
    return { ...budget, size, ok: size >= budget.min && size <= budget.max };
  });
}

/** The eager script is evaluated in front of everything the page does: no Lit and no DOM sink in it. */
const FORBIDDEN_IN_ENGINE = [/lit\$/, /\binnerHTML\b/, /createPolicy/, /\bprocess\.env\b/];

export function strangersInEngine() {
  const file = join(CDN, 'antes.js');
  const code = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return FORBIDDEN_IN_ENGINE.filter((pattern) => pattern.test(code));
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const results = measure();
  for (const { what, file, size, max, ok } of results) {
    console.log(
      `${ok ? 'ok  ' : 'FAIL'}  ${file.padEnd(14)} ${String(size).padStart(6)} of ${max} B  ${what}`,
    );
  }
  const strangers = strangersInEngine();
  for (const pattern of strangers) console.log(`FAIL  antes.js contains ${pattern}`);
  process.exitCode = strangers.length > 0 || results.some(({ ok }) => !ok) ? 1 : 0;
}
