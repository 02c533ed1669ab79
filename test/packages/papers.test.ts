import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bin, command, PACKAGE, readPacked, ROOT, TARBALL } from './support/packed.js';

const files = readdirSync(PACKAGE, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(PACKAGE, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));

it('publint has nothing to say', async () => {
  const { code, said } = await bin('publint/src/cli.js', [PACKAGE, '--strict', '--pack', 'false']);
  expect(code, said).toBe(0);
});

it('types and code are found together by every resolution of ES modules', async () => {
  // The schemas and themes are data and have no types; `require()` is refused on purpose.
  const { code, said } = await bin('@arethetypeswrong/cli/dist/index.js', [
    TARBALL,
    '--profile',
    'esm-only',
    '--no-definitely-typed',
    '--exclude-entrypoints',
    'themes/bootstrap.css',
    'themes/plain.css',
    '--format',
    'ascii',
  ]);
  expect(said).toContain('antes/engine');
  expect(code, said).toBe(0);
});

it('has what hosts need, and nothing of how it is made', () => {
  for (const name of [
    'README.md',
    'LICENSE',
    'CHANGELOG.md',
    'SECURITY.md',
    'docs/problems.md',
    'schema.json',
  ])
    expect(files).toContain(name);
  const strangers = files.filter((name) => /^(?:src|test|demo|\.rollup|dist\/demo)\//.test(name));
  expect(strangers).toEqual([]);
  // Maps of declarations would lead to sources that are not there.
  expect(files.filter((name) => name.endsWith('.d.ts.map'))).toEqual([]);
  // Half of it are the maps of the inspector's editor.
  expect(statSync(TARBALL).size).toBeLessThan(6_000_000);
});

it('`antes` is a command of who installs it', async () => {
  const { code, said } = await command(process.execPath, [join(PACKAGE, 'dist/cli.js'), '--version']);
  expect([code, said.trim()]).toEqual([
    0,
    (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }).version,
  ]);
});

describe('source maps', () => {
  // The command and the reports are for Node and minified by nobody; where there are only types there is no code.
  const scripts = files.filter(
    (name) => /^dist\/.*\.js$/.test(name) && !/(?:cli|insights|vue|jsx\/\w+)\.js$/.test(name),
  );

  it.each(scripts)('%s leads to its sources', (name) => {
    const url = /\/\/# sourceMappingURL=(\S+)\s*$/.exec(readPacked(name))?.[1];
    expect(url).toBeDefined();
    const map = JSON.parse(readPacked(join(dirname(name), url!))) as {
      version: number;
      sources: string[];
      sourcesContent: (string | null)[];
      mappings: string;
    };
    expect(map.version).toBe(3);
    // Of a file that only hands on what others export there is nothing to map.
    expect(/[^;]/.test(map.mappings)).toBe(map.sources.length > 0);
    // What the package does not ship is in the map itself.
    const lost = map.sources.filter(
      (source, i) => !map.sourcesContent[i] && !existsSync(join(PACKAGE, dirname(name), source)),
    );
    expect(lost).toEqual([]);
  });
});
