import { arrive } from '../journey.js';
import { ALL, broken, hammer, lastOf, timesFor, type Trouble } from './trouble.js';

/** As in the definitions: what is waited for before a verdict. */
const VERDICT_MS = 250;
const DEAD_MS = 2_500;
const LOST_MS = 10_000;
/** No further try for so long: given up. */
const STOP_MS = 1_000;

/** Presses that are not answered, answered late, refused or failing. */
export const PRESS_TROUBLES: readonly Trouble[] = [
  {
    signal: 'rage-click',
    also: ['dead-click', 'impatient-click', 'slow-click', 'rage-key'],
    on: 'delivery',
    by: ALL,
    waits: true,
    play(visit) {
      const { human, random } = visit.person;
      const min = timesFor(visit.person, 3);
      const at = hammer(
        visit,
        broken(visit, 'change-address'),
        min + random.whole(0, 3),
        () => Math.max(150, human.burst() * 1.3),
        min,
      );
      visit.person.wait(4_000);
      return at + VERDICT_MS;
    },
  },
  {
    signal: 'dead-click',
    also: ['impatient-click', 'slow-click'],
    on: 'product',
    by: ALL,
    waits: true,
    play(visit) {
      visit.person.pressOnce(broken(visit, 'size-guide'));
      const at = visit.person.now;
      visit.person.wait(5_000);
      return at + DEAD_MS;
    },
  },
  {
    signal: 'slow-click',
    variant: 'no sign of life until the answer',
    also: ['dead-click'],
    on: 'cart',
    by: ALL,
    play(visit) {
      const { person } = visit;
      const ms = person.random.between(1_200, 6_500);
      const control = broken(visit, 'gift-wrap', () =>
        person.browser.world.later(ms, () => person.browser.effect('mutation')),
      );
      person.pressOnce(control);
      const at = person.now;
      person.wait(ms + 1_000);
      return at + ms;
    },
  },
  {
    signal: 'slow-click',
    variant: 'endless spinner, borne',
    on: 'address',
    by: ALL,
    waits: true,
    play(visit) {
      const { person } = visit;
      person.pressOnce(broken(visit, 'find-address', (press) => person.browser.busy(press)));
      const at = person.now;
      person.wait(LOST_MS + person.random.between(2_000, 15_000));
      person.browser.effect('mutation');
      return at + LOST_MS;
    },
  },
  {
    signal: 'impatient-click',
    variant: 'endless spinner, pressed again',
    also: ['slow-click'],
    on: 'address',
    by: ALL,
    play(visit) {
      const { person } = visit;
      const control = broken(visit, 'find-address', (press) => person.browser.busy(press));
      person.pressOnce(control);
      person.wait(person.random.between(2_100, 8_000));
      person.pressOnce(control);
      const at = person.now;
      person.wait(3_000);
      person.browser.effect('mutation');
      return at;
    },
  },
  {
    signal: 'blocked-click',
    on: 'payment',
    by: ALL,
    play(visit) {
      const { person, shop } = visit;
      const off = { ...broken(visit, 'place-order'), disabled: () => true };
      const min = timesFor(person, 2);
      const at = hammer(visit, { ...off, region: 'card-form' }, min, () => person.random.between(500, 2_500));
      person.glance();
      shop.locked = true;
      return at;
    },
  },
  {
    signal: 'error-click',
    also: ['dead-click', 'impatient-click', 'slow-click'],
    on: 'cart',
    by: ALL,
    play(visit) {
      const { person } = visit;
      let at = 0;
      const ms = person.random.between(0, 600);
      const control = broken(visit, 'save-for-later', () =>
        person.browser.world.later(ms, () => {
          at = person.now;
          person.browser.tell({ type: 'exception', kind: 'error', own: true });
        }),
      );
      person.pressOnce(control);
      person.wait(3_000);
      return at;
    },
  },
  {
    signal: 'request-failure',
    also: ['error-message', 'slow-click'],
    on: 'cart',
    by: ALL,
    play(visit) {
      const { person } = visit;
      const { browser, random } = person;
      let at = 0;
      const control = broken(visit, 'remove-item', (press) => {
        const ms = random.between(150, 3_000);
        browser.busy(press);
        browser.world.later(ms, () => {
          browser.effect('mutation');
          at = person.now;
          browser.request(ms, random.pick([500, 502, 503, 429]));
        });
      });
      person.pressOnce(control);
      person.wait(5_000);
      return at;
    },
  },
  {
    signal: 'false-affordance',
    on: 'product',
    by: ['mouse', 'touch'],
    play(visit) {
      const { person } = visit;
      const looks = { ...broken(visit, 'badge'), more: { interactive: false, affords: true as const } };
      const at = hammer(visit, looks, timesFor(person, 2), () => person.random.between(700, 1_800));
      person.glance();
      return at;
    },
  },
  {
    signal: 'missed-tap',
    on: 'product',
    by: ['touch'],
    play(visit) {
      const { person } = visit;
      const target = visit.shop.button('colour-red', 'at-once');
      const beside = { ...broken(visit, 'main'), x: target.x + 30, y: target.y };
      const miss = { ...beside, more: { interactive: false, near: target.name } };
      const stopped = STOP_MS + hammer(visit, miss, 3, () => person.random.between(350, 550));
      person.pressOnce(target);
      const at = Math.min(stopped, lastOf(person, 'press'));
      person.glance();
      return at;
    },
  },
  {
    signal: 'dead-swipe',
    on: 'product',
    by: ['touch'],
    waits: true,
    play(visit) {
      const { person } = visit;
      const swipe = { ...broken(visit, 'gallery'), more: { interactive: false, gesture: 'swipe' as const } };
      const at = hammer(visit, swipe, 2, () => person.random.between(800, 1_600));
      person.wait(4_000);
      return at + DEAD_MS;
    },
  },
  {
    signal: 'rage-key',
    also: ['rage-click', 'dead-click'],
    on: 'product',
    by: ['key'],
    waits: true,
    play(visit) {
      const { person } = visit;
      const tile = { ...broken(visit, 'tile'), more: { interactive: false, gesture: 'key' as const } };
      const at = hammer(visit, tile, 4 + person.random.whole(0, 3), () => person.random.between(180, 400), 4);
      person.wait(2_000);
      return at + VERDICT_MS;
    },
  },
  {
    signal: 'repeated-click',
    on: 'listing',
    by: ALL,
    play(visit) {
      const { person, shop } = visit;
      let state = 1;
      const toggle = shop.button('favourite', 'at-once', { state: () => (state = 1 - state) });
      const min = timesFor(person, 5);
      const at = hammer(visit, toggle, min + 2, () => person.random.between(180, 330), min);
      person.glance();
      return at;
    },
  },
  {
    signal: 'frozen-page',
    on: 'listing',
    by: ALL,
    play(visit) {
      const { person } = visit;
      let at = 0;
      for (const name of ['sort-price', 'sort-new']) {
        person.pressOnce(
          broken(visit, name, (press) =>
            person.browser.world.later(700, () => {
              person.browser.effect('mutation', press);
              at = person.now;
              person.browser.tell({ type: 'freeze', ms: 690, press: press.id });
            }),
          ),
        );
        person.wait(2_500);
      }
      return at;
    },
  },
  {
    signal: 'payment-failure',
    also: ['request-failure', 'error-message', 'submit-loop'],
    on: 'payment',
    by: ALL,
    play(visit) {
      const { person, shop } = visit;
      const { browser, random } = person;
      let at = 0;
      const place = shop.payment;
      shop.locked = false;
      shop.payment = () => {
        browser.submit('card-form');
        const ms = random.between(600, 3_000);
        browser.world.later(ms, () => {
          shop.paying = false;
          browser.effect('mutation');
          browser.request(ms, random.pick([200, 402]));
          at = person.now;
          browser.tell({ type: 'host', event: 'payment-failure', data: { code: 'card_declined' } });
        });
      };
      person.pressOnce(shop.placeOrder);
      arrive(visit, 'payment');
      person.wait(5_000);
      shop.payment = place;
      return at;
    },
  },
];
