import { build } from 'esbuild';

/**
 * Writes the schemas of the configuration and of files of tests next to the library, as files for editors:
 * `antes/schema.json`, `antes/test.schema.json`.
 * @returns {import('rollup').Plugin}
 */
export const schemaFile = () => ({
  name: 'schema-file',
  async generateBundle() {
    const { outputFiles } = await build({
      entryPoints: ['src/check.ts'],
      bundle: true,
      format: 'esm',
      write: false,
    });
    const code = Buffer.from(outputFiles[0].contents).toString('base64');
    const { schema, testSchema } = await import(`data:text/javascript;base64,${code}`);
    for (const [fileName, value] of [
      ['schema.json', schema()],
      ['test.schema.json', testSchema()],
    ])
      this.emitFile({ type: 'asset', fileName, source: `${JSON.stringify(value, null, 2)}\n` });
  },
});
