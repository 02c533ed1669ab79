import type { Schema } from '../config/schema/index.js';
import { lettersOf, type Path } from './finding.js';

/** What does not fit the schema, with the part of the schema that says so. */
export interface Issue {
  readonly kind:
    | 'type'
    | 'word'
    | 'form'
    | 'range'
    | 'letters'
    | 'items'
    | 'reserved'
    | 'name'
    | 'unknown'
    | 'missing'
    | 'which'
    | 'empty';
  readonly path: Path;
  readonly schema: Schema;
  readonly value: unknown;
  /** The definition that the value, or the object with the key, should be. */
  readonly def: string | undefined;
  /** The property that is unknown or missing. */
  readonly key?: string;
  /** Which of those that exclude each other are there. */
  readonly found?: readonly string[];
}

type Plain = Readonly<Record<string, unknown>>;
const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The JSON type of a value, in the words of the schema. */
const isOf = (value: unknown, type: Schema['type']): boolean => {
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return isPlain(value);
  return typeof value === type;
};

/** What is asked for by name of a key alone: `{properties: {a: {}}, required: ['a']}`. */
const keyAsked = ({ required, properties }: Schema): string | undefined =>
  required?.length === 1 && Object.keys(properties ?? {}).every((key) => key === required[0])
    ? required[0]
    : undefined;

/**
 * Compares a value with the schema. Goes by the same document as editors do, but tells what people need to know:
 * of alternatives, only what is wrong with the one that was meant. Its verdict is Ajv's (test/unit/check).
 */
export function validate(root: Schema, value: unknown): readonly Issue[] {
  const defs = root.$defs ?? {};
  const patterns = new Map<string, RegExp>();
  const matching = (pattern: string, text: string): boolean => {
    let compiled = patterns.get(pattern);
    if (!compiled) patterns.set(pattern, (compiled = new RegExp(pattern, 'u')));
    return compiled.test(text);
  };
  const resolved = new Map<Schema, Schema>();
  const resolve = (schema: Schema): Schema => {
    if (schema.$ref === undefined) return schema;
    let whole = resolved.get(schema);
    if (!whole) resolved.set(schema, (whole = { ...resolve(defs[nameOf(schema)!]!), ...schema }));
    return whole;
  };
  const nameOf = ({ $ref }: Schema): string | undefined => $ref?.slice('#/$defs/'.length);
  const fits = (schema: Schema, one: unknown): boolean => {
    const issues: Issue[] = [];
    walk(schema, one, [], undefined, issues);
    return issues.length === 0;
  };

  function walk(given: Schema, one: unknown, path: Path, outer: string | undefined, issues: Issue[]): void {
    const schema = resolve(given);
    const def = nameOf(given) ?? outer;
    const tell = (kind: Issue['kind'], more: Partial<Issue> = {}): void =>
      void issues.push({ kind, path, schema, value: one, def, ...more });

    if (schema.const !== undefined && one !== schema.const) return tell('word');
    if (schema.enum && !schema.enum.includes(one as string)) return tell('word');
    if (schema.type && !isOf(one, schema.type)) return tell('type');
    if (typeof one === 'string') {
      if (schema.pattern !== undefined && !matching(schema.pattern, one)) return tell('form');
      if (schema.not?.enum.includes(one)) return tell('reserved');
      if (lettersOf(one) > (schema.maxLength ?? Infinity)) tell('letters');
    } else if (typeof one === 'number') {
      if (one < (schema.minimum ?? -Infinity) || one > (schema.maximum ?? Infinity)) tell('range');
    } else if (Array.isArray(one)) {
      if (one.length < (schema.minItems ?? 0) || one.length > (schema.maxItems ?? Infinity)) tell('items');
      // A hole has been told about: it was nested too deeply.
      if (schema.items)
        for (const [i, item] of one.entries())
          if (item !== undefined) walk(schema.items, item, [...path, i], undefined, issues);
    } else if (isPlain(one)) entries(schema, one, path, issues, tell);
    choices(schema, one, path, def, issues, tell);
  }

  function entries(
    schema: Schema,
    one: Plain,
    path: Path,
    issues: Issue[],
    tell: (kind: Issue['kind'], more?: Partial<Issue>) => void,
  ): void {
    if (Object.keys(one).length < (schema.minProperties ?? 0)) tell('empty');
    for (const [key, child] of Object.entries(one)) {
      if (child === undefined) continue;
      const at = [...path, key];
      const own = Object.hasOwn(schema.properties ?? {}, key) ? schema.properties![key] : undefined;
      const byPattern = Object.entries(schema.patternProperties ?? {}).find(([p]) => matching(p, key))?.[1];
      const names = schema.propertyNames?.anyOf?.[1];
      if (names && !fits(names, key)) {
        issues.push({ kind: 'name', path: at, schema: resolve(names), value: key, def: nameOf(names) });
      }
      const rule = own ?? byPattern ?? schema.additionalProperties;
      if (rule === false) tell('unknown', { path: at, key, value: child });
      else if (rule) walk(rule, child, at, undefined, issues);
    }
    for (const key of schema.required ?? []) if (one[key] === undefined) tell('missing', { key });
  }

  function choices(
    schema: Schema,
    one: unknown,
    path: Path,
    def: string | undefined,
    issues: Issue[],
    tell: (kind: Issue['kind'], more?: Partial<Issue>) => void,
  ): void {
    if (schema.oneOf && isPlain(one)) {
      const keys = schema.oneOf.map((branch) => keyAsked(branch)!);
      const found = keys.filter((key) => one[key] !== undefined);
      if (found.length !== 1) tell('which', { found });
    }
    if (schema.anyOf && !schema.anyOf.some((branch) => fits(branch, one))) {
      const meant = schema.anyOf.filter((branch) => isOf(one, resolve(branch).type));
      // Told by what it would be alone, unless there are several things that it could be.
      if (meant.length === 1 && typeof one === 'object') walk(meant[0]!, one, path, undefined, issues);
      else tell(meant.length > 0 && typeof one === 'string' ? 'form' : 'type');
    }
    if (schema.if) {
      const branch = fits(schema.if, one) ? schema.then : schema.else;
      if (branch) walk(branch, one, path, def, issues);
    }
  }

  const issues: Issue[] = [];
  walk(root, value, [], 'Config', issues);
  return issues;
}
