import { afterAll, beforeAll, expect } from 'vitest';
import type { Page } from '../support/engines/index.js';
import { breakOne, USED, type Breaking, type WithPlaces } from './support/breaking.js';
import { describeFaults } from './support/describe-faults.js';
import { EVERYTHING, useEverything } from './support/everything.js';
import { serveHost, type HostSite } from './support/host.js';
import {
  buy,
  noticed,
  type Noticed,
  ours,
  ownMarkup,
  stopsWithoutTrace,
  type Rest,
  type WithAntes,
} from './support/survive.js';

/** `npm test -- places`: each place; else of each thing the last before the end, where widgets are being used. */
const EACH = process.env['ANTES_PLACES'] === 'each';

/** By which something is taken back: what it has failed to take back stays. */
const UNDOES: readonly string[] = [
  'EventTarget.prototype.removeEventListener',
  'Element.prototype.remove',
  'AbortController.prototype.abort',
  'cancelAnimationFrame',
  'clearTimeout',
];
/** What comes from a server or waits for a frame comes in another order in each visit: not each comes by every place. */
const MOST = 0.8;

/**
 * Whatever we use of the browser throws once, at one place of our code: the page is as without us, help comes or it is said
 * what has failed, what is closed goes, and in the end nothing is left.
 */
describeFaults('lifecycle', ({ fault }) => {
  let site: HostSite;
  let inject = '';
  /** Where each thing is used, and what the page is and notices without us. */
  let usual: { places: WithPlaces['places']; noticed: Noticed; rest: Rest } | undefined;
  const untouched: string[] = [];
  let tried = 0;

  beforeAll(async () => {
    const { routes } = EVERYTHING;
    site = await serveHost({
      ...EVERYTHING,
      routes: (path, asked) => (path === '/test/inject.js' ? inject : routes!(path, asked)),
    });
  });
  afterAll(() => site?.close());

  async function purchase(page: Page, path: string, watched: readonly string[], breaking?: Breaking) {
    inject = `localStorage.clear(); sessionStorage.clear(); (${String(breakOne)})(${JSON.stringify(watched)}, ${JSON.stringify(breaking)})`;
    await page.goto(`${site.origin}/${path}`);
    await page.waitFor(
      (isOurs) =>
        document.readyState === 'complete' &&
        (!isOurs || typeof (globalThis as WithAntes).antes?.stop === 'function'),
      { args: [path === ''] },
    );
    await buy(page);
    return noticed(page);
  }

  /** Help, and all that there is to do with it. */
  async function use(page: Page, breaking?: Breaking): Promise<void> {
    await page.click('#needed');
    await page.waitFor(
      () =>
        globalThis.watch.told.some(
          ({ type, detail }) => type === 'help' && ['shown', 'withheld'].includes(String(detail['phase'])),
        ) || (globalThis as WithAntes).antes!.problems.length > 0,
      { message: 'help, or a problem' },
    );
    const { stayed, missing } = await useEverything(page);
    if (!breaking) expect(missing).toEqual([]);
    if (breaking?.what !== 'Element.prototype.remove') expect(stayed).toEqual([]);
  }

  async function reference(page: Page): Promise<NonNullable<typeof usual>> {
    const without = await purchase(page, 'without', USED);
    const rest = {
      changed: await page.evaluate(() => globalThis.watch.changed()),
      markup: await ownMarkup(page),
      alive: await page.evaluate(() => globalThis.watch.plain(globalThis.ledger())),
    };
    const visit = async () => {
      expect(await purchase(page, '', USED)).toEqual(without);
      await use(page);
      const used = await page.evaluate(() => (globalThis as WithPlaces).places);
      await stopsWithoutTrace(page, rest);
      return EACH ? page.evaluate(() => (globalThis as WithPlaces).places) : used;
    };
    const places = await visit();
    if (!EACH) {
      const again = await visit();
      for (const what of Object.keys(places))
        places[what] = places[what]!.filter((place) => again[what]!.includes(place));
    }
    // Of some things there is none in an engine: it has not got them, or another way is taken.
    expect(Object.values(places).filter(({ length }) => length > 0).length).toBeGreaterThan(40);
    return { places, noticed: without, rest };
  }

  async function survives(
    page: Page,
    { noticed: without, rest }: NonNullable<typeof usual>,
    breaking: Breaking,
  ): Promise<boolean> {
    expect(await purchase(page, '', [breaking.what], breaking)).toEqual(without);
    await use(page, breaking);
    if (!UNDOES.includes(breaking.what)) await stopsWithoutTrace(page, rest);
    else {
      await page.evaluate(() => (globalThis as WithAntes).antes!.stop());
      if (breaking.what !== 'Element.prototype.remove') expect(await ours(page)).toEqual([]);
    }
    // A promise that nobody has caught is told in a task of its own.
    await page.evaluate(() => new Promise((done) => void setTimeout(done, 20)));
    expect((await noticed(page)).complaints).toEqual([]);
    return page.evaluate(() => (globalThis as WithPlaces).broke);
  }

  for (const what of USED)
    fault(
      'LIFE-11',
      `${what} throws once, at one place of ours: the page does not notice, and nothing is left`,
      async (page) => {
        usual ??= await reference(page);
        const all = usual.places[what] ?? [];
        for (const at of EACH ? all : all.slice(-1)) {
          const threw = await survives(page, usual, { what, at }).catch((error: unknown) => {
            throw new Error(`${what} at ${at}`, { cause: error });
          });
          tried++;
          if (!threw) untouched.push(`${what} at ${at}`);
        }
      },
    );

  fault('LIFE-11', 'in most of these visits something has really thrown', async () => {
    expect(tried).toBeGreaterThan(0);
    expect(tried - untouched.length, untouched.join('\n')).toBeGreaterThanOrEqual(MOST * tried);
  });
});
