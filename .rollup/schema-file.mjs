import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';

/**
 * Writes the schemas of the configuration and of files of tests for editors: at the root of the package, so that
 * `./node_modules/antes/schema.json` is what `antes/schema.json` says; and next to `antes.js`, to have an address.
 * @returns {import('rollup').Plugin}
 */
export const schemaFile = () => ({
  name: 'schema-file',
  async writeBundle({ dir }) {
    const { outputFiles } = await build({
      entryPoints: ['src/check.ts'],
      bundle: true,
      format: 'esm',
      write: false,
    });
    const code = Buffer.from(outputFiles[0].contents).toString('base64');
    const { schema, testSchema } = await import(`data:text/javascript;base64,${code}`);
    for (const folder of [dirname(dir), join(dir, 'cdn')]) {
      mkdirSync(folder, { recursive: true });
      for (const [name, value] of [
        ['schema.json', schema()],
        ['test.schema.json', testSchema()],
      ])
        writeFileSync(join(folder, name), `${JSON.stringify(value, null, 2)}\n`);
    }
  },
});
