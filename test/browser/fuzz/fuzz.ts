import fc from 'fast-check';

declare global {
  var antesFuzz: { readonly seed: number; readonly times: number };
}
const { seed, times } = globalThis.antesFuzz;
const MAX_SHOWN = 3_000;

/** For the name of a test: how to have the same again. */
export const SEED = `ANTES_SEED=${seed}`;

/** As in test/fuzz/fuzz.ts: throws inputs at `survive`, and tells the smallest that it fails on. */
export async function fuzz<T>(
  runs: number,
  input: fc.Arbitrary<T>,
  survive: (input: T) => void | Promise<void>,
): Promise<void> {
  const out = await fc.check(
    fc.asyncProperty(input, async (one) => {
      await survive(one);
    }),
    { seed, numRuns: runs * times },
  );
  if (!out.failed) return;
  throw new Error(
    [
      `After ${out.numRuns} inputs, shrunk ${out.numShrinks} times: ${String(out.errorInstance)}`,
      fc.stringify(out.counterexample?.[0]).slice(0, MAX_SHOWN),
      `Run it again with ${SEED}`,
    ].join('\n'),
    { cause: out.errorInstance },
  );
}

/** A few of what is drawn, without properties: as many as a page can be asked to bear. */
export const drawn = <T>(input: fc.Arbitrary<T>, runs: number): T[] =>
  fc.sample(input, { seed, numRuns: runs * times });
