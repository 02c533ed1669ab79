import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { check } from '../../src/check/check.js';
import { describeEngines, type Page } from '../support/engines/index.js';
import type { Site } from '../e2e/support/site.js';
import { press, retype } from '../e2e/support/buy.js';
import { read, ROOT } from '../support/samples.js';
import { serveBuilt } from './support/built.js';

const NAMES = readdirSync(join(ROOT, 'docs/public/live'))
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.replace('.json', ''));

it.each(NAMES)('the configuration of %s has nothing that check finds, and is on the page', (name) => {
  expect(check(read(`docs/public/live/${name}.json`))).toEqual([]);
  expect(read('docs/live.md')).toContain(`<Live name="${name}"`);
});

/** How one gets stuck, as the page says it. */
const STUCK: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  'dead-press': async (page) => {
    for (let i = 0; i < 3; i++) await press(page, '#apply');
  },
  'field-refused': async (page) => {
    for (const [i, value] of ['12', '123'].entries()) {
      await retype(page, '#postcode', value);
      await press(page, 'form button');
      // Nobody corrects what they have not read yet.
      await page.waitFor(
        `window.antes.journal().records.filter(({ type }) => type === 'field-error').length > ${i}`,
      );
    }
  },
  declined: async (page) => {
    for (let i = 0; i < 2; i++) {
      await press(page, 'form button');
      await page.waitFor("document.querySelector('.error').textContent === 'Declined.'");
    }
  },
  stall: (page) => press(page, '#insurance'),
  incident: (page) => press(page, '#break'),
};

describeEngines('the live examples', (engine) => {
  let site: Site;
  let page: Page;
  beforeAll(async () => void (site = await serveBuilt()));
  afterAll(() => site.close());

  async function onPage(path: string, test: () => Promise<void>): Promise<void> {
    page = await engine().newPage();
    try {
      await page.goto(`${site.origin}${path}`);
      await test();
      expect(await page.problems()).toEqual([]);
    } finally {
      await page.close();
    }
  }

  async function getStuck(name: string): Promise<void> {
    await page.waitFor('window.antes?.config?.triggers?.length > 0');
    await STUCK[name]!(page);
    await page.waitFor("!!document.querySelector('antes-inline, antes-banner, antes-notice')", {
      timeout: 12_000,
    });
  }

  it.each(NAMES)('%s brings help, and nothing is kept of it', (name) =>
    onPage(`/live/${name}.html`, async () => {
      await getStuck(name);
      expect(await page.evaluate('Object.keys(localStorage).concat(Object.keys(sessionStorage))')).toEqual(
        [],
      );
    }),
  );

  it('can be tried again at once', () =>
    onPage('/live/incident.html', async () => {
      await getStuck('incident');
      await page.reload();
      await getStuck('incident');
    }));

  it('run in the page of the docs, and with a configuration that the reader has changed', () =>
    onPage('/live.html', async () => {
      const frame = "document.querySelector('.live iframe')";
      await page.waitFor(`!!${frame}.contentWindow?.antes?.config?.triggers?.length`);
      // What happens in the frame is told beside it.
      await page.evaluate(
        `${frame}.contentDocument.dispatchEvent(new CustomEvent('antes:help', { detail: { trigger: 'told', phase: 'shown' } }))`,
      );
      await page.waitFor("document.querySelector('.live-log').textContent.includes('told: shown')");
      await page.evaluate(() => {
        const details = document.querySelector<HTMLDetailsElement>('.live details')!;
        details.open = true;
        const area = details.querySelector('textarea')!;
        area.value = area.value.replace('button-dead', 'changed-by-me');
        area.dispatchEvent(new Event('input', { bubbles: true }));
      });
      await press(page, '.live-buttons button');
      await page.waitFor(`${frame}.contentWindow?.antes?.config?.triggers?.[0]?.id === 'changed-by-me'`);
    }));
});
