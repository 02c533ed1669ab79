import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Config } from '../../../src/config/types.js';
import { createVisit } from '../../../src/testing.js';

const config: Config = {
  version: 1,
  facts: { 'payment.method': { type: 'string' } },
  reasons: { declined: { title: 'Card declined', owner: 'payments', quadrant: 'simplify' } },
  content: { declined: { title: 'Your bank said no' }, dead: { title: 'Not reacting?' } },
  triggers: [
    {
      id: 'declined-twice',
      reason: 'declined',
      when: { event: 'payment-failure', min: 2, within: '10m' },
      unless: { facts: { 'payment.method': 'paypal' } },
      show: { content: 'declined', as: 'inline', anchor: 'card', orElse: 'notice' },
    },
    {
      id: 'dead',
      reason: 'declined',
      when: { event: 'rage-click' },
      show: { content: 'dead', as: 'notice' },
    },
  ],
};
const declinedTwice = (options = {}) =>
  createVisit(config, options)
    .view('/checkout/payment')
    .wait('10s')
    .press('pay')
    .paymentFailure('card_declined')
    .wait('8s')
    .press('pay')
    .paymentFailure('card_declined');

describe('a visit', () => {
  it('tells what was shown, and when', () => {
    const visit = declinedTwice().wait('3s');
    expect(visit.onScreen()).toEqual(['declined-twice']);
    expect(visit.shown()).toEqual([
      { trigger: 'declined-twice', as: 'inline', content: 'declined', at: expect.any(Number) },
    ]);
    expect(visit.now).toBe(21_200);
    visit.expectShown('declined-twice', { as: 'inline', content: 'declined' }).expectNotShown('dead');
    expect(visit.why('declined-twice')).toEqual([]);
  });

  it('tells why not, while it waits for a pause', () => {
    const visit = declinedTwice();
    expect(visit.onScreen()).toEqual([]);
    visit.typing('note', '1s');
    expect(visit.why('declined-twice')).toEqual([expect.stringContaining('pause')]);
    visit.expectWithheld('declined-twice', 'interruption');
  });

  it('is helped by the page that answers, and by effects told on their own', () => {
    const unanswered = () => createVisit(config).view('/').wait('5s');
    expect(unanswered().press('a', { answered: false, times: 4 }).wait('9s').signals()).toContain(
      'rage-click',
    );
    expect(unanswered().press('a', { times: 4 }).wait('9s').signals()).toEqual([]);
    const told = unanswered();
    for (let i = 0; i < 4; i++) told.press('a', { answered: false }).wait(50).effect().wait(250);
    expect(told.wait('9s').signals()).toEqual([]);
    expect(told.level()).toBe('calm');
  });

  it('goes on after what the customer does with help', () => {
    const visit = declinedTwice().wait('3s').dismiss('declined-twice').wait('1s');
    expect(visit.onScreen()).toEqual([]);
    expect(visit.shown()).toMatchObject([{ trigger: 'declined-twice', left: 'dismissed' }]);
    expect(() => visit.act('declined-twice')).toThrow("'declined-twice' is not on screen");
  });

  it('knows anchors that are missing, facts from the start, and steps of tests in files', () => {
    declinedTwice({ missing: ['card'] })
      .wait('3s')
      .expectShown('declined-twice', { as: 'notice' });
    declinedTwice({ facts: { 'payment.method': 'paypal' } })
      .wait('3s')
      .expectNotShown('declined-twice')
      .expectWithheld('declined-twice', 'unless');
    createVisit(config)
      .play({ view: '/' }, { wait: '5s' }, { signal: 'rage-click', target: 'pay' }, { wait: '3s' })
      .expectShown('dead');
  });

  it('takes records of a journal, at their time', () => {
    const visit = createVisit(config).view('/');
    for (const at of [5_000, 9_000])
      visit.feed({ type: 'host', at, event: 'payment-failure', data: { code: 'x' } });
    expect(visit.now).toBe(9_000);
    expect(visit.level()).not.toBe('calm');
    visit.wait('3s').expectShown('declined-twice');
  });

  it('waits as long as it is told, and not for what is no time', () => {
    expect(createVisit(config).view('/').wait(0).wait(5_000_000).now).toBe(5_000_000);
    expect(() => createVisit(config).wait('soon')).toThrow("'soon' is no duration");
    expect(() => createVisit(config, { start: 'today' })).toThrow("'today' is no date and time");
  });

  it('has every step that a test in a file has', () => {
    const visit = createVisit(config)
      .view('/a', { how: 'load' })
      .fill('street', '1s')
      .fieldError('street')
      .fieldOk('street')
      .submit()
      .request(500, '1s')
      .emit('order-placed', { method: 'card' })
      .facts({ 'payment.method': 'card' })
      .step('payment')
      .signal('rage-click', { target: 'pay' })
      .wait('3s');
    expect(visit.signals()).toContain('request-failure');
    visit.solve('dead').wait('1s');
    expect(visit.onScreen()).toEqual([]);
  });
});

describe('what is expected and does not happen', () => {
  it('says what has happened, and what is in the way', () => {
    const visit = createVisit(config).view('/checkout/payment').wait('10s').paymentFailure('card_declined');
    expect(() => visit.wait('3s').expectShown('declined-twice')).toThrow(
      [
        "Expected 'declined-twice' to be shown.",
        '  It was never armed.',
        '  In its way at 0:13.0:',
        '    when: its condition is not met: “payment-failure” happened 1 of 2 times in 10 min',
      ].join('\n'),
    );
  });

  it('tells the story of what was shown otherwise', () => {
    const visit = declinedTwice().wait('3s');
    expect(() => visit.expectShown('declined-twice', { as: 'notice' })).toThrow(
      /as notice[^]*shown as inline/,
    );
    expect(() => visit.expectNotShown('declined-twice')).toThrow(/not to be shown[^]*shown as inline/);
    expect(() => visit.expectWithheld('declined-twice', 'limits')).toThrow(/withheld by limits/);
    expect(() => visit.expectWithheld('dead', 'schedule')).toThrow(/withheld by schedule/);
  });

  it('a name that is no trigger is an error of the test', () => {
    const visit = createVisit(config);
    const asks = ['expectShown', 'expectNotShown', 'why'] as const;
    for (const ask of asks)
      expect(() => visit[ask]('declined')).toThrow(
        "There is no trigger 'declined' in the configuration. There are: declined-twice, dead",
      );
  });

  it('so is a configuration with a mistake', () => {
    const wrong = { ...config, triggers: [{ ...config.triggers[0]!, when: { event: 'x', within: 'soon' } }] };
    expect(() => createVisit(wrong)).toThrow(
      /has mistakes:\n {2}TRIGGER_INVALID \/triggers\/0\/when\/within/,
    );
  });
});

it("reads the demo shop's configuration", () => {
  const shop = JSON.parse(
    readFileSync(new URL('../../../demo/antes.json', import.meta.url), 'utf8'),
  ) as Config;
  createVisit(shop)
    .view('/checkout/payment')
    .wait('10s')
    .paymentFailure('card_declined')
    .wait('5s')
    .paymentFailure('card_declined')
    .wait('3s')
    .expectShown('card-declined-twice', { as: 'inline' });
});
