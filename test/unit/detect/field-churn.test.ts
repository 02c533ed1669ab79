import { describe, expect, it } from 'vitest';
import type { FieldRecord } from '../../../src/core/records.js';
import { shopper, type Shopper } from '../../support/shopper.js';

const churned = (me: Shopper) => me.signals().includes('field-churn');
const edit = (me: Shopper, via: NonNullable<FieldRecord['via']>, more: Partial<FieldRecord> = {}) =>
  me.feed({ type: 'field', what: 'input', field: 'zip', form: 'form', kind: 'text', via, ...more }).wait(200);
/** With the pointer, as a mouse or a finger does it. */
const click = (me: Shopper, field: string) =>
  me
    .hold('pointer', true)
    .wait(5)
    .focus(field)
    .wait(60)
    .hold('pointer', false)
    .press(field, { exempt: 'text' })
    .wait(900);
const tabTo = (me: Shopper, field: string, ms: number) =>
  me.feed({ type: 'key' }).focus(field).feed({ type: 'tab', to: field }).wait(ms).leave(field);
const visit = (me: Shopper, field = 'zip') => click(me, field).type(field).wait(500).leave(field);
const visits = (times: number, me = shopper().view('/address')) => {
  for (let i = 0; i < times; i++) visit(visit(me), 'name');
  return me;
};

it('a press on its label takes the focus and gives it back: no return', () => {
  const me = visits(1);
  click(me, 'zip');
  for (let i = 0; i < 6; i++)
    me.hold('pointer', true)
      .leave('zip')
      .wait(120)
      .hold('pointer', false)
      .press('zip', { exempt: 'text' })
      .focus('zip')
      .wait(400);
  expect(churned(me)).toBe(false);
});

describe('the customer comes back to a field', () => {
  it('three times', () => {
    const me = visits(3);
    expect(churned(me)).toBe(false);
    expect(click(me, 'zip').signal('field-churn')).toMatchObject({
      target: 'zip',
      count: 3,
      weight: 0.4,
      because: "'zip' was returned to 3 times",
      evidence: { field: 'zip', what: 'returns', times: 3, min: 3 },
    });
  });
  it('by keyboard, once they have been there for half a second or edited something', () => {
    const me = shopper();
    for (let i = 0; i < 3; i++) tabTo(me, 'zip', 800);
    expect(churned(me.feed({ type: 'key' }).focus('zip').wait(499))).toBe(false);
    expect(churned(me.wait(1))).toBe(true);
    const editing = shopper();
    for (let i = 0; i < 3; i++) tabTo(editing, 'zip', 800);
    expect(churned(editing.feed({ type: 'key' }).focus('zip').wait(100).type('zip'))).toBe(true);
  });
  it('by touch, where the focus comes after the finger has left', () => {
    const me = shopper();
    for (let i = 0; i < 4; i++)
      me.hold('pointer', true)
        .wait(70)
        .hold('pointer', false)
        .wait(5)
        .focus('zip')
        .press('zip', { by: 'touch', exempt: 'text' })
        .wait(1_000)
        .leave('zip');
    expect(churned(me)).toBe(true);
  });
  it('and a field that the page had put them into', () => {
    const me = shopper().view('/address').wait(2_000).focus('zip').type('zip').leave('zip').wait(500);
    expect(churned(visit(visit(visit(me))))).toBe(true);
  });
  it('also over a reload of the step', () => expect(churned(visit(visits(3).view('/address')))).toBe(true));
});

describe('near misses of coming back', () => {
  it('two returns', () => expect(churned(visits(3))).toBe(false));
  it('passing through with the Tab key', () => {
    const me = shopper();
    for (let i = 0; i < 12; i++) tabTo(me, 'zip', 499);
    expect(churned(me.wait(1_000))).toBe(false);
  });
  it('passing through twice does not add up to a visit', () => {
    const me = shopper();
    for (let i = 0; i < 3; i++) tabTo(me, 'zip', 800);
    tabTo(me, 'zip', 300).wait(100).feed({ type: 'key' }).focus('zip').wait(150).leave('zip');
    expect(churned(me.wait(1_000))).toBe(false);
  });
  it('the page puts the focus there', () => {
    const me = visits(1);
    for (let i = 0; i < 6; i++) me.wait(1_000).focus('zip').wait(1_000).leave('zip');
    expect(churned(me)).toBe(false);
  });
  it('half a second after the last key or pointer is still their own doing', () => {
    const back = (own: (me: Shopper) => Shopper, ms: number) =>
      churned(own(visits(3)).wait(ms).focus('zip').wait(1_000));
    for (const own of [
      (me: Shopper) => me.feed({ type: 'key' }),
      (me: Shopper) => me.hold('pointer', true),
    ]) {
      expect(back(own, 500)).toBe(true);
      expect(back(own, 501)).toBe(false);
    }
  });
  it('the page puts it back after a suggestion was chosen', () => {
    const me = visit(shopper());
    for (let i = 0; i < 6; i++)
      me.hold('pointer', true)
        .wait(5)
        .leave('zip')
        .hold('pointer', false)
        .press('option1', { role: 'option' })
        .focus('zip')
        .wait(1_000);
    expect(churned(me)).toBe(false);
  });
  it('the window was left and taken up again', () => {
    const me = click(shopper(), 'zip');
    for (let i = 0; i < 6; i++)
      me.leave('zip')
        .wait(2)
        .page(true, false)
        .wait(5_000)
        .hold('pointer', true)
        .page(true)
        .focus('zip')
        .wait(1_000);
    expect(churned(me)).toBe(false);
  });
  it('a search field, and a choice', () => {
    const me = shopper();
    for (const kind of ['search', 'choice'] as const)
      for (let i = 0; i < 6; i++)
        me.feed({ type: 'key' })
          .feed({ type: 'field', what: 'focus', field: 'q', form: 'f', kind })
          .wait(900);
    expect(churned(me)).toBe(false);
  });
  it('corrections of one refusal count once', () => {
    const me = visit(shopper()).error('zip');
    for (let i = 0; i < 5; i++) visit(me);
    expect(churned(me)).toBe(false);
    // Each refusal anew.
    for (let i = 0; i < 2; i++) visit(me.error('zip'));
    expect(churned(me)).toBe(true);
  });
  it('another step', () => {
    const me = visits(3).view('/payment', 'route');
    expect(churned(visit(me))).toBe(false);
  });
});

describe('what was in it is taken out', () => {
  it('emptied twice', () => {
    const me = edit(edit(shopper(), 'type'), 'clear');
    expect(churned(me)).toBe(false);
    expect(edit(edit(me, 'type'), 'clear').signal('field-churn')).toMatchObject({
      count: 2,
      evidence: { what: 'clears', times: 2, min: 2 },
    });
  });
  it('eight deletions in a row', () => {
    const me = shopper();
    for (let i = 0; i < 7; i++) edit(me, 'delete');
    expect(churned(me)).toBe(false);
    edit(me, 'delete');
    expect(me.signal('field-churn')!.because).toBe("8 deletions in a row in 'zip'");
    for (let i = 0; i < 30; i++) edit(me, 'delete');
    expect(me.signals()).toEqual(['field-churn']);
  });
  it('the last of which may empty it', () => {
    const me = shopper();
    for (let i = 0; i < 7; i++) edit(me, 'delete');
    expect(churned(edit(me, 'clear'))).toBe(true);
  });
});

describe('near misses of deleting', () => {
  it('seven deletions, one other edit, and seven more', () => {
    const me = shopper();
    for (let n = 0; n < 3; n++) {
      for (let i = 0; i < 7; i++) edit(me, 'delete');
      edit(me, 'type');
    }
    expect(churned(me)).toBe(false);
  });
  it('four deletions in each of two fields', () => {
    const me = shopper();
    for (let i = 0; i < 7; i++) edit(edit(me, 'delete'), 'delete', { field: 'name' });
    expect(churned(me)).toBe(false);
  });
  it('each of two fields emptied once', () =>
    expect(churned(edit(edit(shopper(), 'clear'), 'clear', { field: 'name' }))).toBe(false));
  it('a word that is being composed', () => {
    const me = shopper().hold('composition', true);
    for (let i = 0; i < 20; i++) edit(edit(me, 'delete'), 'clear');
    expect(churned(me)).toBe(false);
  });
  it('a search field', () => {
    const me = shopper();
    for (let i = 0; i < 20; i++) edit(me, i % 2 ? 'clear' : 'delete', { kind: 'search' });
    expect(churned(me)).toBe(false);
  });
});

it('remembers a bounded number of fields, whatever they are called', () => {
  const me = shopper();
  for (let i = 0; i < 300; i++) edit(me, 'type', { field: `field-${i}` });
  expect(JSON.stringify(me.engine.state.detect.parts['field-churn']).length).toBeLessThan(8_000);
  for (const field of ['constructor', '__proto__'])
    for (let i = 0; i < 8; i++) edit(me, 'delete', { field, form: '' });
  expect(me.signals()).toEqual(['field-churn', 'field-churn']);
});

it('names may have spaces in them', () => {
  const me = shopper();
  for (let i = 0; i < 4; i++) tabTo(me, 'Card number', 800);
  expect(me.signal('field-churn')).toMatchObject({
    target: 'Card number',
    evidence: { field: 'Card number' },
  });
});

describe('a key that is held down', () => {
  const held = (ms: number, me = shopper()) => {
    for (let i = 0; i < 20; i++)
      me.feed({ type: 'field', what: 'input', field: 'zip', form: 'form', kind: 'text', via: 'delete' }).wait(
        i === 0 ? 500 : ms,
      );
    return me;
  };
  it('is one deletion, and one before it repeats', () => {
    expect(churned(held(33))).toBe(false);
    expect(churned(held(59))).toBe(false);
    expect(churned(held(60))).toBe(true);
  });
  it('four times over is a run of eight', () => {
    const me = held(33, held(33, held(33).wait(300)).wait(300));
    expect(churned(me)).toBe(false);
    expect(churned(held(33, me.wait(300)))).toBe(true);
  });
});

describe('whose doing a focus is', () => {
  const told = (back: (me: Shopper) => Shopper) => churned(back(visits(3)).wait(1_000));
  const clicks = (me: Shopper) => me.hold('pointer', true).wait(5).hold('pointer', false);
  it("what a button, a suggestion or a key on a button leads to is the page's", () => {
    expect(told((me) => clicks(me).press('edit').focus('zip'))).toBe(false);
    expect(told((me) => me.feed({ type: 'key' }).press('edit', { by: 'key' }).focus('zip'))).toBe(false);
  });
  it('what a press on a text field leads to is theirs', () =>
    expect(told((me) => me.press('zip', { exempt: 'text' }).wait(100).focus('zip'))).toBe(true));
  it('a dialog that puts the focus there is no visit', () =>
    expect(told((me) => me.hold('dialog', true).wait(100).focus('zip'))).toBe(false));
  it('the Tab key alone leads there', () =>
    expect(told((me) => me.wait(5_000).feed({ type: 'tab', to: 'zip' }).focus('zip'))).toBe(true));
  it('a field that they had been in and the page leads back to is not returned to, though they type', () =>
    expect(told((me) => me.wait(1_000).focus('zip').wait(700).type('zip'))).toBe(false));
  it("in the first second everything is the page's, also after a press on something else", () => {
    for (const first of [(me: Shopper) => me, (me: Shopper) => me.press('next')]) {
      const me = first(shopper({ policy: { signals: { 'field-churn': { returns: 1 } } } })).wait(100);
      me.focus('zip').wait(510).leave('zip').focus('zip').wait(510).leave('zip');
      expect(churned(me)).toBe(false);
    }
  });
  it('what the browser fills in elsewhere is no visit there', () => {
    const me = shopper();
    for (let i = 0; i < 5; i++) {
      me.feed({ type: 'key' }).focus('zip').wait(100);
      edit(me, 'autofill', { field: 'name' }).leave('zip');
    }
    expect(churned(me)).toBe(false);
  });
});

describe('a field that was never left', () => {
  /** Three visits, and the focus still there. */
  const there = () => click(visits(2), 'zip');
  const again = (me: Shopper) => churned(click(me, 'zip'));
  it('because the pointer gave the focus back in less than half a second', () => {
    const held = (ms: number) => {
      const me = there().hold('pointer', true).leave('zip').wait(ms).hold('pointer', false);
      return churned(me.press('zip', { exempt: 'text' }).focus('zip'));
    };
    expect(held(499)).toBe(false);
    expect(held(500)).toBe(true);
  });
  it('because the window was left with it, or less than half a second after it', () => {
    const away = (me: Shopper) => again(me.page(true, false).wait(5_000).page(true));
    expect(away(there())).toBe(false);
    expect(away(there().leave('zip').wait(499))).toBe(false);
    expect(away(there().leave('zip').wait(500))).toBe(true);
  });
  it('but coming back to the window alone leaves no field', () =>
    expect(again(there().page(true).wait(600).leave('zip').wait(600))).toBe(true));
  it('but a page that loads anew has no focus in it', () => {
    expect(again(there().page(true, false).wait(1_000).view('/address').page(true).wait(2_000))).toBe(true);
    expect(again(there().view('/address').page(true, false).wait(1_000).page(true))).toBe(true);
  });
  it('a page that is loaded before the half second is over was only passed through', () => {
    const through = (how: 'load' | 'dom') => {
      const me = shopper().view('/address');
      for (let i = 0; i < 3; i++) tabTo(me, 'zip', 800);
      return churned(me.feed({ type: 'key' }).focus('zip').wait(200).view('/address', how).wait(1_000));
    };
    expect(through('load')).toBe(false);
    expect(through('dom')).toBe(true);
  });
});

describe('an error that is put right', () => {
  it('makes each return count again', () => {
    const me = visit(visit(shopper()).error('zip')).ok('zip');
    expect(churned(visit(me))).toBe(false);
    expect(churned(visit(me))).toBe(true);
  });
  it('of a field nobody was in is nothing', () => expect(shopper().ok('zip').problems).toEqual([]));
});

describe('the edges of deleting', () => {
  const deletions = (times: number, me = shopper()) => {
    for (let i = 0; i < times; i++) edit(me, 'delete');
    return me;
  };
  it('says that a field was emptied', () => {
    const me = edit(edit(shopper(), 'clear'), 'clear');
    expect(me.signal('field-churn')!.because).toBe("'zip' was emptied 2 times");
  });
  it('leaving the field does not end a run', () => {
    const me = deletions(7).feed({ type: 'field', what: 'change', field: 'zip', form: 'form', kind: 'text' });
    expect(churned(deletions(1, me))).toBe(true);
  });
  it('a deletion right after a letter is one of its own, not a key held down', () => {
    const typed = { type: 'field', what: 'input', field: 'zip', form: 'form', kind: 'text' } as const;
    const me = shopper()
      .wait(900)
      .feed({ ...typed, via: 'type' })
      .wait(30);
    expect(churned(deletions(8, me))).toBe(true);
  });
  it('counts while the pointer is down, and not while a word is composed, unless the page has gone', () => {
    expect(churned(deletions(8, shopper().hold('pointer', true)))).toBe(true);
    const composing = () => shopper().view('/address').hold('composition', true);
    expect(churned(deletions(8, composing().view('/address', 'dom')))).toBe(false);
    expect(churned(deletions(8, composing().view('/address')))).toBe(true);
  });
});
