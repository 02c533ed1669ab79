/**
 * `npm run mutation`: changes the sources of decide and journey in a thousand small ways, and says which changes no
 * test has noticed. `npm run mutation -- core`, `-- detect`, `-- engine` or `-- journey/steps decide/limits` looks at these alone.
 */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const wanted = process.argv.slice(2);
const patterns = (wanted.length > 0 ? wanted : ['decide', 'journey']).map((one) =>
  one.includes('/') ? `src/${one.replace(/\.ts$/, '')}.ts` : `src/${one}/**/*.ts`,
);
/** Rooms that are tested from others as well: what is said about decisions in `why`, what all stand on everywhere. */
const TESTED_FROM = {
  decide: ['decide', 'journey', 'why'],
  journey: ['decide', 'journey', 'why'],
  detect: ['why'],
  engine: ['decide', 'detect', 'journey', 'replay', 'why'],
  core: [
    'boot',
    'contact',
    'decide',
    'detect',
    'engine',
    'journey',
    'observe',
    'replay',
    'sources',
    'state',
    'ui',
    'why',
  ],
};
const rooms = patterns.map((one) => one.split('/')[1]);
const tested = [...new Set(rooms.flatMap((room) => [room, ...(TESTED_FROM[room] ?? [])]))];
const { status } = spawnSync(
  resolve(root, 'node_modules/.bin/stryker'),
  ['run', 'test/stryker.config.mjs', '--mutate', patterns.join(',')],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ANTES_TESTS: tested.join(',') },
  },
);
process.exitCode = status ?? 1;
