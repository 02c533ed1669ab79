import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { charts } from './charts.mjs';
import { page } from './page.mjs';

/** docs/performance.md and its pictures: the same results give the same bytes. @param {string} root */
export async function writeReport(root, results) {
  const folder = join(root, 'docs/img/performance');
  mkdirSync(folder, { recursive: true });
  for (const [name, svg] of Object.entries(await charts(results)))
    writeFileSync(join(folder, `${name}.svg`), svg);
  writeFileSync(join(root, 'docs/performance.md'), page(results));
}
