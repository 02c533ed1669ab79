import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

/** What `npm pack` makes, as those have it who install it. */
export default defineConfig({
  root: resolve(import.meta.dirname, '..'),
  test: {
    include: ['test/packages/**/*.test.ts'],
    globalSetup: ['test/packages/support/pack.mjs'],
    // Compilers and bundlers run in them.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
