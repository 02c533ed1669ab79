import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ADAPTERS } from '../../src/sources/adapters.js';
import { factsOf } from '../../src/sources/facts.js';
import { hostIncidents, hostProgress } from '../../src/sources/host.js';
import { parseDocument } from '../../src/sources/request.js';
import type { Incident, Progress, SourceKind } from '../../src/state/sources.js';
import { sourcePage } from '../support/source-page.js';
import {
  incidentIoSummary,
  instatusComponents,
  instatusSummary,
  nativeOrder,
  statuspageSummary,
} from '../unit/sources/adapters/documents.js';
import { fuzz } from './fuzz.js';
import { change, changed, findPollution, WRONG, type Change } from './mutation.js';
import { fail } from './survive.js';

const KINDS: readonly SourceKind[] = ['order', 'case', 'refund', 'incidents', 'facts'];
const IMPACTS = ['none', 'maintenance', 'minor', 'major', 'critical'];
const MAX_TEXT = 500;

const nativeIncidents = {
  incidents: [
    {
      id: 'i1',
      title: 'Card payments are slow',
      text: 'We are on it.',
      impact: 'minor',
      components: ['payments'],
      updated: '2026-11-30T10:00:00Z',
      from: '2026-11-30T09:00:00Z',
      until: '2026-11-30T18:00:00Z',
      resolved: false,
    },
  ],
  components: { payments: 'minor', website: 'none' },
};
const nativeFacts = { facts: { 'basket.total': 12, vip: true, city: 'Madrid' } };
const nativeCase = {
  case: {
    id: 'C-1',
    state: 'in-review',
    eta: '2026-12-01',
    steps: ['received', { id: 'in-review', label: 'In review', at: '2026-11-29' }, 'closed'],
    exception: 'We need a photo.',
    next: { label: 'Send a photo', link: '/cases/1/photo' },
  },
};
const DOCUMENTS: readonly unknown[] = [
  statuspageSummary,
  incidentIoSummary,
  instatusSummary,
  instatusComponents,
  nativeOrder,
  nativeIncidents,
  nativeFacts,
  nativeCase,
];

const HUGE = 'Lorem <b>ipsum</b> '.repeat(55_000);
/** What services say wrongly, besides everything else that is wrong. */
const WRONG_NEWS: readonly unknown[] = [
  ...WRONG,
  'MAJOROUTAGE',
  'Operational',
  'degraded',
  'resolved ',
  '2026-11-30T10:00:00.123456789+14:00',
  '2026-02-30',
  '+275760-09-13',
  '1e400',
  8.64e15,
  8.65e15,
  -1e300,
  [HUGE],
  HUGE,
  { en: 'Text', de: 'Text' },
  [{ status: 'resolved' }, { status: 'investigating' }],
];

const input = fc.record({
  document: fc.nat(DOCUMENTS.length - 1),
  second: fc.nat(DOCUMENTS.length - 1),
  changes: fc.array(change, { maxLength: 5 }),
  adapter: fc.constantFrom(...Object.keys(ADAPTERS)),
  kind: fc.constantFrom(...KINDS),
  whole: fc.option(fc.jsonValue({ maxDepth: 4 }), { freq: 8 }),
});

/** Huge texts in lists that are made longer several times: nobody would read that far, and no test has the memory. */
const MAX_LETTERS = 4_000_000;

/** Whether it has more letters than that as JSON, roughly; however deep it is nested. */
function isTooLong(value: unknown): boolean {
  const left = [value];
  let letters = 0;
  while (left.length > 0 && letters <= MAX_LETTERS) {
    const one = left.pop();
    letters += typeof one === 'string' ? one.length : 1;
    if (typeof one === 'object' && one !== null) for (const part of Object.values(one)) left.push(part);
  }
  return letters > MAX_LETTERS;
}

const documentOf = ({
  document,
  changes,
  whole,
}: {
  document: number;
  changes: readonly Change[];
  whole: unknown;
}) => {
  const made = whole ?? changed(DOCUMENTS[document], changes, WRONG_NEWS);
  fc.pre(!isTooLong(made));
  // As it came: what JSON cannot say, no service sends.
  return JSON.parse(JSON.stringify(made) ?? 'null') as unknown;
};

const isTime = (value: number | null) => value === null || Math.abs(value) <= 8.64e15;

function text(value: string | undefined, max = MAX_TEXT): void {
  if (value !== undefined && (typeof value !== 'string' || value.length > max))
    fail(`no text: ${typeof value} of ${value.length}`);
}
function checkIncident(one: Incident): void {
  text(one.id, 200);
  text(one.title, 200);
  text(one.text);
  one.components.forEach((name) => text(name));
  if (!IMPACTS.includes(one.impact)) fail(`an unknown impact: ${one.impact}`);
  if (!['scheduled', 'ongoing', 'resolved'].includes(one.phase)) fail(`an unknown phase: ${one.phase}`);
  if (![one.updatedAt, one.from, one.until].every(isTime)) fail('no time');
}
function checkProgress(one: Progress): void {
  for (const part of [one.id, one.state, one.eta, one.exception, one.next?.label, one.next?.link]) text(part);
  if (one.eta !== undefined && Number.isNaN(Date.parse(one.eta))) fail(`no date: ${one.eta}`);
  for (const step of one.steps) {
    for (const part of [step.id, step.label, step.text]) text(part);
    if (!isTime(step.at)) fail('no time');
  }
  if (one.current < -1 || one.current >= one.steps.length) fail(`it is at ${one.current}`);
  if (typeof one.done !== 'boolean') fail('neither done nor not');
}

it('documents of every service, read by every adapter', async () => {
  await fuzz('feeds', input, (one) => {
    const known = ['payments', 'website', '__proto__'];
    const document = documentOf(one);
    const { kind } = one;
    const adapter = (ADAPTERS as Record<string, (typeof ADAPTERS)['native']>)[one.adapter]!;
    const news = adapter.read(document, { kind, known, now: 1.8e12 }, DOCUMENTS[one.second]);
    if (news) {
      news.incidents?.forEach(checkIncident);
      for (const { name, impact } of news.components ?? []) {
        text(name);
        if (!IMPACTS.includes(impact)) fail(`an unknown impact: ${impact}`);
      }
      if (news.progress) checkProgress(news.progress);
      const facts = factsOf(kind, news, known);
      for (const [name, value] of Object.entries(facts)) {
        if (!name.startsWith(`${kind}.`)) fail(`a fact of somebody else's: ${name}`);
        if (value !== null && !['string', 'number', 'boolean'].includes(typeof value))
          fail(`${name} is no fact`);
        if (typeof value === 'string') text(value);
      }
      // What the page itself tells is read from facts: any may be there.
      const fact = (name: string) => facts[name];
      const declared = { [`${kind}.state`]: { type: 'string' as const, values: ['a', 'b'], show: true } };
      const own = hostProgress(kind, { facts: declared }, fact, undefined);
      if (own) checkProgress(own);
      hostIncidents({ kind, components: { payments: [], ['__proto__']: [] } }, fact).forEach(checkIncident);
    }
    const again = adapter.read(document, { kind, known, now: 1.8e12 }, DOCUMENTS[one.second]);
    if (JSON.stringify(again) !== JSON.stringify(news)) fail('read differently another time');
    const polluted = findPollution();
    if (polluted) fail(polluted);
  });
});

const CONDITIONS = ['fresh', 'stale', 'offline', 'unauthorised', 'empty'];
const SOURCE_CODES =
  /^SOURCE_(?:UNREACHABLE|NOT_JSON|TOO_LARGE|INVALID|UNAUTHORISED) \/sources\/s(?:\/url)?$/;
const reply = fc.record({
  status: fc.constantFrom(200, 200, 200, 200, 204, 304, 401, 403, 404, 410, 429, 500, 503),
  how: fc.constantFrom('document', 'document', 'cut', 'html', 'huge', 'lost', 'empty'),
  document: input,
  retryAfter: fc.constantFrom(undefined, '0', '-1', '1e9', 'soon', '3', 'Wed, 21 Oct 2026 07:28:00 GMT'),
});

it('sources that are asked again and again, and answer anything', async () => {
  await fuzz(
    'polls',
    fc.record({
      replies: fc.array(reply, { minLength: 1, maxLength: 5 }),
      kind: fc.constantFrom(...KINDS),
      adapter: fc.constantFrom('native', 'statuspage', 'incident-io', 'instatus', 'constructor', '__proto__'),
      every: fc.constantFrom(undefined, '15s', '1ms', '0s', '-5s', 'soon', '99999d'),
    }),
    async ({ replies, kind, adapter, every }) => {
      const source = { kind, url: '/s.json', adapter, components: { payments: [] }, ...(every && { every }) };
      const page = sourcePage({ s: source as never });
      let n = 0;
      page.reply = () => {
        const { how, status, document, retryAfter } = replies[n++ % replies.length]!;
        if (how === 'lost') return { lost: true };
        const sent = JSON.stringify(documentOf(document));
        const bodies = {
          cut: sent.slice(0, -1),
          html: '<!doctype html>',
          huge: HUGE,
          empty: '',
          document: sent,
        };
        return { status, raw: bodies[how], headers: retryAfter ? { 'retry-after': retryAfter } : {} };
      };
      for (let i = 0; i < 4; i++) {
        await page.clock.pass(90_000);
        const condition = page.state('s')?.condition ?? 'none';
        if (!CONDITIONS.includes(condition)) fail(`an unknown condition: ${condition}`);
      }
      for (const problem of page.problems)
        if (!SOURCE_CODES.test(problem)) fail(`an unknown problem: ${problem}`);
      if (page.mostInFlight > 1) fail('more than one request at once');
      // The floor of the interval holds whatever is configured or asked for; of Instatus two documents are asked for.
      const times = new Map<string, number>();
      for (const { url } of page.asked) times.set(url, (times.get(url) ?? 0) + 1);
      for (const [url, asked] of times) if (asked > 30) fail(`asked ${asked} times in six minutes: ${url}`);
      page.stop();
      if (page.clock.waiting > 0) fail('something goes on');
    },
  );
});

it('what comes over a live stream is a document or nothing', () => {
  for (const wrong of WRONG_NEWS)
    for (const sent of [
      typeof wrong === 'string' ? wrong : '',
      JSON.stringify(wrong) ?? '',
      `${JSON.stringify(wrong)}\n,`,
    ])
      expect(() => parseDocument(sent)).not.toThrow();
});
