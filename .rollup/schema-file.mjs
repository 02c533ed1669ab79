import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';

/**
 * Writes the schemas of the configuration, of files of tests and of what is reported: at the root of the package, so that
 * `./node_modules/antes/schema.json` is what `antes/schema.json` says; and next to `antes.js`, to have an address.
 * @returns {import('rollup').Plugin}
 */
export const schemaFile = () => ({
  name: 'schema-file',
  async writeBundle({ dir }) {
    const { schema, testSchema } = await built('src/check.ts');
    const { eventsSchema } = await built('src/report/schema/index.ts');
    for (const folder of [dirname(dir), join(dir, 'cdn')]) {
      mkdirSync(folder, { recursive: true });
      for (const [name, value] of [
        ['schema.json', schema()],
        ['test.schema.json', testSchema()],
        ['events.schema.json', eventsSchema()],
      ])
        writeFileSync(join(folder, name), `${JSON.stringify(value, null, 2)}\n`);
    }
  },
});

/** @param {string} entry */
async function built(entry) {
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, format: 'esm', write: false });
  const code = Buffer.from(outputFiles[0].contents).toString('base64');
  return import(`data:text/javascript;base64,${code}`);
}
