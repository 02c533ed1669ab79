// What the server gives the checkout with the page.

export interface Line {
  id: string;
  cents: number;
  quantity: number;
  lineCents: number;
}

export type Address = Record<
  'email' | 'name' | 'phone' | 'country' | 'postcode' | 'street' | 'number' | 'extra' | 'city',
  string
>;

export interface Basket {
  id: string;
  lines: Line[];
  count: number;
  address: Address | null;
  delivery: string | null;
  coupon: string | null;
  giftWrap: boolean;
  subtotalCents: number;
  discountCents: number;
  deliveryCents: number;
  giftWrapCents: number;
  totalCents: number;
}

export interface Order {
  id: string;
  state: string;
  eta: number;
  email: string;
  address: Address;
  delivery: string;
  method: string;
  items: { id: string; quantity: number; cents: number }[];
  totalCents: number;
}

export interface Country {
  code: string;
  name: string;
  pattern: string;
  example: string;
}

export type Fault =
  | 'dead-button'
  | 'stuck-disabled'
  | 'field-overwrite'
  | 'throwing-handler'
  | 'frozen-page'
  | 'endless-spinner'
  | 'coupon-fails';

interface CheckoutData {
  lang: string;
  region: string;
  texts: Texts;
  basket: Basket;
  order: Order | null;
  faults: Fault[];
  phone: string;
  giftWrapCents: number;
  freeDeliveryFromCents: number;
  delivery: { id: string; cents: number }[];
  countries: Country[];
  testCards: { number: string; outcome: string }[];
}

export interface Texts {
  [key: string]: string | Texts;
}

export const data = JSON.parse(document.getElementById('checkout-data')?.textContent ?? '{}') as CheckoutData;

export const broken = (fault: Fault): boolean => data.faults.includes(fault);
