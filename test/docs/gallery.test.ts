import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeEngines, type Page } from '../support/engines/index.js';
import type { Site } from '../e2e/support/site.js';
import { read, ROOT } from '../support/samples.js';
import { serveBuilt } from './support/built.js';

const kept = readdirSync(join(ROOT, 'test/e2e/visual/baselines')).map((file) => file.replace('.webp', ''));

it('the page of pictures has every widget that a picture is kept of', () => {
  const shown = [...read('docs/gallery.md').matchAll(/<Look name="([\w-]+)"/g)].map(([, name]) => name);
  expect(new Set(shown)).toEqual(new Set(kept.map((name) => name.replace(/-\w+-\w+-\d+$/, ''))));
});

describeEngines('every widget in pictures', (engine) => {
  let site: Site;
  let page: Page;
  beforeAll(async () => {
    site = await serveBuilt();
    page = await engine().newPage();
    await page.setViewport(390, 844);
    await page.goto(`${site.origin}/gallery.html`);
    await page.waitFor("document.querySelectorAll('.look img').length > 0");
  });
  afterAll(async () => {
    await page.close();
    await site.close();
  });

  const pictures = () =>
    page.evaluate(() =>
      [...document.querySelectorAll<HTMLImageElement>('.look img')].map(({ src, alt }) => ({
        name: src.replace(/^.*\/([\w-]+)\.[\w-]+\.webp$/, '$1'),
        alt,
      })),
    );
  /** By keyboard, as with any radio buttons. */
  async function choose(group: number, key: string): Promise<void> {
    await page.evaluate(
      `document.querySelectorAll('.looks fieldset')[${group}].querySelector(':checked').focus()`,
    );
    await page.press(key);
  }

  it('is light, in English and on a phone at first, and every picture is there', async () => {
    const names = (await pictures()).map(({ name }) => name);
    expect(names).toEqual(names.map((name) => name.replace(/-\w+-\w+-\d+$/, '-light-en-390')));
    expect(names.length).toBeGreaterThan(5);
    await page.evaluate("document.querySelectorAll('.look img').forEach((one) => one.loading = 'eager')");
    await page.waitFor(
      "[...document.querySelectorAll('.look img')].every((one) => one.complete && one.naturalWidth === 390)",
    );
  });

  it('shows other colours, languages and widths, and says so', async () => {
    await choose(0, 'ArrowRight');
    await choose(1, 'ArrowLeft');
    await choose(2, 'ArrowRight');
    await page.waitFor("document.querySelector('.look.wide img')?.src.includes('-dark-ar-1280')");
    for (const { name, alt } of await pictures()) {
      expect(name).toMatch(/-dark-ar-1280$/);
      expect(alt).toMatch(/\. In dark colours, in Arabic, from right to left, on a desktop\.$/);
    }
    expect(
      await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
    ).toBe(0);
  });
});
