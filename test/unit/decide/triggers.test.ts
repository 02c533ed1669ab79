import { describe, expect, it } from 'vitest';
import type { Config, Trigger } from '../../../src/config/types.js';
import { shopper } from '../../support/shopper.js';
import { content, offered, shop, trigger } from '../../support/triggers.js';

describe('a bad trigger is off alone, told with its place', () => {
  it.each<[string, unknown, string]>([
    ['misspelt key', { wen: 1 }, '/wen'],
    ['unknown widget', { show: { content: 'text', as: 'modal' } }, '/show/as'],
    ['inline without anchor', { show: { content: 'text', as: 'inline' } }, '/show'],
    ['hint without anchor', { show: { content: 'text', as: 'hint' } }, '/show'],
    ['unknown content', { show: { content: 'txet', as: 'notice' } }, '/show/content'],
    ['content by an inherited name', { show: { content: 'toString', as: 'notice' } }, '/show/content'],
    ['unknown fallback', { show: { content: 'text', as: 'notice', orElse: 'modal' } }, '/show/orElse'],
    ['no show', { show: undefined }, '/show'],
    ['unknown step', { where: { step: 'paymnet' } }, '/where/step'],
    ['unknown journey', { where: { journey: 'chekout' } }, '/where/journey'],
    ['unknown audience', { where: { audience: 'vip' } }, '/where/audience'],
    ['misspelt where', { where: { stp: 'cart' } }, '/where/stp'],
    ['a path that is no text', { where: { url: 5 } }, '/where/url'],
    ['a path that is no text', { where: { notUrl: ['/a'] } }, '/where/notUrl'],
    ['unknown device', { where: { device: 'watch' } }, '/where/device'],
    ['unknown reason', { reason: 'nope' }, '/reason'],
    ['unknown priority', { priority: 'urgent' }, '/priority'],
    ['unknown status', { status: 'alive' }, '/status'],
    ['unknown moment', { timing: { at: 'later' } }, '/timing/at'],
    ['a delay in words', { timing: { delay: '10 min' } }, '/timing/delay'],
    ['misspelt timing', { timing: { dealy: '5s' } }, '/timing/dealy'],
    ['undeclared fact', { unless: { facts: { teir: 'gold' } } }, '/unless/facts/teir'],
    ['misspelt modifier in unless', { unless: { event: 'a', wihin: '5s' } }, '/unless/wihin'],
    ['solved without by', { solved: { within: '5m' } }, '/solved/by'],
    ['misspelt solved', { solved: { by: { event: 'a' }, whitin: '5m' } }, '/solved/whitin'],
    ['solved by more than one event', { solved: { by: { event: 'a', min: 2 } } }, '/solved/by/min'],
    [
      'share > 1',
      { experiment: { name: 'x', variants: { a: { share: 1.5 } } } },
      '/experiment/variants/a/share',
    ],
    ['share missing', { experiment: { name: 'x', variants: { a: {} } } }, '/experiment/variants/a/share'],
    [
      'variant with unknown content',
      { experiment: { name: 'x', variants: { a: { share: 1, content: 'nope' } } } },
      '/experiment/variants/a/content',
    ],
    [
      'variant as unknown widget',
      { experiment: { name: 'x', variants: { a: { share: 1, as: 'modal' } } } },
      '/experiment/variants/a/as',
    ],
    ['experiment without variants', { experiment: { name: 'x' } }, '/experiment/variants'],
    ['id missing', { id: undefined }, '/id'],
    ['id twice', { id: 't0' }, '/id'],
  ])('%s', (_, more, pointer) => {
    const me = shop([{}, more as Partial<Trigger>, { id: 'last', when: { event: 'last' } }]);
    expect(me.problems).toMatchObject([{ code: 'TRIGGER_INVALID', path: `/triggers/1${pointer}` }]);
    expect(me.problems[0]!.message).toMatch(/^This trigger is off, all others run: .+\.$/);
    expect(offered(me.emit('go').help('shown').help('gone').wait(1_000).emit('last'))).toEqual([
      't0',
      'last',
    ]);
  });
  it.each([null, 5, 'x', []])('one that is %j', (bad) => {
    const me = shopper({ content, triggers: [bad as never, trigger()] });
    expect(me.problems).toMatchObject([{ code: 'TRIGGER_INVALID', path: '/triggers/0' }]);
    expect(offered(me.emit('go'))).toEqual(['t']);
  });
});

it('a sound file tells nothing', () => {
  const me = shop(
    [
      {
        where: {
          journey: ['checkout', 'returns'],
          step: ['checkout/payment', 'cart'],
          url: '/cart',
          notUrl: '/x',
          device: 'desktop',
        },
        reviewBy: '2030-01-01',
        note: 'x',
      },
      { unless: { facts: { 'order.state': 'delivered', 'incidents.payments.impact': ['major'] } } },
    ],
    { sources: { mine: { kind: 'order', host: true }, status: { kind: 'incidents', url: '/status.json' } } },
  );
  expect(me.problems).toEqual([]);
});

it('at most 1,000 triggers', () => {
  const me = shop(Array.from({ length: 1_001 }, () => ({})));
  expect(me.problems).toMatchObject([{ code: 'CONFIG_INVALID', path: '/triggers/1000' }]);
  expect(me.engine.why()).toHaveLength(1_000);
});

it('triggers may have any id', () => {
  for (const id of ['constructor', 'toString', '__proto__', 'a/b', 'look']) {
    const me = shop([{ id, when: { after: { event: 'go' }, without: [{ event: 'x' }], for: '5s' } }])
      .emit('go')
      .wait(5_000);
    expect([id, offered(me), me.problems.length]).toEqual([
      id,
      me.problems.length > 0 ? [] : [id],
      me.problems.length,
    ]);
  }
});

describe('where', () => {
  const at = (
    where: Trigger['where'],
    path: string,
    more: Partial<Config> = {},
    device: 'phone' | 'desktop' = 'desktop',
  ) =>
    offered(
      shop([{ where: where! }], more, { device })
        .view(path)
        .emit('go'),
    ).length > 0;
  it('step, alone or with its journey, one or several', () => {
    expect(at({ step: 'cart' }, '/cart')).toBe(true);
    expect(at({ step: 'checkout/cart' }, '/cart')).toBe(true);
    expect(at({ step: ['address', 'cart'] }, '/cart')).toBe(true);
    expect(at({ step: 'address' }, '/cart')).toBe(false);
    expect(at({ step: 'cart' }, '/about')).toBe(false);
  });
  it('journey', () => {
    expect(at({ journey: 'checkout' }, '/payment')).toBe(true);
    expect(at({ journey: 'returns' }, '/payment')).toBe(false);
    expect(at({ journey: ['checkout', 'returns'] }, '/label')).toBe(true);
    expect(at({ journey: 'checkout' }, '/about')).toBe(false);
  });
  it('url and notUrl', () => {
    expect(at({ url: '/help/*' }, '/help/contact')).toBe(true);
    expect(at({ url: '/help/*' }, '/cart')).toBe(false);
    expect(at({ notUrl: '/help/*' }, '/help/contact')).toBe(false);
    expect(at({ notUrl: '/help/*' }, '/cart')).toBe(true);
  });
  it('device', () => {
    expect(at({ device: 'phone' }, '/cart', {}, 'phone')).toBe(true);
    expect(at({ device: 'phone' }, '/cart')).toBe(false);
  });
  it('audience: missing facts match nothing', () => {
    const audiences = { gold: { tier: 'gold' }, rest: { tier: { not: 'gold' } } };
    expect(at({ audience: 'gold' }, '/cart', { audiences })).toBe(false);
    expect(at({ audience: 'rest' }, '/cart', { audiences })).toBe(false);
    const me = shop([{ where: { audience: ['gold', 'rest'] } }], { audiences })
      .facts({ tier: 'silver' })
      .emit('go');
    expect(offered(me)).toEqual(['t0']);
  });
  it('a step that only the page names', () => {
    const me = shop([{ where: { step: 'sizes' } }], { journeys: {} })
      .view('/shoes')
      .step('sizes')
      .emit('go');
    expect(offered(me)).toEqual(['t0']);
  });
});

describe('status', () => {
  const show = (status: Trigger['status'], test = false) =>
    offered(
      shop([{ status: status! }], {}, { test })
        .emit('go')
        .wait(60_000),
    ).length > 0;
  it('live shows, test shows to testers, draft and off never', () => {
    expect(show('live')).toBe(true);
    expect(show('test')).toBe(false);
    expect(show('test', true)).toBe(true);
    expect(show('draft', true)).toBe(false);
    expect(show('off', true)).toBe(false);
  });
});

it('enabled: false is the kill switch', () => {
  const me = shop([{ priority: 'incident' }], { policy: { enabled: false } })
    .emit('go')
    .wait(60_000);
  expect(offered(me)).toEqual([]);
  expect(me.closed('t0')).toContain('enabled');
});
