import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shopper, type Shopper } from '../../support/shopper.js';
import {
  activeAt,
  AWAY_MS,
  noteActivity,
  startActivity,
  type Activity,
  whenActive,
} from '../../../src/journey/activity.js';

const active = (me: Shopper) => activeAt(me.engine.state.activity, me.now);
const view = () => shopper().view('/');

describe('active time', () => {
  it('passes while the page is seen', () => expect(active(view().wait(42_000))).toBe(42_000));
  it('ends 60 s after the last input: the customer is away', () =>
    expect(active(view().wait(600_000))).toBe(60_000));
  it('goes on with the next input, and the time away is not made up for', () => {
    expect(active(view().wait(600_000).press('x').wait(5_000))).toBe(65_000);
  });
  it.each<[string, (me: Shopper) => Shopper]>([
    ['a press', (me) => me.press('x')],
    ['a key', (me) => me.feed({ type: 'key' })],
    ['the Tab key', (me) => me.feed({ type: 'tab', to: 'x' })],
    ['scrolling', (me) => me.scroll()],
    ['the pointer', (me) => me.feed({ type: 'move' })],
    ['the pointer going to and fro', (me) => me.feed({ type: 'turns', turns: 4 })],
    ['zooming', (me) => me.feed({ type: 'zoom', scale: 2 })],
    ['copying', (me) => me.feed({ type: 'copy', what: 'phone', how: 'copy' })],
    ['a field', (me) => me.focus('x')],
    ['a submit', (me) => me.submit()],
    ['another page', (me) => me.view('/next')],
  ])('%s is a sign of life', (_, act) => expect(active(act(view().wait(50_000)).wait(50_000))).toBe(100_000));
  it.each<[string, (me: Shopper) => Shopper]>([
    ['what the page does', (me) => me.effect()],
    ['a request', (me) => me.request(100)],
    ["the page's own events", (me) => me.emit('tick')],
    ['facts', (me) => me.facts({ a: 1 })],
    ['an error', (me) => me.exception()],
  ])('%s is none', (_, act) => expect(active(act(view().wait(50_000)).wait(50_000))).toBe(60_000));
  it('stands still while the page is hidden, or another window has the focus', () => {
    expect(active(view().wait(10_000).page(false).wait(30_000).page(true).wait(5_000))).toBe(15_000);
    expect(active(view().wait(10_000).page(true, false).wait(30_000).page(true).wait(5_000))).toBe(15_000);
  });
  it('coming back is a sign of life', () =>
    expect(active(view().page(false).wait(300_000).page(true).wait(59_000))).toBe(59_000));
  it('coming back from another window is one too', () =>
    expect(active(view().page(true, false).wait(300_000).page(true).wait(59_000))).toBe(59_000));
  it('being where one was is none', () =>
    expect(active(view().wait(50_000).page(true).wait(50_000))).toBe(60_000));
  it('never runs backward, nor faster than the clock', () => {
    const step = fc.tuple(fc.constantFrom('press', 'hide', 'show', 'blur', 'nothing'), fc.nat(100_000));
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const me = view();
        let before = active(me);
        for (const [what, ms] of steps) {
          if (what === 'press') me.press('x', { exempt: 'text' });
          else if (what !== 'nothing') me.page(what !== 'hide', what === 'show');
          expect(active(me)).toBe(before);
          me.wait(ms);
          expect(active(me) - before).toBeLessThanOrEqual(ms);
          expect(active(me)).toBeGreaterThanOrEqual(before);
          before = active(me);
        }
      }),
    );
  });
  it('nor when records come late, whatever their times', () => {
    const record = fc.tuple(fc.nat(200_000), fc.constantFrom('key', 'hide', 'show', 'blur'));
    fc.assert(
      fc.property(fc.array(record), (records) => {
        const activity = startActivity(0);
        let now = 0;
        let before = 0;
        for (const [at, what] of records) {
          now = Math.max(now, at);
          noteActivity(
            activity,
            what === 'key'
              ? { type: 'key', at }
              : { type: 'page', at, visible: what !== 'hide', focused: what === 'show' },
          );
          expect(activeAt(activity, now)).toBeGreaterThanOrEqual(before);
          before = activeAt(activity, now);
          expect(before).toBeLessThanOrEqual(now);
        }
      }),
    );
  });
});

describe('whenActive', () => {
  it('may be the very moment at which the customer is taken to be away, and no later', () => {
    const activity = startActivity(5_000);
    expect(whenActive(activity, AWAY_MS)).toBe(5_000 + AWAY_MS);
    expect(whenActive(activity, AWAY_MS + 1)).toBeNull();
  });
  it('is the time at which activeAt gets there, or never', () => {
    const state = fc.record({
      visible: fc.boolean(),
      focused: fc.boolean(),
      lastInput: fc.nat(1_000_000),
      spent: fc.nat(100_000),
      since: fc.nat(1_000_000),
    });
    fc.assert(
      fc.property(state, fc.nat(200_000), (some, more) => {
        const activity: Activity = {
          ...startActivity(0),
          ...some,
          since: Math.max(some.since, some.lastInput),
        };
        const target = activity.spent + more;
        const at = whenActive(activity, target);
        if (at === null)
          expect(
            more === 0 ||
              activeAt(activity, Number.MAX_SAFE_INTEGER) < target ||
              !(activity.visible && activity.focused),
          ).toBe(true);
        else expect(activeAt(activity, at)).toBe(target);
      }),
    );
  });
});
