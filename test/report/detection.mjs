/**
 * `npm run report:detection`: docs/detection.md and its pictures, from the seed. The same source gives the same bytes.
 * `npm run report:detection -- --iweb FILE` only tells how well the score does on another part of that study.
 */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = resolve(import.meta.dirname, '../..');
const outfile = resolve(root, '.cache/report/detection.mjs');

await build({
  entryPoints: [resolve(import.meta.dirname, 'report.ts')],
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  outfile,
  logLevel: 'warning',
});
const { report, reportStudy } = await import(pathToFileURL(outfile).href);
const at = process.argv.indexOf('--iweb');
if (at > 0) reportStudy(resolve(process.argv[at + 1] ?? ''));
else await report(root);
