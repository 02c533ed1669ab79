import { createBrowser } from './browser.js';
import {
  arrive,
  browsing,
  checkout,
  open,
  pathOf,
  scene,
  type Place,
  type Scene,
  type Visit,
} from './journey.js';
import { createPerson, type Habits } from './person.js';
import { createRandom, type Random } from './random.js';
import { createShop, KEYS } from './shop.js';
import { createWorld } from './world.js';

/** Somebody who is fine, and does what looks like trouble to those who only count and measure. */
export interface Persona {
  readonly name: string;
  /** What a careless detector would say of them. */
  readonly trap: string;
  readonly habits: Partial<Habits>;
  /** Does something besides, or otherwise. */
  readonly change?: (scenes: Scene[], visit: Visit, random: Random) => Scene[];
}

/** Puts scenes after a random one of those on a page. */
export function splice(scenes: readonly Scene[], on: Place, more: readonly Scene[], random: Random): Scene[] {
  const places = scenes.flatMap((one, i) => (one.on === on ? [i] : []));
  const at = random.pick(places) + 1;
  return [...scenes.slice(0, at), ...more, ...scenes.slice(at)];
}
const one =
  (on: Place, play: (visit: Visit) => void): NonNullable<Persona['change']> =>
  (scenes, visit, random) =>
    splice(scenes, on, [scene(on, () => play(visit))], random);

const nothing = { name: 'main', role: 'main', region: 'main', x: 500, y: 500 };
/** Of text: nothing to activate. */
const text = (more: { exempt?: 'selection' } = {}) => ({ ...nothing, more: { interactive: false, ...more } });

export const PERSONAS: readonly Persona[] = [
  { name: 'fluent', trap: 'nothing: the measure of all others', habits: {} },
  { name: 'double-clicks', trap: 'rage: every press comes twice', habits: { doubleClicks: true } },
  {
    name: 'selects text',
    trap: 'rage: triple clicks on text, clicks that clear a selection',
    habits: {},
    change: (scenes, visit, random) => {
      const select = () => {
        const { person } = visit;
        person.pressOnce(text());
        for (let i = 0; i < 2; i++) {
          person.wait(person.human.doubleClick());
          person.pressOnce(text({ exempt: 'selection' }));
        }
        person.wait(500);
        person.browser.tell({ type: 'copy', what: 'other', how: 'copy' });
        person.glance();
        person.pressOnce(text({ exempt: 'selection' }));
      };
      const often = splice(scenes, 'product', [scene('product', select), scene('product', select)], random);
      return splice(often, 'thanks', [scene('thanks', select)], random);
    },
  },
  {
    name: 'reads for minutes',
    trap: 'stall: long pauses, little scrolling',
    habits: {},
    change: (scenes, visit, random) => {
      const read = (ms: number) => () => visit.person.read(ms);
      const more = splice(
        scenes,
        'product',
        [scene('product', read(random.between(120_000, 400_000)))],
        random,
      );
      return splice(more, 'delivery', [scene('delivery', read(random.between(20_000, 60_000)))], random);
    },
  },
  {
    name: 'autofills',
    trap: 'errors and stalls: fields change without focus',
    habits: { fills: 'autofill' },
  },
  { name: 'pastes', trap: 'rejected paste: pastes what is then accepted', habits: { fills: 'paste' } },
  { name: 'keyboard only', trap: 'dead clicks without a pointer', habits: { by: 'key' } },
  { name: 'touch', trap: 'taps and flicks on a phone', habits: { by: 'touch' } },
  {
    name: 'tremor, touch',
    trap: 'missed taps: touches beside the mark',
    habits: { by: 'touch', tremor: true, slower: 1.5 },
  },
  {
    name: 'tremor, mouse',
    trap: 'thrashed cursor, clicks beside the mark',
    habits: { tremor: true, slower: 1.5 },
    change: one('product', ({ person }) => {
      for (let turns = 4; turns < 7; turns++) {
        person.browser.tell({ type: 'turns', turns });
        person.wait(300);
      }
    }),
  },
  {
    name: 'low vision',
    trap: 'zoom need: enlarges pictures and texts',
    habits: { slower: 2 },
    change: one('product', ({ person }) => {
      person.browser.tell({ type: 'zoom', scale: 1.8, picture: true });
      person.read(20_000);
      person.browser.tell({ type: 'zoom', scale: 1 });
    }),
  },
  {
    name: 'leaves the tab',
    trap: 'stall, looking elsewhere: two minutes away, in the middle of a step',
    habits: {},
    change: (scenes, visit, random) => {
      const leave = () => visit.person.away(random.between(100_000, 150_000));
      return splice(
        splice(scenes, 'payment', [scene('payment', leave)], random),
        'product',
        [scene('product', leave)],
        random,
      );
    },
  },
  {
    name: 'goes back after a typo',
    trap: 'u-turn: back one step, once',
    habits: {},
    change: one('payment', (visit) => {
      const { person, shop } = visit;
      const fields = { ...shop.fields };
      person.press(shop.button('edit-address', 'route', { role: 'link', to: pathOf('address') }));
      arrive(visit, 'address');
      person.goTo(fields.street);
      person.erase(4);
      person.type(4);
      person.press(
        shop.button('continue', 'route', {
          region: 'address-form',
          to: pathOf('delivery'),
          submits: 'address-form',
        }),
      );
      arrive(visit, 'delivery');
      person.press(
        shop.button('continue', 'route', {
          region: 'delivery-form',
          to: pathOf('payment'),
          submits: 'delivery-form',
        }),
      );
      arrive(visit, 'payment');
    }),
  },
  {
    name: 'impatient but fine',
    trap: 'rage, slow, blocked: presses again at once, while the page shows that it works',
    habits: { doubleClicks: true },
    change: (scenes, visit) => {
      visit.shop.slow = true;
      return scenes;
    },
  },
  {
    name: 'compares products',
    trap: 'u-turn, option churn: A, B, C and back; filters and sorting on and off',
    habits: {},
    change: (scenes, visit, random) => {
      const { person, shop } = visit;
      const compare = () => {
        for (const path of [
          '/products/:id',
          '/products',
          '/products/:id',
          '/products',
          '/products/:id',
        ] as const) {
          person.press(
            shop.button(path === '/products' ? 'back-to-list' : `card-${random.whole(1, 9)}`, 'load', {
              role: 'link',
              to: path,
            }),
          );
          arrive(visit, path === '/products' ? 'listing' : 'product');
          person.read(random.between(10_500, 20_000));
        }
      };
      const sort = () => {
        for (let i = 0; i < 3; i++) {
          person.press(
            shop.button(random.pick(['sort-price', 'sort-new', 'filter-colour', 'filter-brand']), 'request'),
          );
          person.wait(1_000);
          person.glance();
        }
      };
      return splice(
        splice(scenes, 'listing', [scene('listing', sort)], random),
        'product',
        [scene('product', compare)],
        random,
      );
    },
  },
  {
    name: 'fast stepper',
    trap: 'rage: "+" and the next picture pressed as fast as can be, all answered',
    habits: {},
    change: (scenes, visit, random) => {
      const fast = (on: Place, name: string, answers: 'at-once' | 'debounced') =>
        scene(on, () => {
          const control = visit.shop.button(name, answers);
          for (let times = random.whole(4, 9); times > 0; times--) {
            visit.person.pressOnce(control);
            visit.person.wait(visit.person.human.burst());
          }
          visit.person.glance();
        });
      const pictures = splice(scenes, 'product', [fast('product', 'next-picture', 'at-once')], random);
      return splice(pictures, 'cart', [fast('cart', 'quantity-more', 'debounced')], random);
    },
  },
  {
    name: 'corrects the card once',
    trap: 'error loop: one error, put right at once',
    habits: { fetchesCard: true },
    change: one('payment', ({ person, shop }) => {
      const card = shop.fields['card-number'];
      person.fill(card, 16);
      person.leave();
      person.browser.focus(null);
      person.browser.invalid(card);
      person.glance();
      person.goTo(card);
      person.erase(3);
      person.type(3);
      person.browser.valid(card);
      person.wait(500);
    }),
  },
  {
    name: 'screen reader',
    trap: 'presses without pointer or key, long times',
    habits: { by: 'assist', slower: 2 },
  },
  {
    name: 'checks an order once',
    trap: 'status anxiety: looks once, and once more after a while',
    habits: {},
    change: (scenes, visit, random) => {
      const look = scene('orders', () => {
        open(visit, 'my-order', 'orders');
        visit.person.read(random.between(5_000, 20_000));
      });
      return [look, ...scenes, ...(random.chance(0.5) ? [look] : [])];
    },
  },
  {
    name: 'one wrong coupon',
    trap: 'coupon churn: a code that has expired, then one that works',
    habits: {},
    change: one('cart', ({ person, shop }) => {
      const apply = shop.button('apply-coupon', 'request', { region: 'coupon-form' });
      person.fill(shop.fields.coupon, KEYS.coupon);
      person.press(apply);
      person.wait(1_200);
      person.browser.tell({ type: 'host', event: 'coupon-rejected', data: { code: 'expired' } });
      person.glance();
      person.goTo(shop.fields.coupon);
      person.erase(8);
      person.type(8);
      person.press(apply);
      person.wait(1_500);
    }),
  },
  {
    name: 'validated while typing',
    trap: 'error loop: every field is wrong until it is right',
    habits: {},
    change: (scenes, { person, shop }) => {
      for (const name of ['email', 'postcode'] as const) {
        const field = shop.fields[name];
        let keys = 0;
        Object.assign(field, {
          typed() {
            keys++;
            if (keys === 2) person.browser.invalid(field);
            if (keys === KEYS[name]) person.browser.valid(field);
          },
        });
      }
      return scenes;
    },
  },
  {
    name: 'searches',
    trap: 'search struggle: types a query, refines it once, finds it',
    habits: {},
    change: one('listing', ({ person, shop }) => {
      const { search } = shop.fields;
      person.fill(search, KEYS.search);
      person.wait(500);
      person.browser.submit('search', { search: true });
      person.wait(700);
      person.glance();
      person.goTo(search);
      person.type(5);
      person.browser.submit('search', { search: true });
      person.wait(900);
      person.glance();
    }),
  },
];

export interface Session extends Visit {
  readonly scenes: Scene[];
}

/** A session of this person, not played yet. */
export function createSession(persona: Persona, seed: number, habits: Partial<Habits> = {}): Session {
  const random = createRandom(seed);
  const browser = createBrowser(createWorld());
  const person = createPerson(browser, random, { by: 'mouse', ...persona.habits, ...habits });
  const shop = createShop(browser, random);
  const visit = { person, shop };
  const scenes = [...browsing(visit), ...checkout(visit)];
  return { ...visit, scenes: persona.change?.(scenes, visit, random) ?? scenes };
}
