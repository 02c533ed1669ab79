/**
 * `npm run pictures`: the pictures of the README, taken in Chromium from the demo shop as it is. Needs a build.
 * Every press and key is trusted input, so a picture that cannot be taken is help that no longer works.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import puppeteer from 'puppeteer-core';
import sharp from 'sharp';
import { openDb } from '../../demo/server/db.js';
import { createShop } from '../../demo/server/shop.js';
import { findBrowsers } from './browsers.mjs';
import { CHROMIUM_ARGS } from './chromium-args.mjs';

const root = resolve(import.meta.dirname, '../..');
const folder = process.env.ANTES_PICTURES ?? join(root, 'docs/img');

const DECLINED = '4000000000000002';
const NO_FUNDS = '4000000000009995';
const ACCEPTED = '4242424242424242';
/** Help waits for a pause, the payment simulator takes its time, and the machine may be busy. */
const PATIENCE_MS = 20_000;

const wait = (ms) => new Promise((done) => setTimeout(done, ms));

/** One visitor with a window of their own. */
async function openVisitor(
  browser,
  origin,
  { width, height, lang = 'en', features = [], touch = false, scale = 1 },
) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width, height, hasTouch: touch, isMobile: touch, deviceScaleFactor: scale });
  // Not all of these are known to puppeteer.
  const session = await page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', {
    features: [{ name: 'prefers-reduced-motion', value: 'reduce' }, ...features],
  });
  page.setDefaultTimeout(PATIENCE_MS);
  const see = (selector) => page.waitForSelector(selector, { visible: true });
  const press = async (selector) => {
    const element = await see(selector);
    await (touch ? element.tap() : element.click());
  };
  const type = async (selector, text, delay = 0) => {
    await press(selector);
    await page.keyboard.type(text, { delay });
  };
  const goTo = (path) => page.goto(`${origin}${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
  return { page, see, press, type, goTo, close: () => context.close() };
}

/** From an empty basket to the card form. */
async function goToPayment({ page, see, press, type, goTo }) {
  await goTo('/products/vase-cala');
  await press('#add-to-basket');
  await see('#to-checkout');
  await goTo('/checkout/address');
  await type('#email', 'ana@example.com');
  await type('#name', 'Ana Robles');
  await page.select('#country', 'ES');
  await type('#postcode', '28013');
  await press('#address-mode');
  await type('#street', 'Calle Mayor');
  await type('#number', '12');
  await type('#city', 'Madrid');
  await press('#to-delivery');
  await press('label:has(#delivery-standard)');
  await page.waitForFunction(() => document.querySelector('#delivery-standard')?.checked === true);
  await press('#to-payment');
  await see('#card-number');
}

/** Fills the card in; what was there before goes. */
async function fillCard({ page, press, type }, number, delay = 0) {
  await press('#card-number');
  await page.keyboard.down('Control');
  await page.keyboard.press('a');
  await page.keyboard.up('Control');
  await page.keyboard.type(number, { delay });
  if (await page.$eval('#card-expiry', ({ value }) => value === '')) {
    await type('#card-expiry', '1234', delay);
    await type('#card-cvc', '123', delay);
  }
}

async function pay({ press, page }) {
  await press('#place-order');
  await page.waitForFunction(
    () => document.querySelector('#place-order')?.getAttribute('aria-busy') !== 'true',
  );
}

async function declineTwice(visitor) {
  await fillCard(visitor, DECLINED);
  await pay(visitor);
  await fillCard(visitor, NO_FUNDS);
  await pay(visitor);
  await visitor.see('antes-inline');
  // The moment it arrives is not how it looks.
  await wait(600);
}

/** Puts the help and the form above it into the window. */
const bringHelpIntoView = ({ page }) =>
  page.evaluate(() => {
    const card = document.querySelector('antes-inline, antes-notice');
    const box = card.getBoundingClientRect();
    scrollBy({ top: box.bottom - innerHeight + 40, behavior: 'instant' });
  });

async function still(browser, origin, name, options, act) {
  const visitor = await openVisitor(browser, origin, { scale: 2, ...options });
  try {
    await act(visitor);
    await wait(300);
    let shot = sharp(await visitor.page.screenshot());
    if (options.part) shot = shot.extract(options.part);
    await shot.png({ palette: true, quality: 92, effort: 9 }).toFile(join(folder, `${name}.png`));
    console.log(`${name}.png`);
  } finally {
    await visitor.close();
  }
}

/** A pointer to follow, drawn into the pictures: a screenshot has none. */
const POINTER = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="26" height="30" viewBox="0 0 26 30"><path d="M3 2v21l5.4-4.9 3.5 8 3.8-1.700-3.500-7.800h7.300z" fill="#111" stroke="#fff" stroke-width="1.800" stroke-linejoin="round"/></svg>',
);

/** For a look at each: ANTES_FRAMES names a folder. */
function keepFrames(frames) {
  const to = process.env.ANTES_FRAMES;
  if (to)
    frames.forEach(({ image }, i) => writeFileSync(join(to, `${String(i).padStart(3, '0')}.png`), image));
}

/** The short film: two declines, the pause, the help, another card, the order. */
async function film(browser, origin, { width, height }) {
  const visitor = await openVisitor(browser, origin, { width, height });
  const { page, see } = visitor;
  const frames = [];
  let pointer = { x: width * 0.62, y: height * 0.8 };
  /** One picture, shown for `ms`. */
  const take = async (ms) => {
    const shot = sharp(await page.screenshot());
    const left = Math.round(Math.min(width - 26, Math.max(0, pointer.x)));
    const top = Math.round(Math.min(height - 30, Math.max(0, pointer.y)));
    const drawn = await shot
      .composite([{ input: POINTER, left, top }])
      .png()
      .toBuffer();
    frames.push({ ms, image: drawn });
  };
  /** In steps that can be followed. */
  const scrollDown = async (by) => {
    const step = Math.ceil(by / 4);
    for (let left = by; left > 0; left -= step) {
      await page.evaluate((top) => scrollBy({ top, behavior: 'instant' }), Math.min(left, step));
      await take(70);
    }
  };
  const middle = async (selector) => {
    const element = await see(selector);
    await scrollDown((await element.boundingBox()).y - (height - 110));
    const box = await element.boundingBox();
    return { x: box.x + Math.min(box.width / 2, 180), y: box.y + box.height / 2 };
  };
  /** Moves there in a few calm steps. */
  const moveTo = async (target) => {
    const from = pointer;
    const steps = 3;
    for (let i = 1; i <= steps; i++) {
      const ease = 1 - (1 - i / steps) ** 2;
      pointer = { x: from.x + (target.x - from.x) * ease, y: from.y + (target.y - from.y) * ease };
      await page.mouse.move(pointer.x, pointer.y);
      await take(i === steps ? 200 : 70);
    }
  };
  const click = async () => page.mouse.click(pointer.x, pointer.y);
  const typeShown = async (text) => {
    const pieces = text.match(/.{1,4}/g);
    for (const piece of pieces) {
      await page.keyboard.type(piece, { delay: 15 });
      await take(90);
    }
  };
  const settle = (ready) => page.waitForFunction(ready);
  const isIdle = () => document.querySelector('#place-order')?.getAttribute('aria-busy') !== 'true';

  try {
    await goToPayment(visitor);
    await fillCard(visitor, DECLINED);
    await page.evaluate(() =>
      scrollBy({
        top: document.querySelector('#card-form').getBoundingClientRect().top - 40,
        behavior: 'instant',
      }),
    );
    await take(700);
    await moveTo(await middle('#place-order'));
    await click();
    await take(350);
    await settle(isIdle);
    await take(1000);
    // The second card, and the second no.
    await moveTo(await middle('#card-number'));
    await page.mouse.click(pointer.x, pointer.y, { count: 3 });
    await typeShown(NO_FUNDS);
    await moveTo(await middle('#place-order'));
    await click();
    await take(350);
    await settle(isIdle);
    await take(700);
    await see('antes-inline');
    await wait(400);
    await take(500);
    const help = await (await see('antes-inline')).boundingBox();
    await scrollDown(help.y + help.height + 24 - height);
    await take(2200);
    const focusAction = await page.evaluateHandle(() =>
      document.querySelector('antes-inline').shadowRoot.querySelector('.action'),
    );
    const box = await focusAction.asElement().boundingBox();
    await moveTo({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
    await click();
    await wait(500);
    await take(700);
    await page.keyboard.down('Control');
    await page.keyboard.press('a');
    await page.keyboard.up('Control');
    await typeShown(ACCEPTED);
    await moveTo(await middle('#place-order'));
    await click();
    await take(350);
    await see('#confirmation');
    await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
    await wait(700);
    await take(2400);
  } finally {
    await visitor.close();
    keepFrames(frames);
  }
  return frames;
}

async function saveFilm(frames, name) {
  await sharp(
    frames.map(({ image }) => image),
    { join: { animated: true } },
  )
    .webp({ delay: frames.map(({ ms }) => ms), loop: 0, quality: 84, effort: 6, minSize: true })
    .toFile(join(folder, name));
  const seconds = frames.reduce((sum, { ms }) => sum + ms, 0) / 1_000;
  console.log(`${name}: ${frames.length} frames, ${seconds} s`);
}

/** The column of the form: beside it a wide window is empty. */
const WIDE = { width: 1280, height: 1120, part: { left: 0, top: 240, width: 1440, height: 2000 } };
const STILLS = {
  'help-desktop': WIDE,
  'help-phone': { width: 390, height: 844, touch: true },
  'help-dark': { ...WIDE, features: [{ name: 'prefers-color-scheme', value: 'dark' }] },
  'help-spanish': { width: 390, height: 844, touch: true, lang: 'es' },
  'help-contrast': { ...WIDE, features: [{ name: 'forced-colors', value: 'active' }] },
};

if (!existsSync(join(root, 'dist/cdn/antes.js'))) {
  console.error('Nothing is built yet: npm run build');
  process.exit(1);
}
mkdirSync(folder, { recursive: true });
const db = await openDb(':memory:');
const shop = await createShop({ db });
const origin = await shop.listen({ port: 0, host: '127.0.0.1' });
const browser = await puppeteer.launch({ executablePath: findBrowsers().chromium, args: CHROMIUM_ARGS });
const asked = process.argv.slice(2);
const wanted = (name) => asked.length === 0 || asked.includes(name);
const declined = async (visitor) => {
  await goToPayment(visitor);
  await declineTwice(visitor);
  await bringHelpIntoView(visitor);
};
try {
  for (const [name, options] of Object.entries(STILLS)) {
    if (wanted(name)) await still(browser, origin, name, options, declined);
  }
  if (wanted('help')) await saveFilm(await film(browser, origin, { width: 760, height: 860 }), 'help.webp');
} finally {
  await browser.close();
  await shop.close();
  db.close();
}
