import type { Schema } from './build.js';

/** JSON Schema as it is shipped; what it may contain is nobody's concern but the editors'. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Keywords whose values are schemas by name, one schema, or a list of them. */
const BY_NAME = new Set(['$defs', 'properties', 'patternProperties']);
const ONE = new Set(['items', 'additionalProperties', 'propertyNames', 'if', 'then', 'else']);
const LISTS = new Set(['anyOf', 'oneOf']);

/**
 * The same schema, word for word equivalent, in the way that editors explain best (VS Code's JSON language service is
 * what most of them use):
 * - beside a `$ref` it takes the words of the definition; inside `allOf` those of the property stay;
 * - "if this key is there" as `required` would offer the key where it is not allowed;
 * - "exactly one of", as `oneOf`, is told as "matches multiple schemas"; key by key it says which is too many.
 */
export function forEditors(schema: Schema): JsonSchema {
  const out: Record<string, unknown> = {};
  const all: JsonSchema[] = [];
  for (const [key, value] of Object.entries(schema)) {
    if (key === '$ref' && Object.keys(schema).length > 1) all.push({ $ref: value as string });
    else if (key === 'if' && keyIn(schema.if!) !== undefined) out[key] = present(keyIn(schema.if!)!);
    else if (key === 'oneOf' && schema.type === 'object')
      all.push(exactlyOne(schema.oneOf!.map((one) => keyIn(one)!)));
    else if (BY_NAME.has(key)) {
      const entries = Object.entries(value as Readonly<Record<string, Schema>>);
      out[key] = Object.fromEntries(entries.map(([name, one]) => [name, forEditors(one)]));
    } else if (ONE.has(key) && typeof value === 'object') out[key] = forEditors(value as Schema);
    else if (LISTS.has(key)) out[key] = (value as readonly Schema[]).map((one) => forEditors(one));
    else out[key] = value;
  }
  if (all.length > 0) out['allOf'] = all;
  return out;
}

/** The key that a schema asks for, if it asks for nothing else. */
const keyIn = ({ required, properties, ...others }: Schema): string | undefined =>
  required?.length === 1 &&
  Object.keys(others).length === 0 &&
  Object.entries(properties ?? {}).every(([key, one]) => key === required[0] && Object.keys(one).length === 0)
    ? required[0]
    : undefined;

const present = (key: string): JsonSchema => ({ not: { properties: { [key]: false } } });

/** The first that is there forbids all that follow; one of them must be there. */
const exactlyOne = (keys: readonly string[]): JsonSchema =>
  keys.reduceRight<JsonSchema>(
    (otherwise, key, i) => ({
      if: present(key),
      then: { properties: Object.fromEntries(keys.slice(i + 1).map((other) => [other, false])) },
      else: otherwise,
    }),
    { anyOf: keys.map((key) => ({ properties: { [key]: {} }, required: [key] })) },
  );
