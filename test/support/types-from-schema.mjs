/**
 * The types of the config and of what is reported, from their schemas. `npm run schema` writes src/config/types.ts with
 * the files below it, and src/report/events.ts.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { importSource } from '../../.rollup/import-source.mjs';
import { format } from 'oxfmt';

/** @typedef {import('../../src/config/schema/build.js').Schema} Schema */

const root = resolve(import.meta.dirname, '../..');
const options = JSON.parse(readFileSync(resolve(root, '.oxfmtrc.json'), 'utf8'));

const HEADER = '// Written by `npm run schema` from src/config/schema. Change it there.\n';
const NAMED = 'export type Named<T> = Readonly<Record<string, T>>;';
/** Texts of a form of their own that the types call by name; all others are just `string`. */
const ALIASES = new Set(['Duration']);

/** @param {Schema} schema */
const isPrimitive = ({ type, enum: words }) =>
  words === undefined && type !== undefined && type !== 'object' && type !== 'array';

/** @param {readonly string[]} parts */
const union = (parts) => [...new Set(parts)].join(' | ');

/** A list of alternatives needs brackets. @param {string} type */
const bracketed = (type) => (type.includes(' | ') ? `(${type})` : type);

/** Writes one schema as a type. @param {Schema} schema @param {Record<string, Schema>} defs @param {Set<string>} used @returns {string} */
function typeOf(schema, defs, used) {
  const inner = (/** @type {Schema} */ one) => typeOf(one, defs, used);
  if (schema.$ref) {
    const name = schema.$ref.replace('#/$defs/', '');
    const target = /** @type {Schema} */ (defs[name]);
    if (!ALIASES.has(name) && (isPrimitive(target) || name === 'OneOrMany')) return inner(target);
    used.add(name);
    return name;
  }
  if (schema.enum) return union(schema.enum.map((one) => JSON.stringify(one)));
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (isPrimitive(schema) && schema.type !== 'string')
    return schema.type === 'integer' ? 'number' : String(schema.type);
  // The name of an event: known ones are only offered.
  if (schema.type === 'string' && (schema.pattern !== undefined || !schema.anyOf)) return 'string';
  if (schema.anyOf) return union(schema.anyOf.map((one) => inner(one)));
  if (schema.type === 'array') return `readonly ${bracketed(inner(/** @type {Schema} */ (schema.items)))}[]`;
  if (schema.if) return alternatives(schema, defs, used);
  // The last of them only says that there must be one.
  if (!schema.type) return '';
  if (schema.additionalProperties) {
    used.add('Named');
    return `Named<${inner(schema.additionalProperties)}>`;
  }
  return `{ ${members(schema, defs, used).join(' ')} }`;
}

/** if … then … else if …: one alternative each. @param {Schema} schema @param {Record<string, Schema>} defs @param {Set<string>} used @returns {string} */
const alternatives = (schema, defs, used) =>
  union(
    [schema.then, schema.else]
      .map((one) => (one === undefined ? '' : typeOf(one, defs, used)))
      .filter((one) => one !== ''),
  );

/** @param {Schema} schema @param {Record<string, Schema>} defs @param {Set<string>} used */
const members = (schema, defs, used) =>
  Object.entries(schema.properties ?? {})
    .filter(([name]) => name !== '$comment')
    .map(([name, one]) => {
      const type = typeOf(one, defs, used);
      const optional = schema.required?.includes(name) ? '' : '?';
      // Written out in its own object, a description would only be in the way.
      const about = one.description && one.type !== 'object' ? `/** ${one.description} */\n  ` : '';
      return `${about}readonly ${name}${optional}: ${type};\n`;
    });

/** @param {string} name @param {Schema} schema @param {Record<string, Schema>} defs @param {Set<string>} used */
function declaration(name, schema, defs, used) {
  const about = schema.description ? `/** ${schema.description} */\n` : '';
  return schema.type === 'object' && schema.properties && !schema.additionalProperties
    ? `${about}export interface ${name} {\n  ${members(schema, defs, used).join('  ')}}\n`
    : `${about}export type ${name} = ${typeOf(schema, defs, used)};\n`;
}

/** @param {Record<string, Record<string, Schema>>} nouns @returns {Promise<Map<string, string>>} by the file's path */
export async function typesOf(nouns) {
  /** @type {Record<string, Schema>} */
  const defs = Object.assign({}, ...Object.values(nouns));
  const isType = (/** @type {[string, Schema]} */ [name, schema]) =>
    name !== 'Scalar' && name !== 'OneOrMany' && (ALIASES.has(name) || !isPrimitive(schema));
  /** @type {Map<string, string>} */
  const files = new Map();
  const all = [];
  for (const [noun, own] of Object.entries(nouns)) {
    const used = new Set();
    const bodies = Object.entries(own)
      .filter(isType)
      .map(([name, schema]) => declaration(name, schema, defs, used));
    if (bodies.length === 0) continue;
    all.push(noun);
    const strangers = [...used]
      .filter((name) => !(name in own) && name !== 'Scalar')
      .toSorted((a, b) => a.localeCompare(b));
    const imports = [
      used.has('Scalar') ? "import type { Scalar } from '../../core/records.js';" : '',
      strangers.length > 0 ? `import type { ${strangers.join(', ')} } from '../types.js';` : '',
    ].filter(Boolean);
    files.set(`src/config/types/${noun}.ts`, [HEADER, ...imports, '', ...bodies].join('\n'));
  }
  files.set(
    'src/config/types.ts',
    `${HEADER}/** The configuration as teams write it (see docs/triggers.md). */\n${all
      .map((noun) => `export type * from './types/${noun}.js';`)
      .join('\n')}\n\n/** Entries that the team names itself. */\n${NAMED}\n`,
  );
  for (const [file, code] of files) {
    const { code: formatted, errors } = await format(file, code, options);
    if (errors.length > 0) throw new Error(`${file}: ${JSON.stringify(errors)}`);
    files.set(file, formatted);
  }
  return files;
}

/** @param {Record<string, Schema>} bodies @returns {Promise<string>} src/report/events.ts */
export async function eventTypes(bodies) {
  const used = new Set();
  const code = [
    '// Written by `npm run schema` from src/report/schema. Change it there.\n',
    'type Named<T> = Readonly<Record<string, T>>;\n',
    ...Object.entries(bodies).map(([name, schema]) => declaration(name, schema, {}, used)),
    `/** What there is to tell, before it belongs to a stream. */\nexport type Body = ${Object.keys(bodies).join(' | ')};\n`,
    `/** An event in its stream. */
export type WireEvent = Body & {
  readonly antes: 1;
  readonly sid: string;
  readonly seq: number;
  readonly visit: string;
};\n`,
    `/** As it goes out: with the time of this try. */
export type SentEvent = WireEvent & { readonly sent: number };\n`,
  ].join('\n');
  const { code: formatted, errors } = await format('src/report/events.ts', code, options);
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return formatted;
}

async function write() {
  const { nouns } = await importSource(resolve(root, 'src/config/schema/index.ts'));
  for (const [file, text] of await typesOf(nouns([]))) writeFileSync(resolve(root, file), text);
  const { bodies } = await importSource(resolve(root, 'src/report/schema/index.ts'));
  writeFileSync(resolve(root, 'src/report/events.ts'), await eventTypes(bodies()));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await write();
