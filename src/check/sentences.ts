import type { Schema } from '../config/schema/index.js';
import { HEAD_WORDS } from '../config/schema/conditions.js';
import type { Code } from './codes.js';
import { asText, lettersOf, say, sayAll, type Found } from './finding.js';
import { closest, meantDuration } from './suggest.js';
import type { Issue } from './validate.js';

/** Reads definitions of the schema, as sentences need them. */
type Defs = Readonly<Record<string, Schema>>;

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

const such = ({ examples = [] }: Schema): string =>
  examples.length > 0
    ? ` such as ${sayAll(
        examples.slice(0, 2).map((one) => JSON.stringify(one)),
        'or',
      )}`
    : '';

/** All words that a schema allows, also as one of several things. */
function wordsOf(schema: Schema, defs: Defs): readonly string[] {
  const target = schema.$ref ? defs[schema.$ref.slice('#/$defs/'.length)]! : schema;
  return [
    ...(target.enum ?? []).map(String),
    ...(target.anyOf ?? []).flatMap((branch) => wordsOf(branch, defs)),
  ];
}

/** What a value has to be, as the end of "expected …". */
function noun(schema: Schema, def: string | undefined, defs: Defs): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return `one of ${schema.enum.join(', ')}`;
  const { minimum, maximum, minItems = 0, maxItems } = schema;
  if (schema.type === 'number' || schema.type === 'integer') {
    const kind = schema.type === 'integer' ? 'a whole number' : 'a number';
    if (maximum !== undefined) return `${kind} from ${minimum} to ${maximum}`;
    return minimum === undefined ? kind : `${kind}, ${minimum} or more`;
  }
  if (schema.type === 'array') {
    if (maxItems !== undefined) return `a list of ${minItems} to ${maxItems}`;
    return minItems > 0 ? `a list of at least ${minItems}` : 'a list';
  }
  if (schema.type === 'boolean') return 'true or false';
  const target = def === undefined ? undefined : defs[def];
  if (schema.type === 'object') return target?.title ? lower(target.title) : 'an object';
  if (schema.anyOf && !target) {
    const last = schema.anyOf.at(-1)!;
    const name = last.$ref?.slice('#/$defs/'.length);
    return noun(name === undefined ? last : defs[name]!, name, defs);
  }
  return target?.title
    ? `${lower(target.title)}${target.pattern ? such(target) : ''}`
    : `a text${such(schema)}`;
}

/** What stands there, by name. */
const called = (path: Issue['path']): string => {
  const last = path.at(-1);
  if (typeof last === 'number') return `entry ${last + 1} of '${path.at(-2) ?? ''}'`;
  return last === undefined ? 'the file' : `'${last}'`;
};

/** `a condition with event`; of what has no name of its own, that of the property. */
const owner = ({ schema, path }: Issue): string =>
  /^(a|an|the) /i.test(schema.title ?? '')
    ? lower(schema.title!)
    : path.length === 0
      ? 'the configuration'
      : called(path);

const CODES: Readonly<Record<Exclude<Issue['kind'], 'unknown' | 'missing' | 'which'>, Code>> = {
  type: 'TYPE_WRONG',
  word: 'WORD_UNKNOWN',
  form: 'FORM_WRONG',
  range: 'NUMBER_RANGE',
  letters: 'TEXT_TOO_LONG',
  items: 'LIST_LENGTH',
  reserved: 'NAME_INVALID',
  name: 'NAME_INVALID',
  empty: 'EMPTY',
};

/** Definitions whose texts are names: what is wrong with them is told as that. */
const NAMES = new Set(['Name', 'EventName', 'FactName', 'Locale']);

/** Says what is wrong in words for people who write no schemas. */
export function toSentence(issue: Issue, defs: Defs): Found {
  const { kind, path, value, schema, def } = issue;
  if (kind === 'unknown') return unknownKey(issue);
  if (kind === 'missing') return missingKey(issue, defs);
  if (kind === 'which') return oneOfSeveral(issue);
  const expected = noun(schema, def, defs);
  const isName = def !== undefined && NAMES.has(def);
  const code = isName && kind === 'form' ? 'NAME_INVALID' : CODES[kind];
  const base = { code, path, message: `${called(path)} cannot be ${say(value)}`, expected };
  switch (kind) {
    case 'name':
      return { ...base, key: true, message: `${say(value)} cannot be a name here` };
    case 'reserved':
      return {
        ...base,
        message: `${say(value)} has a meaning of its own in JavaScript`,
        expected: 'another name',
      };
    case 'letters':
      return {
        ...base,
        message: `${called(path)} has ${lettersOf(value as string)} letters`,
        expected: `at most ${schema.maxLength}`,
      };
    case 'items':
      return {
        ...base,
        message: `${called(path)} has ${(value as unknown[]).length || 'no'} ${(value as unknown[]).length === 1 ? 'entry' : 'entries'}`,
      };
    case 'empty':
      return { ...base, message: `${called(path)} is empty`, expected: `${expected}${such(schema)}` };
    case 'word':
      if (path.join() === 'version') return version(base, value);
      if (path.at(-1) === 'shown' && value === false) return { ...base, expected: '"notShown": true' };
      return { ...base, suggestion: closest(asText(value), wordsOf(schema, defs)) };
    case 'range':
      // A share that was written as per cent.
      return { ...base, suggestion: percent(schema, value) };
    default: {
      const words = wordsOf(schema, defs);
      if (kind === 'type' && quotedByMistake(schema, value))
        return {
          ...base,
          message: `${called(path)} cannot be the text ${say(value)}`,
          expected: `${expected}, without quotes`,
        };
      if (kind === 'type' && (schema.type === 'object' || schema.type === 'array'))
        return { ...base, expected: `${expected}${example(schema, def, defs)}${several(def, value)}` };
      const duration = def?.endsWith('Duration') || words.length > 0 ? meantDuration(value) : undefined;
      return { ...base, suggestion: closest(asText(value), words) ?? duration };
    }
  }
}

const version = (base: Found, value: unknown): Found => ({
  ...base,
  code: 'VERSION_WRONG',
  message: `'version' cannot be ${say(value)}: nothing of this file would be used`,
});

const percent = ({ minimum, maximum }: Schema, value: unknown): string | undefined =>
  minimum === 0 && maximum === 1 && typeof value === 'number' && value > 1 && value <= 100
    ? String(value / 100)
    : undefined;

/** `"3"` where a number is expected, `"true"` where yes or no is. */
const quotedByMistake = ({ type }: Schema, value: unknown): boolean =>
  typeof value === 'string' &&
  ((type === 'boolean' && /^(true|false)$/.test(value)) ||
    ((type === 'number' || type === 'integer') && /^-?\d+(\.\d+)?$/.test(value)));

/** One way to write an object or a list. */
function example(schema: Schema, def: string | undefined, defs: Defs): string {
  const [first] = schema.examples ?? (def === undefined ? [] : (defs[def]?.examples ?? []));
  return first === undefined ? '' : ` such as ${JSON.stringify(first)}`;
}
const several = (def: string | undefined, value: unknown): string =>
  def === 'Condition' && Array.isArray(value)
    ? '; several conditions go into {"all": […]} or {"any": […]}'
    : '';

/** The heads of conditions that have a key besides. */
const GOES_WITH: Readonly<Record<string, string>> = {
  without: 'after',
  for: 'after',
  clock: 'after',
  above: 'score',
  min: 'event',
  distinct: 'event',
  per: 'event',
  where: 'event',
};

function unknownKey({ path, key = '', schema, def = '', ...issue }: Issue): Found {
  const allowed = Object.keys(schema.properties ?? {}).filter((name) => name !== '$comment');
  const base = { path, key: true };
  const where = owner({ ...issue, path: path.slice(0, -1), schema, def });
  if (def.endsWith('Condition')) {
    const head = allowed.find((name) => HEAD_WORDS.includes(name));
    if (HEAD_WORDS.includes(key))
      return {
        ...base,
        code: 'HEAD_WORD',
        path: path.slice(0, -1),
        key: false,
        message: `This condition has two head words, '${head}' and '${key}'`,
        expected: `exactly one of ${HEAD_WORDS.join(', ')}; several conditions go into a list: {"all": […]} or {"any": […]}`,
      };
    if (Object.hasOwn(GOES_WITH, key) && !closestTo(key, allowed))
      return {
        ...base,
        code: 'HEAD_WORD',
        message: `'${key}' goes with '${GOES_WITH[key]}', and this is a condition with '${head}'`,
        expected: `one of ${allowed.join(', ')}`,
      };
  }
  const code = path[0] === 'policy' && path[1] === 'signals' ? signalCode(path) : 'KEY_UNKNOWN';
  const message = {
    KEY_UNKNOWN: def === 'MatcherTests' ? `There is no test '${key}'` : `'${key}' is not allowed in ${where}`,
    SIGNAL_UNKNOWN: `There is no signal '${key}'`,
    SETTING_UNKNOWN: `'${String(path.at(-2))}' has no setting '${key}'`,
  }[code];
  return {
    ...base,
    code,
    message,
    expected: `one of ${allowed.join(', ')}`,
    suggestion: closest(key, allowed),
  };
}

const closestTo = (key: string, allowed: readonly string[]): boolean => closest(key, allowed) !== undefined;

const signalCode = (path: Issue['path']): 'SIGNAL_UNKNOWN' | 'SETTING_UNKNOWN' =>
  path.length === 3 ? 'SIGNAL_UNKNOWN' : 'SETTING_UNKNOWN';

function missingKey({ path, key = '', schema, def, value, ...issue }: Issue, defs: Defs): Found {
  const show = value as { as?: unknown };
  if (key === 'anchor')
    return {
      code: 'ANCHOR_NEEDED',
      path,
      message: `'${asText(show.as)}' needs an 'anchor', the place on the page at which it stands`,
      expected: noun(defs['Anchor']!, 'Anchor', defs) + such(defs['Anchor']!),
    };
  if (key === 'zone' && def === 'Schedule')
    return {
      code: 'KEY_MISSING',
      path,
      message: "'zone' is missing, and days and hours mean nothing without it",
      expected: `${noun(defs['Zone']!, 'Zone', defs)}${such(defs['Zone']!)}`,
    };
  if (path.length === 0 && key === 'version')
    return {
      code: 'VERSION_WRONG',
      path,
      message: "'version' is missing: nothing of this file would be used",
      expected: '"version": 1',
    };
  const property = schema.properties?.[key] ?? {};
  const name = property.$ref?.slice('#/$defs/'.length);
  const target = name === undefined ? property : { ...defs[name], ...property };
  return {
    code: 'KEY_MISSING',
    path,
    message: `'${key}' is missing in ${owner({ path, schema, def, value, ...issue })}`,
    expected:
      noun(target, name, defs) + (target.type === 'object' || target.type === 'array' ? such(property) : ''),
  };
}

/** None, or more than one, of what excludes each other. */
function oneOfSeveral({ path, schema, found = [], value, def, ...issue }: Issue): Found {
  const keys = schema.oneOf!.map(({ required }) => required![0]!);
  const own = Object.keys(value as object);
  if (def === 'Condition' || keys.includes('sequence')) {
    const orphan = own.find((key) => Object.hasOwn(GOES_WITH, key));
    const slip = own.find((key) => closestTo(key, keys));
    const stranger = slip ?? own[0];
    return {
      code: 'HEAD_WORD',
      path,
      message: orphan
        ? `'${orphan}' needs '${GOES_WITH[orphan]}' beside it`
        : stranger === undefined
          ? 'This condition is empty'
          : `This condition has no head word: '${stranger}' is none`,
      expected:
        slip === undefined && stranger?.includes('.')
          ? `{"facts": {"${stranger}": …}}`
          : `exactly one of ${keys.join(', ')}`,
      suggestion: slip === undefined ? undefined : closest(slip, keys),
    };
  }
  const which = found.length === 0 ? 'none of them' : sayAll(found.map((key) => `'${key}'`));
  return {
    code: 'CHOICE_WRONG',
    path,
    none: found.length === 0,
    message: `${owner({ path, schema, value, def, ...issue }).replace(/^./, (letter) => letter.toUpperCase())} has ${which}`,
    expected: `exactly one of ${keys.join(', ')}`,
  };
}
