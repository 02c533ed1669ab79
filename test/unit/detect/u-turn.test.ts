import { describe, expect, it } from 'vitest';
import type { Config } from '../../../src/config/types.js';
import type { ViewRecord } from '../../../src/core/records.js';
import { shopper, type Shopper } from '../../support/shopper.js';

const journeys: Config['journeys'] = {
  checkout: {
    steps: [
      { id: 'cart', url: '/cart' },
      { id: 'address', url: '/address' },
      { id: 'payment', url: '/payment' },
    ],
    done: { event: 'order-placed' },
  },
};
const turned = (me: Shopper) => me.signals().includes('u-turn');
const go = (me: Shopper, path: string, more: Partial<ViewRecord> = {}) =>
  me.feed({ type: 'view', how: 'load', path, steps: [], ...more });
const back = (me: Shopper, path: string) => go(me, path, { history: true });
/** With a control of the page. */
const press = (me: Shopper, path: string) => go(me.press(`to-${path}`).wait(300), path);
const LONG = 15_000;
const onPayment = () =>
  press(press(go(shopper({ journeys }), '/cart').wait(LONG), '/address').wait(LONG), '/payment').wait(LONG);

describe('back to an earlier step of the journey', () => {
  it('twice', () => {
    const me = back(onPayment(), '/address');
    expect(turned(me)).toBe(false);
    press(me.wait(LONG), '/payment').wait(LONG);
    expect(back(me, '/address').signal('u-turn')).toMatchObject({
      target: 'address',
      count: 2,
      weight: 0.5,
      because: "back to an earlier step ('address') for the second time",
      evidence: { kind: 'return', returns: 2, min: 2 },
    });
  });
  it('with controls of the page, where nothing was changed', () => {
    const me = press(onPayment(), '/address').wait(LONG);
    expect(turned(press(press(me, '/payment').wait(LONG), '/cart'))).toBe(true);
  });
  it('by history, whatever was changed', () => {
    const me = back(onPayment(), '/address').wait(2_000).type('zip').wait(LONG);
    expect(turned(back(press(me, '/payment').wait(LONG), '/address'))).toBe(true);
  });
  it('in a page that names its steps itself', () => {
    const me = shopper({ journeys }).view('/app').step('cart').wait(LONG).step('address').wait(LONG);
    me.step('cart').wait(LONG).step('address').wait(LONG);
    expect(turned(me)).toBe(false);
    expect(turned(me.step('cart'))).toBe(true);
  });
});

describe('near misses of going back', () => {
  it('once, after a typo', () => {
    const me = back(onPayment(), '/address').wait(2_000).type('zip').wait(LONG);
    expect(turned(press(me, '/payment').wait(LONG))).toBe(false);
  });
  it('over several steps at once is one return', () => {
    const me = back(back(onPayment(), '/address').wait(4_999), '/cart');
    expect(turned(me)).toBe(false);
    expect(turned(back(back(onPayment(), '/address').wait(5_000), '/cart'))).toBe(true);
  });
  it('“Edit” links of a summary, where something is then changed', () => {
    const me = onPayment();
    for (let i = 0; i < 4; i++)
      press(press(me, '/address').wait(3_000).type('zip').wait(LONG), '/payment').wait(LONG);
    expect(turned(me)).toBe(false);
  });
  it('the answer to a form that was sent', () => {
    const me = onPayment();
    for (let i = 0; i < 4; i++) {
      go(me.submit('card').wait(300), '/address').wait(LONG);
      go(me.submit('address').wait(300), '/payment').wait(LONG);
    }
    expect(turned(me)).toBe(false);
  });
  it('redirects', () => {
    const me = go(shopper({ journeys }), '/address').wait(LONG);
    for (let i = 0; i < 4; i++)
      go(go(me.press('pay').wait(200), '/payment').wait(999), '/address').wait(LONG);
    expect(turned(me)).toBe(false);
  });
  it('a page of a second, or one on which something was done, is no redirect', () => {
    const through = (ms: number, act: (me: Shopper) => Shopper = (me) => me) => {
      const me = go(shopper({ journeys }), '/address').wait(LONG);
      for (let i = 0; i < 2; i++)
        go(act(go(me.press('pay').wait(200), '/payment').wait(ms)), '/address').wait(LONG);
      return turned(me);
    };
    expect(through(999)).toBe(false);
    expect(through(1_000)).toBe(true);
    expect(through(500, (me) => me.press('back'))).toBe(true);
    expect(through(500, (me) => me.feed({ type: 'key' }))).toBe(true);
  });
  it('a control of the page: pressed up to 2 s before', () => {
    const edited = (ms: number) => {
      const me = onPayment();
      for (let i = 0; i < 2; i++) {
        go(me.press('edit').wait(ms), '/address').wait(3_000).type('zip').wait(LONG);
        press(me, '/payment').wait(LONG);
      }
      return turned(me);
    };
    expect(edited(2_000)).toBe(false);
    expect(edited(2_001)).toBe(true);
  });
  it('through a page outside of the journey: shopping on', () => {
    const me = go(shopper({ journeys }), '/cart').wait(LONG);
    for (const product of ['/mug', '/bowl', '/jug'])
      press(press(press(me, '/address').wait(LONG), product).wait(LONG), '/cart').wait(LONG);
    expect(turned(me)).toBe(false);
  });
  it('another run of the journey', () => {
    const me = back(onPayment(), '/address').wait(LONG).emit('order-placed').wait(1_000).press('shop');
    go(me, '/shop').wait(LONG);
    press(press(go(me, '/cart').wait(LONG), '/address').wait(LONG), '/payment').wait(LONG);
    expect(turned(back(me, '/address'))).toBe(false);
  });
  it('the tab was switched, and the page came back as it was', () => {
    const me = onPayment();
    for (let i = 0; i < 5; i++)
      me.page(false)
        .wait(5_000)
        .page(true)
        .feed({ type: 'view', how: 'restore', path: '/payment', steps: [] })
        .wait(5_000);
    expect(turned(me)).toBe(false);
  });
});

describe('short looks at one page', () => {
  const list = () => go(shopper(), '/mugs').wait(LONG);
  const look = (me: Shopper, address: number, ms: number) =>
    back(go(me.press('card').wait(300), '/mug/:id', { address }).wait(ms), '/mugs').wait(LONG);
  it('twice', () => {
    const me = look(list(), 7, 9_999);
    expect(turned(me)).toBe(false);
    expect(look(me, 7, 9_999).signal('u-turn')).toMatchObject({
      target: '/mugs',
      count: 2,
      evidence: { kind: 'bounce', stayedMs: 9_999, withinMs: 10_000 },
    });
  });
  it('within ten minutes', () => {
    const apart = (ms: number) => turned(look(look(list(), 7, 5_000).wait(ms - LONG - 5_300), 7, 5_000));
    expect(apart(600_000)).toBe(true);
    expect(apart(600_001)).toBe(false);
  });
  it('near miss: one of them was longer', () =>
    expect(turned(look(look(list(), 7, 10_000), 7, 5_000))).toBe(false));
  it('near miss: different products are compared', () => {
    const me = list();
    for (let address = 1; address < 12; address++) look(me, address, 4_000);
    expect(turned(me)).toBe(false);
  });
});

describe('the same address again and again', () => {
  it('three times in 15 s', () => {
    const three = (ms: number) => {
      const me = shopper();
      for (const path of ['/a', '/b', '/a', '/c']) press(me, path).wait(1_000);
      return press(me.wait(ms), '/a');
    };
    expect(three(9_800).signal('u-turn')).toMatchObject({
      target: '/a',
      count: 3,
      evidence: { kind: 'address', spanMs: 15_000, withinMs: 15_000 },
    });
    expect(turned(three(9_801))).toBe(false);
  });
  it('by links that lead to the page itself', () => {
    const me = go(shopper(), '/a').wait(2_000);
    expect(turned(press(press(me, '/a').wait(2_000), '/a'))).toBe(true);
  });
  it('near miss: reloading is another signal', () => {
    const me = go(shopper(), '/a');
    for (let i = 0; i < 6; i++) go(me.wait(2_000), '/a', { reload: true });
    expect(turned(me)).toBe(false);
  });
  it('near miss: a form that is refused comes back at its address', () => {
    const me = go(shopper(), '/login');
    for (let i = 0; i < 6; i++) go(me.wait(2_000).submit().wait(200), '/login');
    expect(turned(me)).toBe(false);
  });
  it('near miss: what the page changes in itself', () => {
    const me = go(shopper(), '/a');
    for (let i = 0; i < 12; i++) go(me.press('x').wait(1_100), '/a', { how: i % 2 ? 'dom' : 'route' });
    expect(turned(me)).toBe(false);
  });
});

it('is told again 30 s later', () => {
  const again = (ms: number) => {
    const me = go(shopper(), '/a').wait(2_000);
    press(press(me, '/a').wait(2_000), '/a').wait(ms - 4_900);
    for (let i = 0; i < 3; i++) press(me, '/a').wait(2_000);
    return me.signals().length;
  };
  expect(again(29_999)).toBe(1);
  expect(again(30_000)).toBe(2);
});

it('is one incident', () => {
  const me = onPayment();
  for (let i = 0; i < 6; i++) back(back(me, '/address').wait(1_500), '/payment').wait(1_500);
  expect(me.signals().filter((name) => name === 'u-turn')).toHaveLength(1);
});

describe('the edges of going back', () => {
  const again = (times: number) =>
    shopper({ journeys, policy: { signals: { 'u-turn': { returns: times } } } });
  it.each([
    [3, 'third'],
    [4, '4th'],
  ])('%d times are said to be the %s time', (times, nth) => {
    const me = go(again(times), '/address').wait(LONG);
    for (let i = 0; i < times; i++) back(press(me, '/payment').wait(LONG), '/address').wait(LONG);
    expect(me.signal('u-turn')!.because).toBe(`back to an earlier step ('address') for the ${nth} time`);
  });
  it('by history it counts also within a second, and after a form was sent', () => {
    const hasty = (act: (me: Shopper) => Shopper) => {
      const me = go(shopper({ journeys }), '/address').wait(LONG);
      for (let i = 0; i < 2; i++) back(act(press(me, '/payment')).wait(500), '/address').wait(LONG);
      return turned(me);
    };
    expect(hasty((me) => me)).toBe(true);
    expect(hasty((me) => me.submit())).toBe(true);
  });
  it('a redirect is one also if the press came in the same moment as the page', () => {
    const me = go(shopper({ journeys }), '/address').wait(LONG);
    for (let i = 0; i < 4; i++) go(go(me.press('pay'), '/payment').wait(999), '/address').wait(LONG);
    expect(turned(me)).toBe(false);
  });
  it('a redirect is one also where nothing has been done yet', () => {
    const me = go(go(shopper({ journeys }), '/payment').wait(500), '/address').wait(LONG);
    expect(turned(back(press(me, '/payment').wait(LONG), '/address'))).toBe(false);
  });
  it('who scrolls has been there; a page that scrolls itself may be a redirect', () => {
    const through = (by: 'wheel' | 'page') => {
      const me = go(shopper({ journeys }), '/address').wait(LONG);
      for (let i = 0; i < 2; i++) {
        go(me.press('pay').wait(200), '/payment').wait(100).feed({ type: 'scroll', by }).wait(300);
        go(me, '/address').wait(LONG);
      }
      return turned(me);
    };
    expect(through('wheel')).toBe(true);
    expect(through('page')).toBe(false);
  });
  it('another journey counts anew', () => {
    const two = {
      ...journeys,
      returns: {
        steps: [
          { id: 'label', url: '/label' },
          { id: 'print', url: '/print' },
        ],
      },
    };
    const me = go(shopper({ journeys: two }), '/cart').wait(LONG);
    back(press(me, '/address').wait(LONG), '/cart').wait(LONG);
    press(press(me, '/label').wait(LONG), '/print').wait(LONG);
    expect(turned(back(me, '/label'))).toBe(false);
  });
});

describe('what is changed where the customer went back to', () => {
  /** Twice back by a control of the page, with this done there. */
  const changing = (act: (me: Shopper) => Shopper) => {
    const me = onPayment();
    for (let i = 0; i < 2; i++)
      press(act(press(me, '/address').wait(3_000)).wait(LONG), '/payment').wait(LONG);
    return turned(me);
  };
  const field = { type: 'field', field: 'country', form: 'f', kind: 'choice' } as const;
  it('may be a choice; merely going into a field changes nothing', () => {
    expect(changing((me) => me.feed({ ...field, what: 'change' }))).toBe(false);
    expect(changing((me) => me.feed({ ...field, what: 'focus' }))).toBe(true);
  });
  it('takes one return back, and those after it count', () => {
    const me = press(press(onPayment(), '/address').wait(3_000).type('zip').wait(LONG), '/payment').wait(
      LONG,
    );
    press(back(me, '/address').wait(LONG), '/payment').wait(LONG);
    expect(turned(me)).toBe(false);
    expect(turned(back(me, '/address'))).toBe(true);
  });
  it('takes a short look back as well', () => {
    const looks = (act: (me: Shopper) => Shopper) => {
      const me = go(shopper(), '/cart').wait(LONG);
      for (let i = 0; i < 3; i++)
        act(press(press(me, '/delivery').wait(5_000), '/cart').wait(1_000)).wait(LONG);
      return turned(me);
    };
    expect(looks((me) => me)).toBe(true);
    expect(looks((me) => me.type('amount'))).toBe(false);
  });
  it('counts for nothing where no control of the page was pressed', () => {
    const me = shopper({ journeys }).view('/app').wait(LONG);
    for (let i = 0; i < 2; i++) me.step('address').wait(LONG).step('cart').wait(3_000).type('zip').wait(LONG);
    expect(turned(me)).toBe(true);
  });
});

describe('the edges of looking and arriving', () => {
  it('say what was done', () => {
    const me = go(shopper(), '/mugs').wait(LONG);
    for (let i = 0; i < 2; i++) back(press(me, '/mug').wait(4_000), '/mugs').wait(LONG);
    expect(me.signal('u-turn')!.because).toBe("back on '/mugs' after 4 s on a page for the second time");
    const links = go(shopper(), '/a').wait(2_000);
    press(press(links, '/a').wait(2_000), '/a');
    expect(links.signal('u-turn')!.because).toBe("'/a' was opened 3 times in 4.6 s");
  });
  it('what the page changes in itself is no other page', () => {
    const me = go(shopper(), '/mugs').wait(LONG);
    for (let i = 0; i < 2; i++) {
      go(me.press('card').wait(300), '/mug/:id', { address: 7 }).wait(2_000);
      back(go(me, '/mug/:id', { how: 'dom' }).wait(2_000), '/mugs').wait(LONG);
    }
    expect(turned(me)).toBe(true);
  });
  it('near miss: a page that its own link opens every nine seconds is no short look', () => {
    const me = go(shopper(), '/a');
    for (let i = 0; i < 6; i++) press(me.wait(8_700), '/a');
    expect(turned(me)).toBe(false);
  });
  it('what was told of counts once: it takes as many arrivals again', () => {
    const me = go(shopper({ policy: { signals: { 'u-turn': { coolDown: '1ms' } } } }), '/a');
    const told = [1, 2, 3, 4].map(() => press(me.wait(1_700), '/a').signals().length);
    expect(told).toEqual([0, 1, 1, 2]);
  });
  it('a first page, a second one, a step that is named twice and a field on it are nothing', () => {
    const me = go(go(shopper({ journeys }), '/a').wait(LONG), '/b')
      .wait(LONG)
      .type('zip');
    expect(me.step('cart').step('cart').type('zip').problems).toEqual([]);
  });
  it('remembers twelve visits at the most', () => {
    const me = shopper();
    for (let i = 0; i < 40; i++) press(me, `/page-${i}`).wait(LONG);
    const { trail } = me.engine.state.detect.parts['u-turn'] as { trail: unknown[] };
    expect(trail).toHaveLength(12);
  });
});
