import type { Problem } from '../core/problems.js';
import { ADVICE } from './advice.js';

/** Where the package has its documents: the same version as the code, and there without a network. */
const DOCS = 'node_modules/antes/docs/problems.md';

/** A problem in full, for whoever can do something about it. */
export function sayProblem({ code, path, message }: Problem): string {
  const { cause, cure } = ADVICE[code];
  return [
    `Antes: ${code}${path === '' ? '' : ` at ${path}`}`,
    message,
    `Why: ${cause}`,
    `What to do: ${cure}`,
    `More: ${DOCS}#${code.toLowerCase()}`,
    'This is told in development only. Nothing was thrown, and the page is not affected.',
  ].join('\n');
}

/** Never throws: a page may have made anything of its console, and a problem may be another version's. */
export function advise(problem: Problem): void {
  try {
    // oxlint-disable-next-line no-console -- what the development build is for
    console.warn(sayProblem(problem));
  } catch {
    // It is told by events as well.
  }
}
