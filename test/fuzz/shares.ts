/** How many inputs of a run go where. Their sum is what CI promises (see shares.test.ts). */
export const SHARES = {
  config: 8_000,
  'every field': 6_000,
  text: 30_000,
  feeds: 50_000,
  polls: 300,
  stored: 4_000,
  reports: 3_000,
} as const;
export type Share = keyof typeof SHARES;

/** What `npm test` throws at Antes in Node; browsers add theirs (test/browser/fuzz). */
export const CI_RUNS: number = Object.values(SHARES).reduce((sum, one) => sum + one, 0);

/** Inputs for one share, of as many in all as `ANTES_FUZZ_RUNS` says. */
export function runsOf(share: Share): number {
  const only = process.env['ANTES_FUZZ_ONLY'];
  if (only && only !== share) return 0;
  const wanted = Number(process.env['ANTES_FUZZ_RUNS']) || CI_RUNS;
  return Math.max(1, Math.ceil((SHARES[share] * wanted) / CI_RUNS));
}
