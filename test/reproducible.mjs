/**
 * `npm test -- reproducible`: builds what is committed twice, from clean checkouts that differ in all that must not matter
 * (folder, its depth, time zone, language, the hour, how packages came to be there), and compares every file. Two builds
 * take minutes, so it is not part of every run; that nothing of a machine is in a file, `test/node/output.test.ts` sees.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '..');
/** What the package ships, and the demo's own scripts. */
const BUILT = ['dist', 'schema.json', 'test.schema.json', 'events.schema.json'];
const scratch = mkdtempSync(join(tmpdir(), 'antes-reproducible-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));

/** One finds its packages in its own folder, the other through a link. */
const CHECKOUTS = [
  { folder: 'one', packages: 'copied', env: { TZ: 'UTC', LANG: 'C' } },
  {
    folder: 'two with a blank/and deeper/still',
    packages: 'linked',
    env: { TZ: 'Pacific/Auckland', LANG: 'es_ES.UTF-8', LC_ALL: 'es_ES.UTF-8', NODE_ENV: 'development' },
  },
];

function checkOut({ folder, packages }) {
  const place = join(scratch, folder);
  mkdirSync(place, { recursive: true });
  const archive = join(scratch, 'checkout.tar');
  execFileSync('git', ['archive', '--format=tar', `--output=${archive}`, 'HEAD'], { cwd: ROOT });
  execFileSync('tar', ['-xf', archive, '-C', place]);
  const from = realpathSync(join(ROOT, 'node_modules'));
  if (packages === 'copied')
    cpSync(from, join(place, 'node_modules'), { recursive: true, verbatimSymlinks: true });
  else symlinkSync(from, join(place, 'node_modules'), 'junction');
  return place;
}

function build(place, env) {
  for (const [tool, ...args] of [
    ['rollup/dist/bin/rollup', '--config', '--silent'],
    ['typescript/bin/tsc'],
    ['typescript/bin/tsc', '-p', 'src/insights'],
  ]) {
    const { status } = spawnSync(process.execPath, [join('node_modules', tool), ...args], {
      cwd: place,
      stdio: 'inherit',
      env: { ...process.env, ...env },
    });
    if (status !== 0) throw new Error(`${tool} failed in ${place}`);
  }
}

/** Hashes of all that was built. */
function digests(place) {
  const files = BUILT.map((name) => join(place, name)).flatMap((top) =>
    top.endsWith('.json')
      ? [top]
      : readdirSync(top, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name)),
  );
  return new Map(
    files.map((file) => [
      relative(place, file),
      createHash('sha256').update(readFileSync(file)).digest('hex'),
    ]),
  );
}

if (!existsSync(join(ROOT, '.git'))) {
  console.log('No git here: nothing to check out.');
  process.exit(1);
}
const [one, two] = CHECKOUTS.map((checkout) => {
  const place = checkOut(checkout);
  build(place, checkout.env);
  return digests(place);
});
const differs = [...new Set([...one.keys(), ...two.keys()])].filter(
  (name) => one.get(name) !== two.get(name),
);
for (const name of differs) console.log(`FAIL  ${name} differs`);
console.log(`${one.size} files, ${differs.length} of them differ`);
process.exitCode = differs.length > 0 || one.size < 100 ? 1 : 0;
