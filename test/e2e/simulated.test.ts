import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeEngines } from '../support/engines/index.js';
import { buyAs, LIVE_PERSONAS } from './support/people.js';
import { startShop, type Shop } from './support/shop.js';
import { accountOf, unexpected } from './support/account.js';

const SEED = Number(process.env.ANTES_SEED) || 2_026;
/** Firefox and WebKit show one page at a time, so that people come one after the other: the first ones only. */
const ELSEWHERE = 2;

describeEngines('people who are fine', (engine, name) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await startShop();
  });
  afterAll(() => shop.close());

  const isChromium = name === 'chromium';
  const chosen = isChromium ? LIVE_PERSONAS : LIVE_PERSONAS.slice(0, ELSEWHERE);
  (isChromium ? describe.concurrent : describe)('buy', () => {
    for (const [i, persona] of chosen.entries())
      it(persona.name, async () => {
        const page = await engine().newPage();
        try {
          await buyAs(page, shop, persona, SEED + i);
          expect(await unexpected(page)).toEqual([]);
        } catch (error) {
          throw new Error(await accountOf(page, `${persona.name}, seed ${SEED + i}`), { cause: error });
        } finally {
          await page.close();
        }
      });
  });
});
