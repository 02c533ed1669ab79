import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeEngines } from '../support/engines/index.js';
import type { Site } from '../e2e/support/site.js';
import { serveBuilt } from './support/built.js';
import { AXE } from '../support/axe.js';

/** Lighthouse sees the site in the light only. */
describeEngines('the site in the dark', (engine) => {
  let site: Site;
  beforeAll(async () => void (site = await serveBuilt()));
  afterAll(() => site.close());

  it.each(['', 'api.html', 'gallery.html', 'live.html', 'live/declined.html'])(
    '/%s can be read',
    async (path) => {
      const page = await engine().newPage();
      try {
        await page.goto(`${site.origin}/live/live.css`);
        await page.evaluate(() => localStorage.setItem('vitepress-theme-appearance', 'dark'));
        await page.goto(`${site.origin}/${path}`);
        if (path.startsWith('live/')) await page.evaluate("document.documentElement.classList.add('dark')");
        await page.waitFor("document.documentElement.classList.contains('dark')");
        await page.evaluate(`${AXE};0`);
        const found = await page.evaluate(async () => {
          const { axe } = globalThis as unknown as {
            axe: {
              run(options: {
                runOnly: string[];
              }): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
            };
          };
          const { violations } = await axe.run({ runOnly: ['color-contrast'] });
          return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
        });
        expect(found).toEqual([]);
      } finally {
        await page.close();
      }
    },
  );
});
