import type { Schema } from '../../config/schema/build.js';

export type { Schema } from '../../config/schema/build.js';

/** A field: what it says, and what it may be. */
export const field = (description: string, schema: Schema): Schema => ({ description, ...schema });

export const word = (...words: readonly string[]): Schema => ({ enum: words });
export const flag: Schema = { type: 'boolean' };
export const count: Schema = { type: 'integer', minimum: 0 };
export const ordinal: Schema = { type: 'integer', minimum: 1 };

/** An id of the configuration, never a text of the page. */
export const id: Schema = { type: 'string', pattern: '^[A-Za-z][A-Za-z0-9_.:-]{0,79}$' };

/** A type of events: what it tells, its fields, those of them that are always there, and one as it might be. */
export interface EventType {
  readonly type: string;
  /** Name of its interface. */
  readonly name: string;
  readonly description: string;
  readonly fields: Readonly<Record<string, Schema>>;
  readonly required: readonly string[];
  readonly example: Readonly<Record<string, unknown>>;
}
