import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packagesOf } from './packages.mjs';
import { sorted } from './sorted.mjs';

/** Notes in which files each package is, by the modules that are in a built file; `all` are those of the build. */
export function bundled(packages, file, ids, all) {
  for (const { name, version, within } of packagesOf(ids, all)) {
    const ref = `${name}@${version}`;
    packages.set(ref, (packages.get(ref) ?? new Set()).add(within ? `${file}, within ${within}` : file));
  }
}

/**
 * The lockfile, but that tools which are in no file need nothing: where two of them cannot agree on a third, npm would
 * refuse to write a bill of anything.
 */
function lockOf(bundledPackages) {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  for (const [path, entry] of Object.entries(lock.packages)) {
    const ref = `${path.split('node_modules/').at(-1)}@${entry.version}`;
    if (!entry.dev || bundledPackages.has(ref)) continue;
    for (const kind of ['dependencies', 'optionalDependencies', 'peerDependencies']) delete entry[kind];
  }
  return lock;
}

/** What npm knows of all packages of the lockfile; no network, and nothing that is installed, is asked. */
function ofLockfile(bundledPackages) {
  const args = ['sbom', '--sbom-format=cyclonedx', '--package-lock-only', '--offline'];
  const { npm_execpath: npm } = process.env;
  const folder = mkdtempSync(join(tmpdir(), 'antes-sbom-'));
  try {
    copyFileSync('package.json', join(folder, 'package.json'));
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lockOf(bundledPackages)));
    const options = {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
      stdio: ['ignore', 'pipe', 'inherit'],
    };
    const text = /npm-cli\.c?js$/.test(npm ?? '')
      ? execFileSync(process.execPath, [npm, ...args], options)
      : execFileSync('npm', args, { ...options, shell: process.platform === 'win32' });
    return JSON.parse(text);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** With npm, what the package depends on is fetched, and stays outside of the files. */
function withDependencies(bundledPackages, all) {
  const packages = new Map([...bundledPackages].map(([ref, files]) => [ref, new Set(files)]));
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  const open = Object.entries(dependencies).map(([name, version]) => `${name}@${version}`);
  for (const ref of open) {
    packages.set(ref, (packages.get(ref) ?? new Set()).add('npm'));
    const { dependsOn = [] } = all.dependencies.find((one) => one.ref === ref) ?? {};
    open.push(...dependsOn.filter((one) => !open.includes(one)));
  }
  return packages;
}

/**
 * A CycloneDX bill of materials, by `npm sbom`, of what is really in the built files: the lockfile alone takes tools for
 * parts, and parts that are put into a file for tools. Hour and random number are left out, so that it is the same
 * every time.
 */
export function sbom(bundledPackages, all = ofLockfile(bundledPackages)) {
  const root = all.metadata.component;
  const packages = withDependencies(bundledPackages, all);
  const refs = new Set([root['bom-ref'], ...packages.keys()]);
  const missing = [...packages.keys()].filter((ref) => !all.components.some((one) => one['bom-ref'] === ref));
  if (missing.length > 0) throw new Error(`In a file, but not in the lockfile: ${missing.join(', ')}`);
  const components = all.components
    .filter((one) => packages.has(one['bom-ref']))
    .map((one) => ({
      ...one,
      scope: 'required',
      properties: sorted(packages.get(one['bom-ref'])).map((value) => ({ name: 'antes:in', value })),
    }));
  const dependencies = all.dependencies
    .filter(({ ref }) => refs.has(ref))
    .map(({ ref, dependsOn }) => ({
      ref,
      dependsOn: ref === root['bom-ref'] ? sorted(packages.keys()) : dependsOn.filter((one) => refs.has(one)),
    }));
  const { timestamp: _, ...metadata } = all.metadata;
  // npm calls it after the folder, and names itself by its version: neither is of what was built.
  const component = { ...root, name: 'antes' };
  const tools = metadata.tools.map(({ version: _version, ...tool }) => tool);
  const bom = {
    ...all,
    serialNumber: undefined,
    metadata: { ...metadata, lifecycles: [{ phase: 'build' }], tools, component },
    components,
    dependencies,
  };
  const digest = createHash('sha256').update(JSON.stringify(bom)).digest('hex');
  const [a, b, c, d, e] = [
    [0, 8],
    [8, 12],
    [13, 16],
    [17, 20],
    [20, 32],
  ].map(([from, to]) => digest.slice(from, to));
  // A UUID of version 8, made of the content.
  return { ...bom, serialNumber: `urn:uuid:${a}-${b}-8${c}-a${d}-${e}` };
}
