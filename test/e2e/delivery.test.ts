import { setTimeout as sleep } from 'node:timers/promises';
import { build } from 'esbuild';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { startCollector } from '../support/collector-server.mjs';
import { describeEngines, type Page } from '../support/engines/index.js';
import { script, serve, type Site, WATCH } from './support/site.js';

type Page_ = typeof globalThis & { happen(n: number): void; persisted?: boolean };

const CONFIG = JSON.stringify({ version: 1, triggers: [] });
const RELOADS = 20;
const PATIENCE_MS = 8_000;

describeEngines('reports of a page that is left', (engine, engineName) => {
  let collector: Awaited<ReturnType<typeof startCollector>>;
  let site: Site;
  let bucket: ReturnType<typeof collector.bucket>;
  let tests = 0;
  beforeAll(async () => {
    collector = await startCollector();
    const { outputFiles } = await build({
      entryPoints: [new URL('./support/delivering.ts', import.meta.url).pathname],
      bundle: true,
      format: 'iife',
      write: false,
    });
    const code = outputFiles[0]!.text;
    site = await serve((path) => {
      const [, name, happens = '0'] = /^\/page\/([^/]+)\/?(\d*)/.exec(path) ?? [];
      if (name)
        return `<!doctype html><html lang="en" data-to="${collector.origin}/to/${name}" data-happens="${happens || 0}">
          <head><title>Page</title><link rel="icon" href="data:,"><script src="/delivering.js"></script></head><body>Page</body></html>`;
      if (path === '/delivering.js') return { body: code, type: 'text/javascript' };
      if (path === '/antes.json') return CONFIG;
      if (path === '/shop')
        return `<!doctype html><html lang="en"><head><title>Shop</title><link rel="icon" href="data:,">${WATCH}${script(
          `data-config="/antes.json" data-consent="granted" data-endpoint="${collector.origin}/to/shop"`,
        )}</head><body><button id="b">Press</button></body></html>`;
      return path === '/elsewhere'
        ? '<!doctype html><html lang="en"><head><title>Elsewhere</title><link rel="icon" href="data:,"></head><body>Elsewhere</body></html>'
        : undefined;
    });
  });
  afterAll(async () => {
    await site.close();
    await collector.close();
  });
  let name = '';
  beforeEach(() => {
    name = `test-${++tests}`;
    bucket = collector.bucket(name);
  });

  const url = (happens = 0) => `${site.origin}/page/${name}/${happens}`;
  const happen = (page: Page, n: number) => page.evaluate((count) => (globalThis as Page_).happen(count), n);
  const distinct = () => Object.keys(bucket.events).length;
  async function reach(n: number): Promise<number> {
    for (const end = Date.now() + PATIENCE_MS; distinct() < n && Date.now() < end;) await sleep(20);
    return distinct();
  }

  it('NET-10, NET-11: are there when another page comes, and when the tab is closed', async () => {
    const page = await engine().newPage();
    await page.goto(url());
    await happen(page, 20);
    await page.goto(`${site.origin}/elsewhere`);
    // And the one of the last moment.
    expect(await reach(21)).toBe(21);
    await page.evaluate(() => localStorage.removeItem('left'));
    const beside = await page.beside(url());
    await happen(beside, 20);
    await beside.close();
    // A closed tab is left, and has a last moment, where Firefox tells its page so: not always of both, nor of one.
    const arrived = await reach(41);
    const isTold = await page.evaluate(() => localStorage.getItem('left') !== null);
    expect(isTold || engineName === 'firefox').toBe(true);
    expect(arrived).toBeGreaterThanOrEqual(isTold ? 41 : 21);
    expect(bucket.corrupted).toEqual([]);
    await page.close();
  });

  it('NET-12: are there when the page is hidden and its process never runs again', async () => {
    const page = await engine().newPage();
    await page.goto(url());
    await happen(page, 20);
    // As an app that is switched away from: hidden, and a moment later nothing of it ever runs again.
    await page.evaluate(() => {
      Object.defineProperty(document, 'hidden', { value: true, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
      setTimeout(() => {
        for (const end = performance.now() + 2_500; performance.now() < end;);
      }, 50);
    });
    expect(await reach(20)).toBe(20);
    if (engineName === 'chromium') await page.goto('chrome://crash').catch(() => undefined);
    await page.close();
    expect(bucket.corrupted).toEqual([]);
    expect(distinct()).toBeLessThanOrEqual(21);
  });

  it('LIFE-10: are all there after a storm of reloads', async () => {
    const page = await engine().newPage();
    for (let i = 0; i < RELOADS; i++) await page.goto(url(3));
    // Each of the pages before the last has seen its end.
    expect(await reach(RELOADS * 4 - 1)).toBe(RELOADS * 4 - 1);
    // Nobody has heard that they arrived, so they are sent once more, and no more than that.
    await sleep(1_500);
    expect(bucket.received).toBeLessThanOrEqual(2 * (RELOADS * 4 - 1));
    const { requests } = bucket;
    await sleep(1_500);
    expect(bucket.requests).toBe(requests);
    expect(bucket.corrupted).toEqual([]);
    await page.close();
  });

  it('are delivered by the next page where they could not be', async () => {
    const page = await engine().newPage();
    for (const fault of ['reset', '503', 'html']) {
      bucket.fault = fault;
      const before = distinct();
      await page.goto(url(10));
      await page.goto(`${site.origin}/elsewhere`);
      bucket.fault = 'ok';
      await page.goto(url());
      expect(await reach(before + 11), fault).toBe(before + 11);
      await page.goto(`${site.origin}/elsewhere`);
      await reach(before + 12);
    }
    expect(bucket.corrupted).toEqual([]);
    await page.close();
  });

  // Firefox looks for requests under way before the page hears that it is left.
  it.skipIf(engineName === 'firefox')(
    'keep no page out of the back/forward cache, not even while one is under way',
    async () => {
      const page = await engine().newPage();
      bucket.fault = 'hang';
      await page.goto(url(60));
      await expect.poll(() => bucket.requests, { timeout: PATIENCE_MS }).toBeGreaterThan(0);
      await page.evaluate((to) => void (location.href = to), `${site.origin}/elsewhere`);
      await page.waitFor(`document.title === 'Elsewhere'`);
      bucket.fault = 'ok';
      await page.back();
      await page.waitFor(`document.title === 'Page' && window.persisted !== undefined`);
      expect(await page.evaluate(() => (globalThis as Page_).persisted)).toBe(true);
      await happen(page, 1);
      expect(await reach(62)).toBe(62);
      await page.close();
    },
  );

  it('LIFE-01: Antes as a whole keeps no page out of the back/forward cache', async () => {
    const page = await engine().newPage();
    const shop = collector.bucket('shop');
    const { requests } = shop;
    await page.goto(`${site.origin}/shop`);
    await page.waitFor(`window.antes?.config?.version === 1`);
    await page.evaluate(() => {
      addEventListener('pageshow', ({ persisted }) => Object.assign(globalThis, { persisted }));
    });
    await page.click('#b');
    // What there is to tell is stored.
    await page.waitFor(`localStorage.getItem('antes.outbox') !== null`);
    await page.evaluate((to) => void (location.href = to), `${site.origin}/elsewhere`);
    await page.waitFor(`document.title === 'Elsewhere'`);
    // The visit has begun: that was told as it was left.
    await expect.poll(() => shop.requests - requests, { timeout: PATIENCE_MS }).toBeGreaterThan(0);
    await page.back();
    await page.waitFor(`document.title === 'Shop' && window.persisted !== undefined`);
    expect(await page.evaluate(() => (globalThis as Page_).persisted)).toBe(true);
    await page.close();
  });
});
