import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { Antes, Config } from '../../src/index.js';
import { describeEngines, type Page } from '../support/engines/index.js';
import { script, serve, type Site, WATCH } from './support/site.js';
import { explainFailure, signals, told, waitForHelp, waitForSignal } from './support/told.js';

const WAIT_MS = 900;
const CONFIG: Config = {
  version: 1,
  content: { guide: { title: 'How to pay' } },
  policy: {
    gap: '1ms',
    limits: [{ times: 9, per: 'session' }],
    signals: { 'dead-click': { wait: '900ms' } },
  },
  triggers: [
    {
      id: 'stuck',
      when: { event: 'stuck' },
      timing: { at: 'now' },
      show: { content: 'guide', as: 'notice' },
    },
  ],
};
/** A page that tells of each click, with buttons that answer with our help and nothing else, one that does nothing, and help where a press was dead. */
const PAGE = `<!doctype html><html lang="en"><head><title>Shop</title><link rel="icon" href="data:,">${WATCH}
<style>button { margin: 1em }</style>${script('data-config="/antes.json"')}</head><body><h1>Pay</h1>
<button id="open">Open</button> <button id="tell">Tell</button> <button id="dead">Pay</button>
<script>
  const at = (id, type, fn) => document.getElementById(id).addEventListener(type, fn);
  at('open', 'click', () => antes.open('guide'));
  at('tell', 'click', () => antes.emit('stuck'));
  document.addEventListener('click', () => antes.emit('clicked'));
  document.addEventListener('antes:signal', ({ detail }) => {
    if (detail.name === 'dead-click') antes.open('guide');
  });
</script></body></html>`;

describeEngines('help that the page asks for', (engine) => {
  let site: Site;
  let page: Page;
  beforeAll(async () => {
    site = await serve((path) =>
      path === '/' ? PAGE : path === '/antes.json' ? JSON.stringify(CONFIG) : undefined,
    );
    page = await engine().newPage();
  });
  afterEach((context) => explainFailure(page, context));
  afterAll(async () => {
    await page.close();
    await site.close();
  });

  /** A new visitor. */
  async function open(): Promise<void> {
    await page.goto(`${site.origin}/`);
    await page.evaluate(() => {
      localStorage.clear();
      sessionStorage.clear();
    });
    await page.goto(`${site.origin}/`);
    await page.waitFor(
      () => typeof (globalThis as typeof globalThis & { antes?: Antes }).antes?.why === 'function',
    );
  }
  const isThere = () =>
    page.waitFor(() => !!document.querySelector('antes-notice'), { message: 'the notice' });

  it('by open() is the answer to the press', async () => {
    await open();
    await page.click('#open');
    await isThere();
    await sleep(2 * WAIT_MS);
    expect(await signals(page)).toEqual([]);
  });

  it('by an event is the answer to the press, and to one more while it is there', async () => {
    await open();
    await page.click('#tell');
    await waitForHelp(page, 'stuck');
    // Later than the second press of a double click.
    await sleep(WAIT_MS);
    await page.click('#tell');
    await sleep(2 * WAIT_MS);
    expect(await signals(page)).toEqual([]);
  });

  it('because a press was dead does not make it a slow one', async () => {
    await open();
    await page.click('#dead');
    await waitForSignal(page, 'dead-click');
    await isThere();
    await sleep(2 * WAIT_MS);
    expect((await told(page)).filter(({ type }) => type === 'signal')).toMatchObject([
      { detail: { name: 'dead-click', target: 'dead' } },
    ]);
  });
});
