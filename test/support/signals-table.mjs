/** The table of signals in docs/signals.md, from the registry. `npm run docs:signals` writes it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { importSource } from '../../.rollup/import-source.mjs';

const root = resolve(import.meta.dirname, '../..');
const file = resolve(root, 'docs/signals.md');
const BLOCK = /(<!-- signals:[^>]*-->\n)[\s\S]*?(<!-- \/signals -->)/;

const UNITS = /** @type {const} */ ([
  ['m', 60_000],
  ['s', 1_000],
  ['ms', 1],
]);

/** As it is written in a config. @param {number} ms */
function duration(ms) {
  const [unit, size] = UNITS.find(([, length]) => ms >= length && ms % length === 0) ?? ['ms', 1];
  return `"${ms / size}${unit}"`;
}

/** @param {[string, number]} entry */
const setting = ([name, value]) =>
  name.endsWith('Ms') ? `\`${name.slice(0, -2)}\` ${duration(value)}` : `\`${name}\` ${value}`;

/** @param {readonly { name: string, meaning: string, defaults: object }[]} detectors */
export function signalsTable(detectors) {
  const rows = detectors.map(({ name, meaning, defaults }) => {
    const { weight, ...others } = /** @type {Record<string, number>} */ (defaults);
    const settings = Object.entries(others).map((entry) => setting(entry));
    return `| \`${name}\` | ${meaning} | ${weight} | ${settings.join(', ') || '–'} |`;
  });
  return [
    '| signal | meaning | weight | other settings and their defaults |',
    '|---|---|---|---|',
    ...rows,
  ].join('\n');
}

/** What stands between the marks now. @param {string} text */
export const tableIn = (text) =>
  BLOCK.exec(text)?.[0]
    .replace(/<!--[^>]*-->\n?/g, '')
    .trim();

async function write() {
  const registry = await importSource(resolve(root, 'src/detect/registry.ts'));
  const table = signalsTable(Object.values(registry));
  const text = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    text.replace(BLOCK, (_all, open, close) => `${open}\n${table}\n\n${close}`),
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await write();
