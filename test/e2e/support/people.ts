import { createLivePerson, type LiveHabits, type LivePerson } from '../../simulate/live/live-person.js';
import type { Page } from '../../support/engines/index.js';
import { CARDS, goToStep } from './buy.js';
import type { Shop } from './shop.js';

/** Somebody who is fine in the demo shop. */
export interface LivePersona {
  readonly name: string;
  readonly habits: LiveHabits;
  /** How they fill in the address, if not by typing it. */
  readonly address?: (person: LivePerson) => Promise<void>;
  /** What they do on the page of a product before they buy. */
  readonly before?: (person: LivePerson) => Promise<void>;
  /** What has to be done before the visit. */
  readonly prepare?: (page: Page, shop: Shop) => Promise<void>;
}

const EMAIL = 'ana@example.com';
const NAME = 'Ana Ruiz';
const STREET = 'Calle Mayor';

async function typeAddress(person: LivePerson): Promise<void> {
  await person.fill('#email', EMAIL);
  await person.fill('#name', NAME);
  await person.fill('#postcode', '28013');
  await byHand(person);
  await person.fill('#street', STREET);
  await person.fill('#city', 'Madrid');
}

async function byHand(person: LivePerson): Promise<void> {
  await person.press('#address-mode');
  await person.glance();
  // Whoever clicks twice has turned it back, sees that, and presses once more.
  if (!(await person.page.evaluate(() => !!document.getElementById('street'))))
    await person.pressOnce('#address-mode');
  await person.page.waitFor("document.activeElement.id === 'street'");
}

/** Lets the browser fill in what it knows, pastes the street, and mends the postcode, where the memory was wrong. */
async function autofillAddress(person: LivePerson): Promise<void> {
  await person.goTo('#email');
  await person.glance();
  await person.autofill({ '#email': EMAIL, '#name': NAME, '#postcode': '2801' });
  await person.goTo('#name');
  await person.glance();
  await person.goTo('#postcode');
  await person.page.press('End');
  await person.type('3');
  await byHand(person);
  await person.paste('#street');
  await person.fill('#city', 'Madrid');
}

/** Puts a text into the clipboard, in a document without Antes. */
async function copyStreet(page: Page, shop: Shop): Promise<void> {
  await page.goto(`${shop.origin}/status/summary.json`);
  await page.evaluate((text) => {
    const from = document.createElement('textarea');
    from.defaultValue = text;
    document.body.append(from);
    from.focus();
    from.select();
  }, STREET);
  await page.press('Control+c');
}

/** Triple click on a text, a look at it, and a click that lets go of it. */
async function selectText(person: LivePerson): Promise<void> {
  for (const text of ['.product__words .lead', '.product__price']) {
    await person.pressOnce(text);
    for (let i = 0; i < 2; i++) {
      await new Promise((done) => setTimeout(done, person.human.doubleClick() / 2));
      await person.hands.click();
    }
    await person.glance();
    await person.pressOnce('.product__words h1');
  }
  await person.read(45_000);
}

export const LIVE_PERSONAS: readonly LivePersona[] = [
  { name: 'fluent, with a mouse', habits: { by: 'mouse', slower: 0.6 } },
  { name: 'with the keyboard only', habits: { by: 'key', slower: 0.6 } },
  { name: 'who double-clicks everything', habits: { by: 'mouse', doubleClicks: true, slower: 0.6 } },
  {
    name: 'who autofills and pastes, and corrects what was wrong',
    habits: { by: 'mouse', slower: 0.6 },
    prepare: copyStreet,
    address: autofillAddress,
  },
  {
    name: 'who selects text with triple clicks, and reads',
    habits: { by: 'mouse', slower: 0.6 },
    before: selectText,
  },
  { name: 'on a touch screen', habits: { by: 'touch', slower: 0.6 } },
];

/** The step is there. One that was reached inside the page has given its title the focus; a second click takes it away. */
const atStep = ({ page, habits }: LivePerson, step: string) =>
  page.waitFor(
    `!!document.querySelector('.checkout--${step} h1')` +
      (step === 'address' || habits.by !== 'key' ? '' : " && document.activeElement.localName === 'h1'"),
    { message: `the step '${step}'` },
  );

/** From a product, or from the choice of the delivery, to the confirmation. */
export async function buyAs(
  page: Page,
  shop: Shop,
  persona: LivePersona,
  seed: number,
  from: 'product' | 'delivery' = 'product',
): Promise<void> {
  const person = createLivePerson(page, seed, persona.habits);
  if (from === 'product') await toDelivery(person, shop, persona);
  else await goToStep(page, shop, 'delivery', { lang: 'es' });
  await payFor(person);
}

async function toDelivery(person: LivePerson, shop: Shop, persona: LivePersona): Promise<void> {
  const { page } = person;
  await persona.prepare?.(page, shop);
  await page.goto(`${shop.origin}/products/mug-alba?lang=es`);
  await page.waitFor('window.antes?.config?.triggers?.length > 0');
  await person.glance();
  await persona.before?.(person);
  await person.press('#add-to-basket');
  await page.waitFor("location.pathname === '/cart' && document.readyState === 'complete'");
  await person.glance();
  await person.press('#to-checkout');
  await atStep(person, 'address');
  await person.glance();
  await (persona.address ?? typeAddress)(person);
  await person.press('#to-delivery');
  await atStep(person, 'delivery');
}

async function payFor(person: LivePerson): Promise<void> {
  const { page } = person;
  await person.glance();
  // Hands with a pointer press the words of an option rather than its little circle.
  const byKey = person.habits.by === 'key';
  await person.press(byKey ? '#delivery-standard' : '.option:has(#delivery-standard)');
  await page.waitFor("document.querySelector('#delivery-standard').checked");
  await person.glance();
  await person.press('#to-payment');
  await atStep(person, 'payment');
  await person.glance();
  await person.fill('#card-number', CARDS.good);
  await person.fill('#card-expiry', '1234');
  await person.fill('#card-cvc', '123');
  await person.press('#place-order');
  await atStep(person, 'confirmation');
  await person.glance();
}
