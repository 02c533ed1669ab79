import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

process.env.ANTES_BROWSERS ||= 'chromium,firefox';

// `npm run recordings`: no tests, but they are played like some.
export default defineConfig({
  root: resolve(import.meta.dirname, '..'),
  test: {
    include: ['test/replay/record.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
