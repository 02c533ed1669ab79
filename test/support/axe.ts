import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type * as Axe from 'axe-core';
import type { Page } from './engines/index.js';

/** axe as a script, for pages that run it themselves. */
export const AXE: string = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

/** What axe has against the elements that match, in the page as it stands. Where nothing matches, that. */
export async function axeFinds(page: Page, selector: string): Promise<string[]> {
  await page.evaluate(`(() => {\n${AXE}\n})()`);
  return page.evaluate<string[], [string]>(async (wanted) => {
    const include = [...document.querySelectorAll(wanted)];
    if (include.length === 0) return [`nothing matches ${wanted}`];
    const { axe } = globalThis as unknown as { axe: typeof Axe };
    const { violations } = await axe.run({ include }, { resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target }) => `${id} ${target.flat().join(' ')}`),
    );
  }, selector);
}
