import type { Field } from '../browser.js';
import type { Visit } from '../journey.js';
import type { Person } from '../person.js';
import { KEYS } from '../shop.js';
import { ALL, broken, lastOf, type Trouble } from './trouble.js';

/** As in the definitions. */
const STALL_MS = 20_000;
const PACE_TIMES = 4;
const PACE_MIN_MS = 12_000;
const STEP_MS = 90_000;
const PROGRESS_MS = 45_000;

/** Fills in a field that the page then calls wrong; when it did. */
function refused({ person }: Visit, field: Field, keys: number): number {
  person.goTo(field);
  person.type(keys);
  person.blur();
  person.wait(30);
  person.browser.invalid(field);
  return person.now;
}
/** Goes into it once more, and takes what is there back: the page takes its mark away as well. */
function correct({ person }: Visit, field: Field, keys: number): void {
  person.glance();
  person.goTo(field);
  person.erase(keys);
  person.browser.valid(field);
}
/** How long nothing may happen in a field: with this person's own pace, where three fields are known. */
function patience({ browser }: Person): number {
  const times: number[] = [];
  let since = 0;
  let entered = false;
  for (const record of browser.world.records) {
    if (record.type !== 'field') continue;
    if (record.what === 'focus') {
      since = record.at;
      entered = false;
    } else if (record.what !== 'leave') entered = true;
    else if (entered) times.push(record.at - since);
  }
  if (times.length < 3) return STALL_MS;
  const median = times.sort((a, b) => a - b)[times.length >> 1]!;
  return Math.max(PACE_MIN_MS, PACE_TIMES * median);
}
/** Nobody is taken to be away who touches a key or the mouse now and then. */
const SIGN_OF_LIFE_MS = 40_000;
function ponder(person: Person, ms: number): void {
  for (let left = ms; left > 0; left -= SIGN_OF_LIFE_MS) {
    person.wait(Math.min(left, SIGN_OF_LIFE_MS));
    if (left <= SIGN_OF_LIFE_MS) continue;
    if (person.habits.by === 'mouse') person.browser.move();
    else person.browser.key();
  }
}

/** Fields and forms that refuse, and people who get stuck in them. */
export const FORM_TROUBLES: readonly Trouble[] = [
  {
    signal: 'field-error-loop',
    also: ['field-churn'],
    on: 'address',
    by: ALL,
    play(visit) {
      const { postcode } = visit.shop.fields;
      let at = 0;
      const rounds = visit.person.random.whole(2, 3);
      for (let round = 1; round <= rounds; round++) {
        const now = refused(visit, postcode, KEYS.postcode);
        if (round === 2) at = now;
        correct(visit, postcode, KEYS.postcode);
      }
      visit.person.type(KEYS.postcode);
      return at;
    },
  },
  {
    signal: 'submit-loop',
    also: ['request-failure', 'error-message', 'evidence-copy'],
    on: 'address',
    by: ALL,
    play(visit) {
      const { person } = visit;
      const { browser, random } = person;
      let at = 0;
      const send = broken(visit, 'save-address', (press) => {
        const ms = random.between(300, 1_500);
        browser.busy(press);
        browser.submit('address-form');
        at = person.now;
        browser.world.later(ms, () => {
          browser.effect('mutation');
          browser.tell({ type: 'message', source: 'near', region: 'address-form' });
          browser.request(ms, 500);
        });
      });
      for (let times = 0; times < 2; times++) {
        person.pressOnce({ ...send, region: 'address-form' });
        person.wait(3_000);
        person.glance();
      }
      return at;
    },
  },
  {
    signal: 'field-stall',
    on: 'address',
    by: ALL,
    waits: true,
    play(visit) {
      const { person, shop } = visit;
      const field = shop.fields.street;
      person.blur();
      person.goTo(field);
      const ms = patience(person);
      const at = lastOf(person, 'field') + ms;
      ponder(person, ms + person.random.between(3_000, 15_000));
      person.type(6);
      return at;
    },
  },
  {
    signal: 'step-stall',
    also: ['field-stall', 'field-churn'],
    on: 'payment',
    by: ALL,
    waits: true,
    play(visit) {
      const { person, shop } = visit;
      const { random } = person;
      const from = person.now;
      const at = Math.max(lastOf(person, 'view') + STEP_MS, from + PROGRESS_MS);
      for (let places = 0; person.now < at + 15_000; places++) {
        // Looks into one field after the other, and at the page, and does nothing about it.
        if (places % 2 === 0)
          person.goTo(shop.fields[random.pick(['card-number', 'card-name', 'expiry'] as const)]);
        else person.blur();
        person.wait(random.between(6_000, 16_000));
      }
      return at;
    },
  },
  {
    signal: 'field-churn',
    variant: 'comes back again and again',
    on: 'address',
    by: ALL,
    play(visit) {
      const { person, shop } = visit;
      let at = 0;
      for (let visits = 0; visits < 4; visits++) {
        person.goTo(shop.fields.phone);
        at = lastOf(person, 'field');
        person.wait(person.random.between(900, 2_500));
        person.type(1);
        person.blur();
        person.wait(person.random.between(800, 3_000));
      }
      return at;
    },
  },
  {
    signal: 'rejected-paste',
    also: ['field-error-loop'],
    on: 'address',
    by: ALL,
    play(visit) {
      const { person, shop } = visit;
      const { browser, random } = person;
      const { email } = shop.fields;
      person.goTo(email);
      person.wait(600);
      browser.key();
      if (random.chance(0.5)) {
        browser.tell({
          type: 'field',
          what: 'refuse',
          field: 'email',
          form: email.form,
          kind: 'text',
          via: 'paste',
        });
        return person.now;
      }
      browser.edit('paste');
      person.wait(random.between(50, 700));
      browser.invalid(email);
      const at = person.now;
      person.glance();
      person.type(KEYS.email);
      browser.valid(email);
      return at;
    },
  },
  {
    signal: 'option-churn',
    also: ['repeated-click'],
    on: 'product',
    by: ALL,
    play(visit) {
      const { person, shop } = visit;
      let at = 0;
      for (let i = 0; i < 5; i++) {
        person.pressOnce(shop.option('colour', 'product-form', 1 + (i % 2)));
        if (i === 3) at = lastOf(person, 'field');
        person.wait(person.random.between(1_200, 4_000));
      }
      return at;
    },
  },
  {
    signal: 'cart-churn',
    also: ['field-error-loop', 'field-churn', 'error-message'],
    on: 'cart',
    by: ALL,
    play(visit) {
      const { person, shop } = visit;
      const { browser } = person;
      let at = 0;
      const apply = shop.button('apply-coupon', 'request', {
        region: 'coupon-form',
        afterwards() {
          at = person.now;
          browser.tell({ type: 'host', event: 'coupon-rejected', data: { code: 'unknown' } });
        },
      });
      for (let codes = 0; codes < 2; codes++) {
        person.goTo(shop.fields.coupon);
        person.type(KEYS.coupon);
        person.pressOnce(apply);
        person.wait(3_000);
      }
      return at;
    },
  },
  {
    signal: 'error-message',
    on: 'cart',
    by: ALL,
    play(visit) {
      const { person } = visit;
      let at = 0;
      const { world } = person.browser;
      const control = broken(visit, 'update-cart', () =>
        world.later(person.random.between(100, 900), () => {
          person.browser.effect('mutation');
          at = person.now;
          person.browser.tell({ type: 'message', source: 'alert', region: 'main' });
        }),
      );
      person.pressOnce(control);
      person.wait(2_000);
      return at;
    },
  },
];
