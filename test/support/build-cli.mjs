/** The command line, bundled as for the package, into a place of its own. */
import { copyFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { rollup } from 'rollup';
import { cli } from '../../rollup.config.mjs';

const root = resolve(import.meta.dirname, '../..');

/** @param {string} file Its folder stands for `dist` in a package. @returns {Promise<string>} */
export async function build(file) {
  const bundle = await rollup({ ...cli, input: resolve(root, 'src/cli/main.ts') });
  const { dir: _dir, ...output } = cli.output;
  await bundle.write({ ...output, file });
  await bundle.close();
  copyFileSync(resolve(root, 'package.json'), resolve(dirname(file), '../package.json'));
  return file;
}
