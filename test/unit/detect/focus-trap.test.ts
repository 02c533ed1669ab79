import { describe, expect, it } from 'vitest';
import { shopper, type Shopper } from '../../support/shopper.js';

interface How {
  gap?: number;
  modal?: true;
}
/** Tab after Tab, to these stops. */
function tabs(me: Shopper, stops: string, { gap = 500, modal }: How = {}): Shopper {
  for (const to of stops) me.feed({ type: 'tab', to, ...(modal && { modal }) }).wait(gap);
  return me;
}
const walk = (stops: string, how?: How) => tabs(shopper(), stops, how);
const trapped = (me: Shopper) => me.signals().includes('focus-trap');
const MODAL = { modal: true } as const;

describe('the same round three times', () => {
  it('is told, with the numbers that were compared', () => {
    const me = walk('abcabcabc');
    expect(me.signal('focus-trap')).toMatchObject({
      target: 'a',
      count: 3,
      weight: 0.6,
      because: 'the same 3 stops were walked 3 times with Tab in 4 s',
      evidence: { by: 'key', stops: 3, walks: 3, spanMs: 4_000, withinMs: 20_000, modal: false, lost: false },
    });
    expect(me.signals()).toEqual(['focus-trap']);
  });
  it.each(['abab', 'abcdefgh'])('of two to eight stops: %s', (round) =>
    expect(trapped(walk(round.slice(0, 8).repeat(3)))).toBe(true),
  );
  it('after a way that led into it', () => expect(trapped(walk('xyzabcabcabc'))).toBe(true));
  it('backwards', () => expect(trapped(walk('cbacbacba'))).toBe(true));
  it('but not to and fro, with Tab and Shift+Tab', () => {
    const me = shopper();
    for (let i = 0; i < 9; i++) {
      me.feed({ type: 'tab', to: 'a', back: true }).wait(300);
      me.feed({ type: 'tab', to: 'b' }).wait(300);
    }
    expect(trapped(me)).toBe(false);
  });
  it('names may be anything', () => {
    const me = shopper();
    for (let i = 0; i < 9; i++)
      me.feed({ type: 'tab', to: ['__proto__', '', 'constructor'][i % 3]! }).wait(300);
    expect(trapped(me)).toBe(true);
  });
  it('is told again only after as many rounds, and not within 10 s', () => {
    expect(walk('abc'.repeat(6)).signals()).toHaveLength(1);
    const me = walk('abc'.repeat(3));
    expect(tabs(me.wait(10_000), 'abc'.repeat(3)).signals()).toHaveLength(2);
  });
});

describe('near misses', () => {
  it('not quite three times', () => expect(trapped(walk('abcabcab'))).toBe(false));
  it('nine stops', () => expect(trapped(walk('abcdefghi'.repeat(3), { gap: 300 }))).toBe(false));
  it('a long page', () => expect(trapped(walk('abcdefghijklmnopqrstuvwxyz'))).toBe(false));
  it('a list in which each thing has the same name', () => expect(trapped(walk('aaaaaaaaaaaa'))).toBe(false));
  it('three rounds of which one went elsewhere', () => expect(trapped(walk('abcabcabxcab'))).toBe(false));
  it('within 20 s, not more', () => {
    expect(trapped(walk('abcabcabc', { gap: 2_500 }))).toBe(true);
    expect(trapped(walk('abcabcabc', { gap: 2_501 }))).toBe(false);
  });
  it('something is pressed on the way', () => {
    const me = walk('abcab').press('b', { by: 'key' }).effect().wait(300);
    expect(trapped(tabs(me, 'cabc'))).toBe(false);
  });
  it('something is entered on the way', () =>
    expect(trapped(tabs(walk('abcab').type('b'), 'cabc'))).toBe(false));
  it('the way leads out of the page', () =>
    expect(trapped(tabs(walk('abcab').page(true, false).wait(900).page(true), 'cabc'))).toBe(false));
  it('another page', () => expect(trapped(tabs(walk('abcab').view('/next'), 'cabc'))).toBe(false));
});

describe('a modal dialog keeps the focus on purpose', () => {
  it('that is no trap, however long', () => expect(trapped(walk('abc'.repeat(6), MODAL))).toBe(false));
  it('unless Escape was tried, and it stayed', () => {
    const me = walk('abcabc', MODAL).feed({ type: 'shortcut', what: 'escape' }).wait(300);
    expect(trapped(tabs(me, 'abc', MODAL))).toBe(true);
    const after = walk('abcabcabc', MODAL).feed({ type: 'shortcut', what: 'escape' }).wait(300);
    expect(trapped(after)).toBe(false);
    expect(tabs(after, 'a', MODAL).signal('focus-trap')).toMatchObject({
      evidence: { modal: true, stops: 3 },
    });
  });
  it('or a press that did nothing', () => {
    const me = walk('abcabc', MODAL).press('c', { by: 'key' }).wait(300);
    expect(trapped(tabs(me, 'abc', MODAL))).toBe(true);
  });
  it('a press in it that was answered is no attempt to leave', () => {
    const me = walk('abcabc', MODAL).press('c', { by: 'key' }).wait(50).effect('control').wait(300);
    expect(trapped(tabs(me, 'abc'.repeat(4), MODAL))).toBe(false);
    const own = walk('abc', MODAL).press('c', { by: 'key', answer: 'control' }).wait(300);
    expect(trapped(tabs(own, 'abc'.repeat(4), MODAL))).toBe(false);
  });
  it('Escape that closed it says nothing about the next one', () => {
    const me = walk('abc', MODAL).feed({ type: 'shortcut', what: 'escape' }).hold('dialog', false).wait(500);
    expect(trapped(tabs(me, 'abc'.repeat(4), MODAL))).toBe(false);
  });
  it('Escape that was tried longer ago than the rounds says nothing', () => {
    const me = walk('a', MODAL).feed({ type: 'shortcut', what: 'escape' }).wait(20_000);
    expect(trapped(tabs(me, 'abc'.repeat(4), MODAL))).toBe(false);
  });
});

describe('the focus was lost', () => {
  const lose = (me = shopper()) => me.feed({ type: 'tab', to: 'a', lost: true }).wait(500);
  it('and eight Tabs led to nothing', () => {
    const me = tabs(lose(), 'bcdefg');
    expect(trapped(me)).toBe(false);
    expect(tabs(me, 'h').signal('focus-trap')).toMatchObject({
      target: 'a',
      count: 8,
      because: 'the focus was lost, and 8 Tabs led to nothing in 3.5 s',
      evidence: { lost: true, tabs: 8, min: 8, spanMs: 3_500 },
    });
  });
  it('but something was pressed or entered soon', () => {
    expect(trapped(tabs(tabs(lose(), 'bcd').press('d', { by: 'key' }).effect(), 'efghijk'))).toBe(false);
    expect(trapped(tabs(tabs(lose(), 'bcd').type('d'), 'efghijk'))).toBe(false);
  });
  it('and the way goes round in circles from there: a round is one wherever the way began', () => {
    expect(tabs(lose(), 'babab').signal('focus-trap')).toMatchObject({
      because: 'the same 2 stops were walked 3 times with Tab in 2.5 s',
      evidence: { lost: false, stops: 2, walks: 3 },
    });
  });
  it('to and fro from there is no round', () => {
    const me = lose();
    for (const [i, to] of ['b', 'a', 'b', 'a', 'b'].entries())
      me.feed({ type: 'tab', to, ...(i % 2 === 0 && { back: true }) }).wait(500);
    expect(trapped(me)).toBe(false);
  });
  it('but there was time to read between', () =>
    expect(trapped(tabs(lose(), 'bcdefghij', { gap: 3_500 }))).toBe(false));
  it('not: eight Tabs without that', () => expect(trapped(walk('abcdefghi'))).toBe(false));
});

describe('settings', () => {
  const set = (changes: Record<string, number | string>) =>
    shopper({ policy: { signals: { 'focus-trap': changes } } });
  it('with no stops there is no round', () =>
    expect(trapped(tabs(set({ maxStops: 0 }), 'abcabcabcabc'))).toBe(false));
  it('rounds of any length, walked hardly at all: no more is compared than was walked', () =>
    expect(trapped(tabs(set({ maxStops: 1e15, walks: 1e-12 }), 'abcdefgh'))).toBe(false));
  it('two and a half rounds', () => {
    expect(trapped(tabs(set({ walks: 2.5 }), 'abcabca'))).toBe(false);
    expect(trapped(tabs(set({ walks: 2.5 }), 'abcabcab'))).toBe(true);
  });
  it('two and a half rounds of the longest: thirteen stops', () => {
    expect(trapped(tabs(set({ maxStops: 5, walks: 2.5, lostTabs: 1 }), 'abcdeabcdeab'))).toBe(false);
    expect(trapped(tabs(set({ maxStops: 5, walks: 2.5, lostTabs: 1 }), 'abcdeabcdeabc'))).toBe(true);
  });
  it('more Tabs to nowhere than a round has stops', () => {
    const me = set({ lostTabs: 30, within: '60s' });
    me.feed({ type: 'tab', to: 'x', lost: true }).wait(300);
    tabs(me, 'bcdefghijklmnopqrstuvwxyzABC', { gap: 300 });
    expect(trapped(me)).toBe(false);
    expect(trapped(tabs(me, 'D'))).toBe(true);
  });
});

describe('what begins the way anew, and what does not', () => {
  const after = (act: (me: Shopper) => Shopper) => trapped(tabs(act(walk('abcab')), 'cabc'));
  it('a choice that is changed by key does; the focus in a field alone does not', () => {
    const field = { type: 'field', field: 'size', form: 'f', kind: 'choice' } as const;
    expect(after((me) => me.feed({ ...field, what: 'change' }))).toBe(false);
    expect(after((me) => me.feed({ ...field, what: 'focus' }))).toBe(true);
  });
  it('a dialog that closes does; one that opens, or a pointer that is held or let go, does not', () => {
    expect(after((me) => me.hold('dialog', false))).toBe(false);
    expect(after((me) => me.hold('dialog', true))).toBe(true);
    expect(after((me) => me.hold('pointer', true).hold('pointer', false))).toBe(true);
  });
  it('a swipe does not', () =>
    expect(after((me) => me.press('b', { by: 'touch', gesture: 'swipe' }))).toBe(true));
  it('leaving the window does, coming back to it does not', () => {
    expect(after((me) => me.page(true, false))).toBe(false);
    expect(after((me) => me.page(true))).toBe(true);
  });
});

describe('the edges of an attempt to leave a modal dialog', () => {
  const escape = (me: Shopper) => me.feed({ type: 'shortcut', what: 'escape' });
  it('counts for 20 s', () => {
    const within = (ms: number) => {
      const me = escape(walk('z', { modal: true, gap: 0 })).wait(ms - 16_000);
      return trapped(tabs(me, 'abcabcabc', { modal: true, gap: 2_000 }));
    };
    expect(within(20_000)).toBe(true);
    expect(within(20_001)).toBe(false);
  });
  it('is not to search in the page, nor a swipe', () => {
    const tried = (act: (me: Shopper) => Shopper) => trapped(tabs(act(walk('abcabc', MODAL)), 'abc', MODAL));
    expect(tried(escape)).toBe(true);
    expect(tried((me) => me.feed({ type: 'shortcut', what: 'find' }))).toBe(false);
    expect(tried((me) => me.press('c', { by: 'touch', gesture: 'swipe' }))).toBe(false);
  });
  it('is not a press before the dialog had the focus, at first or on another page', () => {
    expect(trapped(tabs(shopper().press('open'), 'abcabcabc', MODAL))).toBe(false);
    const next = walk('abc', MODAL).view('/next').press('open');
    expect(trapped(tabs(next, 'abcabcabc', MODAL))).toBe(false);
  });
  it('is over once something is entered, also right after a trap was told', () => {
    const me = tabs(escape(walk('abcabc', MODAL)), 'abc', MODAL).wait(10_000);
    expect(tabs(escape(me).type('a'), 'abcabcabc', MODAL).signals()).toEqual(['focus-trap']);
  });
});

describe('numbers', () => {
  it('are of the rounds alone, not of the way that led there', () =>
    expect(tabs(shopper().wait(60_000), 'xyzabcabcabc').signal('focus-trap')!.evidence).toMatchObject({
      stops: 3,
      walks: 3,
      spanMs: 4_000,
    }));
  it('of Tabs begin where the focus was lost', () => {
    const me = tabs(walk('xyz').feed({ type: 'tab', to: 'a', lost: true }).wait(500), 'bcdefg');
    expect(trapped(me)).toBe(false);
    expect(tabs(me, 'h').signal('focus-trap')!.count).toBe(8);
  });
  it('of stops that are remembered are bounded', () => {
    const stops = (maxStops: number) => {
      const me = shopper({ policy: { signals: { 'focus-trap': { maxStops } } } });
      for (let i = 0; i < 150; i++) me.feed({ type: 'tab', to: `stop-${i}` }).wait(10);
      return (me.engine.state.detect.parts['focus-trap'] as { stops: unknown[] }).stops.length;
    };
    expect(stops(8)).toBe(24);
    expect(stops(1_000)).toBe(100);
  });
});
