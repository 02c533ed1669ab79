import { setTimeout as rest } from 'node:timers/promises';
import { beforeEach, expect, it } from 'vitest';
import type { Page } from '../support/engines/index.js';
import { CARDS, fillCard, goToStep, press, retype } from './support/buy.js';
import { describeShop } from './support/describe-shop.js';
import type { Shop } from './support/shop.js';
import { shown, signals, textOf, waitForHelp, waitForSignal } from './support/told.js';

/** What would take the better part of a minute in the shop's own configuration. */
const STALL = '2s';

/** The shop's own help, with shorter stalls. */
// oxlint-disable-next-line typescript/no-explicit-any -- plain JSON
function hasty(config: any): unknown {
  for (const trigger of config.triggers)
    for (const condition of trigger.when.any ?? []) if (condition.after) condition.for = STALL;
  return { ...config, policy: { ...config.policy, signals: { 'field-stall': { wait: STALL } } } };
}

describeShop('what goes wrong in the checkout', { config: hasty }, (visit) => {
  let shop: Shop;
  let page: Page;
  beforeEach(() => {
    ({ shop, page } = visit());
  });

  const pressTimes = async (selector: string, times: number) => {
    await press(page, selector);
    for (let i = 1; i < times; i++) await page.click(selector);
  };
  /** This help has come, and no other. */
  const onlyHelp = async (trigger: string, ...words: string[]) => {
    await waitForHelp(page, trigger);
    expect(await shown(page)).toEqual([trigger]);
    const text = await textOf(page, 'antes-inline, antes-notice');
    for (const word of words) expect(text).toContain(word);
  };

  it('an address field that nothing is entered in', async () => {
    await goToStep(page, shop, 'address');
    // Something was entered elsewhere: the step itself is under way.
    await page.type('#email', 'a');
    await rest(1_000);
    await press(page, '#postcode');
    await waitForSignal(page, 'field-stall');
    await onlyHelp('address-stall', 'Enter by hand');
    expect(
      await page.evaluate(
        () =>
          !!document
            .querySelector('[data-antes-anchor=postcode]')
            ?.parentElement?.querySelector('antes-inline'),
      ),
    ).toBe(true);
  });

  it('an address step on which nothing happens at all', async () => {
    await goToStep(page, shop, 'address');
    await onlyHelp('address-stall', 'Enter by hand');
  });

  it('a dead button pressed three times', async () => {
    await goToStep(page, shop, 'delivery', { fault: 'dead-button' });
    await page.click('#delivery-standard');
    await page.waitFor("document.querySelector('#delivery-standard').checked");
    await pressTimes('#to-payment', 3);
    await onlyHelp('button-dead', 'not reacting', 'Load the page again');
  });

  it('a dead button pressed three times with the keyboard', async () => {
    await goToStep(page, shop, 'delivery', { fault: 'dead-button' });
    await page.click('#delivery-standard');
    await page.waitFor("document.querySelector('#delivery-standard').checked");
    for (let stops = 0; stops < 15; stops++) {
      await page.press('Tab');
      if ((await page.evaluate(() => document.activeElement?.id)) === 'to-payment') break;
    }
    for (let i = 0; i < 4; i++) await page.press('Enter');
    await onlyHelp('button-dead', 'not reacting');
  });

  it('a "Place order" that stays disabled, pressed three times', async () => {
    await goToStep(page, shop, 'payment', { fault: 'stuck-disabled' });
    await pressTimes('#place-order', 3);
    await onlyHelp('order-blocked', "can't be placed yet", 'Pay with PayPal');
  });

  it('a postcode that is refused again after it was changed', async () => {
    await goToStep(page, shop, 'address', { lang: 'es' });
    // As fast as a customer could be: an error is read before the field is changed again.
    const seen = "antes.journal().records.filter(({ type }) => type === 'field-error').length";
    for (const [before, wrong] of ['99', '2801'].entries()) {
      await retype(page, '#postcode', wrong);
      await page.press('Tab');
      await page.waitFor("document.querySelector('#postcode').getAttribute('aria-invalid') === 'true'");
      await page.waitFor(`${seen} > ${before}`);
    }
    await onlyHelp('postcode-refused', 'código postal', 'SW1A 1AA');
  });

  it('a spinner without an end, pressed again', async () => {
    await goToStep(page, shop, 'address', { lang: 'es', fault: 'endless-spinner' });
    await retype(page, '#email', 'ana@example.com');
    await retype(page, '#name', 'Ana Ruiz');
    await retype(page, '#postcode', '28013');
    await page.click('#address-mode');
    await retype(page, '#street', 'Calle Mayor');
    await retype(page, '#city', 'Madrid');
    await press(page, '#to-delivery');
    await page.waitFor("document.querySelector('#to-delivery').getAttribute('aria-busy') === 'true'");
    for (let i = 0; i < 4 && !(await signals(page)).includes('impatient-click'); i++) {
      await rest(1_000);
      await page.click('#to-delivery');
    }
    await waitForSignal(page, 'impatient-click');
    // A form that is being sent holds help back for a while.
    await waitForHelp(page, 'endless-wait', 'shown', 12_000);
    await onlyHelp('endless-wait', 'más de lo debido');
  });

  it('a busy button that is pressed again is not called disabled', async () => {
    await goToStep(page, shop, 'payment');
    await fillCard(page, CARDS.good);
    shop.bankMs = 2_500;
    await pressTimes('#place-order', 3);
    await page.waitFor("location.pathname.startsWith('/checkout/confirmation/')");
    expect(await signals(page)).not.toContain('blocked-click');
    expect(await shown(page)).toEqual([]);
  });

  it('a gift wrap whose handler throws', async () => {
    visit().expected = /giftWrap\.options/;
    await goToStep(page, shop, 'delivery', { fault: 'throwing-handler' });
    await press(page, '#gift-wrap');
    await onlyHelp('page-error', 'Something went wrong on our side');
  });
});
