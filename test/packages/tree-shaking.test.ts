import { join } from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { type OutputChunk, rollup } from 'rollup';
import { describe, expect, it } from 'vitest';
import { gzipSync } from 'node:zlib';
import { manifest, MODULES, PROJECT } from './support/packed.js';

/** Bundles a host's module against the packed package, as a host's bundler would. Lit stays outside. */
async function bundle(code: string): Promise<OutputChunk[]> {
  const entry = join(PROJECT, 'host.js');
  const bundled = await rollup({
    input: entry,
    external: [/^lit(\/|$)/],
    plugins: [
      {
        name: 'host',
        resolveId: (id) => (id === entry ? id : null),
        load: (id) => (id === entry ? code : null),
      },
      nodeResolve({ exportConditions: ['browser', 'production'] }),
    ],
    onwarn: () => {},
  });
  const { output } = await bundled.generate({ format: 'es' });
  return output.filter((one): one is OutputChunk => one.type === 'chunk');
}
/** What is fetched before the host's module runs. */
const eager = (chunks: readonly OutputChunk[]): string => {
  const [entry] = chunks;
  const seen = new Set<string>();
  const visit = (name: string) => {
    const chunk = chunks.find(({ fileName }) => fileName === name);
    if (!chunk || seen.has(name)) return;
    seen.add(name);
    chunk.imports.forEach(visit);
  };
  visit(entry!.fileName);
  return chunks.flatMap(({ fileName, code }) => (seen.has(fileName) ? [code] : [])).join('\n');
};

describe("a host's bundle", () => {
  it('with start() has the engine, and neither widgets nor their words, Lit, sources or reports', async () => {
    const chunks = await bundle("import { start } from 'antes'; start('/antes.json');");
    const code = eager(chunks);
    expect(code).toContain('rage-click');
    expect(code).not.toMatch(/from ?['"]lit/);
    for (const one of [
      'antes-inline',
      'adoptedStyleSheets =',
      'Was this helpful',
      'resourceLogs',
      'EventSource',
      'Why: ',
    ])
      expect(code.includes(one), one).toBe(false);
    // They are there, to be fetched.
    expect(chunks.length).toBeGreaterThan(3);
    expect(chunks.some(({ code: other }) => /from ?['"]lit/.test(other))).toBe(true);
  });

  it('with the engine alone has no page in it', async () => {
    const [chunk, ...others] = await bundle(
      "import { createEngine } from 'antes/engine'; console.log(createEngine);",
    );
    expect(others).toEqual([]);
    expect(chunk!.code).toContain('rage-click');
    expect(chunk!.code).not.toMatch(
      /\bdocument\.|\bwindow\.|MutationObserver|addEventListener|from ?['"]lit/,
    );
    // Recordings of rrweb are read by those who ask for it.
    expect(chunk!.code).not.toContain('rrweb/console@1');
  });

  it('with one class has that one, and registers nothing', async () => {
    const code = eager(await bundle("import { AntesBadge } from 'antes/elements'; console.log(AntesBadge);"));
    expect(code).toContain('class AntesBadge');
    expect(code).not.toMatch(/class Antes(?:Contact|Panel|Guide|Status)\b/);
    expect(code).not.toContain('.define(');
  });

  it('with the version alone has next to nothing', async () => {
    const code = eager(await bundle("import { version } from 'antes'; console.log(version);"));
    expect(gzipSync(code).length).toBeLessThan(200);
  });
});

/** That importing the others really does nothing is seen in entries.test.ts. */
describe('the list of side effects', () => {
  const listed = (file: string) => manifest.sideEffects.includes(file);
  const fileOf = (name: string) =>
    (manifest.exports[name.replace('antes', '.')] as { default: string }).default;
  const quiet = MODULES.filter((name) => !listed(fileOf(name)) && name !== 'antes/insights');

  it('has the one module for hosts that does something, and no other', () => {
    expect(MODULES.filter((name) => listed(fileOf(name)))).toEqual(['antes/define']);
  });

  it.each(quiet)('%s, imported and not used, leaves nothing of it in a bundle', async (name) => {
    const [chunk] = await bundle(`import '${name}';`);
    expect(chunk!.code.trim()).toBe('');
  });

  it('antes/define, imported and not used, registers all elements', async () => {
    const code = eager(await bundle("import 'antes/define';"));
    expect(code).toMatch(/register\(["']antes-inline["'], AntesInline\)/);
    expect(code).toMatch(/register\(["']antes-panel["'], AntesPanel\)/);
  });
});
