import { describe, expect, it } from 'vitest';
import type { PressRecord, RequestRecord } from '../../../src/core/records.js';
import { shopper, type Shopper } from '../../support/shopper.js';

const failed = (me: Shopper) => me.signals().includes('request-failure');
/** A request that starts `after` ms after the last act and takes `ms`. */
const request = (me: Shopper, more: Partial<RequestRecord>, ms = 300, after = 20) => {
  const start = me.now + after;
  return me.wait(after + ms).feed({ type: 'request', start, status: 200, own: true, ...more });
};
const pressed = (
  more: Partial<RequestRecord>,
  press: Partial<PressRecord> = {},
  ms?: number,
  after?: number,
) => request(shopper().view('/pay').wait(5_000).press('pay', press), more, ms, after);

describe('what a press asked for fails', () => {
  it('once is enough', () => {
    const me = pressed({ status: 503 });
    expect(me.signal('request-failure')).toMatchObject({
      target: 'pay',
      count: 1,
      weight: 0.7,
      because: "a request that 'pay' started failed with status 503",
      evidence: { status: 503, ms: 300, timeoutMs: 15_000 },
    });
  });
  it.each([403, 405, 409, 410, 429, 500, 502])('with status %d', (status) =>
    expect(failed(pressed({ status }))).toBe(true),
  );
  it('without an answer: offline, refused, reset', () => {
    const me = pressed({ status: 0, lost: true });
    expect(me.signal('request-failure')!.because).toBe("a request that 'pay' started never got an answer");
  });
  it('after more than 15 s', () => {
    expect(pressed({}, {}, 15_001).signal('request-failure')!.because).toBe(
      "a request that 'pay' started took 15 s",
    );
    expect(failed(pressed({}, {}, 15_000))).toBe(false);
  });
  it('with a form sent by key', () => {
    const me = request(shopper().view('/pay').wait(5_000).submit('card'), { status: 500 });
    expect(me.signal('request-failure')!.target).toBe('card');
  });
  it('for the page itself', () => {
    for (const status of [404, 500, 503])
      expect([status, failed(pressed({ status, page: true }))]).toEqual([status, true]);
  });
  it.each(['touch', 'pen', 'key', 'assist'] as const)('by %s', (by) =>
    expect(failed(pressed({ status: 500 }, { by }))).toBe(true),
  );
  it('started up to half a second after it', () => {
    expect(failed(pressed({ status: 500 }, {}, 300, 500))).toBe(true);
    expect(failed(pressed({ status: 500 }, {}, 300, 501))).toBe(false);
  });
});

describe('near misses', () => {
  it('probes', () => {
    for (const status of [401, 404]) expect([status, failed(pressed({ status }))]).toEqual([status, false]);
    expect(failed(pressed({ status: 401, page: true }))).toBe(false);
  });
  it('success, a redirect, and what is not told', () => {
    for (const status of [0, 200, 204, 304])
      expect([status, failed(pressed({ status }))]).toEqual([status, false]);
  });
  it('of somebody else', () => expect(failed(pressed({ status: 500, own: false }))).toBe(false));
  it('that nobody asked for', () =>
    expect(failed(request(shopper().view('/pay').wait(5_000), { status: 500 }))).toBe(false));
  it('by going into a text field', () =>
    expect(failed(pressed({ status: 500 }, { role: 'textbox', exempt: 'text' }))).toBe(false));
  it('a long request that nobody waited for', () => {
    const me = shopper().view('/pay').press('open-chat').wait(50).effect();
    expect(failed(request(me, {}, 25_000))).toBe(false);
  });
});

describe('input that the server does not accept', () => {
  it.each([400, 422])('status %d is a failure only if no field says so', (status) => {
    const silent = pressed({ status });
    expect(failed(silent.wait(249))).toBe(false);
    expect(failed(silent.wait(1))).toBe(true);
    expect(failed(pressed({ status }).wait(200).error('zip').wait(9_000))).toBe(false);
    const before = shopper().view('/pay').wait(5_000).press('pay').wait(200).error('zip');
    before.feed({ type: 'request', start: before.now - 190, status, own: true });
    expect(failed(before.wait(9_000))).toBe(false);
  });
  it('an error from before is none of it', () => {
    const me = request(shopper().view('/pay').error('zip').wait(2_000).press('pay'), { status: 422 });
    expect(failed(me.wait(300))).toBe(true);
  });
});

it('with a form: started from a tenth of a second before it is told of to half a second after', () => {
  const sent = (after: number) =>
    failed(request(shopper().view('/pay').wait(5_000).submit(), { status: 500 }, 300, after));
  expect([-101, -100, 500, 501].map(sent)).toEqual([false, true, true, false]);
});

it('is one incident in 10 s for each control', () => {
  const again = (me: Shopper, ms: number) =>
    request(me.wait(ms - 320).press('pay'), { status: 500 })
      .signals()
      .filter((name) => name === 'request-failure').length;
  expect(again(pressed({ status: 500 }), 9_999)).toBe(1);
  expect(again(pressed({ status: 500 }), 10_000)).toBe(2);
});

describe('requests that hang', () => {
  it('belong to their press, although others came in between', () => {
    const me = shopper().view('/pay').wait(1_000).press('pay').wait(21_500);
    me.press('help', { region: 'nav', answer: 'dialog' }).wait(8_500);
    me.feed({ type: 'request', start: 1_020, status: 504, own: true });
    expect(me.signal('request-failure')).toMatchObject({ target: 'pay', evidence: { status: 504 } });
    expect(me.signals()).toContain('slow-click');
  });
});

describe('two requests that are refused one soon after the other', () => {
  const two = () =>
    request(
      request(shopper().view('/pay').wait(5_000).press('pay'), { status: 422 }, 30).press('coupon'),
      { status: 422 },
      180,
    );
  const told = (me: Shopper) =>
    me.outputs.flatMap((o) =>
      o.kind === 'signal' && o.name === 'request-failure' ? [[o.target, o.at]] : [],
    );
  it('are judged each in its own time', () => {
    expect(told(two().wait(2_000))).toEqual([
      ['pay', 5_300],
      ['coupon', 5_500],
    ]);
  });
  it('unless the page says at a field what is wrong', () => {
    expect(told(two().error('zip').wait(2_000))).toEqual([]);
  });
});

describe('the edges of what was asked for', () => {
  const told = (me: Shopper) =>
    me.outputs.flatMap((o) => (o.kind === 'signal' && o.name === 'request-failure' ? [o.target] : []));
  it('a failure is one although the page had answered the press by then', () => {
    const after = (more: Partial<RequestRecord>) => {
      const me = shopper().view('/pay').wait(5_000).press('pay').wait(50).effect();
      const start = me.now;
      return failed(
        me
          .wait(400)
          .feed({ type: 'request', start, status: 200, own: true, ...more })
          .wait(250),
      );
    };
    expect(after({ status: 500 })).toBe(true);
    expect(after({ status: 400 })).toBe(true);
    expect(after({ status: 0, lost: true })).toBe(true);
    expect(after({})).toBe(false);
  });
  it('a long request is one where it is what the customer has waited for: progress was shown, or a form was sent', () => {
    const busy = shopper().view('/pay').press('pay').wait(50).effect('mutation', { busy: true });
    expect(failed(request(busy, {}, 15_001))).toBe(true);
    const sent = request(shopper().view('/pay').wait(5_000).submit('card'), {}, 15_001);
    expect(told(sent)).toEqual(['card']);
  });
  it('a control whose answer cannot be seen asks for something, and so does a field that is a control', () => {
    expect(failed(pressed({ status: 500 }, { role: 'link', exempt: 'unobservable' }))).toBe(true);
    expect(failed(pressed({ status: 500 }, { role: 'searchbox', exempt: 'text' }))).toBe(false);
    expect(failed(pressed({ status: 500 }, { role: 'textbox' }))).toBe(true);
  });
  it('the request of somebody else is none, though it starts as a form is sent', () => {
    const me = shopper().view('/pay').wait(5_000).submit();
    expect(failed(request(me, { status: 500, own: false }))).toBe(false);
  });
});

describe('the edges of input that is not accepted', () => {
  /** Forms sent one right after the other, and each not accepted. */
  const forms = (count: number) => {
    const me = shopper().view('/pay').wait(5_000);
    for (let i = 0; i < count; i++) request(me.submit(`form-${i}`), { status: 422 }, 10, 5);
    return me.wait(300);
  };
  const count = (me: Shopper) => me.signals().filter((name) => name === 'request-failure').length;
  it('five wait for their verdict at the most, each for its own', () => {
    expect(count(forms(2))).toBe(2);
    expect(count(forms(5))).toBe(5);
    expect(count(forms(6))).toBe(5);
  });
  it('a form is told of again after ten seconds', () => {
    const me = forms(1).wait(10_000);
    expect(count(request(me.submit('form-0'), { status: 422 }).wait(300))).toBe(2);
  });
  it('a refusal at a field in the moment of the request or later is its answer', () => {
    const refused = (ms: number) => {
      const me = shopper().view('/pay').wait(5_000).press('pay').wait(20).error('zip').wait(ms);
      return failed(request(me, { status: 422 }, 300, 0).wait(300));
    };
    expect(refused(0)).toBe(false);
    expect(refused(1)).toBe(true);
  });
  it('once a field says what is wrong, nothing is left to judge', () =>
    expect(pressed({ status: 422 }).error('zip').wait(9_000).problems).toEqual([]));
});
