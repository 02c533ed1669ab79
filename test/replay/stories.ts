import { setTimeout as rest } from 'node:timers/promises';
import { CARDS, fillCard, goToStep, payInVain, press, retype } from '../e2e/support/buy.js';
import type { Shop } from '../e2e/support/shop.js';
import { waitForSignal } from '../e2e/support/told.js';
import type { Page } from '../support/engines/index.js';

/** Visits to the shop that are recorded with rrweb and by Antes at the same time. */
export type Story = (page: Page, shop: Shop) => Promise<void>;

/** Verdicts that wait are in by then. */
const AFTERWARDS_MS = 3_500;

const fill = async (page: Page, id: string, text: string) => {
  await press(page, `#${id}`);
  await page.type(null, text, { delay: 40 });
};
const atStep = (page: Page, step: string) =>
  page.waitFor(
    `!!document.querySelector('.checkout--${step} h1')` +
      (step === 'address' ? '' : " && document.activeElement.localName === 'h1'"),
  );

export const STORIES = {
  async 'fluent-purchase'(page, shop) {
    await page.goto(`${shop.origin}/products/mug-alba?lang=es`);
    await page.waitFor('window.antes?.config?.triggers?.length > 0');
    await press(page, '#add-to-basket');
    await page.waitFor("location.pathname === '/cart' && document.readyState === 'complete'");
    await press(page, '#to-checkout');
    await atStep(page, 'address');
    await fill(page, 'email', 'ana@example.com');
    await fill(page, 'name', 'Ana Ruiz');
    await fill(page, 'postcode', '28013');
    await press(page, '#address-mode');
    await page.waitFor("document.activeElement.id === 'street'");
    await fill(page, 'street', 'Calle Mayor');
    await fill(page, 'city', 'Madrid');
    await press(page, '#to-delivery');
    await atStep(page, 'delivery');
    await press(page, '#delivery-standard');
    await page.waitFor("document.querySelector('#delivery-standard').checked");
    await rest(300);
    await press(page, '#to-payment');
    await atStep(page, 'payment');
    await fill(page, 'card-number', CARDS.good);
    await fill(page, 'card-expiry', '1234');
    await fill(page, 'card-cvc', '123');
    await press(page, '#place-order');
    await atStep(page, 'confirmation');
    await rest(AFTERWARDS_MS);
  },
  async 'card-declined-twice'(page, shop) {
    await goToStep(page, shop, 'payment');
    await fillCard(page, CARDS.declined);
    await payInVain(page);
    await retype(page, '#card-number', CARDS.declined);
    await payInVain(page);
    await rest(AFTERWARDS_MS);
  },
  async 'dead-button'(page, shop) {
    await goToStep(page, shop, 'delivery', { fault: 'dead-button' });
    await press(page, '#delivery-standard');
    await page.waitFor("document.querySelector('#delivery-standard').checked");
    await rest(600);
    for (let i = 0; i < 3; i++) await press(page, '#to-payment');
    await waitForSignal(page, 'rage-click');
    await rest(AFTERWARDS_MS);
  },
  async 'blocked-button'(page, shop) {
    await goToStep(page, shop, 'payment', { fault: 'stuck-disabled' });
    for (let i = 0; i < 3; i++) await press(page, '#place-order');
    await waitForSignal(page, 'blocked-click');
    await rest(AFTERWARDS_MS);
  },
  async 'address-refused-twice'(page, shop) {
    await goToStep(page, shop, 'address', { lang: 'es' });
    for (const wrong of ['99', '2801', '280133']) {
      await retype(page, '#postcode', wrong);
      await page.press('Tab');
      await page.waitFor("document.querySelector('#postcode').getAttribute('aria-invalid') === 'true'");
      await rest(300);
    }
    await waitForSignal(page, 'field-error-loop');
    await rest(AFTERWARDS_MS);
  },
} satisfies Record<string, Story>;
export type StoryName = keyof typeof STORIES;
