import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Samples in README and docs: fenced blocks. */
export const ROOT = resolve(import.meta.dirname, '../..');
export const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

export const PAGES: readonly string[] = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'SECURITY.md',
  'demo/README.md',
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md') && !name.startsWith('.vitepress'))
    .map((name) => `docs/${name}`),
];

export interface Sample {
  /** Page and line. */
  readonly at: string;
  readonly page: string;
  readonly language: string;
  readonly code: string;
  /** Of one that is not meant to run: ```` ```ts not run: because … ````. */
  readonly notRun: string | undefined;
}

export const samplesOf = (page: string): Sample[] => {
  const text = read(page);
  return [...text.matchAll(/^( *)```(\w*)(?: not run: (.+))?\n([\s\S]*?)^ *```$/gm)].map(
    ({ 1: indent = '', 2: language = '', 3: notRun, 4: code = '', index }) => ({
      at: `${page}:${text.slice(0, index).split('\n').length}`,
      page,
      language,
      code: code.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
      notRun,
    }),
  );
};

const all = PAGES.flatMap(samplesOf);

/** Samples in one of these languages that are meant to run. */
export const samples = (...languages: string[]): Sample[] =>
  all.filter(({ language, notRun }) => languages.includes(language) && notRun === undefined);
export { all as everySample };

/** Code alone would be taken for headings and links. */
export const prose = (page: string): string => read(page).replaceAll(/^ *```[\s\S]*?^ *```$/gm, '');
