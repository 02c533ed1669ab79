/** `antes/check`: what is wrong with a configuration, for Node, builds and development tools in the browser. */
import { schemaOf } from './check/check.js';
import { forEditors, type JsonSchema } from './config/schema/editors.js';

export { check, type CheckOptions } from './check/check.js';
export { CODES, type Code } from './check/codes.js';
export type { Finding, Severity } from './check/finding.js';
export { checkTests, type CheckedTests } from './check/tests/check.js';
export { testSchema } from './check/tests/schema.js';
export { projectSchema } from './check/project.js';
export type { JsonSchema } from './config/schema/editors.js';

/** The language as JSON Schema 2020-12: what `antes/schema.json` contains. */
export const schema = (): JsonSchema => forEditors(schemaOf());
