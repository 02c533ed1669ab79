/** The tables of signals and of their settings in docs/signals.md, from the registry. `npm run docs:signals` writes it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { importSource } from '../../.rollup/import-source.mjs';
import { SETTINGS } from './signal-settings.mjs';

const root = resolve(import.meta.dirname, '../..');
const file = resolve(root, 'docs/signals.md');
/** Between marks. @param {'signals' | 'settings'} name */
const blockOf = (name) => new RegExp(`(<!-- ${name}:[^>]*-->\n)[\\s\\S]*?(<!-- /${name} -->)`);

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
const written = ([name, value]) =>
  name.endsWith('Ms') ? `\`${name.slice(0, -2)}\` ${duration(value)}` : `\`${name}\` ${value}`;

/** @param {readonly { name: string, meaning: string, defaults: object }[]} detectors */
export function signalsTable(detectors) {
  const rows = detectors.map(({ name, meaning, defaults }) => {
    const { weight, ...others } = /** @type {Record<string, number>} */ (defaults);
    const settings = Object.entries(others).map((entry) => written(entry));
    return `| \`${name}\` | ${meaning} | ${weight} | ${settings.join(', ') || '–'} |`;
  });
  return [
    '| signal | meaning | weight | other settings and their defaults |',
    '|---|---|---|---|',
    ...rows,
  ].join('\n');
}

/**
 * What each setting means, in the order of the list. Throws where one is not told, or is told of nothing.
 * @param {readonly { name: string, defaults: object }[]} detectors
 */
export function settingsTable(detectors) {
  const used = detectors.flatMap(({ name, defaults }) =>
    Object.keys(defaults).map((setting) => ({ name, setting: setting.replace(/Ms$/, '') })),
  );
  const told = used.map(({ name, setting }) => {
    const rows = SETTINGS.filter(([one]) => one === setting);
    const row = rows.find(([, , ...of]) => of.includes(name)) ?? rows.find(([, , ...of]) => of.length === 0);
    if (!row) throw new Error(`What ${setting} of ${name} means is not told in signal-settings.mjs`);
    return { row, name };
  });
  const rows = SETTINGS.map((row) => {
    const of = told.filter((one) => one.row === row).map(({ name }) => `\`${name}\``);
    if (of.length === 0) throw new Error(`No signal has the setting ${row[0]} as it is told`);
    return `| \`${row[0]}\` | ${row[1]} | ${of.length > 3 ? `${of.length} signals` : of.join(', ')} |`;
  });
  return ['| setting | means | of |', '|---|---|---|', ...rows].join('\n');
}

/** What stands between the marks now. @param {string} text @param {'signals' | 'settings'} name */
export const tableIn = (text, name) =>
  blockOf(name)
    .exec(text)?.[0]
    .replace(/<!--[^>]*-->\n?/g, '')
    .trim();

async function write() {
  const registry = await importSource(resolve(root, 'src/detect/registry.ts'));
  const detectors = Object.values(registry);
  const tables = /** @type {const} */ ([
    ['signals', signalsTable(detectors)],
    ['settings', settingsTable(detectors)],
  ]);
  let text = readFileSync(file, 'utf8');
  for (const [name, table] of tables)
    text = text.replace(blockOf(name), (_all, open, close) => `${open}\n${table}\n\n${close}`);
  writeFileSync(file, text);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await write();
