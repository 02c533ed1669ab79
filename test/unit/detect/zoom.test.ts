import { describe, expect, it } from 'vitest';
import { shopper, type Shopper } from '../../support/shopper.js';

const FORM = { type: 'view', how: 'load', path: '/address', steps: [], asks: true } as const;
const onForm = () => shopper().feed(FORM).wait(5_000);
const zoomed = (me: Shopper) => me.signals().includes('zoom');
const turn = (me: Shopper, more: { picture?: true } = {}) =>
  me.feed({ type: 'zoom', scale: 1, turned: true, ...more });

describe('made larger in order to fill it in', () => {
  it('is told, with the numbers that were compared', () => {
    const me = onForm().feed({ type: 'zoom', scale: 1.3 });
    expect(me.signal('zoom')).toMatchObject({
      target: 'page',
      count: 1,
      weight: 0.15,
      because: 'the page was made 1.3 times as large where there is something to fill in',
      evidence: { scale: 1.3, scaleMin: 1.3 },
    });
  });
  it('once on a step or page, however often, and once more on the next', () => {
    const me = onForm();
    for (let i = 0; i < 5; i++) me.feed({ type: 'zoom', scale: 1.5 + i / 10 }).wait(3_000);
    me.feed(FORM).wait(3_000).feed({ type: 'zoom', scale: 2 });
    expect(me.signals()).toEqual(['zoom']);
    me.feed({ ...FORM, path: '/payment' })
      .wait(3_000)
      .feed({ type: 'zoom', scale: 2 });
    expect(me.signals()).toEqual(['zoom', 'zoom']);
  });
});

describe('the device turned twice', () => {
  it('is told, with the numbers that were compared', () => {
    const me = turn(turn(shopper().view('/about')).wait(4_000));
    expect(me.signal('zoom')).toMatchObject({
      count: 2,
      because: 'the device was turned 2 times in 4 s',
      evidence: { turns: 2, spanMs: 4_000, withinMs: 10_000, min: 2 },
    });
  });
  it('within 10 s, not later', () => {
    expect(zoomed(turn(turn(shopper()).wait(10_000)))).toBe(true);
    expect(zoomed(turn(turn(shopper()).wait(10_001)))).toBe(false);
  });
  it('not once, nor once on each of two pages', () => {
    expect(zoomed(turn(shopper()))).toBe(false);
    expect(zoomed(turn(turn(shopper().view('/a')).wait(900).view('/b').wait(900)))).toBe(false);
  });
});

describe('near misses', () => {
  it('a little larger', () => expect(zoomed(onForm().feed({ type: 'zoom', scale: 1.2 }))).toBe(false));
  it('smaller again', () => expect(zoomed(onForm().feed({ type: 'zoom', scale: 1 }))).toBe(false));
  it('on a page that asks for nothing', () => {
    expect(zoomed(shopper().view('/about').wait(5_000).feed({ type: 'zoom', scale: 3 }))).toBe(false);
    expect(zoomed(onForm().view('/about').wait(5_000).feed({ type: 'zoom', scale: 3 }))).toBe(false);
  });
  it('of a picture or a map', () => {
    expect(zoomed(onForm().feed({ type: 'zoom', scale: 3, picture: true }))).toBe(false);
    expect(zoomed(turn(turn(onForm(), { picture: true }).wait(900), { picture: true }))).toBe(false);
  });
  it('by the phone itself, when a field gets the focus', () => {
    const after = (ms: number) => zoomed(onForm().focus('zip').wait(ms).feed({ type: 'zoom', scale: 1.4 }));
    expect(after(1_000)).toBe(false);
    expect(after(1_001)).toBe(true);
  });
});
