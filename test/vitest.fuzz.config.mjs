import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const seed = Number(process.env.ANTES_SEED) || Math.floor(Math.random() * 2 ** 31);
process.env.ANTES_SEED = String(seed);
process.env.ANTES_FUZZ_TALLY ??= join(mkdtempSync(join(tmpdir(), 'antes-fuzz-')), 'tally');

export default defineConfig({
  root: resolve(import.meta.dirname, '..'),
  test: {
    include: ['test/fuzz/*.test.ts'],
    globalSetup: ['test/fuzz/sum.mjs'],
    // A nightly run of a million inputs takes a while.
    testTimeout: 3_600_000,
    maxWorkers: 2,
    sequence: { shuffle: true, seed },
  },
});
