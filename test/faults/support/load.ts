import { readFileSync } from 'node:fs';
import type { Page } from '../../support/engines/index.js';
import { buy, type WithAntes } from './survive.js';
import { type Hostile, type HostSite, serveHost } from './host.js';

const CDN = new URL('../../../dist/cdn/', import.meta.url);
/** A built file, as another version would be that has the same code. */
export const asVersion = (file: string, version: string): string =>
  readFileSync(new URL(file, CDN), 'utf8').replaceAll('"0.1.0"', `"${version}"`);

/** Opens a page that is not compared with one without Antes, and closes it again. */
export async function visit(
  page: Page,
  hostile: Hostile,
  run: (site: HostSite) => Promise<void>,
): Promise<void> {
  const site = await serveHost(hostile);
  try {
    await page.goto(`${site.origin}/`);
    await run(site);
  } finally {
    await page.evaluate(() => (globalThis as WithAntes).antes?.stop?.());
    await site.close();
  }
}

/** The page works, and its scripts have noticed nothing; of resources, it may know that one did not come. */
export async function isUnharmed(page: Page, act: (page: Page) => Promise<void> = buy): Promise<string[]> {
  await act(page);
  const complaints = await page.evaluate(() => globalThis.watch.complaints);
  return complaints.filter((line) => line !== 'error of a resource');
}

export const waitForCode = (page: Page, code: string, timeout?: number): Promise<unknown> =>
  page.waitFor(
    (wanted) =>
      globalThis.watch.told.some(({ type, detail }) => type === 'problem' && detail['code'] === wanted),
    { args: [code], message: `the problem ${code}`, ...(timeout === undefined ? {} : { timeout }) },
  );
