import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { release, releaseNotes } from '../../.changeset/release.mjs';

const ROOT = resolve(import.meta.dirname, '../..');
const CHANGELOG =
  '# Changelog\n\n## [Unreleased]\n\n### Added\n\n- Something.\n\n## [0.9.0] - 2026-01-01\n\n- Older.\n';

describe('the changelog of a release', () => {
  it('has what was unreleased as a chapter of its own', () => {
    expect(releaseNotes(CHANGELOG, '1.0.0', '2026-11-26')).toBe(
      '# Changelog\n\n## [Unreleased]\n\n## [1.0.0] - 2026-11-26\n\n### Added\n\n- Something.\n\n## [0.9.0] - 2026-01-01\n\n- Older.\n',
    );
  });

  it('is not made of nothing, and not twice', () => {
    const empty = releaseNotes(CHANGELOG, '1.0.0', '2026-11-26');
    expect(() => releaseNotes(empty, '1.0.1', '2026-11-26')).toThrow('Nothing is told');
    expect(() => releaseNotes(CHANGELOG, '0.9.0', '2026-11-26')).toThrow('has a 0.9.0 already');
    expect(() => releaseNotes('# Changelog\n', '1.0.0', '2026-11-26')).toThrow('has no');
  });

  it('can be made of ours', () => {
    const ours = readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8');
    expect(releaseNotes(ours, '99.0.0', '2026-11-26')).toContain('## [99.0.0] - 2026-11-26\n\n');
  });
});

describe('npm run release', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'antes-release-'));
  afterEach(() => rmSync(scratch, { recursive: true, force: true }));
  const write = (name: string, text: string) => {
    mkdirSync(join(scratch, name, '..'), { recursive: true });
    writeFileSync(join(scratch, name), text);
  };
  const read = (name: string) => readFileSync(join(scratch, name), 'utf8');
  const sized = (size: string, text: string) => `---\n'antes': ${size}\n---\n\n${text}\n`;

  it('takes the largest size, writes the version everywhere it is named, and uses the changesets up', () => {
    write('package.json', '{ "name": "antes", "version": "1.4.2" }');
    write(
      'package-lock.json',
      '{ "name": "antes", "version": "1.4.2", "packages": { "": { "version": "1.4.2" } } }',
    );
    write('src/boot/version.ts', "export const version = '1.4.2';\n");
    write('CHANGELOG.md', CHANGELOG);
    write('README.md', '`antes-1.4.2.tgz`, since 1.4.2\n');
    write('demo/examples/react/README.md', '`npm install ../antes-1.4.2.tgz`\n');
    write('docs/security.md', '/antes@1.4.2/antes.js\n');
    cpSync(join(ROOT, '.changeset/config.json'), join(scratch, '.changeset/config.json'));
    write('.changeset/one.md', sized('patch', 'Mended.'));
    write('.changeset/two.md', sized('minor', 'New.'));

    expect(release(scratch, '2026-11-26')).toBe('1.5.0');
    expect(JSON.parse(read('package.json'))).toMatchObject({ version: '1.5.0' });
    expect(JSON.parse(read('package-lock.json'))).toMatchObject({
      version: '1.5.0',
      packages: { '': { version: '1.5.0' } },
    });
    expect(read('src/boot/version.ts')).toBe("export const version = '1.5.0';\n");
    expect(read('CHANGELOG.md')).toContain('## [Unreleased]\n\n## [1.5.0] - 2026-11-26\n\n### Added\n');
    // What is told of an old version stays told of it.
    expect(read('README.md')).toBe('`antes-1.5.0.tgz`, since 1.4.2\n');
    expect(read('docs/security.md')).toBe('/antes@1.5.0/antes.js\n');
    expect(read('docs/security.md')).toBe('/antes@1.5.0/antes.js\n');
    expect(read('demo/examples/react/README.md')).toBe('`npm install ../antes-1.5.0.tgz`\n');
    expect(existsSync(join(scratch, '.changeset/one.md'))).toBe(false);
  });
});
