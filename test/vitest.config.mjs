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
    sequence: { shuffle: true, seed },
    coverage: { include: ['src/**/*.ts'] },
  },
});
