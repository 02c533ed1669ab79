import { readFileSync } from 'node:fs';
import { beforeEach, expect, it } from 'vitest';
import type { Config } from '../../src/index.js';
import type { Page } from '../support/engines/index.js';
import { goToStep } from './support/buy.js';
import { describeShop } from './support/describe-shop.js';
import type { Shop } from './support/shop.js';
import { pressIn, saying } from './support/widgets.js';

const INSPECTOR = 'antes-inspector';
const { facts } = JSON.parse(
  readFileSync(new URL('../../demo/antes.json', import.meta.url), 'utf8'),
) as Config;
/** Typed by hand: other help, for what the page tells anyway. */
const EDITED = JSON.stringify({
  version: 1,
  facts,
  content: { dead: { title: 'Is the button dead?' } },
  triggers: [{ id: 'dead', when: { event: 'dead-click' }, show: { content: 'dead', as: 'notice' } }],
});

const says = (page: Page, words: string) =>
  expect.poll(() => saying(page, INSPECTOR), { timeout: 20_000 }).toContain(words);
/** Nothing of it lies over what is to be pressed. */
async function pressPage(page: Page, selector: string): Promise<void> {
  await pressIn(page, INSPECTOR, 'Fold');
  await page.click(selector);
  await pressIn(page, INSPECTOR, 'Unfold');
}

describeShop('a developer with the inspector in the shop', {}, (visit) => {
  let shop: Shop;
  let page: Page;
  beforeEach(() => {
    ({ shop, page } = visit());
  });

  it('sees a dead press, reads why no help came, picks the button, and tries a change', async () => {
    shop.requests.splice(0);
    await page.goto(`${shop.origin}/?antes=inspect`);
    await page.waitFor(
      "!!document.querySelector('antes-inspector')?.shadowRoot?.querySelector('[role=tab]')",
    );
    // It goes along to the pages that follow.
    await goToStep(page, shop, 'delivery', { fault: 'dead-button' });
    await page.waitFor(
      "!!document.querySelector('antes-inspector')?.shadowRoot?.querySelector('[role=tab]')",
    );
    await pressPage(page, '#delivery-standard');
    await pressPage(page, '#to-payment');
    await says(page, 'dead-click');
    await says(page, 'Struggle of the step delivery');

    await pressIn(page, INSPECTOR, 'Triggers');
    await says(page, '“dead-click” happened 1 of 2 times');

    await pressIn(page, INSPECTOR, 'Pick');
    await pressIn(page, INSPECTOR, 'Choose an element');
    await page.waitFor("!!document.querySelector('antes-inspector-picker')?.shadowRoot?.activeElement");
    // The bar at the bottom lies over what is there.
    await pressIn(page, 'antes-inspector-picker', 'Bar to the top');
    await page.click('#to-payment');
    await says(page, 'button#to-payment');
    await says(page, 'A person gave it this id.');

    await pressIn(page, INSPECTOR, 'Configuration');
    const editing =
      "document.querySelector('antes-inspector').shadowRoot.querySelector('antes-inspector-config')";
    await page.waitFor(`!!${editing}?.shadowRoot?.querySelector('.cm-content')`, { timeout: 20_000 });
    await page.evaluate(`${editing}.shadowRoot.querySelector('.cm-content').focus()`);
    await page.press('Control+a');
    await page.type(null, EDITED);
    await says(page, 'Nothing is wrong');
    await page.press('Control+Enter');
    await page.waitFor("window.antes.config.triggers[0]?.id === 'dead'");
    await pressIn(page, INSPECTOR, 'Triggers');
    await pressIn(page, INSPECTOR, 'Show it now');
    await page.waitFor("!!document.querySelector('antes-notice')", { timeout: 20_000 });
    expect(await saying(page, 'antes-notice')).toContain('Is the button dead?');

    await pressIn(page, INSPECTOR, 'Configuration');
    await pressIn(page, INSPECTOR, 'Back to the original');
    await page.waitFor("window.antes.config.triggers.some((one) => one?.id === 'button-dead')");
    await pressIn(page, INSPECTOR, 'Close');
    await page.waitFor("!document.querySelector('antes-inspector')");
    expect(await page.evaluate("sessionStorage.getItem('antes.inspect')")).toBe(null);
  });

  it('closed, it keeps nothing of the page alive: an element that was picked can go', async () => {
    await page.goto(`${shop.origin}/`);
    await page.waitFor('window.antes?.config?.triggers?.length > 0');
    await page.evaluate(() => {
      const part = document.createElement('div');
      part.append(Object.assign(document.createElement('button'), { id: 'passing', textContent: 'Passing' }));
      document.body.prepend(part);
      Object.assign(globalThis, { part: new WeakRef(part) });
    });
    await page.evaluate('window.antes.inspect()');
    await pressIn(page, INSPECTOR, 'Pick');
    await pressIn(page, INSPECTOR, 'Choose an element');
    await page.waitFor("!!document.querySelector('antes-inspector-picker')?.shadowRoot?.activeElement");
    await page.click('#passing');
    await says(page, 'button#passing');
    await pressIn(page, INSPECTOR, 'Close');
    await page.waitFor("!document.querySelector('antes-inspector')");
    await page.evaluate("document.querySelector('#passing').parentElement.remove()");
    // What was pointed at last, and had the focus last, is known until something else is.
    await page.clickAt(5, 300);
    await page.press('Tab');
    if (!page.collect) return;
    await expect
      .poll(
        async () => {
          await page.collect!();
          return page.evaluate('part.deref() === undefined');
        },
        { timeout: 10_000 },
      )
      .toBe(true);
  });

  it('nobody else gets it: not a byte of it is fetched', async () => {
    shop.requests.splice(0);
    await page.goto(`${shop.origin}/`);
    await page.waitFor('window.antes?.config?.triggers?.length > 0');
    await goToStep(page, shop, 'delivery');
    expect(shop.requests.filter((one) => /inspect/.test(one))).toEqual([]);
    expect(shop.requests.some((one) => one.includes('/antes/antes.js'))).toBe(true);
  });
});
