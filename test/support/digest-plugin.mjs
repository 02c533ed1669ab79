import { resolve } from 'node:path';
import { build } from 'esbuild';

/** What Node decides in the cases of digest.ts: bundled once, from the very sources that the browsers get. */
async function inNode() {
  const { outputFiles } = await build({
    entryPoints: [resolve(import.meta.dirname, 'digest.ts')],
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
  });
  const { digest } = await import(
    `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
  );
  return digest;
}

/**
 * `engine-digest`, with `{ seed, numRuns }`: the numbers that Node comes to.
 * @returns {import('@web/test-runner').TestRunnerPlugin}
 */
export function digestPlugin() {
  let digest;
  return {
    name: 'engine-digest-command',
    async executeCommand({ command, payload }) {
      if (command !== 'engine-digest') return undefined;
      digest ??= inNode();
      return (await digest)(payload.seed, payload.numRuns);
    },
  };
}
