import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: resolve(import.meta.dirname, '..'),
  test: {
    include: ['test/e2e/**/*.test.ts'],
    // One browser at a time: whole journeys have timing in them, and a second browser would be in the way of it.
    fileParallelism: false,
    // People who mostly wait: several of them in one browser (simulated.test.ts).
    maxConcurrency: 8,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
