/**
 * `npm run lockfile`, after a dependency was added: names the optional packages of all platforms in the lockfile.
 * npm forgets those that it did not install itself (https://github.com/npm/cli/issues/4828), and then `npm ci`
 * refuses the lockfile elsewhere. What they run on can be read from their names.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const FILE = new URL('../../package-lock.json', import.meta.url);
const SYSTEMS = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const PROCESSORS = [
  'arm',
  'arm64',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'wasm32',
  'x64',
];

/** The optional dependencies that no entry of the lockfile answers for. */
export function missingPackages({ packages }) {
  // Node looks in the package's own node_modules first, then in that of each folder above.
  const isLocked = (path, name) =>
    Boolean(packages[`${path && `${path}/`}node_modules/${name}`]) ||
    (path !== '' && isLocked(path.slice(0, Math.max(0, path.lastIndexOf('/node_modules/'))), name));
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !isLocked(path, name))
      .map(([name, version]) => ({ name, version })),
  );
}

function entryFor({ name, version }) {
  const words = name.split(/[/-]/);
  const cpu = PROCESSORS.filter((processor) => words.includes(processor));
  const os = SYSTEMS.filter((system) => words.includes(system));
  const libc = ['glibc', 'musl'].filter((library) => words.includes(library === 'glibc' ? 'gnu' : library));
  return {
    version,
    ...(cpu.length > 0 && { cpu }),
    dev: true,
    ...(os.length > 0 && { os }),
    ...(os.includes('linux') && libc.length > 0 && { libc }),
    optional: true,
  };
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const lock = JSON.parse(readFileSync(FILE, 'utf8'));
  const missing = missingPackages(lock);
  for (const one of missing) lock.packages[`node_modules/${one.name}`] = entryFor(one);
  const paths = Object.keys(lock.packages).sort((a, b) => a.localeCompare(b, 'en'));
  lock.packages = Object.fromEntries(paths.map((path) => [path, lock.packages[path]]));
  writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`${missing.length} packages added`);
}
