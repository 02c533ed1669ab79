import { gzipSync } from 'node:zlib';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, expect, it } from 'vitest';
import type { Page } from '../support/engines/index.js';
import { buy, mouse } from './support/purchase.js';
import { describeShop } from './support/describe-shop.js';
import type { Shop } from './support/shop.js';

/** What an ordinary session may cost: packed, as it is kept. */
const MAX_PACKED = 2_000;
/** As it is sent, with what is sent twice because a page was left; in docs/scale.md. */
const MAX_SENT = 6_000;

describeShop('the bytes of a session', {}, (visit) => {
  let shop: Shop;
  let page: Page;
  beforeEach(() => {
    ({ shop, page } = visit());
    shop.reports.splice(0);
  });

  async function bought(declined: boolean) {
    const before = (await shop.events()).length;
    await page.goto(`${shop.origin}/products/mug-alba?lang=es`);
    await page.waitFor('window.antes?.config?.triggers?.length > 0');
    await buy(page, mouse(page), undefined, { declined });
    await page.goto(`${shop.origin}/help`);
    const isDone = async () => {
      const done = (await shop.events()).filter(
        (event) => event.type === 'journey' && event.phase === 'completed',
      );
      return done.some((event) => shop.reports.some((report) => report.includes(event.visit)));
    };
    for (const end = Date.now() + 15_000; !(await isDone()) && Date.now() < end;) await sleep(100);
    const sent = shop.reports.join('');
    const lines = new Map(
      sent
        .split('\n')
        .filter(Boolean)
        .map((line) => {
          const { sid, seq } = JSON.parse(line) as { sid: string; seq: number };
          return [`${sid} ${seq}`, line];
        }),
    );
    const once = [...lines.values()].join('\n');
    const cost = {
      events: (await shop.events()).length - before,
      sent: sent.length,
      once: once.length,
      packed: gzipSync(once, { level: 9 }).length,
      packedAsSent: gzipSync(sent, { level: 9 }).length,
    };
    console.info(`expected: ${declined ? 'a declined card' : 'without trouble'} ${JSON.stringify(cost)}`);
    return cost;
  }

  it.each([
    ['that buys without trouble', false],
    ['in which a card is declined', true],
  ])('%s', async (_, declined) => {
    const { events, sent, packedAsSent } = await bought(declined);
    // It tells of all four steps, from the basket to the order.
    expect(events).toBeGreaterThan(8);
    expect(packedAsSent).toBeLessThanOrEqual(MAX_PACKED);
    expect(sent).toBeLessThanOrEqual(MAX_SENT);
  });
});
