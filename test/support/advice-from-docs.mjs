/**
 * `npm run docs:advice`: what docs/problems.md says of each problem, for the console of people who develop. Writes
 * src/boot/advice.ts, which only the development build has in it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { format } from 'oxfmt';

const root = resolve(import.meta.dirname, '../..');
const options = JSON.parse(readFileSync(resolve(root, '.oxfmtrc.json'), 'utf8'));

/** A console shows no Markdown. @param {string} text */
const plain = (text) => text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/\*\*/g, '');

export async function adviceModule() {
  const page = readFileSync(resolve(root, 'docs/problems.md'), 'utf8');
  const entries = [...page.matchAll(/^### `([A-Z_]+)`\n\*\*Cause:\*\* (.+)\n\*\*Cure:\*\* (.+)$/gm)].map(
    ([, code = '', cause = '', cure = '']) =>
      `${code}: { cause: ${JSON.stringify(plain(cause))}, cure: ${JSON.stringify(plain(cure))} }`,
  );
  const code = `// Written by \`npm run docs:advice\` from docs/problems.md. Change it there.
import type { ProblemCode } from '../core/problems.js';

export const ADVICE: Readonly<Record<ProblemCode, { readonly cause: string; readonly cure: string }>> = {
${entries.join(',\n')}
};
`;
  return (await format('advice.ts', code, options)).code;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  writeFileSync(resolve(root, 'src/boot/advice.ts'), await adviceModule());
