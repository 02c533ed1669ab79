import { build } from 'esbuild';

/**
 * Writes the schema of the configuration next to the library, as a file for editors: `antes/schema.json`.
 * @returns {import('rollup').Plugin}
 */
export const schemaFile = (fileName = 'schema.json') => ({
  name: 'schema-file',
  async generateBundle() {
    const { outputFiles } = await build({
      entryPoints: ['src/check.ts'],
      bundle: true,
      format: 'esm',
      write: false,
    });
    const code = Buffer.from(outputFiles[0].contents).toString('base64');
    const { schema } = await import(`data:text/javascript;base64,${code}`);
    this.emitFile({ type: 'asset', fileName, source: `${JSON.stringify(schema(), null, 2)}\n` });
  },
});
