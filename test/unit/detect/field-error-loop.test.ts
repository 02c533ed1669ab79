import { describe, expect, it } from 'vitest';
import type { ErrorSource } from '../../../src/core/records.js';
import { shopper, type Shopper } from '../../support/shopper.js';

/** Fills the field in and leaves it, then sends the form, which is refused. */
const attempt = (me: Shopper, source: ErrorSource = 'aria') =>
  me.focus('zip').type('zip').wait(900).leave('zip').submit().wait(300).error('zip', source);
const loops = (me: Shopper) =>
  me.outputs.flatMap((o) =>
    o.kind === 'signal' && o.name === 'field-error-loop' ? [{ count: o.count, weight: o.weight }] : [],
  );

describe('a field refused again after a correction', () => {
  it('weighs 0.6 the second time and 1 from the third', () => {
    const me = shopper().view('/address');
    attempt(me);
    expect(loops(me)).toEqual([]);
    attempt(me);
    expect(loops(me)).toEqual([{ count: 2, weight: 0.6 }]);
    attempt(attempt(me));
    expect(loops(me)).toEqual([
      { count: 2, weight: 0.6 },
      { count: 3, weight: 1 },
      { count: 4, weight: 1 },
    ]);
    expect(me.signal('field-error-loop')).toMatchObject({
      target: 'zip',
      evidence: { field: 'zip', source: 'aria', min: 2 },
    });
    expect(me.signal('field-error-loop')!.because).toBe(
      "'zip' was refused 4 times, each time after a correction",
    );
  });
  it.each<ErrorSource>(['invalid', 'aria', 'linked', 'text', 'summary', 'class'])(
    'however it shows: %s',
    (source) => {
      expect(loops(attempt(attempt(shopper(), source), source))).toHaveLength(1);
    },
  );
  it('counts one refusal once, however many ways it shows', () => {
    const me = attempt(shopper()).error('zip', 'linked').error('zip', 'text').error('zip', 'summary');
    expect(loops(me)).toEqual([]);
    attempt(me).error('zip', 'linked');
    expect(loops(me)).toHaveLength(1);
  });
  it('by autofill, paste and clearing too', () => {
    const me = shopper();
    for (let i = 0; i < 2; i++) {
      me.focus('zip')
        .feed({ type: 'field', what: 'input', field: 'zip', form: 'form', kind: 'text', via: 'autofill' })
        .leave('zip')
        .submit()
        .error('zip');
    }
    expect(loops(me)).toHaveLength(1);
  });
});

describe('near misses', () => {
  it('the first pass over an untouched form', () => {
    const me = shopper().view('/address').submit();
    for (const field of ['name', 'street', 'zip']) me.error(field, 'invalid');
    me.wait(2_000).submit();
    for (const field of ['name', 'street', 'zip']) me.error(field, 'invalid');
    expect(me.signals()).not.toContain('field-error-loop');
  });
  it('what the page did not let in is no correction', () => {
    const me = attempt(shopper());
    me.feed({ type: 'field', what: 'refuse', field: 'zip', form: 'form', kind: 'text' }).error('zip');
    expect(loops(me)).toEqual([]);
  });
  it('two fields, each once', () => {
    const me = attempt(shopper()).focus('street').type('street').leave('street').error('street');
    expect(loops(me)).toEqual([]);
  });
  it('validation while typing, put right before the field is left', () => {
    const me = shopper().focus('zip');
    for (let i = 0; i < 5; i++) me.type('zip').error('zip').wait(200).type('zip').ok('zip').wait(200);
    expect(loops(me.leave('zip'))).toEqual([]);
  });
  it('validation while typing counts once, when the field is left', () => {
    const me = shopper();
    for (let visit = 0; visit < 2; visit++) {
      expect(loops(me)).toEqual([]);
      me.focus('zip');
      for (let i = 0; i < 5; i++) me.type('zip').error('zip').wait(200);
      expect(loops(me)).toEqual([]);
      me.leave('zip');
    }
    expect(loops(me)).toEqual([{ count: 2, weight: 0.6 }]);
  });
  it('validation while typing counts when the form is sent from inside the field', () => {
    const me = attempt(shopper()).focus('zip').type('zip').error('zip').submit();
    expect(loops(me)).toEqual([{ count: 2, weight: 0.6 }]);
  });
  it('an error of half an hour ago belongs to another attempt', () => {
    expect(loops(attempt(attempt(shopper()).wait(30 * 60_000 + 1)))).toEqual([]);
    expect(loops(attempt(attempt(shopper()).wait(29 * 60_000)))).toHaveLength(1);
  });
  it('fields of the same name in two forms', () => {
    const other = { field: 'zip', form: 'billing' } as const;
    const me = attempt(shopper());
    me.feed({ type: 'field', what: 'input', ...other, kind: 'text', via: 'type' }).feed({
      type: 'field-error',
      ...other,
      source: 'aria',
    });
    expect(loops(me)).toEqual([]);
  });
});

describe('forms that go through the server', () => {
  const send = (me: Shopper) =>
    me
      .focus('zip')
      .type('zip')
      .leave('zip')
      .submit()
      .wait(800)
      .view('/address')
      .error('zip', 'aria', { atLoad: true });
  it('count across page loads', () => {
    const me = send(shopper().view('/address'));
    expect(loops(me)).toEqual([]);
    expect(loops(send(me))).toEqual([{ count: 2, weight: 0.6 }]);
  });
  it('count errors at load even where the page puts the focus into the field', () => {
    const me = send(shopper().view('/address'))
      .focus('zip')
      .type('zip')
      .leave('zip')
      .submit()
      .view('/address')
      .focus('zip')
      .error('zip', 'aria', { atLoad: true });
    expect(loops(me)).toHaveLength(1);
  });
  it('do not count a reload that shows the same errors again', () => {
    const me = send(shopper().view('/address'));
    for (let i = 0; i < 3; i++) me.view('/address').error('zip', 'aria', { atLoad: true });
    expect(loops(me)).toEqual([]);
  });
  it('do not mix up steps', () => {
    const me = send(shopper().view('/address'))
      .view('/invoice')
      .focus('zip')
      .type('zip')
      .leave('zip')
      .submit()
      .view('/invoice')
      .error('zip', 'aria', { atLoad: true });
    expect(loops(me)).toEqual([]);
  });
});

it('remembers a bounded number of fields', () => {
  const me = shopper();
  for (let i = 0; i < 300; i++) me.type(`field-${i}`);
  expect(JSON.stringify(me.engine.state.detect.parts).length).toBeLessThan(11_000);
});

it('names may have spaces in them', () => {
  const me = shopper().view('/pay');
  for (let i = 0; i < 2; i++)
    me.focus('Card number').type('Card number').error('Card number').wait(900).submit().wait(300);
  expect(me.signal('field-error-loop')).toMatchObject({
    target: 'Card number',
    evidence: { field: 'Card number', source: 'submit' },
  });
});

it('an error that the page shows because it was asked for once more is no refusal', () => {
  const again = (more: object) => {
    const me = attempt(shopper().view('/address')).focus('zip').type('zip').leave('zip').wait(500);
    me.feed({ type: 'view', how: 'load', path: '/address', steps: [], ...more });
    return loops(me.error('zip', 'aria', { atLoad: true })).length;
  };
  expect([again({}), again({ reload: true }), again({ history: true })]).toEqual([1, 0, 0]);
});

it('the server answers a form with its errors at another address', () => {
  const me = shopper().view('/users/new').type('zip').wait(900).submit();
  me.wait(300).view('/users').error('zip', 'aria', { atLoad: true });
  expect(loops(me)).toEqual([]);
  me.type('zip').wait(900).submit().wait(300).view('/users').error('zip', 'aria', { atLoad: true });
  expect(loops(me)).toEqual([{ count: 2, weight: 0.6 }]);
});
it('a field of the same name in the next step of a form is another one', () => {
  const me = shopper().view('/address').type('zip').wait(900).submit();
  me.wait(300).view('/billing').type('zip').wait(900).leave('zip').error('zip');
  expect(loops(me)).toEqual([]);
});
it('sent with Enter, while the field has the focus', () => {
  const me = shopper().view('/coupon').focus('code');
  for (let i = 0; i < 2; i++)
    me.type('code').wait(900).submit().wait(300).error('code', 'aria').wait(500).type('code').ok('code');
  expect(loops(me)).toEqual([{ count: 2, weight: 0.6 }]);
});

describe('the edges of what counts as refused after a correction', () => {
  /** Refused once after an edit. */
  const once = () => attempt(shopper().view('/address').wait(2_000_000));
  const told = (me: Shopper) => loops(me).length > 0;
  it('an attempt half an hour after the last error, and not a millisecond later', () => {
    const later = (ms: number) => told(once().wait(ms).type('zip').error('zip'));
    expect(later(1_800_000)).toBe(true);
    expect(later(1_800_001)).toBe(false);
  });
  it('is not forgotten over another field', () =>
    expect(told(attempt(once().type('name').leave('name')))).toBe(true));
  it('near miss: an error in an untouched field, and one after its correction', () =>
    expect(told(attempt(shopper().view('/address').submit().error('zip')))).toBe(false));
  it('near miss: filled in and left without an error, and one error later', () =>
    expect(told(attempt(shopper().view('/address').type('zip').leave('zip').wait(5_000)))).toBe(false));
  it('near miss: the field of the same name on the next page was not touched', () => {
    const me = once().type('zip').submit().wait(300).view('/billing');
    expect(told(me.error('zip'))).toBe(false);
  });
  it('is nothing with a field that nobody knows', () => {
    const me = shopper().ok('zip').leave('zip').focus('zip').submit();
    expect(me.problems).toEqual([]);
  });
});

describe('an error while the field is being typed into', () => {
  const typing = () => attempt(shopper().view('/address')).wait(5_000).focus('zip').type('zip').wait(200);
  const told = (me: Shopper) => me.signal('field-error-loop')?.evidence['source'];
  it('counts when the field is left', () => {
    const me = typing().error('zip');
    expect(told(me)).toBeUndefined();
    expect(told(me.leave('zip'))).toBe('typing');
  });
  it('not if it was put right before', () =>
    expect(told(typing().error('zip').type('zip').ok('zip').leave('zip'))).toBeUndefined());
  it('counts at once where only an attempt to send can have asked for it', () =>
    expect(told(typing().error('zip', 'invalid'))).toBe('invalid'));
  it('goes on over a change of the address, and not over another load of the page', () => {
    const over = (how: 'load' | 'route') => told(typing().view('/address', how).error('zip'));
    expect(over('route')).toBeUndefined();
    expect(over('load')).toBe('aria');
  });
  it('counts when its own form is sent, not another one', () => {
    expect(told(typing().error('zip').submit('newsletter'))).toBeUndefined();
    expect(told(typing().error('zip').submit())).toBe('submit');
  });
  it('sending from inside the field is no refusal; the error that answers it is', () => {
    const me = typing().submit().wait(300);
    expect(told(me)).toBeUndefined();
    expect(told(me.error('zip'))).toBe('aria');
  });
});
