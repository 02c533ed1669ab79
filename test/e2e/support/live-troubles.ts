import { setTimeout as sleep } from 'node:timers/promises';
import type { LivePerson } from '../../simulate/live/live-person.js';
import { CARDS, goToStep } from './buy.js';
import type { Shop } from './shop.js';

/** Something of the shop that does not work, and somebody who tries. */
export interface LiveTrouble {
  readonly name: string;
  readonly signal: string;
  /** How often it is to come. */
  readonly times?: number;
  /** Other signals that are right as well. */
  readonly also?: readonly string[];
  readonly by?: readonly ('mouse' | 'key')[];
  /** Brings them to where it happens. */
  start(person: LivePerson, shop: Shop): Promise<void>;
  /** Until the definition is met; nothing is done after that. */
  play(person: LivePerson): Promise<void>;
}

const isKey = ({ habits }: LivePerson) => habits.by === 'key';

async function fillCard(person: LivePerson, number: string): Promise<void> {
  await person.fill('#card-number', number);
  await person.fill('#card-expiry', '1234');
  await person.fill('#card-cvc', '123');
}
const declined = (n: number) =>
  `JSON.parse(sessionStorage.witness).filter(({ detail }) => detail.name === 'payment-failure').length >= ${n}`;
const invalid = "document.querySelector('#postcode').getAttribute('aria-invalid') === 'true'";

export const LIVE_TROUBLES: readonly LiveTrouble[] = [
  {
    name: 'a dead button',
    signal: 'rage-click',
    also: ['dead-click', 'submit-loop'],
    start: ({ page }, shop) => goToStep(page, shop, 'delivery', { fault: 'dead-button' }),
    async play(person) {
      await person.pressOnce(isKey(person) ? '#delivery-standard' : '.option:has(#delivery-standard)');
      await person.page.waitFor("document.querySelector('#delivery-standard').checked");
      await person.glance();
      await person.burst('#to-payment', isKey(person) ? 4 : 3);
    },
  },
  {
    name: 'a button that stays disabled',
    signal: 'blocked-click',
    // The keyboard does not reach it; see lively.ts for one that it does reach.
    by: ['mouse'],
    start: ({ page }, shop) => goToStep(page, shop, 'payment', { fault: 'stuck-disabled' }),
    async play(person) {
      await person.pressOnce('#place-order');
      await sleep(person.random.between(500, 2_000));
      await person.pressOnce('#place-order');
    },
  },
  {
    name: 'a spinner without an end',
    signal: 'impatient-click',
    also: ['slow-click', 'submit-loop'],
    async start({ page }, shop) {
      // With the address done, and then back to it.
      await goToStep(page, shop, 'delivery');
      await page.goto(`${shop.origin}/checkout/address?fault=endless-spinner`);
      await page.waitFor(
        "document.querySelector('#to-delivery') && window.antes?.config?.triggers?.length > 0",
      );
    },
    async play(person) {
      await person.pressOnce('#to-delivery');
      await sleep(person.random.between(2_200, 3_500));
      await person.pressOnce('#to-delivery');
    },
  },
  {
    name: 'a card that is declined twice',
    signal: 'payment-failure',
    times: 2,
    also: ['request-failure', 'error-message', 'submit-loop'],
    start: ({ page }, shop) => goToStep(page, shop, 'payment'),
    async play(person) {
      await fillCard(person, CARDS.declined);
      await person.pressOnce('#place-order');
      await person.page.waitFor(declined(1));
      await person.glance();
      await person.pressOnce('#place-order');
    },
  },
  {
    name: 'a postcode that is refused twice',
    signal: 'field-error-loop',
    start: ({ page }, shop) => goToStep(page, shop, 'address', { lang: 'es' }),
    async play(person) {
      for (const wrong of ['280', '2801']) {
        await person.fill('#postcode', wrong);
        if (isKey(person)) await person.page.press('Tab');
        else await person.goTo('#name');
        await person.page.waitFor(invalid);
        await person.glance();
      }
    },
  },
  {
    name: 'somebody who looks for the phone number',
    signal: 'phone-seeking',
    also: ['contact-seeking'],
    async start({ page }, shop) {
      await page.goto(`${shop.origin}/contact?lang=en`);
      await page.waitFor('window.antes?.config?.triggers?.length > 0');
    },
    play: (person) => person.pressOnce('.panel a[href^="tel:"]'),
  },
  {
    name: 'a button whose handler throws',
    signal: 'error-click',
    start: ({ page }, shop) => goToStep(page, shop, 'delivery', { fault: 'throwing-handler' }),
    play: (person) => person.pressOnce('#gift-wrap'),
  },
];
