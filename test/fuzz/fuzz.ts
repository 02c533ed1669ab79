import { appendFileSync } from 'node:fs';
import fc from 'fast-check';
import { runsOf, type Share } from './shares.js';

/** A shrunk input is mostly short; what is longer hides more than it shows. */
const MAX_SHOWN = 6_000;
const seed = Number(process.env['ANTES_SEED']);

/**
 * Throws so many inputs at `survive`, which throws where Antes does not do as it should. The smallest input that
 * it fails on is told, with a line that runs it again.
 */
export async function fuzz<T>(
  share: Share,
  input: fc.Arbitrary<T>,
  survive: (input: T) => void | Promise<void>,
  show: (input: T) => string = (one) => fc.stringify(one),
): Promise<void> {
  const path = process.env['ANTES_FUZZ_PATH'];
  const numRuns = runsOf(share);
  if (numRuns === 0) return;
  const out = await fc.check(
    fc.asyncProperty(input, async (one) => {
      await survive(one);
    }),
    { seed, numRuns, ...(path && { path, endOnFailure: true }) },
  );
  tally(share, out.numRuns);
  if (!out.failed) return;
  const [smallest] = out.counterexample ?? [];
  throw new Error(
    [
      `After ${out.numRuns} inputs of “${share}”, shrunk ${out.numShrinks} times: ${String(out.errorInstance)}`,
      smallest === undefined ? '' : show(smallest).slice(0, MAX_SHOWN),
      `Run it again: npm run fuzz -- --seed ${out.seed} --only "${share}" --path ${out.counterexamplePath}`,
    ].join('\n'),
    { cause: out.errorInstance },
  );
}

/** For the sum at the end (see test/fuzz/sum.mjs). */
let busyMs = 0;
export function tally(share: Share, runs: number): void {
  // Of the processor: what else the machine does is not counted.
  const { user, system } = process.cpuUsage();
  const before = busyMs;
  busyMs = (user + system) / 1_000;
  const file = process.env['ANTES_FUZZ_TALLY'];
  if (file) appendFileSync(file, `${JSON.stringify([share, runs, Math.round(busyMs - before)])}\n`);
}
