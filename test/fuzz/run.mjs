/**
 * `npm run fuzz`: a million inputs, or as many as `--runs 200000` says. `--seed 123` throws the same as then,
 * `--only stored` of one kind only, and `--path 12:0:3` a single one, as a failure tells.
 */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** The file of each kind, where it is not called like it. */
const FILES = { 'every field': 'config', polls: 'feeds' };

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '1000000' },
    seed: { type: 'string' },
    only: { type: 'string' },
    path: { type: 'string' },
  },
});
const root = resolve(import.meta.dirname, '../..');
const { only, path, runs, seed } = values;
const { status } = spawnSync(
  process.execPath,
  [
    resolve(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--config',
    'test/vitest.fuzz.config.mjs',
    ...(only ? [`test/fuzz/${FILES[only] ?? only}.test.ts`] : []),
  ],
  {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      ANTES_FUZZ_RUNS: runs,
      ...(only && { ANTES_FUZZ_ONLY: only }),
      ...(seed && { ANTES_SEED: seed }),
      ...(path && { ANTES_FUZZ_PATH: path }),
    },
  },
);
process.exitCode = status ?? 1;
