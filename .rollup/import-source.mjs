import { build } from 'esbuild';

/**
 * Imports a module of the sources, which Node alone could not read, with all that it imports.
 * @param {string} entry path of the file
 * @param {import('esbuild').BuildOptions} [more]
 */
export async function importSource(entry, more = {}) {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    format: 'esm',
    ...more,
    write: false,
  });
  const code = Buffer.from(outputFiles?.[0]?.contents ?? '').toString('base64');
  return import(`data:text/javascript;base64,${code}`);
}
