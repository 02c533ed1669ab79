import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeEngines, type Page } from '../support/engines/index.js';
import { CARDS, press } from './support/buy.js';
import { globals, ownDom, pageLog } from './support/compare.js';
import { startShop, type Shop } from './support/shop.js';
import { explainFailure, helps, ours, problems, signals } from './support/told.js';

/** What one run of the story leaves behind. */
interface Run {
  readonly log: string[];
  readonly doms: string[];
  readonly globals: string[];
  readonly requests: string[];
  readonly problems: string[];
}

const CUSTOMER = {
  email: 'ana@example.com',
  name: 'Ana Ruiz',
  postcode: '28013',
  street: 'Calle Mayor',
  city: 'Madrid',
} as const;
const CARD = { number: CARDS.good, expiry: '1234', cvc: '123' } as const;

/** Moves on with Tab until the element has the focus. */
async function tabTo(page: Page, id: string): Promise<void> {
  for (let stops = 0; stops < 40; stops++) {
    if ((await page.evaluate(() => document.activeElement?.id)) === id) return;
    await page.press('Tab');
  }
  throw new Error(`#${id} was not reached with Tab`);
}

type Press = (id: string) => Promise<void>;
interface Hands {
  press: Press;
  fill(id: string, text: string): Promise<void>;
  choose: Press;
}
const mouse = (page: Page): Hands => {
  const rested: Press = (id) => press(page, `#${id}`);
  return {
    press: rested,
    choose: rested,
    fill: async (id, text) => (await rested(id), page.type(null, text)),
  };
};
const keyboard = (page: Page): Hands => {
  return {
    press: async (id) => (await tabTo(page, id), page.press('Enter')),
    choose: async (id) => (await tabTo(page, id), page.press('Space')),
    fill: async (id, text) => (await tabTo(page, id), page.type(null, text)),
  };
};

/** The step is there; a step that was reached inside the page has given its title the focus. */
const atStep = (page: Page, step: string) =>
  page.waitFor(
    `!!document.querySelector('.checkout--${step} h1')` +
      (step === 'address' ? '' : " && document.activeElement.localName === 'h1'"),
  );

/** From a product to the confirmation, without a slip. `look` is called wherever a page is complete. */
async function buy(page: Page, hands: Hands, look: () => Promise<void>): Promise<void> {
  const { fill, choose } = hands;
  await hands.press('add-to-basket');
  await page.waitFor("location.pathname === '/cart' && document.readyState === 'complete'");
  await look();
  await hands.press('to-checkout');
  await atStep(page, 'address');
  await fill('email', CUSTOMER.email);
  await fill('name', CUSTOMER.name);
  await fill('postcode', CUSTOMER.postcode);
  await hands.press('address-mode');
  await page.waitFor("document.activeElement.id === 'street'");
  await fill('street', CUSTOMER.street);
  await fill('city', CUSTOMER.city);
  await look();
  await hands.press('to-delivery');
  await atStep(page, 'delivery');
  const sums = await page.evaluate(() => document.querySelector('.sums')?.textContent);
  await choose('delivery-standard');
  await page.waitFor("document.querySelector('#delivery-standard').checked");
  await page.waitFor((old) => document.querySelector('.sums')?.textContent !== old, { args: [sums] });
  await look();
  await hands.press('to-payment');
  await atStep(page, 'payment');
  await fill('card-number', CARD.number);
  await fill('card-expiry', CARD.expiry);
  await fill('card-cvc', CARD.cvc);
  await look();
  await hands.press('place-order');
  await atStep(page, 'confirmation');
  await look();
}

describeEngines('a fluent purchase', (engine) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await startShop({ scripts: ['collect-problems.js', 'witness.js', 'page-log.js'] });
  });
  afterAll(() => shop.close());

  async function run(
    hands: (page: Page) => Hands,
    antes: 'on' | 'off',
    check: (page: Page) => Promise<void>,
  ): Promise<Run> {
    const page = await engine().newPage();
    try {
      shop.requests.splice(0);
      await page.goto(`${shop.origin}/products/mug-alba?lang=es&antes=${antes}`);
      // With Antes there, it is there before the first press: nothing is said about a page it never saw.
      if (antes === 'on') await page.waitFor('window.antes?.config?.triggers?.length > 0');
      const doms: string[] = [];
      await buy(page, hands(page), async () => void doms.push(await ownDom(page)));
      await check(page);
      return {
        log: await pageLog(page),
        doms,
        globals: await globals(page),
        requests: shop.requests.filter(
          (one) =>
            !/\/antes(\/(antes(\.report|\.sources|\.ui)?|chunks\/[\w-]+)\.js|\.json)$|\/events$|\/status\/summary\.json$/.test(
              one,
            ),
        ),
        problems: await page.problems(),
      };
    } finally {
      await page.close();
    }
  }

  it.each([
    ['the mouse', mouse],
    ['the keyboard', keyboard],
  ])('with %s shows nothing, and the page cannot tell that Antes is there', async (_, hands) => {
    const before = await shop.money();
    const off = await run(hands, 'off', async () => {});
    const on = await run(hands, 'on', async (page) => {
      try {
        expect(await signals(page)).toEqual([]);
        expect(await helps(page)).toEqual([]);
        expect(await problems(page)).toEqual([]);
        expect(await ours(page)).toEqual([]);
      } catch (error) {
        await explainFailure(page, { task: { name: 'the fluent purchase', result: { state: 'fail' } } });
        throw error;
      }
    });
    expect(await shop.money()).toEqual({ orders: before.orders + 2, charges: before.charges + 2 });

    expect(on.problems).toEqual([]);
    // A key goes up while the page is still drawing what the key has done: on which element is chance.
    const isKeyUp = (line: string) => line.startsWith('keyup');
    expect(on.log.filter((line) => !isKeyUp(line))).toEqual(off.log.filter((line) => !isKeyUp(line)));
    // The key that leaves a page may come up on the old one, on the new one, or on neither.
    const ups = (log: readonly string[]) => log.filter(isKeyUp).length;
    expect(Math.abs(ups(on.log) - ups(off.log))).toBeLessThanOrEqual(on.doms.length);
    const anonymous = (text: string) => text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|TJ-\d+/g, '…');
    expect(on.doms.map(anonymous)).toEqual(off.doms.map(anonymous));
    expect(on.requests.map(anonymous).sort()).toEqual(off.requests.map(anonymous).sort());
    // `antes` is there in both: the shop's own queue, or the instance that took it over.
    const change = on.globals.filter((one) => !off.globals.includes(one));
    expect(change.filter((one) => !one.startsWith('window.Symbol(antes.running)'))).toEqual([]);
    expect(off.globals.filter((one) => !on.globals.includes(one))).toEqual([]);
  });
});
