import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { describeEngines, type Page, type Preferences } from '../../support/engines/index.js';
import { BANK_MS, startShop, type Shop, type ShopOptions } from './shop.js';
import { explainFailure, problems } from './told.js';

/** What a test has: the shop of its group, and a page of its own. */
export interface Visit {
  readonly shop: Shop;
  readonly page: Page;
  /** A thrown error of the page's own is the page's to report. */
  expected?: RegExp;
}
interface GroupOptions extends ShopOptions {
  readonly preferences?: Preferences;
}

/**
 * Describes what happens in the shop, once for each engine. In the end neither the page nor Antes has complained of
 * anything; where a test has failed, what Antes has told is said. `visit()` is for use inside tests and hooks.
 */
export function describeShop(
  name: string,
  { preferences, ...options }: GroupOptions,
  body: (visit: () => Visit) => void,
): void {
  describeEngines(
    name,
    (engine) => {
      let shop: Shop;
      let visit: Visit;
      beforeAll(async () => {
        shop = await startShop(options);
      });
      afterAll(() => shop.close());
      beforeEach(async () => {
        visit = { shop, page: await engine().newPage() };
      });
      afterEach(async (context) => {
        const { page, expected } = visit;
        await explainFailure(page, context);
        const complaints = await page.problems();
        const antes = await problems(page);
        await page.close();
        shop.bankMs = BANK_MS;
        expect(complaints.filter((one) => !expected?.test(one))).toEqual([]);
        expect(antes).toEqual([]);
      });
      body(() => visit);
    },
    preferences,
  );
}
