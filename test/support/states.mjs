/**
 * `npm run pictures:states [view…]`: every view of /stories in several looks, for a look at each. Needs a build.
 * ANTES_PICTURES names the folder; .cache/states by default.
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import puppeteer from 'puppeteer-core';
import { openDb } from '../../demo/server/db.js';
import { createShop } from '../../demo/server/shop.js';
import { findBrowsers } from './browsers.mjs';
import { CHROMIUM_ARGS } from './chromium-args.mjs';

const folder = process.env.ANTES_PICTURES ?? resolve(import.meta.dirname, '../../.cache/states');
mkdirSync(folder, { recursive: true });

const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 360, height: 740, hasTouch: true, isMobile: true };
const LOOKS = {
  desktop: { query: 'scheme=light', viewport: DESKTOP },
  dark: { query: 'scheme=dark', viewport: DESKTOP },
  forced: {
    query: 'scheme=light',
    viewport: DESKTOP,
    features: [{ name: 'forced-colors', value: 'active' }],
  },
  spanish: { query: 'scheme=light&lang=es', viewport: PHONE },
  arabic: { query: 'scheme=light&lang=ar', viewport: PHONE },
  narrow: { query: 'scheme=light&lang=de', viewport: { width: 320, height: 640 } },
};

/** These live in the window, not in the page. */
const WINDOW = /^(?:hint|panel|contact|notice|badge|quiet)/;

const shop = await createShop({ db: await openDb(':memory:') });
const origin = await shop.listen({ host: '127.0.0.1', port: 0 });
const browser = await puppeteer.launch({ executablePath: findBrowsers().chromium, args: CHROMIUM_ARGS });
try {
  const page = await browser.newPage();
  const session = await page.createCDPSession();
  await page.goto(`${origin}/stories/`, { waitUntil: 'networkidle0' });
  const all = await page.$$eval('nav[aria-label=view] a', (links) =>
    links.map(({ textContent }) => textContent),
  );
  const asked = process.argv.slice(2);
  for (const view of asked.length > 0 ? asked : all) {
    for (const [name, { query, viewport, features = [] }] of Object.entries(LOOKS)) {
      await page.setViewport(viewport);
      await session.send('Emulation.setEmulatedMedia', {
        features: [{ name: 'prefers-reduced-motion', value: 'reduce' }, ...features],
      });
      await page.goto(`${origin}/stories/?view=${view}&${query}`, { waitUntil: 'networkidle0' });
      await page.waitForFunction(() => document.documentElement.dataset.ready !== undefined);
      await page.screenshot({ path: join(folder, `${view}-${name}.png`), fullPage: !WINDOW.test(view) });
    }
    console.log(view);
  }
} finally {
  await browser.close();
  await shop.close();
}
