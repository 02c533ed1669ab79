/**
 * The part of JSON Schema 2020-12 that the schema of the config is written in. Small on purpose: editors, Ajv in its
 * strictest mode, `antes check` and the generator of the types all have to read it the same way.
 */
export interface Schema {
  readonly $schema?: string;
  readonly $id?: string;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  /** Of a definition: what it is, so that "expected …" can be made of it. Of a property: its name for people. */
  readonly title?: string;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly default?: unknown;
  readonly type?: 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean';
  readonly enum?: readonly (string | number | boolean)[];
  readonly const?: string | number | boolean;
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | false;
  readonly propertyNames?: Schema;
  readonly required?: readonly string[];
  readonly minProperties?: number;
  /** Alternatives that differ in their JSON type; or, with nothing but `required` in them, "at least one of". */
  readonly anyOf?: readonly Schema[];
  /** With nothing but `required` in them: "exactly one of". */
  readonly oneOf?: readonly Schema[];
  readonly not?: { readonly enum: readonly string[] };
  readonly if?: Schema;
  readonly then?: Schema;
  readonly else?: Schema;
}

export type Properties = Readonly<Record<string, Schema>>;
export type Defs = Readonly<Record<string, Schema>>;

/** What a signal says of itself in the registry of detect: config may not look there, so it is handed in. */
export interface SignalInfo {
  readonly name: string;
  readonly meaning: string;
  readonly defaults: Readonly<Record<string, number>>;
  readonly most?: Readonly<Record<string, number | undefined>> | undefined;
}

/** A definition of this schema. */
export const ref = (name: string): Schema => ({ $ref: `#/$defs/${name}` });

/** A property: its name for people, what it does, what it may be, and its default or examples. */
export const prop = (title: string, description: string, schema: Schema, more: Schema = {}): Schema => ({
  title,
  description,
  ...schema,
  ...more,
});

export const text: Schema = { type: 'string' };
export const flag: Schema = { type: 'boolean' };
export const words = (...some: readonly string[]): Schema => ({ enum: some });
export const listOf = (items: Schema, minItems = 0, maxItems?: number): Schema => ({
  type: 'array',
  items,
  ...(minItems > 0 ? { minItems } : {}),
  ...(maxItems === undefined ? {} : { maxItems }),
});

/** JSON has no comments; this is how to write one. The browser never sees them. */
const COMMENT: Properties = {
  $comment: {
    title: 'A comment',
    description: 'A note for colleagues: ignored wherever it stands.',
    type: 'string',
    examples: ['Agreed with the payments team in May.'],
  },
};

/** An object with these properties and no others. */
export const closed = (
  title: string,
  description: string,
  properties: Properties,
  required: readonly string[] = [],
  more: Schema = {},
): Schema => ({
  title,
  description,
  type: 'object',
  properties: { ...properties, ...COMMENT },
  additionalProperties: false,
  ...(required.length > 0 ? { required } : {}),
  ...more,
});

/** An object of entries that the team names itself. */
export const named = (
  title: string,
  description: string,
  entry: Schema,
  names: Schema | undefined,
  examples: readonly unknown[],
): Schema => ({
  title,
  description,
  type: 'object',
  properties: COMMENT,
  // `$comment` is one of the names.
  ...(names === undefined ? {} : { propertyNames: { anyOf: [{ enum: ['$comment'] }, names] } }),
  additionalProperties: entry,
  examples,
});

/** This property is there. Named as a property as well, which is what Ajv asks for at its strictest. */
export const has = (key: string): Schema => ({ properties: { [key]: {} }, required: [key] });

/** Exactly one of these properties. */
export const exactlyOne = (...keys: readonly string[]): Schema => ({ oneOf: keys.map(has) });
