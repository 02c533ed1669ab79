import { afterAll, beforeAll, expect } from 'vitest';
import type { Page } from '../support/engines/index.js';
import { breakOne, USED, type Breaking, type WithPlaces } from './support/breaking.js';
import { describeFaults } from './support/describe-faults.js';
import { EVERYTHING, useEverything } from './support/everything.js';
import { serveHost, type HostSite } from './support/host.js';
import { buy, ours, type WithAntes } from './support/survive.js';

/** `npm test -- places`: each place; else of each thing the last, where widgets are being used. */
const EACH = process.env['ANTES_PLACES'] === 'each';

/**
 * Whatever we use of the browser throws once, at one place of our code: the page is as without us, help comes or it is said
 * what has failed, and in the end nothing is left.
 */
describeFaults('lifecycle', ({ fault }) => {
  let site: HostSite;
  let inject = '';
  /** Where each thing is used, and what the page notices without us. */
  let usual: { places: WithPlaces['places']; noticed: Noticed } | undefined;

  interface Noticed {
    readonly log: readonly string[];
    readonly complaints: readonly string[];
  }
  const noticed = async (page: Page): Promise<Noticed> => {
    const [log, complaints] = JSON.parse(
      await page.evaluate(() => globalThis.watch.plain([globalThis.watch.log, globalThis.watch.complaints])),
    ) as [string[], string[]];
    return { log, complaints };
  };

  beforeAll(async () => {
    const { routes } = EVERYTHING;
    site = await serveHost({
      ...EVERYTHING,
      routes: (path, asked) => (path === '/test/inject.js' ? inject : routes!(path, asked)),
    });
  });
  afterAll(() => site?.close());

  /** All that there is to do, from a first visit to the end. Returns what the page has noticed of the purchase. */
  async function visit(page: Page, watched: readonly string[], breaking?: Breaking): Promise<Noticed> {
    inject = `localStorage.clear(); sessionStorage.clear(); (${String(breakOne)})(${JSON.stringify(watched)}, ${JSON.stringify(breaking)})`;
    await page.goto(`${site.origin}/`);
    await page.waitFor(
      () => document.readyState === 'complete' && typeof (globalThis as WithAntes).antes?.stop === 'function',
    );
    await buy(page);
    const ofPurchase = await noticed(page);
    await page.click('#needed');
    await page.waitFor(
      () =>
        globalThis.watch.told.some(
          ({ type, detail }) => type === 'help' && ['shown', 'withheld'].includes(String(detail['phase'])),
        ) || (globalThis as WithAntes).antes!.problems.length > 0,
      { message: 'help, or a problem' },
    );
    await useEverything(page);
    await page.evaluate(() => (globalThis as WithAntes).antes!.stop());
    // What is not removed cannot be gone.
    if (breaking?.what !== 'Element.prototype.remove') expect(await ours(page)).toEqual([]);
    // A promise that nobody has caught is told in a task of its own.
    await page.evaluate(() => new Promise((done) => void setTimeout(done, 20)));
    expect((await noticed(page)).complaints).toEqual([]);
    return ofPurchase;
  }

  for (const what of USED)
    fault(
      'LIFE-11',
      `${what} throws once, at one place of ours: the page does not notice, and nothing is left`,
      async (page) => {
        if (!usual) {
          inject = '';
          await page.goto(`${site.origin}/without`);
          await page.waitFor(() => document.readyState === 'complete');
          await buy(page);
          const without = await noticed(page);
          expect(await visit(page, USED)).toEqual(without);
          const places = await page.evaluate(() => (globalThis as WithPlaces).places);
          usual = { places, noticed: without };
          expect(Object.values(places).flat().length).toBeGreaterThan(100);
        }
        const all = usual.places[what] ?? [];
        for (const at of EACH ? all : all.slice(-1)) {
          const seen = await visit(page, [what], { what, at }).catch((error: unknown) => {
            throw new Error(`${what} at ${at}`, { cause: error });
          });
          expect(seen, `${what} at ${at}`).toEqual(usual.noticed);
        }
      },
    );
});
