import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { type Browser, type CDPSession, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowsers } from '../../support/browsers.mjs';
import { CHROMIUM_ARGS } from '../../support/chromium-args.mjs';
import { startShop, type Shop } from '../support/shop.js';
import {
  BASELINES,
  compare,
  isSame,
  pictureOf,
  readBaseline,
  writeBaseline,
  writeDifference,
} from './pictures.js';

/**
 * `npm test -- visual`: every widget as it was, in Chromium. Where it should look otherwise now, look at the pictures in
 * `.cache/visual`, and `npm run pictures:visual` keeps the new ones.
 */
const KEEPS = process.env['ANTES_VISUAL'] === 'keep';

const VIEWS = [
  'inline',
  'notice',
  'hint',
  'guide',
  'feedback',
  'badge',
  'status',
  'banner',
  'panel',
  'contact-review',
];
const COLOURS = {
  light: { query: 'scheme=light', forced: 'none' },
  dark: { query: 'scheme=dark', forced: 'none' },
  forced: { query: 'scheme=light', forced: 'active' },
} as const;
const LANGUAGES = ['en', 'es', 'ar'];
const WIDTHS = [390, 1280];
const HEIGHT = 844;
/** A Monday; some of what is shown says when. */
const NOW = Date.UTC(2026, 10, 23, 9);

const looks = VIEWS.flatMap((view) =>
  (Object.keys(COLOURS) as (keyof typeof COLOURS)[]).flatMap((colours) =>
    LANGUAGES.flatMap((lang) =>
      WIDTHS.map((width) => ({ name: `${view}-${colours}-${lang}-${width}`, view, colours, lang, width })),
    ),
  ),
);

describe('as it was (chromium)', () => {
  let shop: Shop;
  let browser: Browser;
  let page: Page;
  let session: CDPSession;
  beforeAll(async () => {
    shop = await startShop();
    browser = await puppeteer.launch({
      executablePath: findBrowsers().chromium!,
      args: [...CHROMIUM_ARGS, '--font-render-hinting=none', '--disable-lcd-text'],
    });
    page = await browser.newPage();
    session = await page.createCDPSession();
    await page.emulateTimezone('Europe/Madrid');
    await page.evaluateOnNewDocument((now) => {
      // Time stands still for what is written; what waits still waits.
      Date.now = () => now;
      // The way to other views is no part of them, and takes half of a phone.
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('nav[aria-label], h1 { display: none }');
      document.adoptedStyleSheets.push(sheet);
    }, NOW);
  });
  afterAll(async () => {
    await browser?.close();
    await shop?.close();
  });

  it.each(looks)('$name', async ({ name, view, colours, lang, width }) => {
    const { query, forced } = COLOURS[colours];
    await page.setViewport({ width, height: HEIGHT });
    await session.send('Emulation.setEmulatedMedia', {
      features: [
        { name: 'prefers-reduced-motion', value: 'reduce' },
        { name: 'forced-colors', value: forced },
      ],
    });
    const only = view === 'banner' ? '&only=1' : '';
    await page.goto(`${shop.origin}/stories/?view=${view}${only}&lang=${lang}&${query}`, {
      waitUntil: 'load',
    });
    await page.waitForFunction(() => document.documentElement.dataset['ready'] !== undefined);
    await page.evaluate(async () => {
      await document.fonts.ready;
      // What is drawn now is on the screen after two frames.
      for (let i = 0; i < 2; i++) await new Promise((done) => requestAnimationFrame(done));
    });
    const now = await pictureOf(await page.screenshot());
    const before = existsSync(join(BASELINES, `${name}.webp`)) ? await readBaseline(name) : undefined;
    const difference = before && compare(before, now);
    if (difference && isSame(difference)) return;
    if (KEEPS) return writeBaseline(name, now);
    if (!before || !difference)
      throw new Error(`There is no picture of ${name} yet: npm run pictures:visual`);
    const file = await writeDifference(name, before, now, difference.marks);
    const share = (difference.share * 100).toFixed(2);
    throw new Error(`${name}: ${share} % of it is not as it was; look at ${file}`);
  });

  it('there is no picture of what is not looked at', () => {
    const kept = readdirSync(BASELINES).map((file) => file.replace('.webp', ''));
    expect(kept.filter((name) => !looks.some((look) => look.name === name))).toEqual([]);
  });
});

describe('what is taken for a difference', () => {
  const picture = (paint: (x: number, y: number) => number) => {
    const [width, height] = [200, 100];
    const data = Buffer.alloc(width * height * 3);
    for (let i = 0; i < width * height; i++)
      data.fill(paint(i % width, Math.floor(i / width)), i * 3, i * 3 + 3);
    return { width, height, data };
  };
  const white = picture(() => 255);

  it.each([
    ['nothing', white, true],
    ['a shade that nobody sees', picture(() => 240), true],
    ['a dot', picture((x, y) => (x < 4 && y < 4 ? 0 : 255)), true],
    ['a word', picture((x, y) => (x < 20 && y < 6 && (x + y) % 2 === 0 ? 0 : 255)), false],
    ['a colour', picture(() => 200), false],
    ['another size', { ...white, width: 100, height: 200 }, false],
  ])('%s', (_what, now, same) => {
    expect(isSame(compare(white, now))).toBe(same);
  });
});
