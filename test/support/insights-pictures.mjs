/** `npm run pictures:insights`: the pictures of docs/insights.md, of the report of the simulated month. Needs a build. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';
import sharp from 'sharp';
import { generateMonth } from '../../demo/simulated-month/month.js';
import { findBrowsers } from './browsers.mjs';
import { CHROMIUM_ARGS } from './chromium-args.mjs';

const root = resolve(import.meta.dirname, '../..');
const { insights, renderReport } = await import(pathToFileURL(join(root, 'dist/insights.js')).href);
const config = JSON.parse(readFileSync(join(root, 'demo/antes.json'), 'utf8'));
const from = Date.UTC(2026, 9, 26);
const rows = generateMonth({ seed: 20_261_126, visits: 40_000, from });
const found = await insights({ rows }, { config, now: from + 31 * 86_400_000 });
const folder = mkdtempSync(join(tmpdir(), 'antes-pictures-'));
const file = join(folder, 'report.html');
writeFileSync(file, await renderReport(found, { title: 'Tinaja' }));

const STILLS = {
  insights: { width: 1160, height: 1000, scheme: 'light' },
  'insights-dark': { width: 1160, height: 1000, scheme: 'dark' },
  'insights-steps': { width: 1160, height: 900, scheme: 'light', at: '#steps' },
};

const browser = await puppeteer.launch({ executablePath: findBrowsers().chromium, args: CHROMIUM_ARGS });
try {
  for (const [name, { width, height, scheme, at }] of Object.entries(STILLS)) {
    const page = await browser.newPage();
    await page.setViewport({ width, height, deviceScaleFactor: 2 });
    await page.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value: scheme },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ]);
    await page.goto(`${pathToFileURL(file).href}${at ?? ''}`);
    const shot = sharp(await page.screenshot());
    await shot.png({ palette: true, quality: 90, effort: 9 }).toFile(join(root, `docs/img/${name}.png`));
    await page.close();
    console.log(`${name}.png`);
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
