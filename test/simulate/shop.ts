import type { Attempt, Browser, Control, Field } from './browser.js';
import type { Random } from './random.js';

/** How pages answer a press; all of these are answers, and none is struggle. */
export type Answers = 'at-once' | 'debounced' | 'request' | 'spinner' | 'load' | 'route';

/** In milliseconds. Slow servers show progress, as they should. */
const DEBOUNCE_MS = [120, 420] as const;
const REQUEST_MS = [120, 850] as const;
const SPINNER_MS = [400, 2_500] as const;
const SLOW_MS = [2_500, 8_500] as const;
const LOAD_MS = [150, 900] as const;
/** Resource timing is told of a little after the answer is on the page. */
const TIMING_MS = 30;

export interface Shop {
  readonly browser: Browser;
  readonly random: Random;
  /** Servers take their time, and the pages say so. */
  slow: boolean;
  button(
    name: string,
    answers: Answers,
    more?: Partial<Control> & { to?: string; submits?: string; afterwards?: () => void },
  ): Control;
  readonly fields: Readonly<Record<FieldName, Field>>;
  /** A choice among several, numbered. */
  option(name: string, form: string, value: number): Control;
  readonly placeOrder: Control;
  /** What became of pressing `placeOrder`; the order is placed unless told otherwise. */
  payment: (attempt: Attempt) => void;
  /** Until it is filled in the order cannot be placed, and the button is off. */
  locked: boolean;
  /** The order is being placed. */
  paying: boolean;
}
export type FieldName =
  | 'email'
  | 'name'
  | 'street'
  | 'postcode'
  | 'city'
  | 'phone'
  | 'coupon'
  | 'search'
  | 'card-number'
  | 'expiry'
  | 'security-code'
  | 'card-name'
  | 'message';

/** How many keys each takes. */
export const KEYS: Readonly<Record<FieldName, number>> = {
  email: 21,
  name: 14,
  street: 18,
  postcode: 5,
  city: 8,
  phone: 9,
  coupon: 8,
  search: 9,
  'card-number': 16,
  expiry: 4,
  'security-code': 3,
  'card-name': 14,
  message: 80,
};

export const ADDRESS = ['email', 'name', 'street', 'postcode', 'city'] as const;
export const CARD = ['card-number', 'expiry', 'security-code', 'card-name'] as const;

/** The same name always stands at the same place. */
function placeOf(name: string): { x: number; y: number } {
  let hash = 7;
  for (const letter of name) hash = (hash * 31 + letter.charCodeAt(0)) % 9_973;
  return { x: 160 + (hash % 900), y: 120 + ((hash * 7) % 520) };
}

export function createShop(browser: Browser, random: Random): Shop {
  const { world } = browser;
  const between = ([low, high]: readonly [number, number]) => random.between(low, high);
  const request = (ms: number, status?: number) =>
    world.later(TIMING_MS, () => browser.request(ms + TIMING_MS, status));

  const field = (name: FieldName, form: string, kind?: Field['kind']): Field => ({
    name,
    form,
    ...placeOf(name),
    ...(kind && { kind }),
  });
  const fields: Shop['fields'] = {
    email: field('email', 'address-form'),
    name: field('name', 'address-form'),
    street: field('street', 'address-form'),
    postcode: field('postcode', 'address-form'),
    city: field('city', 'address-form'),
    phone: field('phone', 'address-form'),
    coupon: field('coupon', 'coupon-form'),
    search: field('search', 'search', 'search'),
    'card-number': field('card-number', 'card-form', 'lookup'),
    expiry: field('expiry', 'card-form', 'lookup'),
    'security-code': field('security-code', 'card-form', 'lookup'),
    'card-name': field('card-name', 'card-form'),
    message: field('message', 'contact-form', 'long-text'),
  };

  const shop: Shop = {
    browser,
    random,
    slow: false,
    fields,
    locked: false,
    paying: false,
    button(name, answers, { to, submits, afterwards, ...more } = {}) {
      let working = false;
      const act = (attempt: Attempt) => {
        if (working) return;
        const done = () => {
          working = false;
          afterwards?.();
        };
        const arrive = () => {
          if (answers === 'load') browser.load(to!);
          else browser.route(to!);
          done();
        };
        if (answers === 'at-once') {
          browser.effect('mutation', attempt);
          afterwards?.();
        } else if (answers === 'debounced') {
          world.later(between(DEBOUNCE_MS), () => browser.effect('mutation'));
          afterwards?.();
        } else {
          working = true;
          const { path } = browser;
          const ms = between(
            answers === 'load'
              ? LOAD_MS
              : answers === 'request'
                ? REQUEST_MS
                : shop.slow
                  ? SLOW_MS
                  : SPINNER_MS,
          );
          if (answers === 'load' || answers === 'spinner' || (answers === 'route' && to))
            browser.busy(attempt);
          if (submits) browser.submit(submits);
          world.later(ms, () => {
            if (browser.path !== path) working = false;
            else if (answers === 'load') arrive();
            else {
              request(ms);
              if (answers === 'route') arrive();
              else {
                browser.effect('mutation');
                done();
              }
            }
          });
        }
      };
      // A button that shows progress is off meanwhile, as such buttons are.
      const off = () => working && (answers === 'spinner' || answers === 'route');
      return { name, region: 'main', ...placeOf(name), disabled: off, acts: act, ...more };
    },
    option: (name, form, value) => ({
      name: `${name}-${value}`,
      role: 'radio',
      region: form,
      ...placeOf(`${name}-${value}`),
      acts(attempt) {
        browser.effect('control', attempt);
        browser.choose({ name, form, ...placeOf(name), kind: 'choice' }, value);
      },
    }),
    payment() {
      const ms = between(shop.slow ? SLOW_MS : SPINNER_MS);
      browser.submit('card-form');
      world.later(ms, () => {
        request(ms);
        shop.paying = false;
        browser.tell({ type: 'host', event: 'payment-accepted', data: {} });
        browser.tell({ type: 'host', event: 'order-placed', data: {} });
        browser.route('/thanks');
      });
    },
    placeOrder: {
      name: 'place-order',
      region: 'card-form',
      ...placeOf('place-order'),
      more: { commit: true },
      disabled: () => shop.locked || shop.paying,
      acts(attempt) {
        shop.paying = true;
        browser.busy(attempt);
        shop.payment(attempt);
      },
    },
  };
  return shop;
}
