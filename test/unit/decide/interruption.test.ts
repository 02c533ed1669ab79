import { describe, expect, it } from 'vitest';
import type { Trigger, Wait } from '../../../src/config/types.js';
import {
  mayInterrupt,
  noteInterruption,
  PAUSE_MS,
  READING_ERROR_MS,
  startInterruption,
} from '../../../src/decide/interruption.js';
import { offered, open, shop } from '../../support/triggers.js';
import type { Shopper } from '../../support/shopper.js';

/** Armed by `go` while the customer is busy with something. */
const busy = (timing: Trigger['timing'], act: (me: Shopper) => unknown, wait?: Wait[]): Shopper => {
  const me = shop([{ timing: timing! }], { policy: { ...open, ...(wait ? { wait } : {}) } })
    .view('/address')
    .wait(10_000);
  act(me);
  return me;
};
const typist = (timing: Trigger['timing'] = {}) =>
  busy(timing, (me) => me.focus('name').type('name').emit('go'));
const shown = (me: Shopper) => offered(me).length > 0;

describe('a customer who is typing', () => {
  it('is not interrupted: 30 s at five keys a second, nothing', () => {
    expect(shown(typist({ giveUpAfter: '60s' }).typing(30_000))).toBe(false);
    expect(shown(typist({ at: 'now', giveUpAfter: '60s' }).typing(30_000))).toBe(false);
    expect(shown(typist({ at: 'boundary', giveUpAfter: '60s' }).typing(30_000))).toBe(false);
  });
  it('not even by an incident', () => {
    const me = shop([{ priority: 'incident', timing: { giveUpAfter: '60s' } }])
      .view('/address')
      .type('a')
      .emit('go');
    expect(shown(me.typing(30_000))).toBe(false);
  });
  it('is helped 1.2 s after the last key, give or take the grain of keys', () => {
    const me = typist().typing(5_000);
    const lastKey = me.now - 200;
    me.wait(5_000);
    expect(me.offers()[0]!.at - lastKey).toBeGreaterThanOrEqual(1_200);
    expect(me.offers()[0]!.at - lastKey).toBeLessThanOrEqual(1_400);
  });
  it('gets a badge after 20 s, which waits without interrupting', () => {
    const me = typist().typing(19_000);
    expect(shown(me)).toBe(false);
    me.typing(11_000);
    expect(me.offers()).toMatchObject([{ as: 'badge', at: 30_000 }]);
  });
  it('gets it after giveUpAfter, where that is said', () => {
    expect(typist({ giveUpAfter: '5s' }).typing(5_200).offers()).toMatchObject([{ as: 'badge', at: 15_000 }]);
  });
  it('may be interrupted where the team has taken typing out of wait', () => {
    const me = busy({ at: 'now' }, (one) => one.type('name').emit('go'), ['dialog']);
    expect(shown(me)).toBe(true);
  });
});

describe('a customer who looks at another tab', () => {
  it.each([{ at: 'now' }, { at: 'boundary' }, {}] as const)(
    'is shown nothing until they are back: %j',
    (timing) => {
      const me = busy(timing, (one) => one.page(false).emit('go'));
      expect(shown(me.wait(60_000))).toBe(false);
      // Not a badge either: the moment could not come.
      expect(me.page(true).wait(500).offers()).toMatchObject([{ as: 'notice' }]);
    },
  );
});

describe('at: pause', () => {
  it('is also a pause after a press', () => {
    const me = busy({}, (one) => one.press('x', { answer: 'mutation' }).emit('go').wait(1_199));
    expect(shown(me)).toBe(false);
    expect(shown(me.wait(201))).toBe(true);
  });
  it('is at once where nobody does anything', () =>
    expect(shown(busy({}, (me) => me.emit('go')))).toBe(true));
});

describe('a boundary lets help in at once', () => {
  it.each<[string, (me: Shopper) => Shopper]>([
    ['a field was left', (me) => me.leave('name')],
    ['another page', (me) => me.view('/address', 'load')],
    ['another address', (me) => me.view('/address', 'route')],
    ['an answer the customer was waiting for', (me) => me.wait(100).request(150)],
    ['a dialog was closed', (me) => me.hold('dialog', true).wait(500).hold('dialog', false)],
    ['the tab was taken up again', (me) => me.page(false).wait(500).page(true)],
  ])('%s', (_, act) => {
    const me = busy({ at: 'boundary' }, (one) => one.press('x', { answer: 'mutation' }).emit('go'));
    expect(shown(me)).toBe(false);
    expect(shown(act(me).wait(1))).toBe(true);
  });
  it('a request nobody has asked for is none', () => {
    expect(shown(busy({ at: 'boundary' }, (me) => me.emit('go').wait(5_000).request(100)))).toBe(false);
  });
  it('but not while typing on', () => {
    const me = busy({}, (one) => one.focus('a').type('a').leave('a').focus('b').type('b').emit('go'));
    expect(shown(me.wait(200).type('b').wait(200).type('b'))).toBe(false);
    expect(shown(me.wait(PAUSE_MS - 1))).toBe(false);
    expect(shown(me.wait(1))).toBe(true);
  });
  it.each<[string, (me: Shopper) => Shopper]>([
    ['a field was left', (me) => me.leave('a').focus('b')],
    ['an answer came', (me) => me.press('pay', { answer: 'mutation' }).type('b').wait(100).request(50)],
    [
      'an answer came between two keys',
      (me) => me.press('pay', { answer: 'mutation' }).wait(200).type('b').wait(500).request(450),
    ],
  ])('nor while somebody types slowly: %s', (_, act) => {
    const me = busy({}, (one) => act(one.focus('a').type('a').emit('go')));
    for (let key = 0; key < 10; key++) expect(shown(me.wait(100).type('b').wait(500))).toBe(false);
    expect(shown(me.wait(PAUSE_MS))).toBe(true);
  });
  it('the key that leaves a field is no typing on', () => {
    const me = busy({}, (one) => one.focus('a').type('a').wait(50).leave('a').focus('b').emit('go'));
    expect(shown(me.wait(249))).toBe(false);
    expect(shown(me.wait(1))).toBe(true);
  });
  it('at: boundary waits for one, and then gives up', () => {
    const me = busy({ at: 'boundary' }, (one) => one.emit('go').wait(19_999));
    expect(shown(me)).toBe(false);
    expect(me.wait(1).offers()).toMatchObject([{ as: 'badge' }]);
  });
});

describe('holds', () => {
  it.each<['composition' | 'dialog' | 'pointer', Wait]>([
    ['composition', 'composing'],
    ['dialog', 'dialog'],
    ['pointer', 'dragging'],
  ])('%s: nothing while it lasts', (what, wait) => {
    const me = busy({ giveUpAfter: '60s' }, (one) => one.hold(what, true).emit('go').wait(15_000));
    expect(shown(me)).toBe(false);
    expect(me.closed('t0')).toEqual(['interruption']);
    expect(shown(me.hold(what, false).wait(10))).toBe(true);
    expect(
      shown(busy({}, (one) => one.hold(what, true).emit('go'), wait === 'dialog' ? ['typing'] : ['dialog'])),
    ).toBe(true);
  });
  it('a submit holds until it is answered', () => {
    const me = busy({}, (one) =>
      one.press('pay', { answer: 'mutation' }).hold('submit', true).emit('go').wait(5_000),
    );
    expect(shown(me)).toBe(false);
    expect(shown(me.request(4_950))).toBe(true);
  });
  it('but not for ever', () => {
    const me = busy({}, (one) =>
      one.press('pay', { answer: 'mutation' }).hold('submit', true).emit('go').wait(9_999),
    );
    expect(shown(me)).toBe(false);
    expect(me.wait(1).offers()).toMatchObject([{ as: 'notice' }]);
  });
  it('an error that has just appeared is read first, where the team asks for it', () => {
    const errors: [string, (me: Shopper) => Shopper][] = [
      ['field-error', (me) => me.error('zip')],
      ['message', (me) => me.feed({ type: 'message', source: 'alert', region: 'main' })],
    ];
    for (const [name, appears] of errors) {
      const me = busy({}, (one) => appears(one).emit('go').wait(4_999), ['reading-error']);
      expect([name, shown(me)]).toEqual([name, false]);
      expect(me.closed('t0')).toEqual(['interruption']);
      expect([name, shown(me.wait(1))]).toEqual([name, true]);
      expect(shown(busy({}, (one) => appears(one).emit('go').wait(1), ['typing']))).toBe(true);
    }
  });
  it('an error is read through a boundary, anew with each, and not for ever', () => {
    const me = busy({ at: 'now' }, (one) => one.error('zip').leave('zip').emit('go'), ['reading-error']);
    expect(shown(me.wait(3_000).error('street').wait(4_999))).toBe(false);
    expect(shown(me.wait(1))).toBe(true);
    const often = busy({}, (one) => one.emit('go'), ['typing', 'reading-error']);
    expect(shown(often)).toBe(true);
    const long = busy({}, (one) => one.error('zip').emit('go'), ['reading-error']);
    for (let i = 0; i < 5; i++) long.wait(4_000).error('zip');
    expect(long.offers()).toMatchObject([{ as: 'badge', at: 30_000 }]);
  });
  it('media only where the team asks for it', () => {
    expect(shown(busy({}, (me) => me.hold('media', true).emit('go')))).toBe(true);
    expect(shown(busy({}, (me) => me.hold('media', true).emit('go').wait(5_000), ['media']))).toBe(false);
  });
  it('end with the page', () => {
    expect(shown(busy({}, (me) => me.hold('dialog', true).view('/address', 'load').emit('go')))).toBe(true);
  });
});

it('delay: not before that, even where nobody does anything', () => {
  const me = busy({ delay: '8s' }, (one) => one.emit('go').wait(7_999));
  expect(shown(me)).toBe(false);
  expect(shown(me.wait(1))).toBe(true);
});

describe('what keeps help back is told in a word, with when to look again', () => {
  const TIMINGS = ['now', 'boundary', 'pause'] as const;
  it('another tab', () => {
    const state = { ...startInterruption(), elsewhere: 5_000 };
    const closed = { open: false, because: 'another tab' };
    for (const at of TIMINGS) {
      expect(mayInterrupt(state, at, [], 4_999)).toEqual({ ...closed, at: 5_000 });
      expect(mayInterrupt({ ...state, hidden: true }, at, [], 4_999)).toEqual(closed);
    }
    expect(mayInterrupt(state, 'now', [], 5_000)).toEqual({ open: true, because: 'now' });
  });
  it('an error that is being read', () => {
    const state = startInterruption();
    noteInterruption(state, { type: 'message', source: 'alert', region: 'main', at: 1_000 });
    for (const at of TIMINGS)
      expect(mayInterrupt(state, at, ['reading-error'], 3_000)).toEqual({
        open: false,
        because: 'reading-error',
        at: 1_000 + READING_ERROR_MS,
        ago: 2_000,
      });
  });
  it('typing: at a boundary for a moment, else for a pause', () => {
    const state = startInterruption();
    noteInterruption(state, { type: 'key', at: 1_000 });
    const closed = { open: false, because: 'typing', ago: 100 };
    expect(mayInterrupt(state, 'now', ['typing'], 1_100)).toEqual({ ...closed, at: 1_000 + PAUSE_MS });
    noteInterruption(state, { type: 'view', how: 'route', path: '/', steps: [], at: 1_050 });
    for (const at of TIMINGS)
      expect(mayInterrupt(state, at, ['typing'], 1_100)).toEqual({ ...closed, at: 1_300 });
    for (const at of TIMINGS)
      expect(mayInterrupt(state, at, ['typing'], 1_300)).toEqual({ open: true, because: 'boundary' });
  });
});
