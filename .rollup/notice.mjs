import { readdirSync, readFileSync } from 'node:fs';

const PACKAGE = /^(.*node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/;

/** LICENSE, or LICENSE.md. */
const licence = (folder) =>
  readFileSync(`${folder}/${readdirSync(folder).find((name) => /^licen[cs]e/i.test(name))}`, 'utf8').trim();

/**
 * Bundles contain other people's code, and its licences ask that their text travels with it.
 * Comments are stripped from the bundles, so the texts of what really went in are put next to them.
 * @returns {import('rollup').Plugin}
 */
export const notice = (fileName = 'NOTICE.txt') => ({
  name: 'notice',
  generateBundle(_options, bundle) {
    const folders = new Set();
    for (const chunk of Object.values(bundle)) {
      for (const id of chunk.type === 'chunk' ? Object.keys(chunk.modules) : []) {
        const folder = PACKAGE.exec(id)?.[1];
        if (folder) folders.add(folder);
      }
    }
    // In the order of their names, and not in that of some locale or of where they are installed.
    const texts = [...folders]
      .map((folder) => {
        const { name, version } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
        return `${name} ${version}\n\n${licence(folder)}\n`;
      })
      .toSorted((a, b) => (a < b ? -1 : 1));
    if (texts.length > 0)
      this.emitFile({ type: 'asset', fileName, source: texts.join(`\n${'-'.repeat(72)}\n\n`) });
  },
});
