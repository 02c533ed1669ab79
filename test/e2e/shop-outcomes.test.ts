import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, expect, it } from 'vitest';
import type { SentEvent } from '../../src/report/events.js';
import type { Page } from '../support/engines/index.js';
import { CARDS, fillCard, goToStep, payInVain } from './support/buy.js';
import { describeShop } from './support/describe-shop.js';
import type { Shop } from './support/shop.js';
import { waitForHelp } from './support/told.js';

const TRIGGER = 'card-declined-twice';
/** A report goes out when its page is left, or after ten seconds. */
const REPORTED_MS = 15_000;

type Type = SentEvent['type'];
const only = <T extends Type>(events: readonly SentEvent[], type: T) =>
  events.filter((event): event is Extract<SentEvent, { type: T }> => event.type === type);

describeShop('what the shop hears of a customer whose card is declined', {}, (visit) => {
  let shop: Shop;
  let page: Page;
  beforeEach(() => {
    ({ shop, page } = visit());
  });

  /** Asks again and again: nothing tells a test that a report has been stored. */
  async function heard(there: (events: readonly SentEvent[]) => boolean): Promise<SentEvent[]> {
    for (const end = Date.now() + REPORTED_MS; ; await sleep(100)) {
      const events = await shop.events();
      if (there(events) || Date.now() > end) return events;
    }
  }

  it('is the help, that it solved the problem, and the order, each once and without a word of hers', async () => {
    await goToStep(page, shop, 'payment');
    await fillCard(page, CARDS.declined);
    await payInVain(page);
    await payInVain(page);
    await waitForHelp(page, TRIGGER);
    await fillCard(page, CARDS.good);
    await page.click('#place-order');
    await page.waitFor("location.pathname.startsWith('/checkout/confirmation/')");
    await waitForHelp(page, TRIGGER, 'solved');
    await page.goto(`${shop.origin}/help`);

    const isOrdered = ({ type, phase }: SentEvent & { phase?: string }) =>
      type === 'journey' && phase === 'completed';
    const events = await heard((all) => all.some(isOrdered) && all.some(({ type }) => type === 'outcome'));

    expect(new Set(events.map((event) => event.visit)).size).toBe(1);
    expect(new Set(events.map(({ sid }) => sid)).size).toBe(1);
    expect(new Set(events.map(({ seq }) => seq)).size).toBe(events.length);
    expect(only(events, 'visit')).toMatchObject([{ device: 'desktop', lang: 'en' }]);
    expect(only(events, 'help').map(({ trigger, phase }) => `${trigger} ${phase}`)).toEqual(
      expect.arrayContaining([`${TRIGGER} shown`, `${TRIGGER} solved`]),
    );
    const outcomes = only(events, 'outcome').filter(({ trigger }) => trigger === TRIGGER);
    expect(outcomes).toMatchObject([
      { reason: 'card-declined', owner: 'payments', arm: 'shown', solved: true, contacted: false },
    ]);
    expect(only(events, 'journey').map(({ phase }) => phase)).toEqual(['started', 'completed']);
    // Two forms were sent again: the second refused one, and the one that got through.
    expect(only(events, 'step').filter(({ phase }) => phase === 'completed')).toMatchObject([
      { journey: 'checkout', step: 'payment', retries: 2, backs: 0 },
    ]);
    expect(only(events, 'signal').map(({ name }) => name)).toContain('payment-failure');
    const said = JSON.stringify(events);
    for (const hers of ['Ana', 'Ruiz', '28013', 'Mayor', '4000', 'example.com'])
      expect(said).not.toContain(hers);
  });
});
