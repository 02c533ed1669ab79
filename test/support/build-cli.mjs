/** The command line, bundled as for the package, into a place of its own. */
import { copyFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { rollup } from 'rollup';
import { cli, insights } from '../../rollup.config.mjs';

const root = resolve(import.meta.dirname, '../..');

async function bundle(config, input, file) {
  const built = await rollup({ ...config, input: resolve(root, input) });
  const { dir: _dir, ...output } = config.output;
  await built.write({ ...output, file });
  await built.close();
}

/** @param {string} file Its folder stands for `dist` in a package. @returns {Promise<string>} */
export async function build(file) {
  await bundle(cli, 'src/cli/main.ts', file);
  copyFileSync(resolve(root, 'package.json'), resolve(dirname(file), '../package.json'));
  return file;
}

/** What `antes insights` fetches, next to it. It takes a while, so only those build it who need it. @param {string} file @returns {Promise<string>} */
export async function buildInsights(file) {
  await bundle(insights, 'src/insights.ts', resolve(dirname(file), 'insights.js'));
  return file;
}
