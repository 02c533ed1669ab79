import { describe, expect, it } from 'vitest';
import { shopper, type Shopper } from '../../support/shopper.js';

const looped = (me: Shopper) => me.signals().includes('submit-loop');
const onAddress = () => shopper().view('/address');

describe('a form sent twice without getting through', () => {
  it('with an error in a field', () => {
    const me = onAddress().submit().wait(500).error('zip').wait(8_000).submit();
    expect(me.signal('submit-loop')).toMatchObject({
      target: 'form',
      count: 2,
      weight: 0.8,
      evidence: { form: 'form', spanMs: 8_500, withinMs: 90_000 },
    });
    expect(me.signal('submit-loop')!.because).toBe(
      "'form' was sent 2 times in 8.5 s without getting through",
    );
  });
  it('with a request refused', () =>
    expect(looped(onAddress().submit().wait(500).request(400, { status: 422 }).wait(5_000).submit())).toBe(
      true,
    ));
  it('with a failing server', () =>
    expect(looped(onAddress().submit().wait(500).request(400, { status: 500 }).wait(5_000).submit())).toBe(
      true,
    ));
  it.each([
    'payment-failed',
    'coupon-rejected',
    'card-declined',
    'login-refused',
    'form-error',
    'address-invalid',
  ])("with the page's own word for it: %s", (event) => {
    expect(looped(onAddress().submit().wait(500).emit(event).wait(5_000).submit())).toBe(true);
  });
  it('over page loads, when the same page comes back with errors', () => {
    const me = onAddress()
      .submit()
      .wait(500)
      .view('/address')
      .error('zip', 'aria', { atLoad: true })
      .wait(5_000)
      .submit();
    expect(looped(me)).toBe(true);
  });
  it('with a message', () =>
    expect(
      looped(
        onAddress()
          .submit()
          .wait(500)
          .feed({ type: 'message', source: 'toast', region: 'toasts' })
          .type('zip')
          .wait(5_000)
          .submit(),
      ),
    ).toBe(true));
  it('with a request that never got an answer', () => {
    const me = onAddress().submit().wait(500);
    me.feed({ type: 'request', start: me.now - 400, status: 0, own: true, lost: true });
    expect(looped(me.type('zip').wait(5_000).submit())).toBe(true);
  });
  it('with the same page again, and no word why', () => {
    const me = onAddress().submit().wait(500).view('/address');
    me.feed({ type: 'request', start: me.now - 400, status: 200, own: true, page: true });
    expect(looped(me.wait(5_000).submit())).toBe(true);
  });
  it('refused by a script before it is sent', () => {
    const me = onAddress().error('zip').wait(3).submit().type('zip').wait(5_000);
    expect(looped(me.error('zip').wait(3).submit())).toBe(true);
  });
  it('within 90 s', () => {
    expect(looped(onAddress().submit().error('zip').wait(90_000).submit())).toBe(true);
    expect(looped(onAddress().submit().error('zip').wait(90_001).submit())).toBe(false);
  });
});

describe('the same error twice', () => {
  const same = { type: 'message', source: 'summary', region: 'form' } as const;
  it('however long ago the first was', () => {
    const me = onAddress().submit().wait(400).feed(same).wait(300_000).type('zip').submit();
    expect(looped(me)).toBe(false);
    expect(
      me
        .wait(10_000)
        .feed({ ...same, same: true })
        .signal('submit-loop'),
    ).toMatchObject({
      target: 'form',
      count: 2,
      because: "'form' was sent 2 times in 5 min and refused with the same error",
      evidence: { form: 'form', spanMs: 300_400 },
    });
  });
  it('at a field', () => {
    const me = onAddress().submit().error('zip').wait(300_000).type('zip').submit().wait(400);
    me.feed({ type: 'field-error', field: 'zip', form: 'form', source: 'aria', same: true });
    expect(looped(me)).toBe(true);
  });
  it('is told once', () => {
    const me = onAddress().submit().error('zip').wait(5_000).submit().wait(400);
    expect(
      me
        .feed({ ...same, same: true })
        .signals()
        .filter((name) => name === 'submit-loop'),
    ).toHaveLength(1);
  });
  it('near miss: another error, or one that came much later', () => {
    const me = onAddress().submit().wait(400).feed(same).wait(300_000).type('zip').submit().wait(400);
    expect(looped(me.feed(same))).toBe(false);
    expect(looped(me.wait(10_001 - 400).feed({ ...same, same: true }))).toBe(false);
  });
});

describe('near misses', () => {
  it('one that failed, once it got through: a chat', () => {
    const me = onAddress().submit('chat').wait(300).request(250, { status: 500 }).wait(2_000);
    me.submit('chat').wait(300).request(250);
    expect(me.signals().filter((name) => name === 'submit-loop')).toHaveLength(1);
    for (let i = 0; i < 5; i++) me.type('text').wait(3_000).submit('chat').wait(300).request(250);
    expect(me.signals().filter((name) => name === 'submit-loop')).toHaveLength(1);
  });
  it('what goes wrong less than a tenth of a second before a submit is its own', () => {
    const early = (ms: number) =>
      looped(
        onAddress().submit().wait(300).request(250).type('zip').wait(5_000).error('zip').wait(ms).submit(),
      );
    expect(early(99)).toBe(false);
    expect(early(100)).toBe(true);
  });
  it('the first that is refused by a script, after one that got through', () => {
    const me = onAddress().submit().wait(300).request(250).type('zip').wait(5_000);
    expect(looped(me.error('zip').wait(3).submit())).toBe(false);
  });
  it('a form that succeeds each time: a chat, a list of items', () => {
    const me = onAddress();
    for (let i = 0; i < 10; i++) me.submit('chat').wait(300).request(250).effect().wait(4_000);
    expect(looped(me)).toBe(false);
  });
  it('a search or filter form, even if it fails', () => {
    const me = onAddress();
    for (let i = 0; i < 5; i++)
      me.feed({ type: 'submit', form: 'search', search: true })
        .wait(200)
        .request(150, { status: 500 })
        .wait(2_000);
    expect(looped(me)).toBe(false);
  });
  it('it got through: another page came', () => {
    expect(
      looped(
        onAddress()
          .submit()
          .error('zip')
          .wait(2_000)
          .submit('other')
          .view('/payment')
          .wait(2_000)
          .view('/address')
          .submit(),
      ),
    ).toBe(false);
  });
  it('a failing request of somebody else', () =>
    expect(
      looped(onAddress().submit().request(100, { status: 500, own: false }).type('zip').wait(2_000).submit()),
    ).toBe(false));
  it('two forms', () =>
    expect(looped(onAddress().submit('a').error('zip').wait(2_000).submit('b'))).toBe(false));
  it('what went wrong before the first of them', () =>
    expect(looped(onAddress().error('zip').wait(500).submit().type('zip').wait(2_000).submit())).toBe(false));
  it('one thing after another, each of which gets through', () =>
    expect(looped(onAddress().submit().request(100, { status: 200 }).wait(2_000).submit())).toBe(false));
  it('a double click', () =>
    expect(looped(onAddress().submit().wait(150).submit().wait(300).view('/payment'))).toBe(false));
});

it('knows forms by any name a page may give them', () => {
  for (const form of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
    expect([form, looped(onAddress().submit(form).error('zip').wait(2_000).submit(form))]).toEqual([
      form,
      true,
    ]);
  }
});

it('the same once more, with nothing to show for it', () => {
  expect(looped(onAddress().submit().wait(2_000).submit())).toBe(true);
});

describe('a form that is sent on several steps', () => {
  const steps = ['a', 'b', 'c'].map((id) => ({ id }));
  const wizard = { journeys: { onboarding: { steps } } };
  it('got through each time: a wizard on one page, with a step that needs no edit', () => {
    const me = shopper(wizard);
    for (const { id } of steps)
      me.view('/start', id === 'a' ? 'load' : 'dom', [id])
        .wait(4_000)
        .submit()
        .wait(300);
    expect(looped(me)).toBe(false);
  });
  it('and is a loop where it stays on one of them', () => {
    const me = shopper(wizard).view('/start', 'load', ['a']).wait(4_000).submit().wait(300);
    me.view('/start', 'dom', ['b']).wait(4_000).submit().wait(300).error('zip');
    expect(looped(me.wait(4_000).submit())).toBe(true);
  });
});

it('remembers a bounded number of forms, and knows the newest', () => {
  const me = onAddress();
  for (let i = 0; i < 300; i++) me.submit(`form-${i}`);
  expect(JSON.stringify(me.engine.state.detect.parts['submit-loop']).length).toBeLessThan(4_000);
  expect(looped(me.wait(2_000).submit('form-299'))).toBe(true);
});

it('a form that comes back with errors at another address has not got through', () => {
  const me = shopper().view('/users/new').submit().wait(300);
  me.view('/users').error('zip', 'aria', { atLoad: true }).wait(5_000).submit();
  expect(looped(me)).toBe(true);
});
it('one that comes back without has', () => {
  const me = shopper().view('/users/new').submit().wait(300).view('/users').wait(5_000).submit();
  expect(looped(me)).toBe(false);
});

describe('the edges of sending again', () => {
  const late = () => onAddress().wait(400_000);
  /** Sent, edited after `act`, and sent again five seconds later. */
  const edited = (act: (me: Shopper) => Shopper) =>
    looped(act(late().submit().wait(500)).type('zip').wait(4_500).submit());
  it('says in what time, at any time', () => {
    const me = late().submit().wait(500).error('zip').wait(4_500).submit();
    expect(me.signal('submit-loop')).toMatchObject({
      because: "'form' was sent 2 times in 5 s without getting through",
      evidence: { spanMs: 5_000 },
    });
  });
  it('is two from a second on; sooner it is a double click', () => {
    const twice = (ms: number) => looped(late().submit().wait(ms).submit());
    expect(twice(999)).toBe(false);
    expect(twice(1_000)).toBe(true);
  });
  it('after an edit only a failure shows that it did not get through', () => {
    expect(edited((me) => me)).toBe(false);
    expect(edited((me) => me.request(400, { status: 400 }))).toBe(true);
    expect(edited((me) => me.request(400, { status: 399 }))).toBe(false);
    expect(edited((me) => me.emit('payment-failed'))).toBe(true);
    expect(edited((me) => me.emit('total-changed'))).toBe(false);
  });
  it('a choice that was changed is an edit, a look at a field is none', () => {
    const field = { type: 'field', field: 'size', form: 'form', kind: 'choice' } as const;
    const after = (what: 'change' | 'focus') =>
      looped(
        late()
          .submit()
          .wait(2_000)
          .feed({ ...field, what })
          .wait(2_000)
          .submit(),
      );
    expect(after('change')).toBe(false);
    expect(after('focus')).toBe(true);
  });
  it('counts from the last that got through', () => {
    const me = late().submit('chat').wait(300).request(250).type('text').wait(3_000);
    me.submit('chat').wait(3_000).submit('chat');
    expect(me.signal('submit-loop')!.count).toBe(2);
  });
  it('what a script refuses less than a tenth of a second before the first is the answer to it', () => {
    const refused = (ms: number) =>
      looped(late().error('zip').wait(ms).submit().type('zip').wait(5_000).submit());
    expect(refused(99)).toBe(true);
    expect(refused(100)).toBe(false);
  });
  it('an error on the page after it is of that page, unless it came with it', () => {
    const after = (more: { atLoad?: true }) =>
      looped(
        shopper()
          .view('/users/new')
          .submit()
          .wait(300)
          .view('/users')
          .error('zip', 'aria', more)
          .wait(5_000)
          .submit(),
      );
    expect(after({ atLoad: true })).toBe(true);
    expect(after({})).toBe(false);
  });
  it('without a form that was sent, fields and errors are nothing', () =>
    expect(onAddress().type('zip').error('zip', 'aria', { atLoad: true }).problems).toEqual([]));
});

describe('the edges of the same error', () => {
  const same = { type: 'field-error', field: 'zip', form: 'form', source: 'aria', same: true } as const;
  it('says in what time the form was sent', () => {
    const me = onAddress().wait(9_000).submit().wait(500).type('zip').wait(4_500).submit().wait(300);
    expect(me.feed(same).signal('submit-loop')!.evidence).toMatchObject({ spanMs: 5_000 });
  });
  it('says the time since the last that got through', () => {
    const me = onAddress().submit().wait(300).request(250).wait(60_000).type('zip').submit();
    me.wait(300).error('zip').wait(120_000).type('zip').submit().wait(300);
    expect(me.feed(same).signal('submit-loop')).toMatchObject({ count: 2, evidence: { spanMs: 120_300 } });
  });
  it('near miss: it was there before the form was sent for the first time', () =>
    expect(looped(onAddress().error('zip').wait(500).submit().wait(300).feed(same))).toBe(false));
  it('near miss: another error at a field', () => {
    const me = onAddress().submit().error('zip').wait(300_000).type('zip').submit().wait(400);
    expect(looped(me.error('zip'))).toBe(false);
  });
});
