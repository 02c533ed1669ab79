/** Kept equal to package.json by test/node/entries.test.ts. */
export const version = '0.1.0';
