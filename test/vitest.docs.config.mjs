import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const LIGHTHOUSE = 'test/docs/lighthouse.test.ts';

/** The site as it was built, and every sample of it. `npm test -- docs` builds first. */
export default defineConfig({
  root: resolve(import.meta.dirname, '..'),
  test: {
    include: [process.env.ANTES_E2E === 'lighthouse' ? LIGHTHOUSE : 'test/docs/**/*.test.ts'],
    exclude: process.env.ANTES_E2E === 'lighthouse' ? [] : [LIGHTHOUSE],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
