import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const FOLDER = resolve(import.meta.dirname, '../../public/live');

declare const data: Readonly<Record<string, string>>;
export { data };

/** The configurations of the examples, by name. */
export default {
  watch: ['../../public/live/*.json'],
  load: (): Record<string, string> =>
    Object.fromEntries(
      readdirSync(FOLDER)
        .filter((file) => file.endsWith('.json'))
        .map((file) => [file.replace('.json', ''), readFileSync(resolve(FOLDER, file), 'utf8')]),
    ),
};
