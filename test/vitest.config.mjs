import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

// Tests run in an order of their own; a failure is repeated with ANTES_SEED=<the printed number>.
const seed = Number(process.env.ANTES_SEED) || Math.floor(Math.random() * 2 ** 31);
process.env.ANTES_SEED = String(seed);

export default defineConfig({
  root: resolve(import.meta.dirname, '..'),
  test: {
    include: ['test/{unit,node}/**/*.test.ts'],
    setupFiles: ['test/support/seed.ts'],
    globalSetup: ['test/support/print-seed.mjs'],
    // Properties try hundreds of journeys; a machine that does other things as well is to have time for them.
    testTimeout: 30_000,
    sequence: { shuffle: true, seed },
    coverage: { include: ['src/**/*.ts'] },
  },
});
