import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { Antes, Config } from '../../src/index.js';
import { describeEngines, type Page } from '../support/engines/index.js';
import { serve, type Site, WATCH } from './support/site.js';
import { explainFailure, ours, problems, waitForHelp } from './support/told.js';

const CONFIG: Config = {
  version: 1,
  content: { hello: { title: 'Hello', body: 'It is **here**.', actions: [{ label: 'Do it', call: 'do' }] } },
  policy: { gap: '1ms', limits: [{ times: 9, per: 'session' }] },
  triggers: [
    {
      id: 'inline',
      when: { event: 'inline' },
      timing: { at: 'now' },
      show: { content: 'hello', as: 'inline', anchor: 'here', orElse: 'nothing' },
    },
    {
      id: 'notice',
      when: { event: 'notice' },
      timing: { at: 'now' },
      show: { content: 'hello', as: 'notice' },
    },
  ],
};

/** In XML an element without a namespace is none of HTML's: no button, no slot, nothing that is drawn. */
const PAGE = `<?xml version="1.0" encoding="utf-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>Host</title>
<link rel="icon" href="data:,"/>${WATCH}
<script async="async" src="/antes/antes.js" data-config="/antes.json"></script></head>
<body><h1>Host</h1><p data-antes-anchor="here">Here</p></body></html>`;

describeEngines('a page that is XHTML', (engine) => {
  let site: Site;
  let page: Page;
  beforeAll(async () => {
    site = await serve((path) =>
      path === '/'
        ? { body: PAGE, type: 'application/xhtml+xml' }
        : path === '/antes.json'
          ? JSON.stringify(CONFIG)
          : undefined,
    );
    page = await engine().newPage();
  });
  afterAll(async () => {
    await page.close();
    await site.close();
  });
  afterEach((context) => explainFailure(page, context));

  for (const as of ['inline', 'notice'] as const)
    it(`shows help that can be used: ${as}`, async () => {
      await page.goto(`${site.origin}/`);
      await page.waitFor('window.antes?.config?.triggers?.length > 0');
      await page.evaluate(
        (event) => (globalThis as typeof globalThis & { antes: Antes }).antes.emit(event),
        as,
      );
      await waitForHelp(page, as);
      expect(await ours(page)).toContain(`antes-${as}`);
      const { least, spaces } = await page.evaluate((name) => {
        const card = document.querySelector(`antes-${name}`)!;
        const { width, height } = card.getBoundingClientRect();
        const inside = [...card.shadowRoot!.querySelectorAll('*')];
        return {
          least: Math.min(width, height),
          spaces: [...new Set(inside.map(({ namespaceURI }) => namespaceURI))],
        };
      }, as);
      expect(least).toBeGreaterThan(50);
      expect(spaces).toEqual(['http://www.w3.org/1999/xhtml', 'http://www.w3.org/2000/svg']);
      const [x, y] = await page.evaluate((name) => {
        const { shadowRoot } = document.querySelector(`antes-${name}`)!;
        const box = shadowRoot!.querySelector('[part=close]')!.getBoundingClientRect();
        return [box.x + box.width / 2, box.y + box.height / 2] as const;
      }, as);
      await page.clickAt(x, y);
      await waitForHelp(page, as, 'dismissed');
      expect(await problems(page)).toEqual([]);
      expect(await page.problems()).toEqual([]);
    });
});
