/**
 * `npm run mutation`: changes the sources of decide and journey in a thousand small ways, and says which changes no
 * test has noticed. `npm run mutation -- core`, `-- decide` or `-- journey/steps decide/limits` looks at these alone.
 */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const wanted = process.argv.slice(2);
const patterns = (wanted.length > 0 ? wanted : ['decide', 'journey']).map((one) =>
  one.includes('/') ? `src/${one.replace(/\.ts$/, '')}.ts` : `src/${one}/**/*.ts`,
);
// What is said about decisions is tested in `why`.
const rooms = new Set(patterns.map((one) => one.split('/')[1]));
const told = rooms.has('decide') || rooms.has('journey') ? ['decide', 'journey', 'why'] : [];
const { status } = spawnSync(
  resolve(root, 'node_modules/.bin/stryker'),
  ['run', 'test/stryker.config.mjs', '--mutate', patterns.join(',')],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ANTES_TESTS: [...new Set([...told, ...rooms])].join(',') },
  },
);
process.exitCode = status ?? 1;
