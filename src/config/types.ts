// Written by `npm run schema` from src/config/schema. Change it there.
/** The configuration as teams write it (see docs/triggers.md). */
export type * from './types/basics.js';
export type * from './types/matchers.js';
export type * from './types/conditions.js';
export type * from './types/journeys.js';
export type * from './types/content.js';
export type * from './types/policy.js';
export type * from './types/report.js';
export type * from './types/triggers.js';
export type * from './types/config.js';

/** Entries that the team names itself. */
export type Named<T> = Readonly<Record<string, T>>;
