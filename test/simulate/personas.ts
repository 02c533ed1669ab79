import { arrive, open, pathOf, scene, type Place, type Visit } from './journey.js';
import { splice, type Persona } from './session.js';
import { KEYS } from './shop.js';

const one =
  (on: Place, play: (visit: Visit) => void): NonNullable<Persona['change']> =>
  (scenes, visit, random) =>
    splice(scenes, on, [scene(on, () => play(visit))], random);

const nothing = { name: 'main', role: 'main', region: 'main', x: 500, y: 500 };
/** Of text: nothing to activate. */
const text = (more: { exempt?: 'selection' } = {}) => ({ ...nothing, more: { interactive: false, ...more } });

export const PERSONAS: readonly Persona[] = [
  { name: 'fluent', trap: 'nothing: the measure of all others', anyWay: true, habits: {} },
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
    anyWay: true,
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
    anyWay: true,
    habits: { fills: 'autofill' },
  },
  {
    name: 'pastes',
    trap: 'rejected paste: pastes what is then accepted',
    anyWay: true,
    habits: { fills: 'paste' },
  },
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
    anyWay: true,
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
    anyWay: true,
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
    anyWay: true,
    habits: {},
    change: one('payment', (visit) => {
      const { person, shop } = visit;
      person.press(shop.button('edit-address', 'route', { role: 'link', to: pathOf('address') }));
      arrive(visit, 'address');
      person.goTo(shop.fields.street);
      person.erase(4);
      person.type(4);
      for (const [from, to] of [
        ['address', 'delivery'],
        ['delivery', 'payment'],
      ] as const) {
        const [region, path] = [`${from}-form`, pathOf(to)];
        person.press(shop.button('continue', 'route', { region, to: path, submits: region }));
        arrive(visit, to);
      }
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
    anyWay: true,
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
    anyWay: true,
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
    anyWay: true,
    habits: { fetchesCard: true },
    change: one('payment', ({ person, shop }) => {
      const card = shop.fields['card-number'];
      person.fill(card, 16);
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
    anyWay: true,
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
    anyWay: true,
    habits: {},
    change: one('cart', ({ person, shop }) => {
      const apply = shop.button('apply-coupon', 'request', { region: 'coupon-form' });
      person.fill(shop.fields.coupon, KEYS.coupon);
      person.press(apply);
      person.wait(1_200);
      person.browser.tell({ type: 'host', event: 'coupon-rejected', data: { code: 'expired' } });
      person.glance();
      // Selected and typed over.
      person.goTo(shop.fields.coupon);
      person.type(8);
      person.press(apply);
      person.wait(1_500);
    }),
  },
  {
    name: 'validated while typing',
    trap: 'error loop: every field is wrong until it is right',
    anyWay: true,
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
    anyWay: true,
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
