import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { check } from '../../../src/check/check.js';
import { CODES, type Code } from '../../../src/check/codes.js';
import type { Finding } from '../../../src/check/finding.js';
import { SELECTORS } from '../../support/selectors.js';

type Json = Record<string, unknown>;
// oxlint-disable-next-line unicorn/no-thenable -- nobody awaits it
const follows = (content: string) => ({ by: { event: 'paid' }, then: content });
const NOW = Date.UTC(2026, 5, 1);

const trigger = (more: Json = {}): Json => ({
  id: 't',
  when: { event: 'rage-click' },
  show: { content: 'c', as: 'notice' },
  ...more,
});
/** A sound file with one trigger. */
const file = (more: Json = {}, config: Json = {}): Json => ({
  version: 1,
  content: { c: { title: 'Hello' } },
  journeys: {
    buy: {
      steps: [
        { id: 'cart', url: '/cart' },
        { id: 'pay', url: '/pay' },
      ],
    },
    send: { steps: [{ id: 'label', url: '/label' }] },
  },
  facts: {
    method: { type: 'string', values: ['card', 'paypal'] },
    total: { type: 'number' },
    'order.id': { type: 'string', show: true, handoff: true },
    eta: { type: 'date' },
  },
  ...config,
  triggers: [trigger(more)],
});

const told = (config: unknown): readonly Finding[] => check(config, { now: NOW });
const say = ({ code, pointer, message, expected, suggestion }: Finding): string =>
  `${code} ${pointer}: ${message}${expected === undefined ? '' : `, expected ${expected}`}${
    suggestion === undefined ? '' : `; did you mean '${suggestion}'?`
  }`;

it('a sound file is told nothing about', () => {
  expect(told(file())).toEqual([]);
});

const when = (condition: unknown) => file({ when: condition });
const button = (link: string) =>
  file({}, { content: { c: { title: 'x', actions: [{ label: 'Go', link }] } } });
const HEADS = 'event, sequence, after, score, facts, all, any, not';

it('says how a fact is asked for, and several things at once', () => {
  const expected = (condition: unknown) => told(when(condition)).map((one) => one.expected);
  expect(expected({ 'order.id': 'A1' })).toEqual(['{"facts": {"order.id": …}}']);
  expect(expected([{ event: 'x' }])[0]).toMatch(/several conditions go into \{"all"/);
});

/** What must fail, each in one sentence that needs no knowledge of schemas. */
const NEGATIVE: [name: string, config: unknown, ...findings: string[]][] = [
  [
    'a misspelt modifier',
    when({ event: 'rage-click', min: 2, wihin: '10m' }),
    "KEY_UNKNOWN /triggers/0/when/wihin: 'wihin' is not allowed in a condition with event, expected one of event, where, min, within, distinct, per; did you mean 'within'?",
  ],
  [
    'a misspelt test',
    when({ event: 'rage-click', where: { target: { inn: ['pay'] } } }),
    "KEY_UNKNOWN /triggers/0/when/where/target/inn: There is no test 'inn', expected one of is, not, in, gt, gte, lt, lte, contains, startsWith, endsWith, exists, before, olderThan; did you mean 'in'?",
  ],
  [
    'a length of time in words',
    when({ event: 'rage-click', min: 2, within: '10 min' }),
    `FORM_WRONG /triggers/0/when/within: 'within' cannot be '10 min', expected a length of time such as "90s" or "10m"; did you mean '10m'?`,
  ],
  [
    'a length of time as a number',
    file({ timing: { delay: 30 } }),
    `TYPE_WRONG /triggers/0/timing/delay: 'delay' cannot be 30, expected a length of time such as "90s" or "10m"; did you mean '30s'?`,
  ],
  [
    'two head words',
    when({ event: 'rage-click', score: 'struggle', above: 0.5 }),
    `HEAD_WORD /triggers/0/when: This condition has two head words, 'event' and 'score', expected exactly one of ${HEADS}; several conditions go into a list: {"all": […]} or {"any": […]}`,
  ],
  [
    'for without after',
    when({ for: '60s', without: [{ event: 'field-changed' }] }),
    `HEAD_WORD /triggers/0/when: 'for' needs 'after' beside it, expected exactly one of ${HEADS}`,
  ],
  [
    'for beside an event',
    when({ event: 'rage-click', for: '60s' }),
    "HEAD_WORD /triggers/0/when/for: 'for' goes with 'after', and this is a condition with 'event', expected one of event, where, min, within, distinct, per",
  ],
  [
    'after without for',
    when({ after: { event: 'step-entered' }, without: [{ event: 'field-changed' }] }),
    `KEY_MISSING /triggers/0/when: 'for' is missing in a condition with after, expected a length of time such as "90s" or "10m"`,
  ],
  [
    'a misspelt head word',
    when({ evnt: 'rage-click' }),
    `HEAD_WORD /triggers/0/when: This condition has no head word: 'evnt' is none, expected exactly one of ${HEADS}; did you mean 'event'?`,
  ],
  [
    'inline without an anchor',
    file({ show: { content: 'c', as: 'inline' } }),
    `ANCHOR_NEEDED /triggers/0/show: 'inline' needs an 'anchor', the place on the page at which it stands, expected a place on the page such as "card-form" or "#postcode"`,
  ],
  [
    'an unknown widget',
    file({ show: { content: 'c', as: 'modal' } }),
    "WORD_UNKNOWN /triggers/0/show/as: 'as' cannot be 'modal', expected one of inline, hint, notice, banner, panel, status, badge",
  ],
  [
    'a share above 1',
    file({ experiment: { name: 'x', variants: { a: { share: 20 }, b: { share: 0.8 } } } }),
    "NUMBER_RANGE /triggers/0/experiment/variants/a/share: 'share' cannot be 20, expected a number from 0 to 1; did you mean '0.2'?",
  ],
  [
    'an undeclared fact',
    when({ facts: { methd: 'card' } }),
    "FACT_UNKNOWN /triggers/0/when/facts/methd: There is no fact 'methd', expected one of method, total, order.id, eta; did you mean 'method'?",
  ],
  [
    'an undeclared step',
    file({ where: { step: 'paiy' } }),
    "STEP_UNKNOWN /triggers/0/where/step: There is no step 'paiy', expected one of cart, pay, label; did you mean 'pay'?",
  ],
  [
    'an undeclared reason',
    file({ reason: 'declined' }),
    "REASON_UNKNOWN /triggers/0/reason: There is no reason 'declined', expected an entry in 'reasons', where there is none yet",
  ],
  [
    'an undeclared content',
    file({ show: { content: 'declined', as: 'notice' } }, { content: { decline: { title: 'No' } } }),
    "UNUSED /content/decline: Nothing shows this content: 'decline', expected a use of it, antes.open('…') in the page or no entry",
    "CONTENT_UNKNOWN /triggers/0/show/content: There is no content 'declined', expected one of decline; did you mean 'decline'?",
  ],
  [
    'a misspelt section, whose entries are meant all the same',
    (({ content: meant, ...rest }: Json) => ({ ...rest, contnt: meant }))(file()),
    "KEY_UNKNOWN /contnt: 'contnt' is not allowed in the configuration, expected one of $schema, version, locale, facts, audiences, journeys, reasons, sources, contact, content, translations, policy, report, triggers; did you mean 'content'?",
  ],
  [
    'a text that uses a fact without show',
    file({}, { content: { c: { title: 'It costs {total, currency, EUR}' } } }),
    `FACT_NOT_SHOWN /content/c/title: The text shows the fact 'total', which may not be shown: customers would see a gap, expected "total": { …, "show": true } in 'facts'`,
  ],
  [
    'a blocker without a way to reach a person',
    file({ priority: 'blocker' }),
    `CONTACT_MISSING /content/c: 'c' is shown by the blocker 't' and offers no way to reach a person, expected an action such as { "label": "Ask us", "contact": "chat" }`,
  ],
  [
    'a trigger that can never be shown',
    file({ where: { journey: 'send', step: 'pay' } }),
    "NEVER_SHOWN /triggers/0/where: 't' can never be shown: 'pay' is no step of 'send'",
  ],
];

describe('what must fail', () => {
  it.each(NEGATIVE)('%s', (_name, config, ...findings) => {
    expect(told(config).map(say).toSorted()).toEqual(findings.toSorted());
    expect(told(config).some(({ severity }) => severity === 'error')).toBe(true);
  });
});

const content = (c: Json, config: Json = {}) =>
  file({}, { content: { c: { title: 'Hello', ...c } }, ...config });
const two = (a: Json, b: Json, config: Json = {}) => ({
  ...file({}, config),
  triggers: [trigger({ id: 'a', ...a }), trigger({ id: 'b', ...b })],
});
const reasons = { r: { title: 'R', owner: 'o', quadrant: 'simplify' } };

/** One case at least for each code, with what it says. */
const CASES: [code: Code, config: unknown, pointer: string, message: string | RegExp][] = [
  ['JSON_INVALID', '{ "version": 1 "triggers": [] }', '', 'A comma is missing'],
  ['JSON_INVALID', "{ 'version': 1 }", '', 'Single quotes are not known to JSON'],
  ['JSON_INVALID', '<!doctype html>', '', 'This is HTML, not JSON'],
  ['JSON_INVALID', '', '', 'A value is missing'],
  [
    'JSON_COMMENT',
    '{ // why\n"version": 1, "triggers": [] }',
    '',
    'JSON has no comments, and the browser would not read this file',
  ],
  [
    'JSON_TRAILING_COMMA',
    '{ "version": 1, "triggers": [], }',
    '',
    'There is a comma too many before the closing bracket',
  ],
  [
    'JSON_DUPLICATE_KEY',
    '{ "version": 1, "triggers": [], "triggers": [] }',
    '/triggers',
    "'triggers' stands here twice, and only the last one counts",
  ],
  ['CONFIG_TOO_LARGE', ' '.repeat(262_145), '', 'The file has 257 KiB, and nothing of it would be used'],
  [
    'CONFIG_TOO_LARGE',
    { version: 1, triggers: [], content: Array.from({ length: 50_001 }, () => 1) },
    '',
    /more parts/,
  ],
  [
    'CONFIG_TOO_DEEP',
    when(JSON.parse(`${'{"not":'.repeat(30)}{"event":"x"}${'}'.repeat(30)}`)),
    '/triggers/0',
    'This is nested more than 24 deep, and would be left out',
  ],
  ['CONFIG_TOO_DEEP', '['.repeat(100_000), '', 'The file is nested more than 500 deep here'],
  [
    'VERSION_WRONG',
    { ...file(), version: 2 },
    '/version',
    "'version' cannot be 2: nothing of this file would be used",
  ],
  ['VERSION_WRONG', { triggers: [] }, '', "'version' is missing: nothing of this file would be used"],
  ['KEY_UNKNOWN', { ...file(), polciy: {} }, '/polciy', "'polciy' is not allowed in the configuration"],
  ['KEY_UNKNOWN', file({ wen: 1 }), '/triggers/0/wen', "'wen' is not allowed in a trigger"],
  [
    'KEY_UNKNOWN',
    file({ timing: { dealy: '5s' } }),
    '/triggers/0/timing/dealy',
    "'dealy' is not allowed in 'timing'",
  ],
  ['KEY_MISSING', file({ id: undefined }), '/triggers/0', "'id' is missing in a trigger"],
  [
    'KEY_MISSING',
    file({ schedule: { days: ['mon'] } }),
    '/triggers/0/schedule',
    "'zone' is missing, and days and hours mean nothing without it",
  ],
  ['TYPE_WRONG', file({ timing: 5 }), '/triggers/0/timing', "'timing' cannot be 5"],
  ['TYPE_WRONG', 'null', '', 'the file cannot be null'],
  ['WORD_UNKNOWN', file({ priority: 'blocked' }), '/triggers/0/priority', "'priority' cannot be 'blocked'"],
  [
    'FORM_WRONG',
    file({ schedule: { hours: '9-18', zone: 'Europe/Madrid' } }),
    '/triggers/0/schedule/hours',
    "'hours' cannot be '9-18'",
  ],
  [
    'FORM_WRONG',
    file({ limits: [{ times: 1, per: '2 days' }] }),
    '/triggers/0/limits/0/per',
    "'per' cannot be '2 days'",
  ],
  ['NUMBER_RANGE', when({ event: 'rage-click', min: 0 }), '/triggers/0/when/min', "'min' cannot be 0"],
  ['LIST_LENGTH', when({ all: [] }), '/triggers/0/when/all', "'all' has no entries"],
  [
    'LIST_LENGTH',
    when({ sequence: [{ event: 'a' }], within: '5s' }),
    '/triggers/0/when/sequence',
    "'sequence' has 1 entry",
  ],
  ['TEXT_TOO_LONG', content({ title: 'x'.repeat(81) }), '/content/c/title', "'title' has 81 letters"],
  ['EMPTY', when({ facts: {} }), '/triggers/0/when/facts', "'facts' is empty"],
  ['NAME_INVALID', file({ id: 'two words' }), '/triggers/0/id', "'id' cannot be 'two words'"],
  [
    'NAME_INVALID',
    file({ id: 'toString' }),
    '/triggers/0/id',
    "'toString' has a meaning of its own in JavaScript",
  ],
  [
    'NAME_INVALID',
    file({}, { audiences: { 'a b': { method: 'card' } } }),
    '/audiences/a b',
    "'a b' cannot be a name here",
  ],
  [
    'CHOICE_WRONG',
    content({ actions: [{ label: 'Go', link: '/', call: 'f' }] }),
    '/content/c/actions/0',
    "An action has 'link' and 'call'",
  ],
  [
    'CHOICE_WRONG',
    file({}, { sources: { s: { kind: 'order' } } }),
    '/sources/s',
    'A source has none of them',
  ],
  ['HEAD_WORD', when({}), '/triggers/0/when', 'This condition is empty'],
  [
    'ANCHOR_NEEDED',
    file({ experiment: { name: 'x', variants: { a: { share: 1, as: 'hint' } } } }),
    '/triggers/0/experiment/variants/a/as',
    "'hint' needs an 'anchor' in 'show', the place on the page at which it stands",
  ],
  [
    'DATE_WRONG',
    file({ reviewBy: '2026-02-31' }),
    '/triggers/0/reviewBy',
    "There is no such date: '2026-02-31'",
  ],
  [
    'DATE_WRONG',
    file({ schedule: { until: '2026-13-01' } }),
    '/triggers/0/schedule/until',
    "There is no such date: '2026-13-01'",
  ],
  [
    'ZONE_UNKNOWN',
    file({ schedule: { days: ['mon'], zone: 'Europe/Madird' } }),
    '/triggers/0/schedule/zone',
    "There is no time zone 'Europe/Madird'",
  ],
  [
    'ZONE_UNKNOWN',
    file({}, { contact: { channels: { phone: { number: '1', hours: { zone: 'Mars' } } } } }),
    '/contact/channels/phone/hours/zone',
    "There is no time zone 'Mars'",
  ],
  [
    'FACT_UNKNOWN',
    file({}, { audiences: { a: { nobody: 'x' } } }),
    '/audiences/a/nobody',
    "There is no fact 'nobody'",
  ],
  ['FACT_UNKNOWN', content({ body: 'Your {order.idd}' }), '/content/c/body', "There is no fact 'order.idd'"],
  [
    'STEP_UNKNOWN',
    file({}, { sources: { s: { kind: 'incidents', host: true, components: { p: ['buy/paid'] } } } }),
    '/sources/s/components/p/0',
    "There is no step 'buy/paid'",
  ],
  [
    'JOURNEY_UNKNOWN',
    file({ where: { journey: ['buy', 'bye'] } }),
    '/triggers/0/where/journey/1',
    "There is no journey 'bye'",
  ],
  [
    'REASON_UNKNOWN',
    file({}, { reasons, journeys: { j: { steps: [{ id: 's', reason: 'rr' }] } } }),
    '/journeys/j/steps/0/reason',
    "There is no reason 'rr'",
  ],
  [
    'CONTENT_UNKNOWN',
    content({ actions: [{ label: 'More', open: 'more' }] }),
    '/content/c/actions/0/open',
    "There is no content 'more'",
  ],
  [
    'AUDIENCE_UNKNOWN',
    file({ where: { audience: 'vip' } }),
    '/triggers/0/where/audience',
    "There is no audience 'vip'",
  ],
  [
    'CHANNEL_UNKNOWN',
    content({ actions: [{ label: 'Ask', contact: 'chat' }] }),
    '/content/c/actions/0/contact',
    "There is no channel 'chat'",
  ],
  ['SOURCE_UNKNOWN', content({ source: 'mine' }), '/content/c/source', "There is no source 'mine'"],
  [
    'SIGNAL_UNKNOWN',
    file({}, { policy: { signals: { 'rage-clik': { min: 4 } } } }),
    '/policy/signals/rage-clik',
    "There is no signal 'rage-clik'",
  ],
  [
    'SETTING_UNKNOWN',
    file({}, { policy: { signals: { 'rage-click': { mim: 4 } } } }),
    '/policy/signals/rage-click/mim',
    "'rage-click' has no setting 'mim'",
  ],
  [
    'NUMBER_RANGE',
    file({}, { policy: { signals: { 'search-struggle': { reformulations: 21 } } } }),
    '/policy/signals/search-struggle/reformulations',
    "'reformulations' cannot be 21",
  ],
  [
    'VALUE_UNKNOWN',
    when({ facts: { method: { not: ['crad'] } } }),
    '/triggers/0/when/facts/method/not/0',
    "The fact 'method' is never 'crad'",
  ],
  [
    'VALUE_UNKNOWN',
    when({ facts: { total: '100' } }),
    '/triggers/0/when/facts/total',
    "The fact 'total' is never the text '100'",
  ],
  [
    'ID_DUPLICATE',
    { ...file(), triggers: [trigger(), trigger({ when: { event: 'dead-click' } })] },
    '/triggers/1/id',
    "There is another trigger 't', number 1 in the list",
  ],
  [
    'ID_DUPLICATE',
    file({}, { journeys: { j: { steps: [{ id: 's' }, { id: 's' }] } } }),
    '/journeys/j/steps/1/id',
    "There is another step 's', number 1 in the list",
  ],
  [
    'EVENT_DOUBTFUL',
    when({ event: 'page_viewed' }),
    '/triggers/0/when/event',
    "Nothing here is known to tell the event 'page_viewed'",
  ],
  [
    'EVENT_DOUBTFUL',
    when({ event: 'page-visited' }),
    '/triggers/0/when/event',
    "Nothing here is known to tell the event 'page-visited'",
  ],
  [
    'DATA_UNKNOWN',
    when({ event: 'field-error', where: { feild: 'zip' } }),
    '/triggers/0/when/where/feild',
    "The event 'field-error' carries no 'feild'",
  ],
  [
    'DATA_UNKNOWN',
    when({
      sequence: [
        { event: 'field-left', where: { valid: false } },
        { event: 'step-left', where: { reason: 'x' } },
      ],
      within: '5m',
    }),
    '/triggers/0/when/sequence/1/where/reason',
    "The event 'step-left' carries no 'reason'",
  ],
  [
    'DATA_UNKNOWN',
    when({ event: 'field-error', min: 2, distinct: 'fields' }),
    '/triggers/0/when/distinct',
    "The event 'field-error' carries no 'fields'",
  ],
  [
    'DATA_DOUBTFUL',
    when({ event: 'rage-click', where: { targt: 'pay' } }),
    '/triggers/0/when/where/targt',
    "The signal 'rage-click' is not known to carry 'targt'",
  ],
  [
    'EVENT_MISSPELT',
    when({ event: 'rage-clik' }),
    '/triggers/0/when/event',
    "Nothing here is known to tell the event 'rage-clik'",
  ],
  [
    'EVENT_DOUBTFUL',
    file({
      when: { event: 'order-placd' },
      unless: { any: [{ event: 'order-placed' }, { event: 'order-placed', min: 2 }] },
    }),
    '/triggers/0/when/event',
    "Nothing here is known to tell the event 'order-placd'",
  ],
  [
    'EVENT_DOUBTFUL',
    file({ solved: { by: { event: 'order-placd' } } }),
    '/triggers/0/solved/by/event',
    "Nothing here is known to tell the event 'order-placd'",
  ],
  [
    'EVENT_DOUBTFUL',
    file({}, { journeys: { j: { steps: [{ id: 's', url: '/s' }], done: { event: 'oder-placed' } } } }),
    '/journeys/j/done/event',
    "Nothing here is known to tell the event 'oder-placed'",
  ],
  [
    'ANCHOR_MISSPELT',
    {
      ...two(
        { show: { content: 'c', as: 'inline', anchor: 'card-form' } },
        { when: { event: 'dead-click' }, show: { content: 'c', as: 'inline', anchor: 'card-from' } },
      ),
      content: { c: { title: 'x', actions: [{ label: 'Card', focus: 'card-form' }] } },
    },
    '/triggers/1/show/anchor',
    "The anchor 'card-from' is nearly the name of another",
  ],
  [
    'WAIT_UNKNOWN',
    file({}, { contact: { channels: { phone: { number: '1', wait: 'queue' } } } }),
    '/contact/channels/phone/wait',
    "There is no fact 'queue'",
  ],
  ['UNUSED', file({}, { reasons }), '/reasons/r', "No trigger and no step has this reason: 'r'"],
  [
    'UNUSED',
    file({}, { audiences: { a: { method: 'card' } } }),
    '/audiences/a',
    "No trigger is for this audience: 'a'",
  ],
  [
    'FACT_NOT_SHOWN',
    content({}, { translations: { es: { c: { title: 'Es {method}' } } } }),
    '/translations/es/c/title',
    /^The text shows the fact 'method'/,
  ],
  [
    'FACT_NOT_SHOWN',
    file({}, { contact: { phone: 'total', channels: { phone: { number: '1' } } } }),
    '/contact/phone',
    /^The number 'total' may not be shown/,
  ],
  [
    'FACT_UNKNOWN',
    file({}, { contact: { phone: 'nowhere', channels: { phone: { number: '1' } } } }),
    '/contact/phone',
    "There is no fact 'nowhere'",
  ],
  [
    'CHANNEL_UNKNOWN',
    file({}, { policy: { helpOrder: ['chat'] } }),
    '/policy/helpOrder/0',
    "There is no channel 'chat'",
  ],
  [
    'CONTENT_UNKNOWN',
    file({ solved: follows('nowhere') }),
    '/triggers/0/solved/then',
    "There is no content 'nowhere'",
  ],
  [
    'FACT_NOT_HANDED',
    file({ reason: 'r' }, { reasons: { r: { ...reasons.r, handoff: ['total'] } } }),
    '/reasons/r/handoff/0',
    "The fact 'total' may not be handed over, and will be left out",
  ],
  [
    'CONTACT_MISSING',
    file(
      { priority: 'blocker', experiment: { name: 'x', variants: { a: { share: 1, content: 'd' } } } },
      { content: { c: { title: 'c', actions: [{ label: 'Call', link: 'tel:+34900' }] }, d: { title: 'd' } } },
    ),
    '/content/d',
    /^'d' is shown by the blocker 't'/,
  ],
  [
    'TRANSLATION_MISSING',
    file({}, { translations: { es: {} } }),
    '/translations/es',
    "'c' is not translated into 'es'",
  ],
  [
    'TRANSLATION_MISSING',
    content({ body: 'x' }, { translations: { es: { c: { title: 'x' } } } }),
    '/translations/es/c',
    "The body of 'c' is not translated into 'es'",
  ],
  [
    'TRANSLATION_MISSING',
    content(
      {
        actions: [
          { label: 'a', link: '/a' },
          { label: 'b', link: '/b' },
        ],
      },
      { translations: { es: { c: { title: 'x', actions: ['a'] } } } },
    ),
    '/translations/es/c',
    "Of 2 labels of 'c', 1 is translated into 'es'",
  ],
  [
    'TRANSLATION_MISSING',
    content({ guide: [{ text: 'a' }, { text: 'b' }] }, { translations: { es: { c: { title: 'x' } } } }),
    '/translations/es/c',
    "Of 2 texts of 'c', none are translated into 'es'",
  ],
  [
    'TRANSLATION_UNKNOWN',
    content({ guide: [{ text: 'a' }] }, { translations: { es: { c: { title: 'x', guide: ['a', 'b'] } } } }),
    '/translations/es/c/guide/1',
    'There are 2 texts for 1 steps',
  ],
  [
    'FACT_UNKNOWN',
    content({ guide: [{ text: 'Order {order.nr}' }] }),
    '/content/c/guide/0/text',
    "There is no fact 'order.nr'",
  ],
  [
    'EVENT_DOUBTFUL',
    content({ guide: [{ text: 'a', done: { event: 'field-accept' } }] }),
    '/content/c/guide/0/done/event',
    "Nothing here is known to tell the event 'field-accept'",
  ],
  [
    'TRANSLATION_UNKNOWN',
    file({}, { translations: { es: { c: { title: 'x' }, cc: { title: 'x' } } } }),
    '/translations/es/cc',
    "There is no content 'cc' to translate",
  ],
  [
    'TRANSLATION_UNKNOWN',
    file({}, { translations: { es: { c: { title: 'x', actions: ['a'] } } } }),
    '/translations/es/c/actions/0',
    'There are 1 labels for 0 actions',
  ],
  [
    'TEXT_LONG',
    content({ title: 'A title that goes on for so long that nobody in a hurry will read it to its end' }),
    '/content/c/title',
    /^This title takes about [34] lines on a narrow phone$/,
  ],
  [
    'TEXT_LONG',
    content({ body: 'word '.repeat(110) }),
    '/content/c/body',
    /^This text takes about \d\d lines/,
  ],
  ['TYPE_WRONG', when({ event: 'x', min: '2' }), '/triggers/0/when/min', "'min' cannot be the text '2'"],
  [
    'TYPE_WRONG',
    file({}, { policy: { enabled: 'false' } }),
    '/policy/enabled',
    "'enabled' cannot be the text 'false'",
  ],
  ['TYPE_WRONG', when([{ event: 'x' }]), '/triggers/0/when', "'when' cannot be a list"],
  ['JSON_INVALID', '{ "version": “1” }', '', 'Curly quotes are not known to JSON'],
  [
    'PATH_WRONG',
    file({ where: { url: 'https://shop.example/help/*' } }),
    '/triggers/0/where/url',
    "'https://shop.example/help/*' fits no page: it is a whole address",
  ],
  [
    'PATH_WRONG',
    file({ where: { notUrl: '/search?q=shoes' } }),
    '/triggers/0/where/notUrl',
    "'/search?q=shoes' fits no page: it is a path with a query or a fragment",
  ],
  [
    'PATH_WRONG',
    file(
      {},
      {
        journeys: {
          a: {
            steps: [
              { id: 'x', url: '/:lang?/one' },
              { id: 'y', url: '/app#pay' },
            ],
          },
        },
      },
    ),
    '/journeys/a/steps/1/url',
    "'/app#pay' fits no page: it is a path with a query or a fragment",
  ],
  [
    'NEVER_SHOWN',
    file({ where: { step: 'pay', url: '/cart' } }),
    '/triggers/0/where/url',
    "'t' can never be shown: the path '/cart' is not that of 'pay'",
  ],
  [
    'NEVER_SHOWN',
    file({ where: { url: '/help/a', notUrl: '/help/*' } }),
    '/triggers/0/where/notUrl',
    "'t' can never be shown: 'notUrl' excludes all of 'url'",
  ],
  [
    'NEVER_SHOWN',
    file({ unless: { any: [{ event: 'rage-click' }, { event: 'x' }] } }),
    '/triggers/0/unless',
    "'t' can never be shown: 'unless' holds whenever 'when' does",
  ],
  [
    'NEVER_SHOWN',
    file({ experiment: { name: 'x', variants: { a: { share: 1, nothing: true } } } }),
    '/triggers/0/experiment/variants',
    "'t' can never be shown: no variant of its experiment shows anything",
  ],
  [
    'NEVER_MATCHES',
    file({ where: { audience: 'a' } }, { audiences: { a: { total: { gt: 5, lt: 3 } } } }),
    '/audiences/a/total',
    'This never matches: nothing is above 5 and below 3',
  ],
  [
    'NEVER_MATCHES',
    when({ facts: { method: { gt: 3 } } }),
    '/triggers/0/when/facts/method/gt',
    "This never matches: 'method' is a string, and 'gt' is for a number",
  ],
  [
    'NEVER_MATCHES',
    when({ facts: { method: { exists: false, is: 'card' } } }),
    '/triggers/0/when/facts/method',
    /^This never matches: 'exists': false/,
  ],
  [
    'SCHEDULE_EMPTY',
    file({ schedule: { from: '2027-02-01', until: '2027-01-01' } }),
    '/triggers/0/schedule/until',
    "'t' can never be shown: it ends before it begins",
  ],
  [
    'SHARES_SUM',
    file({ experiment: { name: 'x', variants: { a: { share: 0.2 }, b: { share: 0.7 } } } }),
    '/triggers/0/experiment/variants',
    "The shares of 'x' add up to 0.9",
  ],
  [
    'SCHEDULE_OVER',
    file({ schedule: { until: '2026-01-01' } }),
    '/triggers/0/schedule/until',
    "'t' can no longer be shown: its time was over at 2026-01-01",
  ],
  [
    'REVIEW_PASSED',
    file({ reviewBy: '2026-05-30' }),
    '/triggers/0/reviewBy',
    "'t' was to be reviewed by 2026-05-30",
  ],
  [
    'WINDOW_TOO_LONG',
    when({ event: 'rage-click', min: 2, within: '2d', per: 'session' }),
    '/triggers/0/when/within',
    'The window of 2d is longer than the session that it counts in: no session lasts longer than a day',
  ],
  [
    'WINDOW_TOO_LONG',
    when({ any: [{ event: 'rage-click', min: 2, within: '40m' }] }),
    '/triggers/0/when/any/0/within',
    'The window of 40m is longer than the journey that it counts in: a journey that is left alone for 30 minutes is over',
  ],
  [
    'SIDE_IDLE',
    file({ show: { content: 'c', as: 'inline', anchor: 'field', side: 'top' } }),
    '/triggers/0/show/side',
    '"top" changes nothing: only a hint stands beside its anchor. What is inline comes after it, in the order in which the page is read, and the other forms have a place of their own',
  ],
  [
    'RIVALS',
    two({}, {}),
    '/triggers/1',
    "'a' and 'b' can never both be shown: 'rage-click' leads to both in the same place, with the same priority, and the policy allows 1 per step",
  ],
  [
    'SOURCE_FORM',
    file({}, { sources: { s: { kind: 'order', url: '/o.json', adapter: 'statuspage' } } }),
    '/sources/s/adapter',
    "'statuspage' tells of incidents, never of a source of the kind 'order'",
  ],
  [
    'SOURCE_IDLE',
    file({}, { sources: { s: { kind: 'order', host: true, every: '60s' } } }),
    '/sources/s/every',
    "'every' changes nothing where the page itself hands the status over",
  ],
  [
    'SOURCE_PACE',
    file({}, { sources: { s: { kind: 'order', url: '/o.json', every: '5s' } } }),
    '/sources/s/every',
    'No source is asked every 5s',
  ],
  [
    'SOURCE_PACE',
    file({}, { sources: { s: { kind: 'order', url: '/o.json', every: '20m' } } }),
    '/sources/s/every',
    'Customers would read that the status is old before it is asked for again',
  ],
  [
    'SOURCE_FACT',
    file(
      { when: { facts: { 'order.stat': 'placed' } } },
      { sources: { s: { kind: 'order', url: '/o.json' } } },
    ),
    '/triggers/0/when/facts/order.stat',
    "No source tells the fact 'order.stat'",
  ],
  [
    'SOURCE_FACT',
    file(
      { when: { facts: { 'incidents.paymnts.impact': 'major' } } },
      {
        sources: {
          s: { kind: 'incidents', url: '/s.json', adapter: 'statuspage', components: { payments: [] } },
        },
      },
    ),
    '/triggers/0/when/facts/incidents.paymnts.impact',
    "No source tells the fact 'incidents.paymnts.impact'",
  ],
  [
    'TRANSLATION_MISSING',
    file(
      {},
      {
        content: { c: { title: 'x', steps: { packed: 'Wrapped' } } },
        translations: { es: { c: { title: 'x' } } },
      },
    ),
    '/translations/es/c',
    "The step 'packed' of 'c' is not translated into 'es'",
  ],
  [
    'SWITCHED_OFF',
    file({}, { policy: { enabled: false } }),
    '/policy/enabled',
    'The kill switch is on: no help is shown to anybody',
  ],
  [
    'SWITCHED_OFF',
    file({}, { report: { dataLayer: true, sample: 0 } }),
    '/report/sample',
    'Nothing is reported: the share of visitors is 0',
  ],
  [
    'SWITCHED_OFF',
    file({}, { report: { dataLayer: false, sample: 0.5 } }),
    '/report',
    'Nothing is reported: no way is named',
  ],
  [
    'REPORT_ADDRESS',
    file({}, { report: { endpoint: 'http://collect.example.com/' } }),
    '/report/endpoint',
    "What is sent to 'http://collect.example.com/' can be read on the way, and pages with https: may not send it",
  ],
  [
    'REPORT_ADDRESS',
    file({}, { report: { otlp: { url: 'http://localhost.example.com/v1/logs' } } }),
    '/report/otlp/url',
    /can be read on the way/,
  ],
  [
    'SELECTOR_INVALID',
    file({ show: { content: 'c', as: 'inline', anchor: '#dead[' } }),
    '/triggers/0/show/anchor',
    "'#dead[' is no CSS selector, and hardly a name that a page gives",
  ],
  [
    'SELECTOR_INVALID',
    file({}, { policy: { ignore: { selectors: ['.ok', '#a['] } } }),
    '/policy/ignore/selectors/1',
    "'#a[' is no CSS selector, and would be left out",
  ],
  [
    'SELECTOR_INVALID',
    file({}, { journeys: { j: { steps: [{ id: 'a', selector: '#x[' }] } } }),
    '/journeys/j/steps/0/selector',
    "'#x[' is no CSS selector, and would be left out",
  ],
  [
    'SELECTOR_INVALID',
    file({}, { journeys: { j: { steps: [{ id: 'a', url: '/a', commit: 'button[data-id=1]' }] } } }),
    '/journeys/j/steps/0/commit',
    "'button[data-id=1]' is no CSS selector, and would be left out",
  ],
  [
    'SELECTOR_INVALID',
    file({}, { content: { c: { title: 'x', actions: [{ label: 'Go', focus: '#1' }] } } }),
    '/content/c/actions/0/focus',
    "'#1' is no CSS selector, and hardly a name that a page gives",
  ],
  [
    'SELECTOR_INVALID',
    file({}, { content: { c: { title: 'x', guide: [{ text: 'Do', anchor: '>>[' }] } } }),
    '/content/c/guide/0/anchor',
    "'>>[' is no CSS selector, and hardly a name that a page gives",
  ],
  [
    'LINK_REFUSED',
    button(' JavaScript:alert(1)'),
    '/content/c/actions/0/link',
    "Help may not lead to ' JavaScript:alert(1)': there would be no way there",
  ],
  ['LINK_REFUSED', button('data:text/html,x'), '/content/c/actions/0/link', /^Help may not lead to/],
  ['LINK_REFUSED', button('ftp://shop.example/'), '/content/c/actions/0/link', /^Help may not lead to/],
  ['LINK_REFUSED', button('https://'), '/content/c/actions/0/link', /^Help may not lead to/],
  [
    'LINK_REFUSED',
    file({}, { contact: { channels: { chat: { url: 'whatsapp://send' } } } }),
    '/contact/channels/chat/url',
    /^Help may not lead to/,
  ],
  [
    'LINK_DOUBTFUL',
    button('http://shop.example/terms'),
    '/content/c/actions/0/link',
    "'http://shop.example/terms' is only followed on a page of that site with http:",
  ],
  [
    'LINK_DOUBTFUL',
    file({}, { content: { c: { title: 'x', body: '[x](/y) and [y](http://a.b)' } } }),
    '/content/c/body',
    "The link to 'http://a.b' is shown as plain text, except on a page of that site with http:",
  ],
  [
    'LINK_DOUBTFUL',
    file({}, { content: { c: { title: 'x', guide: [{ text: '[y](ftp://a.b)' }] } } }),
    '/content/c/guide/0/text',
    "The link to 'ftp://a.b' is shown as plain text",
  ],
  [
    'LINK_DOUBTFUL',
    file(
      {},
      {
        content: { c: { title: 'x', body: 'x' } },
        translations: { es: { c: { title: 'x', body: '[y](javascript:x)' } } },
      },
    ),
    '/translations/es/c/body',
    "The link to 'javascript:x' is shown as plain text",
  ],
];

it('outcomes may be reported to the site itself, to where it is safe, and while developing', () => {
  for (const url of [
    '/events',
    'https://collect.example.com/a',
    'http://localhost:4318/v1/logs',
    'http://127.0.0.1/',
  ])
    expect(told(file({}, { report: { endpoint: url, otlp: url, call: 'f', sample: 0.1 } }))).toEqual([]);
});

describe('every code', () => {
  it.each(CASES)('%s: %#', (code, config, pointer, message) => {
    const found = told(config).filter((one) => one.code === code);
    expect(found, told(config).map(say).join('\n')).toHaveLength(1);
    expect(found[0]!.pointer).toBe(pointer);
    if (typeof message === 'string') expect(found[0]!.message).toBe(message);
    else expect(found[0]!.message).toMatch(message);
    expect(found[0]!.severity).toBe(CODES[code]);
    expect(found[0]!.message).not.toMatch(/\.$|undefined|\[object/);
  });

  it('has a case', () => {
    const negative = NEGATIVE.flatMap(([, , ...findings]) => findings.map((one) => one.split(' ')[0]!));
    const have = new Set([...CASES.map(([code]) => code as string), ...negative]);
    // The last net: that it stays empty is what validate.test.ts proves.
    expect(Object.keys(CODES).filter((code) => !have.has(code))).toEqual(['REFUSED']);
  });

  it('is explained in docs/check.md, and no other', () => {
    const page = readFileSync(resolve(import.meta.dirname, '../../../docs/check.md'), 'utf8');
    const sections = [
      ...page.matchAll(
        /^### `([A-Z_]+)`( \(warning\))?\n\*\*What:\*\* .+\n\*\*Why:\*\* .+\n\*\*Cure:\*\* /gm,
      ),
    ];
    expect(sections.map(([, code]) => code!).toSorted()).toEqual(Object.keys(CODES).toSorted());
    for (const [, code, warning] of sections)
      expect([code, warning ? 'warning' : 'error']).toEqual([code, CODES[code as Code]]);
  });
});

describe('what is sound', () => {
  it.each<[string, unknown]>([
    [
      'comments anywhere',
      {
        $schema: 'x',
        $comment: 'y',
        ...file(
          { $comment: 'z', when: { event: 'rage-click', $comment: 'w' } },
          { audiences: { $comment: 'x' } },
        ),
      },
    ],
    [
      'facts of a source',
      file({ when: { facts: { 'order.state': 'x' } } }, { sources: { s: { kind: 'order', host: true } } }),
    ],
    [
      'any component of a status page, where none is named',
      file(
        {
          when: {
            all: [
              { facts: { 'incidents.x.impact': 'major' } },
              { facts: { 'incidents.any.until': { before: '1d' } } },
            ],
          },
        },
        { sources: { s: { kind: 'incidents', url: '/s.json', adapter: 'statuspage' } } },
      ),
    ],
    [
      'facts that the page tells beside those of a source',
      file({ when: { facts: { 'order.gift': true } } }, { sources: { s: { kind: 'order', host: true } } }),
    ],
    ['steps that no journey declares', file({ where: { step: 'anything' } }, { journeys: {} })],
    [
      'a blocker with a phone number',
      file(
        { priority: 'blocker' },
        { content: { c: { title: 'x', actions: [{ label: 'Call', link: 'tel:+34900' }] } } },
      ),
    ],
    [
      'a regional translation over one of the language',
      file({}, { translations: { es: { c: { title: 'x' } }, 'es-MX': {} } }),
    ],
    [
      'two triggers for different fields',
      two(
        { when: { event: 'field-error-loop', where: { field: 'zip' } } },
        { when: { event: 'field-error-loop', where: { field: ['city', 'street'] } } },
      ),
    ],
    ['two triggers for the same, one of them a draft', two({}, { status: 'draft' })],
    ['two triggers for the same, of different urgency', two({}, { priority: 'tip' })],
    [
      'two triggers for the same, with room for both',
      two({}, {}, { policy: { limits: [{ times: 2, per: 'session' }] } }),
    ],
    [
      'settings of signals in both ways',
      file(
        {},
        { policy: { signals: { 'rage-click': { within: '3s', gapMs: 900, weight: 1, off: false } } } },
      ),
    ],
    [
      'thirds',
      file({
        experiment: {
          name: 'x',
          variants: { a: { share: 1 / 3 }, b: { share: 1 / 3 }, c: { share: 1 / 3 } },
        },
      }),
    ],
    [
      'names of places that are no selectors',
      file(
        { show: { content: 'c', as: 'inline', anchor: 'card/1: "new"' } },
        {
          content: {
            c: {
              title: 'x',
              actions: [{ label: 'Go', focus: 'step:1' }],
              guide: ['Größe (cm)', '1', 'a, b,', 'checkout.5', '支払い'].map((anchor) => ({
                text: 'Do',
                anchor,
              })),
            },
          },
        },
      ),
    ],
    [
      'all selectors that browsers take',
      file(
        {},
        {
          journeys: {
            j: { steps: SELECTORS.map((selector, i) => ({ id: `s${i}`, selector, commit: selector })) },
          },
          policy: { ignore: { selectors: SELECTORS } },
        },
      ),
    ],
    ...[
      '/help',
      '#part',
      '?a=b',
      'help',
      '//cdn.example/',
      'HTTPS://a.b',
      'tel:+34',
      'mailto:a@b.c',
      'sms:1',
    ].map((link): [string, unknown] => [`a button that leads to ${link}`, button(link)]),
    [
      'links in a text that facts complete',
      file(
        {},
        {
          content: {
            c: { title: 'x', body: '[x]({order.id}) [y](https://{order.id}/) [z](tel:{order.id})' },
          },
        },
      ),
    ],
    [
      'an address for calls back, which is no link',
      file(
        {},
        {
          contact: {
            channels: { phone: { number: '1' }, callback: { url: 'http://localhost/call' } },
          },
        },
      ),
    ],
    ['an event of the page', when({ event: 'coupon-rejected' })],
    ['the day of the review itself', file({ reviewBy: '2026-06-01' })],
    ['a byte order mark', `\uFEFF${JSON.stringify(file())}`],
  ])('%s', (_name, config) => {
    expect(told(config).map(say)).toEqual([]);
  });
});

describe('positions', () => {
  const text = `{
  "version": 1,
  "content": { "c": { "title": "Hello" } },
  "triggers": [
    {
      "id": "t",
      "when": { "event": "rage-click", "wihin": "10m" },
      "show": { "content": "d", "as": "inline" }
    }
  ]
}`;
  it('lead to the name, to the value, or to what lacks something', () => {
    expect(told(text).map(({ code, line, column }) => [code, line, column])).toEqual([
      ['UNUSED', 3, 16],
      ['KEY_UNKNOWN', 7, 40],
      ['ANCHOR_NEEDED', 8, 15],
      ['CONTENT_UNKNOWN', 8, 28],
    ]);
  });
  it('lead to a selector, and to a link', () => {
    const bad = `{
  "version": 1,
  "content": { "c": { "title": "x", "actions": [
    { "label": "Go", "link": "ftp://a.b" }] } },
  "policy": { "ignore": { "selectors": [".a",
    "#a["] } },
  "triggers": []
}`;
    expect(
      told(bad)
        .filter(({ severity }) => severity === 'error')
        .map(({ code, line, column }) => [code, line, column]),
    ).toEqual([
      ['LINK_REFUSED', 4, 30],
      ['SELECTOR_INVALID', 6, 5],
    ]);
  });
  it('are 0 where there is no text', () => {
    expect(told(JSON.parse(text)).every(({ line, column }) => line === 0 && column === 0)).toBe(true);
  });
  it('of what is no JSON', () => {
    expect(told('{\n  "a": 1,\n  // why\n  "b" 2\n}')[0]).toMatchObject({
      code: 'JSON_INVALID',
      line: 4,
      column: 7,
    });
    expect(
      told('{\n  "version": 1, // one\n  "triggers": [],\n}').map(({ code, line, column }) => [
        code,
        line,
        column,
      ]),
    ).toEqual([
      ['JSON_COMMENT', 2, 17],
      ['JSON_TRAILING_COMMA', 3, 17],
    ]);
  });
});

it('a file as large as it may be is checked', () => {
  const triggers = Array.from({ length: 200 }, (_, i) =>
    trigger({
      id: `t${i}`,
      when: { any: Array.from({ length: 8 }, (_one, j) => ({ event: `event-${i}-${j}` })) },
    }),
  );
  // What grows with the square of the file would not be done in the time that a test has.
  expect(told({ ...file(), triggers })).toEqual([]);
});
