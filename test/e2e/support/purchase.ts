import type { Page } from '../../support/engines/index.js';
import { CARDS, payInVain, press, retype } from './buy.js';

const CUSTOMER = {
  email: 'ana@example.com',
  name: 'Ana Ruiz',
  postcode: '28013',
  street: 'Calle Mayor',
  city: 'Madrid',
} as const;
const CARD = { expiry: '1234', cvc: '123' } as const;

/** Moves on with Tab until the element has the focus. */
async function tabTo(page: Page, id: string): Promise<void> {
  for (let stops = 0; stops < 40; stops++) {
    if ((await page.evaluate(() => document.activeElement?.id)) === id) return;
    await page.press('Tab');
  }
  throw new Error(`#${id} was not reached with Tab`);
}

type Press = (id: string) => Promise<void>;
/** How somebody uses the shop: by the ids of its controls. */
export interface Hands {
  press: Press;
  fill(id: string, text: string): Promise<void>;
  choose: Press;
}
export const mouse = (page: Page): Hands => {
  const rested: Press = (id) => press(page, `#${id}`);
  return {
    press: rested,
    choose: rested,
    fill: async (id, text) => (await rested(id), page.type(null, text)),
  };
};
export const keyboard = (page: Page): Hands => {
  return {
    press: async (id) => (await tabTo(page, id), page.press('Enter')),
    choose: async (id) => (await tabTo(page, id), page.press('Space')),
    fill: async (id, text) => (await tabTo(page, id), page.type(null, text)),
  };
};

/** The step is there; a step that was reached inside the page has given its title the focus. */
export const atStep = (page: Page, step: string) =>
  page.waitFor(
    `!!document.querySelector('.checkout--${step} h1')` +
      (step === 'address' ? '' : " && document.activeElement.localName === 'h1'"),
  );

/** From a product to the confirmation, without a slip, but for a card that is declined where that is wanted. `look` is called wherever a page is complete. */
export async function buy(
  page: Page,
  hands: Hands,
  look: () => Promise<void> = async () => {},
  { declined = false } = {},
): Promise<void> {
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
  await fill('card-number', declined ? CARDS.declined : CARDS.good);
  await fill('card-expiry', CARD.expiry);
  await fill('card-cvc', CARD.cvc);
  await look();
  if (declined) {
    await payInVain(page);
    await retype(page, '#card-number', CARDS.good);
  }
  await hands.press('place-order');
  await atStep(page, 'confirmation');
  await look();
}
