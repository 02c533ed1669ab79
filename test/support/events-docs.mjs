/** The types of events in docs/events.md, from their schema. `npm run docs:events` writes them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { importSource } from '../../.rollup/import-source.mjs';

/** @typedef {import('../../src/config/schema/build.js').Schema} Schema */

const PAGE = resolve(import.meta.dirname, '../../docs/events.md');
const MARK = '<!-- made from the schema by `npm run docs:events`; changes belong into src/report/schema -->';

/** What a field may be, in a cell. @param {Schema} schema @returns {string} */
function kindOf({ enum: words, const: only, type, pattern, properties, additionalProperties }) {
  if (words) return words.map((word) => `\`${word}\``).join(', ');
  if (only !== undefined) return `\`${only}\``;
  if (type === 'integer') return 'whole number';
  if (type === 'boolean') return '`true`, `false`';
  if (type === 'object')
    return additionalProperties
      ? 'numbers by name'
      : `object: ${Object.entries(properties ?? {})
          .map(([name, one]) => `\`${name}\` (${kindOf(one)})`)
          .join(', ')}`;
  return pattern ? 'name' : 'text';
}

/** @param {Readonly<Record<string, Schema>>} fields @param {readonly string[]} required */
const table = (fields, required) =>
  [
    '| field | what it says | may be |',
    '|---|---|---|',
    ...Object.entries(fields).map(
      ([name, one]) =>
        `| \`${name}\` | ${one.description}${required.includes(name) ? ' *Always there.*' : ''} | ${kindOf(one)} |`,
    ),
  ].join('\n');

/** @param {typeof import('../../src/report/schema/index.js')} schema */
export function eventSections({ ENVELOPE, EVENT_TYPES, WHERE, exampleOf }) {
  const everywhere = table({ ...ENVELOPE, ...WHERE }, ['antes', 'sid', 'seq', 'visit', 'sent', 'at']);
  const sections = EVENT_TYPES.map(
    (one) =>
      `### \`${one.type}\`\n\n${one.description}\n\n${table(one.fields, one.required)}\n\n\`\`\`\n${JSON.stringify(exampleOf(one))}\n\`\`\`\n`,
  );
  return `## Fields of every event\n\n\`type\` is one of those below.\n\n${everywhere}\n\n## Types\n\n${sections.join('\n')}`;
}

/** The page with these sections. @param {string} page @param {string} sections */
export const withSections = (page, sections) =>
  `${page.slice(0, page.indexOf(MARK) + MARK.length)}\n\n${sections}`;

async function write() {
  const schema = await importSource(resolve(import.meta.dirname, '../../src/report/schema/index.ts'));
  writeFileSync(PAGE, withSections(readFileSync(PAGE, 'utf8'), eventSections(schema)));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await write();
