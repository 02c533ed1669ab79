import { afterAll, beforeAll, expect } from 'vitest';
import type { Page } from '../support/engines/index.js';
import { describeFaults } from './support/describe-faults.js';
import { serveHost, type HostSite } from './support/host.js';
import { breakOne, USED } from './support/breaking.js';
import { buy, noticed, type Noticed, ours, type WithAntes } from './support/survive.js';
import { REPORTING } from './support/reported.js';

/** Everything that we use of the browser always throws: the page is as without us, and what can go on does. */
describeFaults('lifecycle', ({ fault }) => {
  let site: HostSite;
  let inject = '';
  let without: Noticed;

  beforeAll(async () => {
    site = await serveHost({
      ...REPORTING,
      routes: (path, asked) => (path === '/test/inject.js' ? inject : REPORTING.routes!(path, asked)),
    });
  });
  afterAll(() => site?.close());

  async function visit(page: Page, path: string): Promise<void> {
    await page.goto(`${site.origin}/${path}`);
    await page.waitFor(() => document.readyState === 'complete');
  }
  async function live(page: Page, what: string): Promise<void> {
    if (!without) {
      inject = '';
      await visit(page, 'without');
      await buy(page);
      without = await noticed(page);
    }
    inject = `localStorage.clear(); sessionStorage.clear(); (${String(breakOne)})(${JSON.stringify([what])}, ${JSON.stringify({ what, at: 'always' })})`;
    await visit(page, '');
    await page.waitFor(() => typeof (globalThis as WithAntes).antes?.stop === 'function');
    await buy(page);
    expect(await noticed(page)).toEqual(without);
    await page.click('#needed');
    // Without timers nothing can be waited for.
    if (what === 'setTimeout') return stops(page, what);
    // It comes, in whatever form, or it is said what has failed.
    await page.waitFor(
      () =>
        globalThis.watch.told.some(
          ({ type, detail }) =>
            (type === 'help' && detail['phase'] === 'shown') ||
            (type === 'problem' && /^(?:PART_|UI_)/.test(String(detail['code']))),
        ) || (globalThis as WithAntes).antes!.problems.length > 0,
      { message: 'help, or a problem' },
    );
    await stops(page, what);
  }
  async function stops(page: Page, what: string): Promise<void> {
    await page.evaluate(() => (globalThis as WithAntes).antes!.stop());
    // What is not removed cannot be gone.
    if (what !== 'Element.prototype.remove') expect(await ours(page)).toEqual([]);
    // A promise that nobody has caught is told in a task of its own.
    await page.evaluate(() => new Promise((done) => void setTimeout(done)));
    expect((await noticed(page)).complaints).toEqual(without.complaints);
  }

  for (const what of USED)
    fault('LIFE-11', `${what} always throws: the page does not notice, and the rest goes on`, (page) =>
      live(page, what),
    );
});
