/**
 * `npm run mutation`: changes the sources of decide and journey in a thousand small ways, and says which changes no
 * test has noticed. `npm run mutation -- decide` or `-- journey/steps decide/limits` looks at these alone.
 */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const wanted = process.argv.slice(2);
const patterns = (wanted.length > 0 ? wanted : ['decide', 'journey']).map((one) =>
  one.includes('/') ? `src/${one.replace(/\.ts$/, '')}.ts` : `src/${one}/**/*.ts`,
);
const { status } = spawnSync(
  resolve(root, 'node_modules/.bin/stryker'),
  ['run', 'test/stryker.config.mjs', '--mutate', patterns.join(',')],
  { cwd: root, stdio: 'inherit' },
);
process.exitCode = status ?? 1;
