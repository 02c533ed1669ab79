import { expect, it } from 'vitest';
import { CI_RUNS, runsOf, SHARES, type Share } from './shares.js';

it('a run of CI throws at least a hundred thousand inputs', () => {
  expect(CI_RUNS).toBeGreaterThanOrEqual(100_000);
  const asked = process.env['ANTES_FUZZ_RUNS'];
  delete process.env['ANTES_FUZZ_RUNS'];
  const only = process.env['ANTES_FUZZ_ONLY'];
  delete process.env['ANTES_FUZZ_ONLY'];
  const sum = (Object.keys(SHARES) as Share[]).reduce((all, share) => all + runsOf(share), 0);
  expect(sum).toBe(CI_RUNS);
  process.env['ANTES_FUZZ_RUNS'] = '1000000';
  expect(
    (Object.keys(SHARES) as Share[]).reduce((all, share) => all + runsOf(share), 0),
  ).toBeGreaterThanOrEqual(1_000_000);
  for (const [name, value] of [
    ['ANTES_FUZZ_RUNS', asked],
    ['ANTES_FUZZ_ONLY', only],
  ] as const)
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
});
