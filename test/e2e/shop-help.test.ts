import { beforeEach, expect, it } from 'vitest';
import type { Page } from '../support/engines/index.js';
import { CARDS, fillCard, goToStep, payInVain, press, retype } from './support/buy.js';
import { describeShop } from './support/describe-shop.js';
import type { Shop } from './support/shop.js';
import { helps, ours, told, waitForHelp } from './support/told.js';
import { pressIn, saying, tabToWords } from './support/widgets.js';

/** Not sooner than this, and then at a boundary, what comes after a solved problem is offered. */
const AFTERWARDS_MS = 5_000;

const ticks = (page: Page) =>
  page.evaluate(() =>
    [
      ...(document
        .querySelector('antes-inline')
        ?.shadowRoot?.querySelector('antes-guide')
        ?.shadowRoot?.querySelectorAll('[part=step]') ?? []),
    ].map((step) => step.classList.contains('done')),
  );
const waitForTicks = (page: Page, wanted: readonly boolean[]) =>
  page.waitFor(
    (list) =>
      JSON.stringify(
        [
          ...(document
            .querySelector('antes-inline')
            ?.shadowRoot?.querySelector('antes-guide')
            ?.shadowRoot?.querySelectorAll('[part=step]') ?? []),
        ].map((step) => step.classList.contains('done')),
      ) === list || undefined,
    { args: [JSON.stringify(wanted)], message: `ticks ${wanted.join(', ')}` },
  );
const open = (page: Page) =>
  page.evaluate(() => document.querySelector('antes-hint')?.hasAttribute('open') ?? false);

// oxlint-disable-next-line typescript/no-explicit-any -- plain JSON
function quick(config: any): unknown {
  for (const name of ['chat', 'phone']) config.contact.channels[name].hours = { zone: 'UTC' };
  // Between two helps; else each journey would take the better part of a minute.
  config.policy.gap = '1s';
  for (const { when } of config.triggers) for (const one of when.any ?? []) if (one.after) one.for = '2s';
  return config;
}

describeShop('help of the shop, followed to its end', { config: quick }, (visit) => {
  let shop: Shop;
  let page: Page;
  beforeEach(() => {
    ({ shop, page } = visit());
  });

  it.each([
    ['en', 'three digits', 'pointer'],
    ['es', 'tres últimas cifras', 'keyboard'],
  ])('a hint at the security code, in %s: "%s", by %s', async (lang, words, by) => {
    await goToStep(page, shop, 'payment', { lang });
    await retype(page, '#card-number', CARDS.good);
    await retype(page, '#card-expiry', '1234');
    await press(page, '#place-order');
    await page.waitFor("document.querySelector('#card-cvc').getAttribute('aria-invalid') === 'true'");
    const { detail } = await waitForHelp(page, 'security-code');
    expect(detail).toMatchObject({ as: 'hint' });
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('card-cvc');
    if (by === 'pointer') {
      await page.click('antes-hint');
      await page.waitFor("document.querySelector('antes-hint').hasAttribute('open')");
      // The caret stays where the code is to be written.
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('card-cvc');
      expect(await saying(page, 'antes-hint')).toContain(words);
      await page.click('antes-hint');
    } else {
      await page.press('Tab');
      await page.press('Enter');
      await page.waitFor("document.querySelector('antes-hint').hasAttribute('open')");
      expect(await saying(page, 'antes-hint')).toContain(words);
      await page.press('Escape');
    }
    await page.waitFor("!document.querySelector('antes-hint').hasAttribute('open')");
    expect(await open(page)).toBe(false);
    expect(await helps(page)).toEqual(['security-code shown', 'security-code opened']);
    await page.type('#card-cvc', '123');
    await press(page, '#place-order');
    await page.waitFor("location.pathname.startsWith('/checkout/confirmation/')");
    await waitForHelp(page, 'security-code', 'solved');
  });

  it('an address, step by step', async () => {
    await goToStep(page, shop, 'address', { lang: 'pt' });
    await waitForHelp(page, 'address-stall');
    const text = await saying(page, 'antes-inline');
    for (const part of ['Escreva o código postal', 'Escolha a sua rua', 'Confirme que a localidade'])
      expect(text).toContain(part);
    expect(await ticks(page)).toEqual([false, false, false]);
    await pressIn(page, 'antes-inline', 'Mostrar');
    await page.waitFor("document.activeElement.id === 'postcode'");
    await page.type(null, '1100-148');
    await page.press('Tab');
    await waitForTicks(page, [true, false, false]);
    await pressIn(page, 'antes-inline', 'Escrever à mão');
    await page.waitFor("document.activeElement.id === 'street'");
    await page.type(null, 'Rua Augusta');
    await page.press('Tab');
    await waitForTicks(page, [true, true, false]);
    // They are kept with the session, for the next page.
    await page.evaluate("dispatchEvent(new Event('pagehide'))");
    const kept = await page.evaluate(
      "JSON.parse(sessionStorage.getItem('antes.session')).notes.ticks.length",
    );
    expect(kept).toBe(2);
    await retype(page, '#city', 'Lisboa');
    await page.press('Tab');
    await waitForTicks(page, [true, true, true]);
    await retype(page, '#email', 'ana@example.com');
    await retype(page, '#name', 'Ana Ruiz');
    await press(page, '#to-delivery');
    await page.waitFor("!!document.querySelector('.checkout--delivery')");
    await waitForHelp(page, 'address-stall', 'solved');
  });

  it('after a payment that worked in the end: once, at a boundary, and how hard it was', async () => {
    await goToStep(page, shop, 'payment', { lang: 'es' });
    await fillCard(page, CARDS.declined);
    await payInVain(page);
    await payInVain(page);
    await waitForHelp(page, 'card-declined-twice');
    await retype(page, '#card-number', CARDS.good);
    await press(page, '#place-order');
    await page.waitFor("location.pathname.startsWith('/checkout/confirmation/')");
    await waitForHelp(page, 'card-declined-twice', 'solved');
    const solved = await page.evaluate(() => performance.now());
    await page.waitFor((since, ms) => performance.now() - since > ms || undefined, {
      args: [solved, AFTERWARDS_MS + 1_000],
      timeout: 10_000,
    });
    // Nothing comes by time alone.
    expect(await helps(page)).not.toContain('card-declined-twice.then shown');
    await press(page, '#confirmation .button');
    await page.waitFor("location.pathname.startsWith('/orders/')");
    const { detail } = await waitForHelp(page, 'card-declined-twice.then');
    expect(detail).toMatchObject({ as: 'notice', reason: 'card-declined' });
    expect(await saying(page, 'antes-notice')).toContain('ha pagado una sola vez');

    await pressIn(page, 'antes-notice', '2');
    await pressIn(page, 'antes-notice', 'Enviar');
    const rated = await waitForHelp(page, 'card-declined-twice.then', 'rated');
    expect(rated.detail['effort']).toBe(2);
    await pressIn(page, 'antes-notice', 'Cerrar');
    await page.reload();
    await page.waitFor('window.antes?.config?.triggers?.length > 0');
    await page.goto(`${shop.origin}/help?lang=es`);
    await page.waitFor('window.antes?.config?.triggers?.length > 0');
    expect((await helps(page)).filter((one) => one === 'card-declined-twice.then shown')).toHaveLength(1);
  });

  it('the launcher: search, an answer, and a person, who hears what happened on the page before', async () => {
    await goToStep(page, shop, 'payment', { lang: 'en' });
    await fillCard(page, CARDS.declined);
    await payInVain(page);
    await page.goto(`${shop.origin}/products/mug-alba?lang=en`);
    await page.waitFor("!!document.querySelector('antes-badge')");
    expect(await ours(page)).toEqual([]);
    expect(await helps(page)).toEqual([]);
    await tabToWords(page, 'Help', 'Shift+Tab');
    await page.press('Enter');
    await page.waitFor("!!document.querySelector('antes-panel')");
    await page.press('Tab');
    await tabToWords(page, '', 'Tab');
    await page.evaluate(() =>
      document.querySelector('antes-panel')!.shadowRoot!.querySelector('input')!.focus(),
    );
    await page.type(null, 'send back');
    await pressIn(page, 'antes-panel', 'Can I send something back?');
    await page.waitFor(() => {
      const text = document.querySelector('antes-panel')?.shadowRoot?.querySelector('.answer')?.textContent;
      return text?.includes('within 30 days');
    });
    await pressIn(page, 'antes-panel', 'Ask us');
    await page.waitFor(() => {
      const contact = document.querySelector('antes-panel')?.shadowRoot?.querySelector('antes-contact');
      return !!contact?.shadowRoot?.querySelector('fieldset');
    });
    const text = await saying(page, 'antes-panel');
    expect(text).toContain('What went wrong A payment did not work.');
    expect(text).toContain('What the bank said Card declined');
    await pressIn(page, 'antes-panel', 'Other ways to reach us');
    await pressIn(page, 'antes-panel', 'Write to us');
    const follow = async () => {
      await pressIn(page, 'antes-panel', 'Go to the form');
      await page.waitFor("location.pathname === '/contact' && document.readyState === 'complete'");
    };
    await follow();
    await page.waitFor("document.querySelector('#message').value.includes('A payment did not work')");
    // Who goes back and takes the same way again has not come twice.
    await page.back();
    await page.waitFor("location.pathname === '/products/mug-alba' && document.readyState === 'complete'");
    await page.waitFor("!!document.querySelector('antes-badge, antes-panel')");
    if (await page.evaluate("!document.querySelector('antes-panel')")) await page.click('antes-badge');
    await pressIn(page, 'antes-panel', 'Write to us').catch(() => undefined);
    await follow();
    const contacts = (await told(page)).filter(({ type }) => type === 'contact');
    expect(contacts.map(({ detail }) => detail['channel'])).toEqual(['form']);
  });
});
