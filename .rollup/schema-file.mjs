import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { importSource } from './import-source.mjs';

/**
 * Writes the schemas of the configuration, of files of tests and of what is reported: at the root of the package, so that
 * `./node_modules/antes/schema.json` is what `antes/schema.json` says; and next to `antes.js`, to have an address.
 * @returns {import('rollup').Plugin}
 */
export const schemaFile = () => ({
  name: 'schema-file',
  async writeBundle({ dir }) {
    const { schema, testSchema } = await importSource('src/check.ts');
    const { eventsSchema } = await importSource('src/report/schema/index.ts');
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
