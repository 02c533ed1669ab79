import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeEngines, type Page } from '../support/engines/index.js';
import { globals, ownDom, pageLog } from './support/compare.js';
import { buy, keyboard, mouse, type Hands } from './support/purchase.js';
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
