import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

/** `npm test -- faults`: everything of test/faults/faults.json, in three engines. */
export default defineConfig({
  root: resolve(import.meta.dirname, '..'),
  test: {
    include: ['test/faults/**/*.test.ts'],
    // One browser at a time, as the journeys.
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
