/**
 * `npm run release`: the sizes of all changesets make the version; what is told below "Unreleased" becomes its chapter, and
 * whatever names the version is written anew.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const UNRELEASED = '## [Unreleased]';

/**
 * @param {string} changelog
 * @param {string} version
 * @param {string} day
 */
export function releaseNotes(changelog, version, day) {
  const at = changelog.indexOf(`${UNRELEASED}\n`);
  if (at < 0) throw new Error(`CHANGELOG.md has no "${UNRELEASED}"`);
  const begin = at + UNRELEASED.length;
  const next = changelog.indexOf('\n## [', begin);
  const told = changelog.slice(begin, next < 0 ? undefined : next).trim();
  if (!/^- /m.test(told)) throw new Error(`Nothing is told below "${UNRELEASED}" in CHANGELOG.md`);
  if (changelog.includes(`\n## [${version}]`)) throw new Error(`CHANGELOG.md has a ${version} already`);
  return `${changelog.slice(0, begin)}\n\n## [${version}] - ${day}${changelog.slice(begin)}`;
}

/** What names a version so that somebody can copy it. @param {string} text @param {string} old @param {string} version */
export const named = (text, old, version) =>
  text.replaceAll(`antes@${old}`, `antes@${version}`).replaceAll(`antes-${old}.tgz`, `antes-${version}.tgz`);

/** @param {string} root @param {string} day */
export function release(root, day) {
  const read = (/** @type {string} */ name) => readFileSync(join(root, name), 'utf8');
  const write = (/** @type {string} */ name, /** @type {string} */ text) =>
    writeFileSync(join(root, name), text);
  const versionOf = () => JSON.parse(read('package.json')).version;
  const changelog = read('CHANGELOG.md');
  const old = versionOf();
  // Asked first, so that nothing is half done.
  releaseNotes(changelog, 'next', day);
  const cli = join(import.meta.dirname, '../node_modules/@changesets/cli/bin.js');
  execFileSync(process.execPath, [cli, 'version'], { cwd: root, stdio: 'inherit' });
  const version = versionOf();
  if (version === old) throw new Error('There is no changeset that asks for a version: npx changeset');
  write('CHANGELOG.md', releaseNotes(changelog, version, day));
  write('src/boot/version.ts', read('src/boot/version.ts').replace(`'${old}'`, `'${version}'`));
  const pages = ['docs', 'demo/examples'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => `${folder}/${name}`),
  );
  for (const page of ['README.md', ...pages]) {
    const before = read(page);
    const after = named(before, old, version);
    if (after !== before) write(page, after);
  }
  const lock = JSON.parse(read('package-lock.json'));
  lock.version = version;
  lock.packages[''].version = version;
  write('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);
  return version;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  console.log(release(join(import.meta.dirname, '..'), new Date().toISOString().slice(0, 10)));
