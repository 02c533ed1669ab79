import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Page } from '../support/engines/index.js';
import { CARDS, fillCard, goToStep, payInVain } from './support/buy.js';
import { describeShop } from './support/describe-shop.js';
import { startShop, type Shop } from './support/shop.js';
import { problems, told, waitForHelp } from './support/told.js';

const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
/** Never now, whenever the test runs: neither today, nor tomorrow, should midnight come meanwhile. */
const away = DAYS[(new Date().getUTCDay() + 3) % 7];
const CLOSED = { days: [away], hours: '09:00-18:00', zone: 'UTC' };

/** Presses what is in the open panel, by its words; the first of those that have them. */
async function press(page: Page, words: string): Promise<void> {
  const at = () =>
    page.waitFor(
      (wanted) => {
        type Inside = { shadowRoot: ShadowRoot | null };
        const roots = [document.querySelector('antes-panel'), document.querySelector('antes-inline')].flatMap(
          (host) => [host, (host as Inside | null)?.shadowRoot?.querySelector('antes-contact')],
        );
        for (const host of roots)
          for (const one of host?.shadowRoot?.querySelectorAll('button, a, label') ?? []) {
            const box = one.getBoundingClientRect();
            if (!one.textContent?.replace(/\s+/g, ' ').includes(wanted) || !box.width) continue;
            one.scrollIntoView({ block: 'center' });
            const { x, y, width, height } = one.getBoundingClientRect();
            return [x + width / 2, y + height / 2] as const;
          }
        return undefined;
      },
      { args: [words], message: `'${words}' in the panel` },
    );
  await at();
  const [x, y] = await at();
  await page.clickAt(x, y);
}
const panelText = (page: Page) =>
  page.evaluate(() => {
    const root = document.querySelector('antes-panel')?.shadowRoot;
    const text = `${root?.textContent ?? ''} ${root?.querySelector('antes-contact')?.shadowRoot?.textContent ?? ''}`;
    return text.replace(/\s+/g, ' ');
  });
/** What the people of the shop see. */
async function agent(page: Page, shop: Shop, code?: string): Promise<string> {
  await page.goto(`${shop.origin}/agent?lang=en`);
  if (code !== undefined) {
    await page.type('#code', code);
    await page.press('Enter');
    await page.waitFor("!!document.querySelector('#handoff')");
  }
  return page.evaluate(() => document.querySelector('main')!.innerText.replace(/\s+/g, ' '));
}

type Shops = { contact: { channels: Record<string, { hours: unknown }> } };
const withHours = (hours: unknown) => (config: Shops) => {
  for (const name of ['chat', 'phone']) config.contact.channels[name]!.hours = hours;
  return config;
};

describeShop('a customer who wants a person', { config: withHours({ zone: 'UTC' }) }, (visit) => {
  let open: Shop;
  let closed: Shop;
  let page: Page;
  beforeAll(async () => {
    closed = await startShop({ config: withHours(CLOSED) });
  });
  afterAll(() => closed.close());
  beforeEach(() => {
    ({ shop: open, page } = visit());
  });

  /** Two declines, the help, and its way to a person. */
  async function ask(shop: Shop): Promise<void> {
    await goToStep(page, shop, 'payment');
    await fillCard(page, CARDS.declined);
    await payInVain(page);
    await payInVain(page);
    await waitForHelp(page, 'card-declined-twice');
    await press(page, 'Ask us, we can see what happened');
    await page.waitFor("!!document.querySelector('antes-panel')");
  }
  const contacts = async () => (await told(page)).filter(({ type }) => type === 'contact');

  it('sees what is passed on, and the chat gets exactly what is ticked', async () => {
    await ask(open);
    await page.waitFor(
      "!!document.querySelector('antes-panel').shadowRoot.querySelector('antes-contact').shadowRoot.querySelector('fieldset')",
    );
    const text = await panelText(page);
    for (const part of ['This is what we will pass on', 'Card declined', 'Payment', 'What the bank said'])
      expect(text).toContain(part);
    expect(await contacts()).toEqual([]);
    await press(page, 'What the bank said');
    await press(page, 'Start the chat');
    await page.waitFor("!!document.querySelector('.chat__line--known')");
    const known = await page.evaluate(() => document.querySelector('.chat__line--known')!.textContent ?? '');
    expect(known).toContain('What it is about: Card declined');
    expect(known).toContain('Where you are: Payment');
    expect(known).not.toContain('What the bank said');
    const [contact] = await contacts();
    expect(contact?.detail).toMatchObject({
      channel: 'chat',
      reason: 'card-declined',
      handoff: { facts: {} },
    });
    expect(await problems(page)).toEqual([]);
    const seen = await agent(page, open);
    expect(seen).toContain('Card declined');
    expect(seen).not.toContain('What the bank said');
  });

  it('says a code on the phone, and the agent sees what was agreed to', async () => {
    await ask(open);
    await press(page, 'Other ways to reach us');
    await press(page, 'Call us');
    await press(page, 'Where you are');
    await press(page, 'Get a code');
    const code = await page.waitFor(
      () =>
        document
          .querySelector('antes-panel')
          ?.shadowRoot?.querySelector('antes-contact')
          ?.shadowRoot?.querySelector('[part=code]')?.textContent ?? undefined,
    );
    expect(code).toMatch(/^[0-9A-Z]{3} [0-9A-Z]{3}$/);
    const seen = await agent(page, open, code.toLowerCase());
    expect(seen).toContain('What the bank said Card declined');
    expect(seen.split('Calls that were asked for')[0]).not.toContain('Where you are');
  });

  it('out of hours is offered a call, and the request has it all', async () => {
    await ask(closed);
    expect(await panelText(page)).toContain('Closed now. Opens');
    await press(page, 'Have us call you back');
    await page.waitFor(
      "!!document.querySelector('antes-panel').shadowRoot.querySelector('antes-contact').shadowRoot.querySelector('input[type=tel]')",
    );
    await press(page, 'Your phone number');
    await page.type(null, '+34 612 345 678');
    await page.press('Enter');
    await page.waitFor(
      () =>
        document
          .querySelector('antes-panel')
          ?.shadowRoot?.querySelector('antes-contact')
          ?.shadowRoot?.textContent?.includes('We will call you') || undefined,
    );
    const seen = await agent(page, closed);
    expect(seen).toContain('+34 612 345 678');
    expect(seen).toContain('What it is about Card declined');
  });
});
