import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Page } from '../support/engines/index.js';
import { CARDS, fillCard, goToStep } from './support/buy.js';
import { describeShop } from './support/describe-shop.js';
import { startShop, type Shop } from './support/shop.js';
import { helps, ours, problems, textOf, waitForHelp } from './support/told.js';

const INCIDENT = 'card-incident';
const ORDER = 'where-is-my-order';
/** The shortest time between two requests, with a tenth of chance, and some for the page. */
const POLLED_MS = 20_000;

/** Turns one of the switches of the demo page. */
const turn = (page: Page, path: string, body: string) =>
  page.evaluate(
    async (where, what) => {
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      await fetch(where, { method: 'POST', body: what, headers });
    },
    path,
    body,
  );
const tell = (page: Page, facts: Record<string, unknown>) =>
  page.evaluate(
    (patch) => (globalThis as unknown as { antes: { facts(patch: object): void } }).antes.facts(patch),
    facts,
  );
/** How the status card stands: `placed*` is the current step. */
const steps = (page: Page) =>
  page.evaluate(() =>
    [
      ...(document
        .querySelector('antes-inline')
        ?.shadowRoot?.querySelector('antes-status')
        ?.shadowRoot?.querySelectorAll('li') ?? []),
    ].map(
      (step) => `${step.querySelector('.name')?.textContent}${step.getAttribute('aria-current') ? '*' : ''}`,
    ),
  );

// oxlint-disable-next-line typescript/no-explicit-any -- plain JSON
function oftenAsked(config: any): unknown {
  config.sources.incidents.every = '15s';
  return config;
}

describeShop('what the shop knows is told', { config: oftenAsked }, (visit) => {
  let shop: Shop;
  let page: Page;
  beforeEach(() => {
    ({ shop, page } = visit());
  });
  afterEach(() => turn(page, '/demo/switches', 'incident=off'));

  it('an incident: at the top of the checkout and at the card, until it is over', async () => {
    await page.goto(`${shop.origin}/help`);
    await turn(page, '/demo/switches', 'incident=payments');
    await goToStep(page, shop, 'payment');
    const { detail } = await waitForHelp(page, INCIDENT);
    expect(detail).toMatchObject({ as: 'banner', reason: 'incident' });
    expect(await textOf(page, 'antes-banner')).toContain('Card payments are slow right now');
    expect(
      await page.evaluate(() => [
        document.querySelector('.site-header')?.nextElementSibling?.localName,
        document.querySelector('#payment-form')?.nextElementSibling?.localName,
      ]),
    ).toEqual(['antes-banner', 'antes-inline']);
    expect(await textOf(page, 'antes-inline')).toContain('PayPal and invoice work as usual');

    await turn(page, '/demo/switches', 'incident=off');
    await page.waitFor(
      () =>
        document
          .querySelector('antes-banner')
          ?.shadowRoot?.querySelector('h2')
          ?.textContent?.includes('This works again.'),
      { timeout: POLLED_MS, message: 'the good news' },
    );
    await page.waitFor(
      () => {
        const banner = document.querySelector('antes-banner');
        return !banner || banner.hasAttribute('reserved');
      },
      { timeout: 12_000, message: 'the banner to go' },
    );
    expect(await problems(page)).toEqual([]);
  });

  it('nobody is told of an incident that is none', async () => {
    await goToStep(page, shop, 'payment', { lang: 'es' });
    await page.waitFor(
      () => performance.getEntriesByName(`${location.origin}/status/summary.json`).length > 0,
    );
    expect(await helps(page)).toEqual([]);
    expect(await ours(page)).toEqual([]);
  });

  it('where the configuration has no sources, nothing of them is fetched', async () => {
    const bare = await startShop({
      config: ({ sources: _sources, ...config }) => ({
        ...config,
        triggers: [],
        content: {},
        translations: {},
      }),
    });
    await page.goto(`${bare.origin}/cart`);
    await page.waitFor('window.antes?.config?.version === 1');
    await page.goto(`${bare.origin}/help`);
    await page.waitFor('window.antes?.config?.version === 1');
    expect(bare.requests.filter((one) => /sources|summary/.test(one))).toEqual([]);
    expect(bare.requests).toContain('GET /antes/antes.js');
    await page.goto(`${shop.origin}/help`);
    await bare.close();
  });

  it('an order: where it is, in the words of the shop, as it moves on', async () => {
    await goToStep(page, shop, 'payment');
    await fillCard(page, CARDS.good);
    await page.click('#place-order');
    await page.waitFor("location.pathname.startsWith('/checkout/confirmation/')");
    await page.goto(`${shop.origin}/help`);
    await waitForHelp(page, ORDER, 'shown', 10_000);
    expect(await steps(page)).toEqual([
      'Order placed*',
      'Wrapped and packed',
      'On its way',
      'Out for delivery',
      'Delivered',
    ]);
    await tell(page, { 'order.state': 'shipped' });
    await page.waitFor(() =>
      document
        .querySelector('antes-inline')
        ?.shadowRoot?.querySelector('antes-status')
        ?.shadowRoot?.querySelector('[aria-current]')
        ?.textContent?.includes('On its way'),
    );
    await tell(page, { 'order.state': 'exception' });
    await page.waitFor(() =>
      document
        .querySelector('antes-inline')
        ?.shadowRoot?.querySelector('antes-status')
        ?.shadowRoot?.querySelector('[part~=exception]')
        ?.textContent?.includes('The parcel cannot be delivered as planned'),
    );
    expect(await problems(page)).toEqual([]);
  });
});
