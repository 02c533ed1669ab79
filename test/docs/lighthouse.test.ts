import lighthouse, { type Flags } from 'lighthouse';
import puppeteer, { type Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Shop, startShop } from '../e2e/support/shop.js';
import type { Site } from '../e2e/support/site.js';
import { findBrowsers } from '../support/browsers.mjs';
import { CHROMIUM_ARGS } from '../support/chromium-args.mjs';
import { serveBuilt } from './support/built.js';

/** The docs and the shop as Lighthouse sees them, on a phone and on a desk. */
const CATEGORIES = ['accessibility', 'best-practices'] as const;
const FLAGS: Flags = {
  onlyCategories: [...CATEGORIES],
  logLevel: 'error',
  // Nothing is timed here, and the basket must stay.
  throttlingMethod: 'provided',
  disableStorageReset: true,
  disableFullPageScreenshot: true,
  maxWaitForLoad: 15_000,
  pauseAfterFcpMs: 0,
  pauseAfterLoadMs: 0,
  networkQuietThresholdMs: 500,
  cpuQuietThresholdMs: 0,
};
const DESK: Flags = {
  formFactor: 'desktop',
  screenEmulation: { mobile: false, width: 1280, height: 900, deviceScaleFactor: 1, disabled: false },
};
const PHONE: Flags = { formFactor: 'mobile' };

let browser: Browser;
beforeAll(async () => {
  browser = await puppeteer.launch({ executablePath: findBrowsers().chromium!, args: CHROMIUM_ARGS });
});
afterAll(() => browser.close());

/** What keeps a page from 100, by the name of its check. */
async function shortcomings(url: string, form: Flags): Promise<string[]> {
  const page = await browser.newPage();
  try {
    const result = await lighthouse(url, { ...FLAGS, ...form }, undefined, page as never);
    const { categories, audits, runtimeError } = result!.lhr;
    if (runtimeError) return [`${runtimeError.code}: ${runtimeError.message}`];
    return CATEGORIES.flatMap((name) => {
      const { score, auditRefs } = categories[name]!;
      if (score === 1) return [];
      const failed = auditRefs.map(({ id }) => audits[id]!).filter((audit) => audit.score === 0);
      return [
        `${name} ${score}`,
        ...failed.map(({ id, details }) => {
          const items = (details as { items?: { node?: { snippet: string } }[] } | undefined)?.items ?? [];
          return `${id}: ${items.map((item) => item.node?.snippet ?? JSON.stringify(item)).join(' ')}`;
        }),
      ];
    });
  } finally {
    await page.close();
  }
}

describe('the docs', () => {
  let site: Site;
  beforeAll(async () => void (site = await serveBuilt()));
  afterAll(() => site.close());

  it.each([
    ['index', PHONE],
    ['get-started', DESK],
    ['triggers-reference', PHONE],
    ['live', PHONE],
    ['gallery', PHONE],
    ['es/triggers', DESK],
  ] as const)('%s has nothing to be said against it', async (path, form) => {
    expect(await shortcomings(`${site.origin}/${path}.html`, form)).toEqual([]);
  });
});

describe('the shop', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await startShop({ scripts: [] });
    const page = await browser.newPage();
    await page.goto(`${shop.origin}/products/mug-alba`);
    await page.evaluate(() =>
      fetch('/cart/items', {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: 'product=mug-alba&quantity=1',
      }).then(({ ok }) => ok),
    );
    await page.close();
  });
  afterAll(() => shop.close());

  it.each([
    ['/', PHONE],
    ['/products/mug-alba', DESK],
    ['/cart', PHONE],
    ['/checkout/address', DESK],
  ] as const)('%s has nothing to be said against it', async (path, form) => {
    expect(await shortcomings(`${shop.origin}${path}`, form)).toEqual([]);
  });
});
