import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Antes, Config } from '../../src/index.js';
import { describeEngines, type Page } from '../support/engines/index.js';
import { poll } from '../support/engines/polling.js';
import { script, serve, type Site, WATCH } from './support/site.js';
import { explainFailure, ours, problems, shown, waitForHelp } from './support/told.js';

type Page_ = typeof globalThis & { antes: Antes };

const now = { at: 'now' } as const;
const CONFIG: Config = {
  version: 1,
  journeys: {
    buy: {
      steps: [
        { id: 'one', url: '/one' },
        { id: 'two', url: '/two' },
      ],
      done: { event: 'bought' },
    },
  },
  content: { hello: { title: 'Hello' } },
  policy: { gap: '1m', limits: [{ times: 9, per: 'session' }], snooze: ['1d'] },
  triggers: [
    // One a session, in whichever tab.
    {
      id: 'once',
      priority: 'blocker',
      when: { event: 'needed' },
      timing: now,
      show: { content: 'hello', as: 'notice' },
      limits: [{ times: 1, per: 'session' }],
    },
    // Counts over the pages of the journey.
    {
      id: 'third',
      priority: 'blocker',
      when: { event: 'failed', min: 3 },
      timing: now,
      show: { content: 'hello', as: 'notice' },
    },
    { id: 'gapped', when: { event: 'wished' }, timing: now, show: { content: 'hello', as: 'notice' } },
    {
      id: 'forever',
      priority: 'blocker',
      when: { event: 'long' },
      timing: now,
      show: { content: 'hello', as: 'notice' },
      limits: [{ times: 1, per: '7d' }],
    },
  ],
};
const html = (path: string) => `<!doctype html><html lang="en"><head><title>Host</title>
<link rel="icon" href="data:,">${WATCH}${script('data-config="/antes.json"')}</head><body>
<h1>${path}</h1><p><a id="on" href="/two">On</a> <a id="copy" href="${path}" target="_blank" rel="opener">Copy</a>
<a id="next" href="/two" target="_blank" rel="opener">New tab</a></p></body></html>`;

const emit = (page: Page, event: string) =>
  page.evaluate((name) => (globalThis as Page_).antes.emit(name), event);
const ready = (page: Page) =>
  page.waitFor(`window.antes?.config?.triggers?.length > 0 && antes.journal().records.length > 0`);
const visiting = (page: Page) => page.evaluate(() => (globalThis as Page_).antes.journal().visiting);
/** Runs in the page: whether this gate keeps that help back. */
const closed = (trigger: string, gate: string) =>
  (globalThis as Page_).antes.why(trigger)[0]!.gates.some((one) => one.gate === gate && !one.pass);
const stored = (page: Page) =>
  page.evaluate(() =>
    [localStorage, sessionStorage].flatMap((one) =>
      Object.keys(one).filter((key) => key.startsWith('antes')),
    ),
  );

describeEngines('state that survives', (engine, engineName) => {
  let site: Site;
  let page: Page;
  beforeAll(async () => {
    site = await serve((path) =>
      ['/one', '/two', '/away'].includes(path)
        ? html(path)
        : path === '/bare'
          ? '<!doctype html><title>Bare</title>'
          : path === '/antes.json'
            ? JSON.stringify(CONFIG)
            : undefined,
    );
  });
  afterAll(() => site.close());
  beforeEach(async () => {
    page = await engine().newPage();
    await page.goto(`${site.origin}/one`);
    await ready(page);
  });
  afterEach(async (context) => {
    await explainFailure(page, context);
    await page.close();
  });

  /** On to the second page, which knows something that the first one did not, and back by the browser's button. */
  async function onAndBack(event: string): Promise<void> {
    await page.click('#on');
    await page.waitFor(`location.pathname === '/two'`);
    await ready(page);
    await emit(page, event);
    if (event === 'needed') await waitForHelp(page, 'once');
    await page.back();
    await page.waitFor(`location.pathname === '/one'`);
    await ready(page);
  }

  it('counts of the journey go on over reloads and pages', async () => {
    await emit(page, 'failed');
    await page.reload();
    await ready(page);
    await emit(page, 'failed');
    await page.click('#on');
    await page.waitFor(`location.pathname === '/two'`);
    await ready(page);
    expect(await shown(page)).toEqual([]);
    await emit(page, 'failed');
    await waitForHelp(page, 'third');
    expect(await page.problems()).toEqual([]);
  });

  // In Firefox a page out of the back-forward cache does not see what later pages wrote into sessionStorage.
  it.skipIf(engineName === 'firefox')('they go on in a page out of the back-forward cache', async () => {
    await emit(page, 'failed');
    await onAndBack('failed');
    // With or without the cache: what page two knew is known, and it counts as come back to.
    await page.waitFor(() => {
      const [first] = (globalThis as Page_).antes.journal().records;
      return first?.type === 'view' && first.how === 'load' && first.history === true;
    });
    expect(await shown(page)).toEqual([]);
    await emit(page, 'failed');
    await waitForHelp(page, 'third');
    expect(await page.problems()).toEqual([]);
  });

  it.runIf(engineName === 'firefox')('but it knows what was shown meanwhile', async () => {
    await onAndBack('needed');
    await emit(page, 'needed');
    await page.waitFor(closed, { args: ['once', 'limits'] });
    expect(await ours(page)).toEqual([]);
  });

  it('is one visit in several tabs: one visitor, and what was shown in one counts in the others', async () => {
    const tab = await page.beside(`${site.origin}/two`);
    await ready(tab);
    expect(await visiting(tab)).toEqual(await visiting(page));
    await emit(tab, 'needed');
    await waitForHelp(tab, 'once');
    await page.front();
    await emit(page, 'needed');
    await page.waitFor(closed, { args: ['once', 'limits'] });
    await emit(page, 'wished');
    await page.waitFor(closed, { args: ['gapped', 'gap'] });
    expect(await shown(page)).toEqual([]);
    await tab.front();
    // What is on the screen of a tab is not on that of its copy.
    const copy = await tab.popup('#copy');
    await ready(copy);
    expect(await visiting(copy)).toEqual(await visiting(page));
    expect(await ours(copy)).toEqual([]);
    await emit(copy, 'needed');
    await copy.waitFor(closed, { args: ['once', 'limits'] });
    await copy.close();
    await tab.close();
  });

  it('has one voice: of two windows that are due in the same moment, one speaks', async () => {
    const other = await page.beside(`${site.origin}/one`, 'window');
    await ready(other);
    const both = [page, other];
    const moment = Date.now() + 700;
    for (const one of both)
      await one.evaluate((at) => {
        setTimeout(() => (globalThis as Page_).antes.emit('wished'), at - Date.now());
      }, moment);
    // Each is asked in turn, so that nothing is asked any more of a window that was closed.
    const silent = await poll(async () => {
      const spoke = (await Promise.all(both.map(shown))).findIndex(({ length }) => length > 0);
      return spoke < 0 ? undefined : both[1 - spoke];
    });
    await silent.front();
    // It has been refused the word, or has heard that it was used.
    await silent.waitFor(
      `antes.why('gapped')[0].gates.some(({ gate, pass }) => !pass && ['gap', 'interruption'].includes(gate))`,
    );
    expect(await shown(silent)).toEqual([]);
    await other.close();
  });

  it('hears in one tab that help is not wanted in another', async () => {
    await emit(page, 'needed');
    await waitForHelp(page, 'once');
    const tab = await page.beside(`${site.origin}/two`);
    await ready(tab);
    await tab.evaluate(() => (globalThis as Page_).antes.mute('1h'));
    await tab.close();
    await page.front();
    await waitForHelp(page, 'once', 'withdrawn');
    await page.waitFor(closed, { args: ['forever', 'snoozed'] });
  });

  it('stores nothing more in any tab when consent is withdrawn in one', async () => {
    await emit(page, 'needed');
    await waitForHelp(page, 'once');
    const tab = await page.beside(`${site.origin}/two`);
    await ready(tab);
    await tab.evaluate(() => (globalThis as Page_).antes.consent('denied'));
    await tab.close();
    await page.front();
    await emit(page, 'long');
    await page.evaluate(() => (globalThis as Page_).antes.mute('1s'));
    expect(await stored(page)).toEqual([]);
  });

  it('takes no harm from what somebody has written into its storage', async () => {
    const text = `{"format":4,"seed":"s","session":7,"wall":-1e300,"visitor":{"displays":[null,7,{"trigger":"forever"},
      {"trigger":"forever","rank":1,"at":1e300,"wall":1e300,"stay":-1,"journey":"","step":"","session":""}],
      "snooze":{"__proto__":{"n":1,"until":1e300},"forever":{"n":1,"until":1e300,"at":0}},
      "mutedUntil":1e300,"mutedAt":"now","kept":{"u-turn":"x"}}}`;
    // On leaving, the page writes what it knows: it is to be overwritten after that.
    await page.goto(`${site.origin}/bare`);
    await page.evaluate((visitor) => {
      localStorage.setItem('antes.visitor', visitor);
      sessionStorage.setItem('antes.session', visitor);
    }, text);
    await page.goto(`${site.origin}/one`);
    await ready(page);
    await emit(page, 'long');
    await waitForHelp(page, 'forever');
    expect(await problems(page)).toEqual([]);
    expect(await page.problems()).toEqual([]);
  });

  it('works where the storage is full, and says so once', async () => {
    await page.goto(`${site.origin}/bare`);
    await page.evaluate(() => {
      localStorage.clear();
      for (let size = 4_000_000; size > 0; size = Math.floor(size / 2))
        for (let n = 0; n < 9; n++)
          try {
            localStorage.setItem(`fill ${size} ${n}`, 'x'.repeat(size));
          } catch {
            break;
          }
    });
    await page.goto(`${site.origin}/one`);
    await ready(page);
    await emit(page, 'long');
    await waitForHelp(page, 'forever');
    expect(await problems(page)).toEqual(['STORAGE_BLOCKED']);
    expect(await page.problems()).toEqual([]);
  });
});
