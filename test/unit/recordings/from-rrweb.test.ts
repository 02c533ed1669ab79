import { describe, expect, it } from 'vitest';
import type { JournalRecord } from '../../../src/core/records.js';
import { replay } from '../../../src/engine/replay.js';
import { fromRrweb, rrwebEvents, rrwebJournal } from '../../../src/recordings/from-rrweb.js';
import { html, recording } from '../../support/rrweb.js';

const FORM = `<main><form id="pay-form"><label id="label" for="terms">I agree</label><input id="terms" type="checkbox" name="terms">
  <input id="card" name="card" autocomplete="cc-number"><input id="secret" type="password" name="secret">
  <input id="visa" type="radio" name="kind" checked="true"><p id="note">–</p>
  <button id="pay">Pay<span id="inner">now</span></button><button id="off" type="button" disabled>Off</button></form>
  <a id="call" href="tel:123">Call</a><p id="text">Text</p></main>`;
const page = () => recording(html(FORM)).start('https://shop.example/checkout/8213/pay?card=1#x');
const of = <T extends JournalRecord['type']>(records: readonly JournalRecord[], type: T) =>
  records.filter((one): one is Extract<JournalRecord, { type: T }> => one.type === type);
const read = (one: { events: unknown[] }, options = {}) => fromRrweb(one.events, options);

describe('pages', () => {
  it('are seen by their path, without what could tell who is there', () => {
    expect(of(read(page()), 'view')).toEqual([
      { type: 'view', at: 0, how: 'load', path: '/checkout/:id/pay', steps: [] },
    ]);
    expect(read(page())[0]).toEqual({ type: 'wall', at: 0, wall: 1_700_000_000_000 });
  });
  it('keep the words that a configuration names', () => {
    expect(of(read(page(), { words: ['8213'] }), 'view')[0]?.path).toBe('/checkout/8213/pay');
  });
  it('that begin anew are told apart from snapshots taken in between', () => {
    const again = page().wait(100).snapshot().wait(100).start('https://shop.example/done');
    expect(of(read(again), 'view').map(({ how, path }) => `${how} ${path}`)).toEqual([
      'load /checkout/:id/pay',
      'load /done',
    ]);
  });
  it.each([
    ['route', { href: '/next' }],
    ['$url_changed', { href: 'https://shop.example/next' }],
    ['Navigate', 'https://shop.example/next'],
    ['performanceSpan', { op: 'navigation.push', description: '/next' }],
  ])('change their address by a custom event (%s), which answers a press', (tag, payload) => {
    const records = read(page().click('pay').wait(50).custom(tag, payload));
    expect(of(records, 'view').at(-1)).toMatchObject({ how: 'route', path: '/next' });
    expect(of(records, 'effect')).toMatchObject([{ channel: 'route', press: 1 }]);
  });
  it('that are left answer the press, at the time of what came last on them', () => {
    const records = read(page().wait(500).click('pay').wait(6_000).start('https://shop.example/done'));
    const [press] = of(records, 'press');
    expect(of(records, 'effect')).toEqual([
      { type: 'effect', at: press!.at, channel: 'navigation', press: 1 },
    ]);
  });
  it('are known by steps in their markup', () => {
    const one = page()
      .wait(10)
      .add('text', '<div id="s" data-antes-step="paying">x</div>')
      .wait(500)
      .nothing();
    const steps = [{ id: 'buy/pay', selector: 'form#pay-form button' }];
    expect(of(read(one, { steps }), 'view').map((view) => view.steps)).toEqual([
      ['buy/pay'],
      ['buy/pay', 'paying'],
    ]);
  });
});

describe('presses', () => {
  it('are named like those on a live page, from the innermost element outwards', () => {
    const [press] = of(read(page().scroll(200).click('inner', { x: 12, y: 31 })), 'press');
    expect(press).toEqual({
      type: 'press',
      at: 1,
      id: 1,
      target: 'pay',
      role: 'button',
      region: 'pay-form',
      by: 'mouse',
      x: 10,
      y: 230,
      interactive: true,
    });
  });
  it('of a label are those of its control, once', () => {
    const one = page().click('label').bare('terms').input('terms', { isChecked: true });
    expect(of(read(one), 'press').map(({ target }) => target)).toEqual(['terms']);
    expect(of(read(one), 'effect')).toMatchObject([{ channel: 'control', press: 1 }]);
  });
  it('without a pointer-down were made with a key', () => {
    const [, press] = of(read(page().click('pay').wait(500).bare('pay')), 'press');
    expect(press).toMatchObject({ by: 'key', x: 0, y: 0 });
  });
  it('know touch and pen', () => {
    const one = page().click('pay', { touch: true }).wait(500).click('pay', { pointerType: 1 });
    expect(of(read(one), 'press').map(({ by }) => by)).toEqual(['touch', 'pen']);
  });
  it('of what is switched off are told without a click, but not those of another button', () => {
    const one = page().down('off').up('off').wait(300).down('off').menu('off').up('off').wait(300).nothing();
    expect(of(read(one), 'press')).toMatchObject([{ target: 'off', disabled: true }]);
  });
  it('of what is switched off are told when they follow fast, and at the end', () => {
    const one = page().down('off').up('off').wait(40).down('off').up('off');
    expect(of(read(one), 'press')).toHaveLength(2);
  });
  it.each([
    ['card', 'text'],
    ['visa', 'satisfied'],
    ['call', 'unobservable'],
  ])('of %s are exempt: %s', (target, exempt) => {
    expect(of(read(page().click(target)), 'press')).toMatchObject([{ exempt }]);
  });
  it('lead to a person', () => {
    expect(of(read(page().click('call')), 'press')).toMatchObject([{ leads: 'phone' }]);
  });
  it('beside any control are not interactive', () => {
    expect(of(read(page().click('text')), 'press')).toMatchObject([{ interactive: false }]);
  });
  it('in ignored parts do not exist', () => {
    expect(of(read(page().click('pay'), { ignore: ['#pay-form'] }), 'press')).toEqual([]);
  });
  it('with a finger that goes on to scroll are none', () => {
    expect(
      of(
        read(page().down('pay', { touch: true }).scroll(50).up('pay', { touch: true }).wait(99).nothing()),
        'press',
      ),
    ).toEqual([]);
  });
});

describe('answers', () => {
  const answers = (one: { events: unknown[] }) =>
    of(read(one), 'effect').map(({ channel, busy, press }) => `${channel}${busy ? ' busy' : ''} ${press}`);

  it('are changes of the page', () => {
    expect(answers(page().click('pay').wait(200).add('note', 'Done'))).toEqual(['mutation 1']);
    expect(answers(page().click('pay').wait(200).attribute('note', 'hidden', ''))).toEqual(['mutation 1']);
  });
  it('are no passing looks of the control', () => {
    const ripple = page()
      .click('pay')
      .wait(5)
      .attribute('pay', 'class', 'pressed')
      .wait(200)
      .attribute('pay', 'class', null);
    expect(answers(ripple.wait(2_000).nothing())).toEqual([]);
    const stays = page().click('pay').wait(5).attribute('pay', 'class', 'chosen').wait(2_000).nothing();
    expect(answers(stays)).toEqual(['mutation 1']);
  });
  it('are not what changes by itself', () => {
    const one = page();
    for (let i = 0; i < 5; i++) one.wait(1_000).text('note', `${i}`);
    one.click('pay');
    for (let i = 0; i < 5; i++) one.wait(1_000).text('note', `${i}`);
    expect(answers(one)).toEqual([]);
  });
  it('are outstanding while progress is shown', () => {
    const one = page()
      .click('pay')
      .wait(10)
      .attribute('pay', 'aria-busy', 'true')
      .wait(3_000)
      .attribute('pay', 'aria-busy', null);
    expect(answers(one)).toEqual(['mutation busy 1', 'mutation 1']);
  });
  it('are focus and scroll at once, not a while later', () => {
    expect(answers(page().click('pay').wait(20).focus('card'))).toEqual(['focus 1']);
    expect(answers(page().click('pay').wait(900).focus('card'))).toEqual([]);
    expect(answers(page().click('pay').wait(20).scroll(500))).toEqual(['scroll 1']);
    expect(answers(page().click('pay').wait(900).scroll(500))).toEqual([]);
  });
  it('are not what typing does', () => {
    expect(
      answers(page().click('pay').wait(600).focus('card').input('card', { text: '4' }).text('note', 'x')),
    ).toEqual([]);
  });
  it('are not Antes’ own help', () => {
    const one = page().click('pay').wait(500).add('text', '<antes-inline id="o">Help</antes-inline>');
    expect(answers(one.attribute('pay', 'aria-describedby', 'antes-help-1'))).toEqual([]);
  });
  it('do not come after seven seconds', () => {
    expect(answers(page().click('pay').wait(7_100).add('note', 'Done'))).toEqual([]);
  });
});

describe('fields', () => {
  it('are entered, edited and left; what is in them is nowhere', () => {
    const one = page()
      .focus('card')
      .input('card', { text: '4' })
      .wait(200)
      .input('card', { text: '' })
      .wait(200)
      .blur('card');
    expect(of(read(one), 'field').map(({ what, via, empty, kind }) => ({ what, via, empty, kind }))).toEqual([
      { what: 'focus', via: undefined, empty: undefined, kind: 'lookup' },
      { what: 'input', via: 'type', empty: undefined, kind: 'lookup' },
      { what: 'input', via: 'clear', empty: undefined, kind: 'lookup' },
      { what: 'change', via: undefined, empty: undefined, kind: 'lookup' },
      { what: 'leave', via: undefined, empty: true, kind: 'lookup' },
    ]);
    expect(of(read(one), 'key')).toHaveLength(2);
  });
  it('that a script sets are not edited', () => {
    expect(of(read(page().input('card', { text: '4242' })), 'field')).toEqual([]);
  });
  it('with secrets are only visited', () => {
    const one = page().focus('secret').input('secret', { text: 'abc' }).blur('secret');
    expect(of(read(one), 'field').map(({ what, empty }) => [what, empty])).toEqual([
      ['focus', undefined],
      ['leave', undefined],
    ]);
  });
  it('become wrong and right again', () => {
    const one = page()
      .wait(10)
      .attribute('card', 'aria-invalid', 'true')
      .wait(300)
      .attribute('card', 'aria-invalid', null)
      .wait(300)
      .nothing();
    expect(read(one).flatMap((record) => (record.type.startsWith('field-') ? [record.type] : []))).toEqual([
      'field-error',
      'field-ok',
    ]);
  });
  it('are wrong by a text beside them, and from the start', () => {
    const marked = html(
      '<form id="f"><p><input id="a" name="a"><span class="error">No such place</span></p><p><input id="b" name="b"></p></form>',
    );
    expect(of(read(recording(marked).start('https://shop.example/')), 'field-error')).toEqual([
      { type: 'field-error', at: 0, field: 'a', form: 'f', source: 'text', atLoad: true },
    ]);
  });
  it('are told apart from messages of failure, and an asterisk is none', () => {
    const one = page()
      .wait(10)
      .add('text', '<p id="alert" role="alert">Declined</p>')
      .add('note', '<span id="star" class="error">*</span>')
      .wait(500)
      .nothing();
    expect(of(read(one), 'message')).toMatchObject([{ source: 'alert' }]);
    expect(of(read(one), 'field-error')).toEqual([]);
  });
});

describe('forms', () => {
  it('are sent by their button, unless something required is missing', () => {
    expect(of(read(page().click('pay')), 'submit')).toMatchObject([{ form: 'pay-form' }]);
    const required = (filled: string) =>
      recording(
        html(
          `<form id="f" role="search"><input id="a" required value="${filled}"><button id="go">Go</button></form>`,
        ),
      )
        .start('https://shop.example/')
        .click('go');
    expect(of(read(required('')), 'submit')).toEqual([]);
    expect(of(read(required('x')), 'submit')).toMatchObject([{ form: 'f', search: true }]);
  });
});

describe('what is told beside', () => {
  it('events and facts of the page', () => {
    const one = page()
      .custom('antes:emit', { event: 'payment-failure', data: { code: 'x', deep: {} } })
      .custom('antes:facts', { a: 1, b: {} });
    expect(of(read(one), 'host')).toEqual([
      { type: 'host', at: 0, event: 'payment-failure', data: { code: 'x' } },
    ]);
    expect(of(read(one), 'facts')).toEqual([{ type: 'facts', at: 0, facts: { a: 1 } }]);
  });
  it('what the owner of the recording says it means', () => {
    const custom = (tag: string) => (tag === 'mine' ? { event: 'order-placed' } : undefined);
    expect(of(read(page().custom('mine', {}), { custom }), 'host')).toMatchObject([
      { event: 'order-placed', data: {} },
    ]);
  });
  it('requests that a press started', () => {
    const at = 1_700_000_000_000;
    const request = (timestamp: number) => ({
      name: '/api/pay',
      initiatorType: 'fetch',
      responseStatus: 502,
      timestamp,
      duration: 300,
    });
    const one = page()
      .click('pay')
      .wait(400)
      .plugin('rrweb/network@1', { requests: [request(at + 50), request(at + 3_000)] });
    expect(of(read(one), 'request')).toEqual([
      { type: 'request', at: 401, start: 50, status: 502, own: true },
    ]);
  });
  it('uncaught errors, not what is only written to the console', () => {
    const log = (text: string) => ({
      level: 'error',
      trace: ['f (https://shop.example/a.js:1:2)'],
      payload: [JSON.stringify(text)],
    });
    const one = page()
      .plugin('rrweb/console@1', log('oh'))
      .plugin('rrweb/console@1', log('Uncaught TypeError: x'));
    expect(of(read(one), 'exception')).toEqual([{ type: 'exception', at: 0, kind: 'error', own: true }]);
  });
});

describe('a recording', () => {
  it('is an array or a line for each event, in any order', () => {
    const { events } = page().click('pay').wait(200).add('note', 'Done');
    const expected = fromRrweb(events);
    expect(fromRrweb(rrwebEvents(JSON.stringify(events)))).toEqual(expected);
    expect(fromRrweb(rrwebEvents(JSON.stringify({ events })))).toEqual(expected);
    expect(fromRrweb(rrwebEvents(events.map((one) => JSON.stringify(one)).join('\n')))).toEqual(expected);
    const last = events.length - 1;
    expect(fromRrweb([events[last], ...events.slice(0, last)])).toEqual(expected);
  });
  it('tells what could not be read', () => {
    const summaries: unknown[] = [];
    const { events } = page();
    const bad = [
      null,
      'packed',
      { type: 3 },
      { type: 3, timestamp: 'x' },
      { type: 2, timestamp: 1_700_000_000_500 },
    ];
    fromRrweb([...events, ...bad], { report: (summary) => summaries.push(summary) });
    expect(summaries).toEqual([{ events: events.length + bad.length, skipped: bad.length, records: 3 }]);
  });
  it('becomes a journal for replay: a button hammered in vain', () => {
    const one = page().wait(1_000);
    for (let i = 0; i < 3; i++) one.click('pay').wait(300);
    one.wait(4_000).nothing();
    const journal = rrwebJournal(one.events);
    expect(journal.visiting.device).toBe('desktop');
    const { outputs } = replay({ version: 1, triggers: [] }, journal);
    const names = outputs.flatMap((output) => (output.kind === 'signal' ? [output.name] : []));
    expect(names).toContain('rage-click');
  });
});
