import type { Control } from './browser.js';
import type { Person } from './person.js';
import { ADDRESS, CARD, KEYS, type FieldName, type Shop } from './shop.js';

export type Place =
  | 'listing'
  | 'product'
  | 'cart'
  | 'address'
  | 'delivery'
  | 'payment'
  | 'thanks'
  | 'orders'
  | 'help';

/** A piece of a session that happens on one page. */
export interface Scene {
  readonly on: Place;
  play(): void;
}

/** Somebody in the shop. */
export interface Visit {
  readonly person: Person;
  readonly shop: Shop;
}

const PATHS: Readonly<Record<Place, string>> = {
  listing: '/products',
  product: '/products/:id',
  cart: '/cart',
  address: '/checkout/address',
  delivery: '/checkout/delivery',
  payment: '/checkout/payment',
  thanks: '/thanks',
  orders: '/orders/:id',
  help: '/help',
};
export const pathOf = (place: Place): string => PATHS[place];

export const scene = (on: Place, play: () => void): Scene => ({ on, play });

/** A link or button that leads to another page of the shop; the way of the checkout is one page with routes. */
export function way({ shop }: Visit, name: string, to: Place): Control {
  const routed = ['delivery', 'payment'].includes(to);
  return shop.button(name, routed ? 'route' : 'load', { to: PATHS[to], role: 'link' });
}

/** Goes to a page and looks at it. */
export function open(visit: Visit, name: string, to: Place): void {
  visit.person.press(way(visit, name, to));
  arrive(visit, to);
}

export function arrive({ person }: Visit, at: Place): void {
  // Until the page is there, and then a look at it.
  for (let ms = 0; person.browser.path !== PATHS[at] && ms < 12_000; ms += 50) person.wait(50);
  person.glance();
}

/** What a shopper does on the pages before the checkout; each a scene of its own. */
export const browsing = (visit: Visit): Scene[] => {
  const { person, shop } = visit;
  const { random } = person;
  const filter = shop.button('filter-size', 'request', { role: 'checkbox', state: toggling() });
  const more = shop.button('show-more', 'spinner');
  const size = shop.option('size', 'product-form', random.whole(1, 4));
  const next = shop.button('next-picture', 'at-once');
  return [
    scene('listing', () => {
      person.browser.load(PATHS.listing);
      person.glance();
    }),
    scene('listing', () => person.scroll(random.whole(1, 6) * 200)),
    scene('listing', () => random.chance(0.5) && person.press(filter)),
    scene('listing', () => {
      if (random.chance(0.4)) person.press(more);
      person.glance();
    }),
    scene('product', () => open(visit, 'product-card', 'product')),
    scene('product', () => {
      for (let pictures = random.whole(0, 4); pictures > 0; pictures--) {
        person.press(next);
        person.wait(random.between(400, 2_500));
      }
    }),
    scene('product', () => person.read(random.between(4_000, 25_000))),
    scene('product', () => {
      person.press(size);
      person.wait(600);
      person.press(shop.button('add-to-cart', random.pick(['request', 'spinner', 'at-once'])));
      person.wait(3_000);
      person.glance();
    }),
    scene('cart', () => open(visit, 'cart-link', 'cart')),
    scene('cart', () => {
      if (random.chance(0.3)) person.press(shop.button('quantity-more', 'debounced'));
      person.glance();
    }),
  ];
};

/** A control of which the page shows whether it is on. */
export function toggling(): () => number {
  let state = 1;
  return () => (state = 1 - state);
}

export const filling = ({ person, shop }: Visit, name: FieldName): void =>
  person.fill(shop.fields[name], KEYS[name]);

/** All at once, as the browser does it: each field is changed without having the focus. */
export function autofill({ person, shop }: Visit, names: readonly FieldName[]): void {
  const first = shop.fields[names[0]!];
  person.goTo(first);
  person.wait(900);
  for (const name of names) {
    const { form, kind = 'text' } = shop.fields[name];
    const about = { field: name, form, kind } as const;
    person.browser.tell({ type: 'field', what: 'input', ...about, via: 'autofill' });
    person.browser.tell({ type: 'field', what: 'change', ...about });
  }
  person.glance();
}

const form = (visit: Visit, on: Place, names: readonly FieldName[]): Scene[] =>
  visit.person.habits.fills === 'autofill'
    ? [scene(on, () => autofill(visit, names))]
    : names.map((name) => scene(on, () => filling(visit, name)));

/** From the cart to the order. */
export const checkout = (visit: Visit): Scene[] => {
  const { person, shop } = visit;
  const { random } = person;
  const { browser } = person;
  const proceed = (from: Place, to: Place): Control =>
    shop.button('continue', 'route', {
      region: `${from}-form`,
      to: PATHS[to],
      submits: `${from}-form`,
      more: { commit: true },
    });
  return [
    scene('address', () => open(visit, 'checkout', 'address')),
    ...form(visit, 'address', ADDRESS),
    scene('address', () => person.glance()),
    scene('delivery', () => {
      person.press(proceed('address', 'delivery'));
      arrive(visit, 'delivery');
    }),
    scene('delivery', () => person.press(shop.option('delivery', 'delivery-form', random.whole(1, 3)))),
    scene('delivery', () => person.glance()),
    scene('payment', () => {
      shop.locked = true;
      person.press(proceed('delivery', 'payment'));
      arrive(visit, 'payment');
    }),
    ...form(visit, 'payment', CARD),
    scene('payment', () => {
      shop.locked = false;
      person.glance();
    }),
    scene('thanks', () => {
      if (browser.path !== PATHS.payment) return;
      person.press(shop.placeOrder);
      arrive(visit, 'thanks');
    }),
    scene('thanks', () => person.read(random.between(3_000, 12_000))),
  ];
};
