import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { createGovuk } from '../hosts/govuk/server.js';
import { describeEngines, type Page } from '../support/engines/index.js';
import { press, retype } from './support/buy.js';
import { WATCH } from './support/site.js';
import {
  closedGates,
  explainFailure,
  helps,
  ours,
  problems,
  shown,
  textOf,
  waitForHelp,
} from './support/told.js';

/** Longer than a pause needs to be for help to come. */
const LONG_PAUSE_MS = 2_200;

describeEngines('a service made of the official GOV.UK templates', (engine) => {
  let app: FastifyInstance;
  let origin: string;
  let page: Page;
  beforeAll(async () => {
    app = await createGovuk({
      head: WATCH,
      files: {
        '/test/collect-problems.js': new URL('../support/collect-problems.js', import.meta.url),
        '/test/witness.js': new URL('./support/witness.js', import.meta.url),
      },
    });
    await app.listen({ port: 0, host: '127.0.0.1' });
    origin = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    page = await engine().newPage();
    await page.goto(`${origin}/nino`);
    await ready();
  });
  afterEach(async (context) => {
    await explainFailure(page, context);
    const complaints = await page.problems();
    const antes = await problems(page);
    await page.close();
    // Firefox has something to say about the department's typeface.
    expect(complaints.filter((one) => !one.includes('downloadable font'))).toEqual([]);
    expect(antes).toEqual([]);
  });

  const ready = () =>
    page.waitFor("document.readyState === 'complete' && window.antes?.config?.triggers?.length > 0");
  /** Sends the form and waits for the page that comes back. */
  async function send(): Promise<void> {
    const before = await page.evaluate(() => performance.timeOrigin);
    await press(page, '#continue');
    await page.waitFor((old) => performance.timeOrigin !== old, { args: [before], message: 'the next page' });
    await ready();
  }
  async function answer(text: string): Promise<void> {
    await retype(page, '#nino', text);
    await send();
  }
  const isRefused = () =>
    page.evaluate(
      () => document.title.startsWith('Error: ') && !!document.querySelector('.govuk-error-message'),
    );
  const isAtField = () =>
    page.evaluate(
      () =>
        !!document
          .querySelector('#nino')
          ?.closest('.govuk-form-group')
          ?.parentElement?.querySelector('antes-inline'),
    );

  it('helps at a field that is refused for the third time, over page loads, until it is dismissed', async () => {
    for (const wrong of ['QQ', 'QQ 12']) {
      await answer(wrong);
      expect(await isRefused()).toBe(true);
    }
    expect(await closedGates(page, 'nino-refused')).toContain('when');
    expect(await helps(page)).toEqual([]);

    await answer('QQ 12 34 56');
    await waitForHelp(page, 'nino-refused');
    expect(await isAtField()).toBe(true);
    expect(await textOf(page, 'antes-inline')).toContain('two letters, six digits and one letter');

    // The page comes back once more: the help that nobody closed is there again.
    await answer('QQ 12 34 56 7');
    await page.waitFor("!!document.querySelector('antes-inline')", {
      timeout: 4_000,
      message: 'the help again',
    });
    expect(await isAtField()).toBe(true);

    await page.evaluate(() => document.querySelector('antes-inline')?.scrollIntoView({ block: 'center' }));
    await page.click('antes-inline >>> [part~=close]');
    await waitForHelp(page, 'nino-refused', 'dismissed');
    // Asked for again rather than reloaded, which would send the form once more.
    await page.goto(`${origin}/nino`);
    await ready();
    expect(await closedGates(page, 'nino-refused')).toContain('snoozed');
    expect(await ours(page)).not.toContain('antes-inline');
    expect((await helps(page)).at(-1)).toBe('nino-refused dismissed');

    await answer('QQ 12 34 56 C');
    expect(await page.evaluate(() => location.pathname)).toBe('/contact');
  });

  it('gives no help when an untouched form is sent, and helps when a form is sent again and again', async () => {
    await send();
    expect(await isRefused()).toBe(true);
    await sleep(LONG_PAUSE_MS);
    expect(await helps(page)).toEqual([]);

    await answer('QQ 12 34 56 C');
    expect(await page.evaluate(() => location.pathname)).toBe('/contact');
    await send();
    await sleep(LONG_PAUSE_MS);
    expect(await shown(page)).toEqual([]);
    await page.click('#contact');
    await send();
    await waitForHelp(page, 'form-refused');
    expect(await shown(page)).toEqual(['form-refused']);
    await page.type('#where', 'ana@example.com');
    await send();
    expect(await page.evaluate(() => location.pathname)).toBe('/done');
    await waitForHelp(page, 'form-refused', 'solved');
  });
});
