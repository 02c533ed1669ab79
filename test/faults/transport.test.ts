import { build } from 'esbuild';
import { afterAll, beforeAll, expect } from 'vitest';
import { serve, type Site } from '../e2e/support/site.js';
import { startCollector } from '../support/collector-server.mjs';
import type { Page } from '../support/engines/index.js';
import { describeFaults } from './support/describe-faults.js';
import type { WithAntes } from './support/survive.js';

type Delivering = typeof globalThis & { happen(n: number): void };

/** What a service worker does with reports, until it is told to leave them alone. */
const WORKERS: Readonly<Record<string, string>> = {
  'answers from a cache': `event.respondWith(caches.open('shell').then(async (cache) => {
    await cache.put('/shell', new Response('<!doctype html><title>App</title>', { headers: { 'content-type': 'text/html' } }));
    return cache.match('/shell');
  }))`,
  throws: `event.respondWith(Promise.reject(new Error('expected')))`,
  // Thirty seconds of a report's: time goes ten times as fast.
  delays: `event.respondWith(new Promise((done) => setTimeout(() => done(fetch(event.request)), 3_000)))`,
};
const worker = (what: string) => `let bad = true;
addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('message', () => { bad = false; });
addEventListener('fetch', (event) => { if (bad && event.request.method === 'POST') { ${WORKERS[what]} } });`;

describeFaults('transport', ({ fault, survives }) => {
  let collector: Awaited<ReturnType<typeof startCollector>>;
  let site: Site;
  let tests = 0;
  beforeAll(async () => {
    collector = await startCollector();
    const { outputFiles } = await build({
      entryPoints: [new URL('../e2e/support/delivering.ts', import.meta.url).pathname],
      bundle: true,
      format: 'iife',
      write: false,
    });
    const code = outputFiles[0]!.text;
    site = await serve((path) => {
      const [, name] = /^\/page\/([^/]+)$/.exec(path) ?? [];
      if (name)
        return `<!doctype html><html lang="en" data-to="${collector.origin}/to/${name}"><head><title>Page</title><link rel="icon" href="data:,"><script src="/delivering.js"></script></head><body>Page</body></html>`;
      if (path === '/delivering.js') return { body: code, type: 'text/javascript' };
      const [, what] = /^\/worker\/(.*)\.js$/.exec(decodeURI(path)) ?? [];
      return what === undefined
        ? undefined
        : { body: worker(what), type: 'text/javascript', headers: { 'service-worker-allowed': '/' } };
    });
  });
  afterAll(async () => {
    await site.close();
    await collector.close();
  });
  async function open(page: Page) {
    const name = `faults-${++tests}`;
    await page.goto(`${site.origin}/page/${name}`);
    return collector.bucket(name);
  }
  const happen = (page: Page, n: number) =>
    page.evaluate((count) => (globalThis as Delivering).happen(count), n);
  /** But for what tells how many were given up: of a slow machine, some that are there all the same. */
  const distinct = ({ events }: { events: Record<string, string> }) =>
    Object.values(events).filter((text) => !text.includes('"type":"dropped"')).length;

  for (const what of Object.keys(WORKERS))
    fault(
      'NET-16',
      `a service worker that ${what}: it is not taken for the receiver, and all arrive once it is out of the way`,
      async (page) => {
        const bucket = await open(page);
        await page.evaluate(
          async (script) => {
            await navigator.serviceWorker.register(script, { scope: '/' });
            await new Promise<void>((done) => {
              if (navigator.serviceWorker.controller) done();
              else navigator.serviceWorker.addEventListener('controllerchange', () => done(), { once: true });
            });
          },
          `/worker/${encodeURI(what)}.js`,
        );
        try {
          await happen(page, 50);
          // Long enough for the first request to fail, whichever way it does.
          await page.evaluate(() => new Promise((done) => setTimeout(done, 400)));
          expect(distinct(bucket)).toBe(0);
          expect(await page.evaluate(() => performance.getEntriesByType('resource').length)).toBeGreaterThan(
            0,
          );
          await page.evaluate(() => navigator.serviceWorker.controller!.postMessage('good', []));
          await expect.poll(() => distinct(bucket), { timeout: 6_000 }).toBe(50);
          expect(bucket.corrupted).toEqual([]);
        } finally {
          await page.evaluate(async () => {
            for (const one of await navigator.serviceWorker.getRegistrations()) await one.unregister();
            for (const key of await caches.keys()) await caches.delete(key);
            localStorage.clear();
          });
        }
      },
    );

  fault(
    'NET-09',
    'answers that may not be read: the browser says so in its console, three lines an attempt at most, and we say nothing',
    async (page) => {
      const bucket = await open(page);
      bucket.fault = 'cors';
      const before = (await page.problems()).length;
      await happen(page, 50);
      await expect.poll(() => bucket.requests, { timeout: 6_000 }).toBe(3);
      const { requests, preflights } = bucket;
      const lines = (await page.problems()).slice(before);
      expect(lines.length).toBeLessThanOrEqual(3 * requests);
      expect(lines.filter((line) => /antes/i.test(line.replaceAll(collector.origin, '')))).toEqual([]);
      expect(preflights).toBe(0);
      bucket.fault = 'ok';
      await expect.poll(() => distinct(bucket), { timeout: 6_000 }).toBe(50);
      await page.evaluate(() => localStorage.clear());
    },
  );

  survives(
    'NET-21',
    'somebody who saves data: the widgets are not fetched before help is shown',
    {
      inject: () => {
        Object.defineProperty(navigator, 'connection', { value: { saveData: true }, configurable: true });
      },
      config: (config) => ({
        ...config,
        triggers: [
          ...config.triggers,
          // It only waits for a pause: that is when others would fetch them.
          {
            id: 'waits',
            when: { event: 'soon' },
            timing: { delay: '30s' },
            show: { content: 'dead', as: 'notice' },
          },
        ],
      }),
    },
    {
      help: 'none',
      async then(page, { asked }) {
        await page.waitFor(() => !!(globalThis as WithAntes).antes?.config?.triggers?.length);
        await page.evaluate(() => (globalThis as WithAntes).antes!.emit('soon'));
        await page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
        expect(asked.filter((path) => path.includes('antes.ui'))).toEqual([]);
        await page.click('#needed');
        await page.waitFor(() => !!document.querySelector('antes-inline'));
        expect(asked.some((path) => path.includes('antes.ui'))).toBe(true);
      },
    },
  );
});
