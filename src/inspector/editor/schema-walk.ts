import type { Schema } from '../../config/schema/index.js';

type Path = readonly (string | number)[];

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A schema and all that it is put together of, as far as it fits what is written there. */
export function expand(root: Schema, schema: Schema, value: unknown): readonly Schema[] {
  const target = schema.$ref === undefined ? undefined : root.$defs?.[schema.$ref.replace('#/$defs/', '')];
  const choices = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].filter((one) => fits(root, one, value));
  return [
    schema,
    ...(target ? expand(root, target, value) : []),
    ...choices.flatMap((one) => expand(root, one, value)),
    ...branches(schema, value).flatMap((one) => expand(root, one, value)),
  ];
}

/** What `if` leads to: both ways, as long as nothing is written. */
function branches(
  { if: condition, then: yes = {}, else: no = {} }: Schema,
  value: unknown,
): readonly Schema[] {
  if (!condition) return [];
  const is = holds(condition, value);
  return is === undefined ? [yes, no] : [is ? yes : no];
}

/** As far as the schema of a configuration asks. */
function holds({ anyOf, properties = {}, required, type }: Schema, value: unknown): boolean | undefined {
  if (anyOf) return anyOf.some((one) => holds(one, value) === true);
  if (type !== undefined && value === undefined) return undefined;
  if (type !== undefined) return type === 'array' ? Array.isArray(value) : isObject(value);
  if (!isObject(value)) return false;
  return (
    (required ?? []).every((key) => key in value) &&
    Object.entries(properties).every(([key, one]) => !one.enum || one.enum.includes(value[key] as string))
  );
}

/** Whether the keys that are there are all known to one of several alternatives, or it may be a list. */
function fits(root: Schema, schema: Schema, value: unknown): boolean {
  const all = expand(root, schema, undefined);
  const types = all.flatMap(({ type }) => type ?? []);
  if (Array.isArray(value)) return types.includes('array');
  if (!isObject(value)) return true;
  const shapes = all.filter(({ properties }) => properties);
  return (
    shapes.length === 0 ||
    shapes.some(({ additionalProperties, properties }) =>
      Object.keys(value).every((key) => additionalProperties !== false || key in properties!),
    )
  );
}

/** What may stand at a place: the schemas that speak of it, the nearest first. */
export function schemasAt(root: Schema, path: Path, value: unknown): readonly Schema[] {
  let now: readonly Schema[] = [root];
  let here = value;
  for (const part of path) {
    const all = now.flatMap((one) => expand(root, one, here));
    now = all.flatMap((one) => below(one, part));
    here = (here as Readonly<Record<string, unknown>> | undefined)?.[part];
  }
  return now.flatMap((one) => expand(root, one, here));
}

function below(schema: Schema, part: string | number): readonly Schema[] {
  if (typeof part === 'number') return schema.items ? [schema.items] : [];
  if (schema.properties && Object.hasOwn(schema.properties, part)) return [schema.properties[part]!];
  const patterns = Object.entries(schema.patternProperties ?? {});
  const found = patterns.filter(([pattern]) => new RegExp(pattern, 'u').test(part)).map(([, one]) => one);
  return found.length === 0 && schema.additionalProperties ? [schema.additionalProperties] : found;
}
