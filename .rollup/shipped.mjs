import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { factsOf } from './facts.mjs';
import { inventory } from './inventory.mjs';
import { bundled, sbom } from './sbom.mjs';
import { sorted } from './sorted.mjs';

const VERSION = JSON.parse(readFileSync('package.json', 'utf8')).version;
/** The rooms that listen to the page. */
const LISTENING = /^src\/(?:observe|ui)\//;
const json = (value) => `${JSON.stringify(value, null, 2)}\n`;

/** What a browser is told to accept, and nothing else: https://www.w3.org/TR/SRI/ */
export const integrityOf = (content) => `sha384-${createHash('sha384').update(content).digest('base64')}`;

/**
 * Papers about what is shipped to browsers, next to it: `inventory.json` (what it does to a page), `sbom.cdx.json` (what it
 * is made of), `integrity.json` (the hash of every file).
 */
export function shipped() {
  /** Built files with the sources that are in them. */
  const files = new Map();
  /** What sources do; and those that only developers ever load. */
  const sources = new Map();
  const developers = new Map();
  /** Packages, and in which files each of them is. */
  const packages = new Map();

  /** Goes to every output of which something is shipped. @returns {import('rollup').Plugin} */
  const collect = ({ browser = true, customers = true } = {}) => ({
    name: 'shipped',
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        const ids = Object.keys(chunk.modules).filter(
          (id) => chunk.modules[id].renderedLength > 0 && !id.startsWith('\0'),
        );
        const file = browser ? `cdn/${chunk.fileName}` : chunk.fileName;
        bundled(packages, file, ids, this.getModuleIds());
        if (!browser) continue;
        const own = ids.filter((id) => !id.includes('node_modules'));
        for (const id of ids) {
          const listens = LISTENING.test(nameOf(id));
          const facts = customers ? sources : developers;
          facts.set(nameOf(id), factsOf(this.parse(this.getModuleInfo(id).code), { listens }));
        }
        files.set(chunk.fileName, sorted(own.map(nameOf)));
      }
    },
  });

  /** Goes to the last one. @returns {import('rollup').Plugin} */
  const write = () => ({
    name: 'shipped-papers',
    writeBundle({ dir }) {
      writeFileSync(
        join(dir, 'inventory.json'),
        json(inventory({ version: VERSION, files, sources, developers })),
      );
      writeFileSync(join(dir, 'sbom.cdx.json'), json(sbom(packages)));
      writeFileSync(join(dir, 'integrity.json'), json(integrityOfFolder(dir)));
    },
  });
  return { collect, write };
}

/** A source by its place in this repository; one of a package by that in the package. */
const nameOf = (id) =>
  (id.includes('node_modules') ? id.replace(/^.*node_modules[\\/]/, 'npm:') : relative('.', id)).replaceAll(
    '\\',
    '/',
  );

/** Every file of a folder but this list itself. */
export function integrityOfFolder(dir) {
  const listed = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((name) => name !== 'integrity.json');
  const files = sorted(listed).map((name) => {
    const content = readFileSync(join(dir, name));
    const gzip = gzipSync(content, { level: 9 }).length;
    return [name, { bytes: content.length, gzip, integrity: integrityOf(content) }];
  });
  return { name: 'antes', version: VERSION, files: Object.fromEntries(files) };
}
