/** `npm run report:guardrail`: docs/guardrail.md, from the seed. The same source gives the same bytes. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = resolve(import.meta.dirname, '../..');
const outfile = resolve(root, '.cache/report/guardrail.mjs');

await build({
  entryPoints: [resolve(import.meta.dirname, 'guardrail.ts')],
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  outfile,
  logLevel: 'warning',
});
const { report } = await import(pathToFileURL(outfile).href);
await report(root);
