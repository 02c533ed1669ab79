import { describe, expect, it } from 'vitest';
import type { FieldRecord } from '../../../src/core/records.js';
import { shopper, type Shopper } from '../../support/shopper.js';

const struggled = (me: Shopper) => me.signals().includes('search-struggle');
const input = (me: Shopper, via: NonNullable<FieldRecord['via']> = 'type') =>
  me
    .feed({ type: 'key' })
    .feed({ type: 'field', what: 'input', field: 'q', form: 'find', kind: 'search', via });
const submit = (me: Shopper) => me.feed({ type: 'submit', form: 'find', search: true });
/** Types something else and sends it; the results come as a page of their own. */
const search = (me: Shopper, ms = 8_000) => submit(input(me).wait(800)).wait(400).view('/search').wait(ms);
const searches = (times: number, ms?: number, me = shopper().view('/')) => {
  for (let i = 0; i < times; i++) search(me, ms);
  return me;
};
const found = (me: Shopper, results: number) => me.emit('searched', { results }).wait(4_000);

describe('a search that is worded anew', () => {
  it('three times in 60 s', () => {
    const me = searches(3);
    expect(struggled(me)).toBe(false);
    expect(search(me, 0).signal('search-struggle')).toMatchObject({
      target: 'find',
      count: 3,
      weight: 0.5,
      because: 'the search was worded anew 3 times within 60 s, and no result was opened',
      evidence: { kind: 'reworded', reformulations: 3, min: 3, withinMs: 60_000 },
    });
  });
  it('where nothing is sent: the field is changed', () => {
    const me = shopper();
    for (let i = 0; i < 4; i++)
      input(me)
        .wait(900)
        .feed({ type: 'field', what: 'change', field: 'q', form: '', kind: 'search' })
        .wait(5_000);
    expect(struggled(me)).toBe(true);
  });
  it('where the page tells of each search', () => {
    const me = shopper();
    for (let i = 0; i < 4; i++) found(input(me, 'clear').wait(500), 12);
    expect(struggled(me)).toBe(true);
  });
  it('near miss: over more than 60 s', () => {
    // With scrolling through the results, which is no sitting there either.
    const me = shopper();
    for (let i = 0; i < 9; i++) search(me, 15_000).scroll().wait(15_000);
    expect(struggled(me)).toBe(false);
  });
  it('near miss: one search shows in several ways', () => {
    const me = shopper();
    for (let i = 0; i < 2; i++)
      submit(
        input(me).wait(300).feed({ type: 'field', what: 'change', field: 'q', form: 'find', kind: 'search' }),
      )
        .wait(2_500)
        .emit('searched', { results: 9 })
        .scroll()
        .wait(3_000);
    expect(struggled(me)).toBe(false);
  });
  it('near miss: the same is sent again: pages of results, filters', () => {
    const me = searches(1, 3_000);
    for (let i = 0; i < 6; i++) submit(me).wait(3_000);
    expect(struggled(me)).toBe(false);
  });
  it('near miss: a search as it is typed', () => {
    const me = shopper();
    for (let i = 0; i < 10; i++) input(me).wait(1_500).emit('searched', { results: 0 });
    expect(struggled(me)).toBe(false);
  });
  it('near miss: two in one second are one', () => {
    const two = (ms: number) => {
      const me = shopper().emit('searched', { results: 3 }).wait(4_000).emit('searched', { results: 0 });
      return struggled(
        me.wait(ms).emit('searched', { results: 0 }).wait(ms).emit('searched', { results: 0 }),
      );
    };
    expect(two(499)).toBe(false);
    expect(two(1_000)).toBe(true);
    const sent = (ms: number) => {
      const me = shopper();
      for (let i = 0; i < 4; i++) submit(input(submit(input(me)).wait(ms)));
      return struggled(me);
    };
    expect(sent(999)).toBe(false);
    expect(sent(1_000)).toBe(true);
  });
  it('near miss: the rest of a word, after a short stop', () => {
    const me = shopper();
    for (let i = 0; i < 2; i++) input(me).wait(500).emit('searched', { results: 0 }).wait(3_000);
    expect(struggled(me)).toBe(false);
  });
  it('but who stops and types on searches anew', () => {
    const me = shopper();
    for (let i = 0; i < 2; i++) input(me).wait(500).emit('searched', { results: 0 }).wait(3_001);
    expect(struggled(me)).toBe(true);
  });
});

describe('searches that find nothing', () => {
  it('twice', () => {
    const me = found(shopper(), 0);
    expect(struggled(me)).toBe(false);
    expect(found(me, 0).signal('search-struggle')).toMatchObject({
      because: '2 searches found nothing',
      evidence: { kind: 'zero', zeros: 2, min: 2 },
    });
  });
  it('also where the page tells of it late', () => {
    const me = found(submit(input(shopper())).wait(4_000), 0);
    expect(struggled(found(submit(input(me)).wait(4_000), 0))).toBe(true);
  });
  it('near miss: one finds nothing, the next one does', () =>
    expect(struggled(found(found(shopper(), 0), 5))).toBe(false));
  it('near miss: an event without its number', () =>
    expect(struggled(shopper().emit('searched').wait(4_000).emit('searched'))).toBe(false));
  it('near miss: five minutes later', () => {
    const later = (ms: number) =>
      struggled(shopper().emit('searched', { results: 0 }).wait(ms).emit('searched', { results: 0 }));
    expect(later(300_000)).toBe(true);
    expect(later(300_001)).toBe(false);
  });
});

describe('no result is opened', () => {
  it('30 s after the second search', () => {
    const me = submit(input(searches(1)).wait(800)).wait(29_999);
    expect(struggled(me)).toBe(false);
    expect(me.wait(1).signal('search-struggle')).toMatchObject({
      count: 2,
      because: '2 searches, and no result was opened in 30 s',
      evidence: { kind: 'unopened', searches: 2, min: 2, waitedMs: 30_000, limitMs: 30_000 },
    });
  });
  it('near miss: after one search', () => expect(struggled(searches(1).wait(50_000))).toBe(false));
  it('near miss: reading through them', () => {
    const me = searches(2);
    for (let i = 0; i < 10; i++) me.wait(20_000).scroll();
    expect(struggled(me)).toBe(false);
  });
  it('near miss: filling in something else', () =>
    expect(struggled(searches(2).type('zip').wait(50_000))).toBe(false));
  it('near miss: gone elsewhere', () =>
    expect(struggled(searches(2).view('/about').wait(50_000))).toBe(false));
});

describe('a result is opened', () => {
  const open: Record<string, (me: Shopper) => Shopper> = {
    'by a link': (me) => me.press('result1', { role: 'link' }).wait(200).view('/mug'),
    'in the page': (me) => me.press('result1', { role: 'link' }).wait(200).effect(),
    'by a card that is no link': (me) => me.press('card1').wait(200).effect('navigation'),
    'in another tab': (me) => me.press('result1', { role: 'link', exempt: 'modified' }),
  };
  it.each(Object.entries(open))('%s: the search was worth it', (_, opens) => {
    const me = opens(searches(3)).wait(1_000).view('/search').wait(2_000);
    expect(struggled(searches(1, 0, me).wait(50_000))).toBe(false);
  });
  it('but not by the button of the search, whose page may be gone before its form is told of', () => {
    const me = searches(3).press('go', { region: 'find' }).wait(200).effect('navigation').wait(300);
    expect(struggled(search(me, 0))).toBe(true);
  });
  it('but not by a press that opens nothing', () =>
    expect(struggled(search(searches(3).press('sort').wait(100).effect(), 0))).toBe(true));
});

const told = (me: Shopper) => me.signals().filter((name) => name === 'search-struggle').length;
const q = { field: 'q', form: 'find', kind: 'search' } as const;
const changed = (me: Shopper) => input(me).feed({ type: 'field', what: 'change', ...q });

describe('the edges of a search that is worded anew', () => {
  /** The first search is followed by three others, the last of them `ms` after the second. */
  const over = (ms: number) => {
    const me = submit(input(submit(input(shopper().wait(400_000))).wait(5_000)));
    submit(input(me.wait(20_000).scroll().wait(10_000).scroll()));
    return submit(
      input(
        me
          .wait(15_000)
          .scroll()
          .wait(ms - 45_000),
      ),
    );
  };
  it('the third other wording counts at 60 s after the first of them, and not a millisecond later', () => {
    expect(over(60_000).signal('search-struggle')!.evidence['kind']).toBe('reworded');
    expect(struggled(over(60_001))).toBe(false);
  });
  it('a field that is changed twice in less than a second is one search', () => {
    const pairs = (ms: number) => {
      const me = shopper().wait(2_000);
      for (let i = 0; i < 2; i++) changed(changed(me).wait(ms)).wait(5_000);
      return struggled(me);
    };
    expect(pairs(999)).toBe(false);
    expect(pairs(1_000)).toBe(true);
  });
  it('begins anew once it was told', () => expect(told(searches(6).wait(20_000))).toBe(1));
  it('pasting or clearing is another search at once, typing on is not', () => {
    const after = (via: NonNullable<FieldRecord['via']>) =>
      struggled(
        input(shopper().emit('searched', { results: 0 }).wait(1_500), via)
          .wait(500)
          .emit('searched', { results: 0 }),
      );
    expect(after('paste')).toBe(true);
    expect(after('clear')).toBe(true);
    expect(after('type')).toBe(false);
  });
  const asking = (set: Readonly<Record<string, number>>) =>
    shopper({ policy: { signals: { 'search-struggle': { zeros: 20, queries: 20, ...set } } } });
  const many = (times: number, me: Shopper) => {
    for (let i = 0; i < times; i++) submit(input(me.wait(2_000)));
    return me;
  };
  it('comes after as many as the settings ask for, up to twenty', () => {
    for (const reformulations of [9, 10, 20]) {
      expect(struggled(many(reformulations, asking({ reformulations })))).toBe(false);
      const me = many(reformulations + 1, asking({ reformulations }));
      expect(me.signal('search-struggle')).toMatchObject({ count: reformulations });
    }
  });
  it('of which more would never come, so that is refused', () => {
    const me = shopper({ policy: { signals: { 'search-struggle': { reformulations: 21 } } } });
    expect(me.problems).toMatchObject([
      { code: 'CONFIG_INVALID', path: '/policy/signals/search-struggle/reformulations' },
    ]);
    expect(many(4, me).signal('search-struggle')).toMatchObject({ count: 3 });
  });
  it('remembers no more searches, however many there are', () => {
    const me = many(50, asking({ reformulations: 20, withinMs: 1 }));
    const { queries } = me.engine.state.detect.parts['search-struggle'] as { queries: unknown[] };
    expect(queries).toHaveLength(21);
  });
  it('near miss: the field is only gone into before the same is sent again', () => {
    const me = searches(1, 3_000);
    for (let i = 0; i < 6; i++) submit(me.feed({ type: 'field', what: 'focus', ...q })).wait(3_000);
    expect(struggled(me)).toBe(false);
  });
  it('near miss: another field of the form is changed while the words stand there', () => {
    const me = searches(1, 3_000);
    for (let i = 0; i < 3; i++)
      input(me)
        .feed({ type: 'field', what: 'change', field: 'sort', form: 'find', kind: 'choice' })
        .wait(5_000);
    expect(struggled(me)).toBe(false);
  });
  it('near miss: what is typed elsewhere before there was any search', () => {
    const me = shopper();
    for (let i = 0; i < 5; i++)
      me.feed({ type: 'field', what: 'input', field: 'zip', form: '', kind: 'text', via: 'type' })
        .feed({ type: 'field', what: 'change', field: 'q', form: '', kind: 'search' })
        .wait(5_000);
    expect(struggled(me)).toBe(false);
  });
});

describe('the edges of finding nothing', () => {
  const twice = (ms: number) =>
    struggled(shopper().emit('searched', { results: 0 }).wait(ms).emit('searched', { results: 0 }));
  it('a second search is one from a second after the first on', () => {
    expect(twice(999)).toBe(false);
    expect(twice(1_000)).toBe(true);
  });
  it('near miss: other events of the page', () =>
    expect(
      struggled(shopper().emit('filtered', { results: 0 }).wait(4_000).emit('filtered', { results: 0 })),
    ).toBe(false));
});

describe('what ends the wait for a result that is opened', () => {
  const waits = (me: Shopper) => struggled(me.wait(50_000));
  it('entering something in another form, not in the form of the search, and not merely going there', () => {
    const choice = (form: string, what: 'change' | 'focus') =>
      searches(2).feed({ type: 'field', what, field: 'sort', form, kind: 'choice' });
    expect(waits(choice('address', 'change'))).toBe(false);
    expect(waits(choice('address', 'focus'))).toBe(true);
    expect(waits(choice('find', 'change'))).toBe(true);
  });
  it('for good: scrolling does not begin it again', () =>
    expect(waits(searches(2).type('zip').scroll())).toBe(false));
  it('until there are two more searches', () => {
    const me = searches(2).type('zip').wait(400_000);
    expect(struggled(me)).toBe(false);
    expect(waits(searches(2, 0, me))).toBe(true);
  });
  it('another page more than five seconds after the search: until then it shows the results', () => {
    const page = (ms: number, how: 'load' | 'dom' = 'load') =>
      waits(
        submit(input(searches(1)))
          .wait(ms)
          .view('/search', how),
      );
    expect(page(5_000)).toBe(true);
    expect(page(5_001)).toBe(false);
    expect(page(5_001, 'dom')).toBe(true);
  });
  it('not the results of the last of three', () => expect(waits(searches(3, 0))).toBe(true));
  it('not what the page scrolls itself', () => {
    const scrolled = (by: 'page' | 'wheel') => searches(2, 20_000).feed({ type: 'scroll', by }).wait(15_000);
    expect(struggled(scrolled('page'))).toBe(true);
    expect(struggled(scrolled('wheel'))).toBe(false);
  });
});

describe('what counts as opening a result', () => {
  const then = (me: Shopper) => struggled(submit(input(me.wait(200))));
  it('a link in another tab does at once; a button, or a link that leads nowhere, does not', () => {
    const press = (more: { role: string; exempt?: 'modified' }) => then(searches(3).press('one', more));
    expect(press({ role: 'link', exempt: 'modified' })).toBe(false);
    expect(press({ role: 'button', exempt: 'modified' })).toBe(true);
    expect(press({ role: 'link' })).toBe(true);
  });
  it('a card that leads to another address does', () =>
    expect(then(searches(3).press('card').wait(100).effect('route'))).toBe(false));
  it('what was opened after the first search leaves only those after it', () => {
    const me = searches(1).press('result1', { role: 'link' }).wait(200).effect();
    expect(struggled(searches(3, 2_000, me))).toBe(false);
  });
  it('a press with which the search itself was sent does not', () => {
    const me = shopper().wait(1_000);
    for (let i = 0; i < 4; i++)
      submit(input(me).press('go', { role: 'link' }))
        .wait(200)
        .effect()
        .wait(5_000);
    expect(struggled(me)).toBe(true);
  });
  it('without a search there is nothing to open', () => {
    const me = shopper().view('/').press('one', { role: 'link' }).wait(200).effect();
    expect(me.problems).toEqual([]);
  });
});
