import type { Page } from '../../support/engines/index.js';
import type { Shop } from './shop.js';

export const CARDS = { good: '4242424242424242', declined: '4000000000000002' } as const;
type Step = 'address' | 'delivery' | 'payment';

/**
 * Brings a new visitor to a step of the checkout, with what comes before it done. The requests are those that the
 * shop's own pages make; Antes is not there while they are made.
 */
export async function goToStep(
  page: Page,
  shop: Shop,
  step: Step,
  { lang = 'en', fault = '' }: { lang?: string; fault?: string } = {},
): Promise<void> {
  await page.goto(`${shop.origin}/status/summary.json`);
  await page.evaluate(async (wanted) => {
    const send = async (method: string, path: string, body: string, type: string) => {
      const answer = await fetch(path, { method, body, headers: { 'content-type': type } });
      if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status}`);
    };
    const put = (path: string, body: unknown) => send('PUT', path, JSON.stringify(body), 'application/json');
    await send('POST', '/cart/items', 'product=mug-alba&quantity=1', 'application/x-www-form-urlencoded');
    if (wanted === 'address') return;
    await put('/api/checkout/address', {
      email: 'ana@example.com',
      name: 'Ana Ruiz',
      phone: '',
      country: 'ES',
      postcode: '28013',
      street: 'Calle Mayor',
      number: '7',
      extra: '',
      city: 'Madrid',
    });
    if (wanted === 'payment') await put('/api/checkout/delivery', { option: 'standard' });
  }, step);
  await page.goto(`${shop.origin}/checkout/${step}?lang=${lang}&fault=${fault || 'none'}`);
  await page.waitFor(
    `document.querySelector('.checkout--${step}') && window.antes?.config?.triggers?.length > 0`,
  );
}

/**
 * Presses with a mouse that has come to rest, as a hand's does. A machine that scrolls and presses within one frame
 * makes a page that seems to scroll by itself in answer to the press.
 */
export async function press(page: Page, selector: string): Promise<void> {
  await page.move(selector);
  // Where it is in two frames one after the other, it stays: fonts that come late have moved what is below them.
  await page.evaluate(async (wanted) => {
    await document.fonts.ready;
    const frame = () => new Promise<void>((done) => requestAnimationFrame(() => setTimeout(done)));
    const place = () => {
      const { x, y } = document.querySelector(wanted)!.getBoundingClientRect();
      return `${x} ${y}`;
    };
    for (let before = '', now = place(); before !== now; now = place()) {
      before = now;
      await frame();
      await frame();
    }
  }, selector);
  await page.click(selector);
}

const IDS = ['number', 'expiry', 'cvc', 'name'] as const;

/** Between two keys: fast for a hand, but a machine's speed would show what no customer sees. */
const KEY_MS = 40;

/** Empties a field and types into it, as a customer who replaces what is there. */
export async function retype(page: Page, selector: string, text: string): Promise<void> {
  await page.click(selector);
  const length = await page.evaluate(
    (field) => (document.querySelector(field) as HTMLInputElement).value.length,
    selector,
  );
  if (length > 0) await page.press('End');
  for (let i = 0; i < length; i++) await page.press('Backspace');
  await page.type(null, text, { delay: KEY_MS });
}

/** Fills the card form in; only what is empty, and the number. */
export async function fillCard(page: Page, number: string): Promise<void> {
  const values = { number, expiry: '1234', cvc: '123', name: 'Ana Ruiz' };
  for (const id of IDS) {
    const empty = await page.evaluate(
      (field) => (document.querySelector(field) as HTMLInputElement).value === '',
      `#card-${id}`,
    );
    if (empty || id === 'number') await retype(page, `#card-${id}`, values[id]);
  }
}

export const failedPayments = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      (
        JSON.parse(sessionStorage.getItem('witness') ?? '[]') as { type: string; detail: { name?: string } }[]
      ).filter(({ type, detail }) => type === 'signal' && detail.name === 'payment-failure').length,
  );

/** Presses "Place order" and waits for the bank's no. */
export async function payInVain(page: Page): Promise<void> {
  const before = await failedPayments(page);
  await page.click('#place-order');
  await page.waitFor(
    (n) =>
      (
        JSON.parse(sessionStorage.getItem('witness') ?? '[]') as { type: string; detail: { name?: string } }[]
      ).filter(({ type, detail }) => type === 'signal' && detail.name === 'payment-failure').length > n,
    { args: [before], message: 'payment-failure' },
  );
}
