import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';

/** Says by which seed all of it comes back, and at the end how many inputs there were. */
export default function sum() {
  const start = performance.now();
  console.log(`Repeat these inputs with ANTES_SEED=${process.env.ANTES_SEED}`);
  return () => {
    const file = process.env.ANTES_FUZZ_TALLY;
    const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').map(JSON.parse) : [];
    const shares = lines.map(
      ([share, runs, ms]) => `${runs.toLocaleString('en')} ${share} in ${(ms / 1_000).toFixed(0)} s`,
    );
    const total = lines.reduce((all, [, runs]) => all + runs, 0);
    const seconds = ((performance.now() - start) / 1000).toFixed(0);
    console.log(
      `fuzz: ${total.toLocaleString('en')} inputs in ${seconds} s (of the processor: ${shares.join(', ')})`,
    );
    rmSync(dirname(file), { recursive: true, force: true });
  };
}
