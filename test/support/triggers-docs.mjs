/**
 * docs/triggers-reference.md, from the schema, and the recipes in docs/triggers.md and docs/es/triggers.md, from
 * docs/recipes. `npm run docs:triggers` writes them.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** @typedef {import('../../src/config/schema/build.js').Schema} Schema */
/** @typedef {import('../../src/config/schema/events.js').NeutralEvent} NeutralEvent */
/** @typedef {Readonly<Record<string, Schema>>} Defs */

const root = resolve(import.meta.dirname, '../..');

/** What is asked for most comes first. */
const ORDER = [
  'config',
  'triggers',
  'conditions',
  'matchers',
  'events',
  'journeys',
  'content',
  'policy',
  'report',
];
const TITLES = /** @type {Readonly<Record<string, string>>} */ ({
  config: 'The file',
  triggers: 'Triggers',
  conditions: 'Conditions',
  matchers: 'Values to compare with',
  events: 'Events',
  journeys: 'Journeys, facts, reasons and sources',
  content: 'Content and contact',
  policy: 'Policy and limits',
  report: 'Reporting',
  forms: 'Forms of values',
});
/** Where the title of a definition is a sentence. */
const SHORT = /** @type {Readonly<Record<string, string>>} */ ({
  Scalar: 'text, number, `true` or `false`',
  OneOrMany: 'name, or list of names',
  LongDuration: 'length of time',
  Matcher: 'value, list, or tests',
  Filter: 'names with values',
});
const INTRO = `# Reference of the configuration

<!-- made from the schema by \`npm run docs:triggers\`; changes belong into src/config/schema -->

Every section and every key of \`antes.json\`: what it means, what it may be, its default. To begin with, read [Writing triggers](triggers.md); your editor shows the same words while you write, [if you let it](check.md#in-your-editor).

Keys in **bold** must be there. \`$comment\` may stand in any object and is ignored. Any other key is an error.
What is accepted and does nothing yet is marked *not yet* in [the guide](triggers.md#the-file).
`;

/** As GitHub makes them. @param {string} heading */
const slug = (heading) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s/g, '-');
/** @param {string} text @param {string} heading */
const link = (text, heading) => `[${text}](#${slug(heading)})`;
/** Of a cell: no line breaks, and no bar that would end it. @param {string} text */
const cell = (text) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
/** As JSON is written by people, not by machines. @param {unknown} value @returns {string} */
function json(value) {
  if (Array.isArray(value)) return `[${value.map((one) => json(one)).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}: ${json(one)}`);
  return entries.length > 0 ? `{ ${entries.join(', ')} }` : '{}';
}
/** @param {unknown} value */
const code = (value) => `\`${json(value)}\``;
/** @param {number | undefined} from @param {number | undefined} to */
function range(from, to) {
  if (to === undefined) return from === undefined ? '' : `${from} or more`;
  return from === to ? `${from}` : `${from ?? 0} to ${to}`;
}

/** @param {Schema} schema */
const isObject = (schema) => schema.type === 'object';
/** An object with keys of its own, which is described where it stands. @param {Schema} schema */
const isInner = (schema) => isObject(schema) && schema.additionalProperties === false;

/** What a value may be. @param {Schema} schema @param {Defs} defs @param {string} [inner] its heading, if it has one @returns {string} */
function kind(schema, defs, inner) {
  const of = (/** @type {Schema} */ one) => kind(one, defs);
  if (schema.$ref) {
    const target = /** @type {Schema} */ (defs[schema.$ref.replace('#/$defs/', '')]);
    if (target.enum) return of(target);
    const title = target.title ?? '';
    const text =
      SHORT[schema.$ref.replace('#/$defs/', '')] ?? title.replace(/^(An?|The) |,.*/g, '').toLowerCase();
    return link(text, isForm(target) ? (TITLES['forms'] ?? '') : title);
  }
  if (schema.enum) return schema.enum.map((one) => code(one)).join(', ');
  if (schema.const !== undefined) return code(schema.const);
  if (schema.anyOf && schema.type !== 'object') return [...new Set(schema.anyOf.map(of))].join(' or ');
  if (schema.type === 'array') {
    const many = range(schema.minItems, schema.maxItems);
    return `list of ${of(schema.items ?? {})}${many ? `; ${many}` : ''}`;
  }
  if (schema.type === 'boolean') return '`true` or `false`';
  if (schema.type === 'string')
    return schema.maxLength === undefined ? 'text' : `text, at most ${schema.maxLength} letters`;
  if (schema.type === 'number' || schema.type === 'integer') {
    const between = range(schema.minimum, schema.maximum);
    return `${schema.type === 'integer' ? 'whole number' : 'number'}${between ? `, ${between}` : ''}`;
  }
  if (inner !== undefined) return link('object', inner);
  if (schema.additionalProperties) return `names of yours, each with ${of(schema.additionalProperties)}`;
  return 'anything';
}

/** @param {Schema} schema */
const isForm = (schema) => !isObject(schema) && schema.if === undefined;

/** @param {string} key @param {Schema} schema @param {boolean} required @param {Defs} defs @param {string} [inner] */
function row(key, schema, required, defs, inner) {
  const target = schema.$ref ? (defs[schema.$ref.replace('#/$defs/', '')] ?? {}) : schema;
  const standard = schema.default === undefined ? '' : code(schema.default);
  // Words that can stand there have been listed already.
  const example = schema.examples?.[0] ?? (target.enum ? undefined : target.examples?.[0]);
  const cells = [
    required ? `**\`${key}\`**` : `\`${key}\``,
    // What each of the words means stands at their definition.
    [schema.description, schema.$ref && target.enum ? target.description : ''].filter(Boolean).join(' '),
    kind(schema, defs, inner),
    standard,
    example === undefined ? '' : code(example),
  ];
  return `| ${cells.map(cell).join(' | ')} |`;
}

/** An object with its keys, and the objects in it after it. @param {string} heading @param {Schema} schema @param {Defs} defs @param {number} level @returns {string[]} */
function section(heading, schema, defs, level) {
  const out = [`${'#'.repeat(level)} ${heading}`, '', schema.description ?? '', ''];
  const entries = Object.entries(schema.properties ?? {}).filter(([key]) => key !== '$comment');
  const within = (/** @type {string} */ key) =>
    `\`${key}\` of ${heading.replace(/^(An?|The) /, 'the ').toLowerCase()}`;
  const inner = entries.filter(([, one]) => isInner(one));
  if (entries.length > 0)
    out.push(
      '| key | meaning | may be | default | example |',
      '|---|---|---|---|---|',
      ...entries.map(([key, one]) =>
        row(key, one, schema.required?.includes(key) ?? false, defs, isInner(one) ? within(key) : undefined),
      ),
      '',
    );
  else if (schema.additionalProperties)
    out.push(
      `Names of your own, each with ${kind(schema.additionalProperties, defs)}. Example: ${code(schema.examples?.[0])}`,
      '',
    );
  for (const [key, one] of inner)
    out.push(...(key === 'signals' ? signals(within(key), one, defs) : section(within(key), one, defs, 4)));
  return out;
}

/** @param {string} heading @param {Schema} schema @param {Defs} defs */
function signals(heading, schema, defs) {
  const settings = (/** @type {Schema} */ one) =>
    Object.entries(one.properties ?? {})
      .filter(([key]) => key !== '$comment' && key !== 'off')
      .map(([key, { default: value }]) => `\`${key}\` ${code(value)}`)
      .join(', ');
  const { off } =
    Object.values(schema.properties ?? {}).find((one) => one.properties?.['off'])?.properties ?? {};
  return [
    `#### ${heading}`,
    '',
    `${schema.description} What each signal is, and how to tune it: [Signals](signals.md#tuning); what each setting means: [Settings](signals.md#settings).`,
    '',
    `Every signal has \`off\` (${kind(off ?? {}, defs)}; default ${code(off?.default)}): ${off?.description} Settings whose default is a text are lengths of time, all others numbers; 0 and 1 may be written as \`false\` and \`true\`.`,
    '',
    '| signal | meaning | settings with their defaults |',
    '|---|---|---|',
    ...Object.entries(schema.properties ?? {})
      .filter(([name]) => name !== '$comment')
      .map(
        ([name, one]) => `| [\`${name}\`](signals.md) | ${cell(one.description ?? '')} | ${settings(one)} |`,
      ),
    '',
    `Example: ${code(schema.examples?.[0])}`,
    '',
  ];
}

/** @param {readonly NeutralEvent[]} neutral */
const eventTable = (neutral) => [
  'Every [signal](signals.md) is an event of its name, with `target`, `count`, `step` and its evidence as data. So is whatever your page tells with `antes.emit()`. And these:',
  '',
  '| event | meaning | data |',
  '|---|---|---|',
  ...neutral.map(
    ({ name, meaning, data }) =>
      `| \`${name}\` | ${cell(meaning)} | ${data.map((one) => `\`${one}\``).join(', ')} |`,
  ),
  '',
];

/** Short values that stand in many places. @param {Defs} defs */
const forms = (defs) => [
  '| form | meaning | written as | examples |',
  '|---|---|---|---|',
  ...Object.values(defs)
    .filter((one) => isForm(one) && !one.enum)
    .map((one) => {
      const written = one.pattern ? `\`${one.pattern}\`` : kind(one, defs);
      const examples = (one.examples ?? []).slice(0, 3).map((value) => code(value));
      return `| ${cell(one.title ?? '')} | ${cell(one.description ?? '')} | ${cell(written)} | ${cell(examples.join(', '))} |`;
    }),
  '',
];

/**
 * The whole page.
 * @param {Readonly<Record<string, Defs>>} nouns
 * @param {readonly NeutralEvent[]} neutral
 */
export function reference(nouns, neutral) {
  /** @type {Defs} */
  const defs = Object.assign({}, ...Object.values(nouns));
  const out = [INTRO];
  const title = (/** @type {string} */ noun) => TITLES[noun] ?? noun;
  for (const noun of [...ORDER, 'forms']) out.push(`- ${link(title(noun), title(noun))}`);
  out.push('');
  for (const noun of ORDER) {
    out.push(`## ${title(noun)}`, '');
    if (noun === 'events') out.push(...eventTable(neutral));
    // The noun itself goes before its parts.
    const own = Object.values(nouns[noun] ?? {}).filter((one) => !isForm(one));
    const main = own.filter(({ title: name = '' }) => ['A trigger', 'A condition', 'Policy'].includes(name));
    for (const one of [...main, ...own.filter((other) => !main.includes(other))]) {
      if (noun === 'config') out.push(...section('Top level', one, defs, 3));
      else out.push(...section(one.title ?? '', one, defs, 3));
      if (one.title === 'A condition') out.push(...heads(nouns[noun] ?? {}));
      else if (one.if && one.examples)
        out.push(`Examples: ${one.examples.map((value) => code(value)).join(', ')}`, '');
    }
  }
  out.push(`## ${TITLES['forms']}`, '', ...forms(defs));
  return `${out.join('\n').trimEnd()}\n`;
}

/** @param {Defs} defs */
const heads = (defs) => [
  ...Object.values(defs)
    .filter(({ title = '' }) => title.startsWith('A condition with '))
    .map(({ title = '', description, examples }) => {
      const word = title.replace('A condition with ', '');
      return `- ${link(`\`${word}\``, title)}: ${description} ${code(examples?.[0])}`;
    }),
  '',
];

const RECIPE = /(<!-- recipe: ([a-z-]+) -->\n)[\s\S]*?(<!-- \/recipe -->)/g;

/** The guide with every recipe as its file has it. @param {string} text @param {(name: string) => string} read */
export const withRecipes = (text, read) =>
  text.replace(RECIPE, (_all, open, name, close) => `${open}\n\`\`\`json\n${read(name)}\`\`\`\n\n${close}`);

/** @param {string} name */
export const readRecipe = (name) => readFileSync(resolve(root, `docs/recipes/${name}.json`), 'utf8');

/** The same recipe with Spanish words. @param {string} name */
export function readSpanishRecipe(name) {
  const words = JSON.parse(readFileSync(resolve(root, 'docs/es/recipes.json'), 'utf8'));
  /** @param {string} text */
  const translated = (text) => {
    const word = words[JSON.parse(text)];
    if (word === undefined) throw new Error(`docs/es/recipes.json does not know ${text} of ${name}`);
    return JSON.stringify(word);
  };
  return readRecipe(name)
    .replace('"version": 1,', '"version": 1,\n  "locale": "es",')
    .replaceAll(
      /"(title|body|label|description)": ("(?:[^"\\]|\\.)*")/g,
      (_all, key, text) => `"${key}": ${translated(text)}`,
    );
}

async function write() {
  const { outputFiles } = await build({
    stdin: {
      contents: `
        export { nouns } from './src/config/schema/index.js';
        export { NEUTRAL_EVENTS } from './src/config/schema/events.js';
        export { SIGNALS } from './src/check/check.js';`,
      resolveDir: root,
    },
    bundle: true,
    format: 'esm',
    write: false,
  });
  const text = Buffer.from(outputFiles[0]?.contents ?? '').toString('base64');
  const { nouns, NEUTRAL_EVENTS, SIGNALS } = await import(`data:text/javascript;base64,${text}`);
  writeFileSync(resolve(root, 'docs/triggers-reference.md'), reference(nouns(SIGNALS), NEUTRAL_EVENTS));
  const guide = resolve(root, 'docs/triggers.md');
  writeFileSync(guide, withRecipes(readFileSync(guide, 'utf8'), readRecipe));
  const spanish = resolve(root, 'docs/es/triggers.md');
  writeFileSync(spanish, withRecipes(readFileSync(spanish, 'utf8'), readSpanishRecipe));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await write();
