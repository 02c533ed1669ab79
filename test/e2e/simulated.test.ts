import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeEngines, type Engine, type Page } from '../support/engines/index.js';
import { createLivePerson } from '../simulate/live/live-person.js';
import { buyAs, LIVE_PERSONAS } from './support/people.js';
import type { Site } from './support/site.js';
import { startShop, type Shop } from './support/shop.js';
import { accountOf, besides, delayOf, unexpected } from './support/account.js';
import { DEAD, serveLively } from './support/lively.js';
import { LIVE_TROUBLES } from './support/live-troubles.js';

const SEED = Number(process.env.ANTES_SEED) || 2_026;
/** Firefox and WebKit show one page at a time, so that people come one after the other: the first ones only, and the second half of the way. */
const ELSEWHERE = 2;
/** From the act that meets the definition to the signal. What detection promises is 2 s. */
const DELAY_MS = 2_000;

/** A page for each; in a failure, what led to it. */
async function visit(
  engine: Engine,
  who: string,
  seed: number,
  play: (page: Page) => Promise<void>,
): Promise<void> {
  const page = await engine.newPage();
  try {
    await play(page);
  } catch (error) {
    throw new Error(await accountOf(page, `${who}, seed ${seed}`), { cause: error });
  } finally {
    await page.close();
  }
}

describeEngines('simulated people', (engine, name) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await startShop();
  });
  afterAll(() => shop.close());

  const isChromium = name === 'chromium';
  const chosen = isChromium ? LIVE_PERSONAS : LIVE_PERSONAS.slice(0, ELSEWHERE);
  (isChromium ? describe.concurrent : describe)('who are fine buy', () => {
    for (const [i, persona] of chosen.entries())
      it(persona.name, () =>
        visit(engine(), persona.name, SEED + i, async (page) => {
          await buyAs(page, shop, persona, SEED + i, isChromium ? 'product' : 'delivery');
          expect(await unexpected(page)).toEqual([]);
        }),
      );
  });

  // What detection makes of each trouble is tested in all three elsewhere; here it is about hands and times.
  if (!isChromium) return;
  describe.concurrent('who are not fine meet with', () => {
    for (const [i, trouble] of LIVE_TROUBLES.entries())
      for (const by of trouble.by ?? (['mouse', 'key'] as const))
        it(`${trouble.name} (${by})`, () =>
          visit(engine(), trouble.name, SEED + i, async (page) => {
            const person = createLivePerson(page, SEED + i, { by, slower: 0.6, typos: 'none' });
            await trouble.start(person, shop);
            await trouble.play(person);
            const delay = await delayOf(page, trouble.signal, trouble.times);
            console.log(`${trouble.name} (${by}): ${trouble.signal} after ${delay} ms`);
            expect(delay).toBeLessThanOrEqual(DELAY_MS);
            expect(await besides(page, [trouble.signal, ...(trouble.also ?? [])])).toEqual([]);
          }));
  });
});

// After the others and not beside them: rhythms are lost where a machine has too much to do.
describeEngines('a page on which much moves', (engine, name) => {
  // The oracle is tested beside all that moves in all three engines, in test/browser/observe.
  if (name !== 'chromium') return it.skip('is left to Chromium');
  let site: Site;
  beforeAll(async () => {
    site = await serveLively();
  });
  afterAll(() => site.close());

  // A page on which much moves by itself, beside the same without.
  describe.concurrent('people', () => {
    for (const path of ['quiet', 'lively'] as const) {
      const open = async (page: Page) => {
        await page.goto(`${site.origin}/${path}`);
        await page.waitFor('window.antes?.config');
      };
      it(`whose presses are answered fast or after a rest (${path})`, () =>
        visit(engine(), path, SEED, async (page) => {
          await open(page);
          const person = createLivePerson(page, SEED, { by: 'mouse', slower: 0.5 });
          await person.burst('#more', 5);
          for (const i of [0, 1, 2, 3]) await person.pressOnce(`#question-${i}`);
          for (const i of [1, 2, 0, 1]) await person.pressOnce(`#tab-${i}`);
          await person.burst('#filter-0', 4);
          await person.burst('#filter-1', 2);
          await person.pressOnce('#in-stock');
          await page.waitFor("!!document.querySelector('#found li')");
          await sleep(VERDICT_MS);
          expect(await unexpected(page)).toEqual([]);
        }));

      it(`who press dead buttons (${path})`, () =>
        visit(engine(), path, SEED, async (page) => {
          await open(page);
          const person = createLivePerson(page, SEED, { by: 'mouse', slower: 0.5 });
          // Whoever has come to a page looks at it first.
          await sleep(LOOK_MS);
          for (let i = 0; i < DEAD; i++) {
            await person.pressOnce(`#dead-${i}`);
            // A look whether something comes of it.
            await sleep(person.random.between(400, 1_400));
          }
          await page.waitFor(dead(DEAD), { message: 'all of the dead buttons to be known' });
          expect(await besides(page, ['dead-click', 'slow-click', 'impatient-click'])).toEqual([]);
        }));
    }

    it('with the keyboard at a control that says it is off', () =>
      visit(engine(), 'off', SEED, async (page) => {
        await page.goto(`${site.origin}/lively`);
        await page.waitFor('window.antes?.config');
        const person = createLivePerson(page, SEED, { by: 'key', slower: 0.5 });
        await person.burst('#off', 3);
        expect(await delayOf(page, 'blocked-click')).toBeLessThanOrEqual(DELAY_MS);
      }));
  });
  return undefined;
});

/** Longer than a verdict about a dead press takes. */
const VERDICT_MS = 2_800;
/** A glance at a page, as in `human.ts`; whether something moves by itself is seen meanwhile. */
const LOOK_MS = 3_000;
const dead = (count: number) =>
  `new Set(JSON.parse(sessionStorage.witness).filter(({ detail }) => detail.name === 'dead-click').map(({ detail }) => detail.target)).size === ${count}`;
