import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { folderOf, packagesOf } from './packages.mjs';

/** LICENSE, or LICENSE.md. */
const licence = (folder) =>
  readFileSync(`${folder}/${readdirSync(folder).find((name) => /^licen[cs]e/i.test(name))}`, 'utf8').trim();

const LICENCE = /copyright[^]*(?:redistribution and use|permission is hereby granted)/i;

/** Single functions of others, copied into a module, have their licence in a comment there. */
const copied = (folder, ids) => {
  const comments = ids
    .filter((id) => folderOf(id) === folder && existsSync(id))
    .flatMap((id) => readFileSync(id, 'utf8').match(/\/\*[^]*?\*\//g) ?? [])
    .filter((text) => LICENCE.test(text));
  return [...new Set(comments)].map((text) => `\nOf what was copied into it:\n\n${text}\n`).join('');
};

/**
 * Bundles contain other people's code, and its licences ask that their text travels with it.
 * Comments are stripped from the bundles, so the texts of what really went in are put next to them.
 * @returns {import('rollup').Plugin}
 */
export const notice = (fileName = 'NOTICE.txt') => ({
  name: 'notice',
  generateBundle(_options, bundle) {
    const ids = Object.values(bundle).flatMap(({ modules = {} }) =>
      Object.keys(modules).filter((id) => modules[id].renderedLength > 0),
    );
    // In the order of their names, and not in that of some locale or of where they are installed.
    const texts = packagesOf(ids, this.getModuleIds())
      .map(({ folder, name, version }) => `${name} ${version}\n\n${licence(folder)}\n${copied(folder, ids)}`)
      .toSorted((a, b) => (a < b ? -1 : 1));
    if (texts.length > 0)
      this.emitFile({ type: 'asset', fileName, source: texts.join(`\n${'-'.repeat(72)}\n\n`) });
  },
});
