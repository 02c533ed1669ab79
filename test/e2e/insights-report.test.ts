import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { generateMonth } from '../../demo/simulated-month/month.js';
import { insights, renderReport } from '../../src/insights.js';
import { describeEngines, type Page } from '../support/engines/index.js';
import { AXE } from '../support/axe.js';

const CONFIG = JSON.parse(readFileSync(new URL('../../demo/antes.json', import.meta.url), 'utf8'));
const FROM = Date.UTC(2026, 9, 26);
const WIDTHS = { 'a wide window': 1280, 'a phone': 390 };

describeEngines('the report of antes insights', (engine) => {
  let server: Server;
  let page: Page;
  let origin = '';
  beforeAll(async () => {
    const rows = generateMonth({ seed: 4, visits: 4_000, from: FROM });
    const found = await insights({ rows }, { config: CONFIG, now: FROM + 40 * 86_400_000 });
    const report = await renderReport(found, { title: 'Tinaja' });
    server = createServer(({ url }, response) => {
      response.setHeader('content-type', `text/${url === '/axe.js' ? 'javascript' : 'html'}; charset=utf-8`);
      // Its own policy lets no script in, and axe is one.
      const open = report.replace(/<meta\s+http-equiv="Content[^>]*>/, '<script src="/axe.js"></script>');
      response.end(url === '/axe.js' ? AXE : url === '/open' ? open : report);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    page = await engine().newPage();
  });
  afterAll(async () => {
    await page?.close();
    server?.close();
  });

  it('looks as it should under its own policy', async () => {
    await page.setViewport(1280, 900);
    await page.goto(`${origin}/`);
    await page.waitFor(`getComputedStyle(document.querySelector('.tiles')).display === 'grid'`);
    const drawings = await page.evaluate<number, []>(
      `[...document.querySelectorAll('svg')].filter((svg) => svg.getBoundingClientRect().height > 40).length`,
    );
    expect(drawings).toBe(7);
  });

  it.each(Object.entries(WIDTHS))('has nothing for axe to object to, in %s', async (_, width) => {
    await page.setViewport(width, 900);
    await page.goto(`${origin}/open`);
    await page.waitFor(`typeof axe === 'object'`);
    const seen = await page.evaluate<{ violations: string[]; sideways: number }, []>(`(async () => {
      const { violations } = await axe.run(document, { resultTypes: ['violations'] });
      return {
        violations: violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ' ' + target.flat().join(' '))),
        sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      };
    })()`);
    expect(seen).toEqual({ violations: [], sideways: 0 });
  });
});
