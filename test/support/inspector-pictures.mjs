/**
 * `npm run pictures:inspector`: the pictures of docs/inspector.md, taken in Chromium from the demo shop with
 * the inspector on it. Needs a build.
 */
import { join, resolve } from 'node:path';
import puppeteer from 'puppeteer-core';
import sharp from 'sharp';
import { openDb } from '../../demo/server/db.js';
import { createShop } from '../../demo/server/shop.js';
import { findBrowsers } from './browsers.mjs';
import { CHROMIUM_ARGS } from './chromium-args.mjs';

const folder = process.env.ANTES_PICTURES ?? resolve(import.meta.dirname, '../../docs/img');
const ADDRESS = {
  email: 'ana@example.com',
  name: 'Ana Ruiz',
  phone: '',
  country: 'ES',
  postcode: '28013',
  street: 'Calle Mayor',
  number: '7',
  extra: '',
  city: 'Madrid',
};

const db = await openDb(':memory:');
const shop = await createShop({ db });
const origin = await shop.listen({ port: 0, host: '127.0.0.1' });
const browser = await puppeteer.launch({ executablePath: findBrowsers().chromium, args: CHROMIUM_ARGS });

/** On the delivery step, where the button is dead and has been pressed. */
async function stuck({ width, height, scheme = 'light' }) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width, height, deviceScaleFactor: 2 });
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: scheme },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
  await page.goto(`${origin}/status/summary.json`);
  await page.evaluate(async (address) => {
    const send = (method, path, body, type) =>
      fetch(path, { method, body, headers: { 'content-type': type } });
    await send('POST', '/cart/items', 'product=mug-alba&quantity=1', 'application/x-www-form-urlencoded');
    await send('PUT', '/api/checkout/address', JSON.stringify(address), 'application/json');
  }, ADDRESS);
  await page.goto(`${origin}/checkout/delivery?lang=en&fault=dead-button`);
  await page.waitForSelector('#delivery-standard');
  await page.evaluate(() => window.antes.inspect());
  const fold = (folded) =>
    page.evaluate((is) => void (document.querySelector('antes-inspector').folded = is), folded);
  // It would lie over what is pressed.
  await fold(true);
  await page.click('label:has(#delivery-standard)');
  // What scrolls after a press would be its answer.
  await page.evaluate(() => document.querySelector('#to-payment').scrollIntoView({ behavior: 'instant' }));
  await new Promise((done) => setTimeout(done, 200));
  await page.click('#to-payment');
  await fold(false);
  await page.waitForFunction(() =>
    document
      .querySelector('antes-inspector')
      ?.shadowRoot?.querySelector('antes-inspector-timeline')
      ?.shadowRoot?.textContent?.includes('dead-click'),
  );
  const tab = (id) =>
    page.evaluate((name) => {
      document.querySelector('antes-inspector').shadowRoot.querySelector(`#tab-${name}`).click();
    }, id);
  async function shoot(name) {
    await new Promise((done) => setTimeout(done, 400));
    await sharp(await page.screenshot())
      .png({ palette: true, quality: 92, effort: 9 })
      .toFile(join(folder, `${name}.png`));
    console.log(`${name}.png`);
    await context.close();
  }
  return { page, tab, shoot };
}

try {
  const desktop = await stuck({ width: 1100, height: 820 });
  await desktop.shoot('inspector');

  const phone = await stuck({ width: 390, height: 844 });
  await phone.tab('triggers');
  await phone.shoot('inspector-phone');

  const dark = await stuck({ width: 1100, height: 760, scheme: 'dark' });
  await dark.tab('config');
  await dark.page.waitForSelector('>>> .cm-content');
  await dark.page.evaluate(() => {
    const view = document.querySelector('antes-inspector').shadowRoot.querySelector('antes-inspector-config');
    view.shadowRoot.querySelector('.cm-content').focus();
  });
  await dark.page.keyboard.down('Control');
  await dark.page.keyboard.press('Home');
  await dark.page.keyboard.up('Control');
  for (let line = 0; line < 2; line++) await dark.page.keyboard.press('ArrowDown');
  await dark.page.keyboard.press('End');
  await dark.page.keyboard.press('Backspace');
  await dark.page.keyboard.press('Backspace');
  await dark.page.keyboard.type('xx", ');
  await dark.page.waitForSelector('>>> .cm-lint-marker');
  await dark.shoot('inspector-dark');
} finally {
  await browser.close();
  await shop.close();
  db.close();
}
