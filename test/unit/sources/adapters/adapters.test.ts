import { describe, expect, it } from 'vitest';
import { ADAPTERS } from '../../../../src/sources/adapters.js';
import type { Asked } from '../../../../src/sources/adapter.js';
import { factsOf } from '../../../../src/sources/facts.js';
import {
  incidentIoSummary,
  instatusComponents,
  instatusSummary,
  nativeOrder,
  statuspageSummary,
} from './documents.js';

const now = Date.parse('2026-11-30T10:42:00Z');
const asked = (kind: Asked['kind'], ...known: string[]): Asked => ({ kind, known, now });
const { statuspage, 'incident-io': incidentIo, instatus, native } = ADAPTERS;

/** Facts of the incidents of a document. */
const facts = (
  adapter: (typeof ADAPTERS)['native'],
  document: unknown,
  known: string[] = [],
  second?: unknown,
) => {
  const news = adapter.read(document, asked('incidents', ...known), second);
  return news && factsOf('incidents', news, known);
};

describe('statuspage', () => {
  const news = statuspage.read(statuspageSummary, asked('incidents', 'payments-api'))!;

  it('tells incidents with their components, times and last words', () => {
    expect(news.incidents?.[0]).toEqual({
      id: 'i1',
      title: 'Card payments are slow',
      text: 'A bank is slow. We are on it.',
      impact: 'minor',
      phase: 'ongoing',
      components: ['payments-api'],
      updatedAt: Date.parse('2026-11-30T10:40:00Z'),
      from: Date.parse('2026-11-30T10:12:00Z'),
      until: null,
    });
    expect(news.incidents?.map(({ phase }) => phase)).toEqual([
      'ongoing',
      'resolved',
      'scheduled',
      'ongoing',
    ]);
  });

  it('the worse of what is said of a component and of its incidents counts', () => {
    expect(facts(statuspage, statuspageSummary)).toMatchObject({
      'incidents.payments-api.impact': 'major',
      'incidents.website.impact': 'maintenance',
      'incidents.delivery.impact': 'none',
      'incidents.delivery.scheduled': '2026-12-01T02:00:00.000Z',
      'incidents.delivery.until': '2026-12-01T04:00:00.000Z',
      'incidents.any.impact': 'major',
    });
  });

  it('a component goes by the name of the config: its id, its name, or that in lower case', () => {
    const named = (key: string) => facts(statuspage, statuspageSummary, [key])?.[`incidents.${key}.impact`];
    expect(['b13yz5g2cw10', 'Payments API', 'payments-api', 'unheard-of'].map(named)).toEqual([
      'major',
      'major',
      'major',
      'none',
    ]);
  });

  it('anything else is no summary', () => {
    for (const other of [null, [], 'x', {}, { page: {} }, { components: {} }])
      expect(statuspage.read(other, asked('incidents'))).toBe(undefined);
  });
});

describe('incident.io', () => {
  it('tells incidents, maintenance that is going on and that is to come', () => {
    expect(facts(incidentIo, incidentIoSummary)).toEqual({
      'incidents.any.impact': 'critical',
      'incidents.any.title': 'Card payments fail',
      'incidents.any.scheduled': '2026-12-01T02:00:00.000Z',
      'incidents.any.until': null,
      'incidents.payments.impact': 'critical',
      'incidents.payments.title': 'Card payments fail',
      'incidents.payments.scheduled': '2026-12-01T02:00:00.000Z',
      'incidents.payments.until': null,
      'incidents.website.impact': 'maintenance',
      'incidents.website.title': 'Website moves',
      'incidents.website.scheduled': null,
      'incidents.website.until': '2026-11-30T11:00:00.000Z',
    });
    expect(incidentIo.read(incidentIoSummary, asked('incidents'))?.incidents?.[0]?.updatedAt).toBe(
      Date.parse('2026-11-30T10:40:57.801Z'),
    );
  });

  it('understands the summary in Statuspage’s form too', () => {
    expect(incidentIo.read(statuspageSummary, asked('incidents'))).toEqual(
      statuspage.read(statuspageSummary, asked('incidents')),
    );
    expect(incidentIo.read({ ongoing_incidents: 'none' }, asked('incidents'))).toBe(undefined);
  });
});

describe('Instatus', () => {
  it('what is wrong with components is the incident’s', () => {
    expect(facts(instatus, instatusSummary, ['payments'], instatusComponents)).toMatchObject({
      'incidents.payments.impact': 'critical',
      'incidents.payments.title': 'Cards are declined',
      'incidents.website.impact': 'none',
      'incidents.any.scheduled': '2026-12-01T02:00:00.000Z',
    });
    const [, maintenance] = instatus.read(instatusSummary, asked('incidents'))!.incidents!;
    expect(maintenance).toMatchObject({ phase: 'scheduled', until: Date.parse('2026-12-01T04:00:00Z') });
  });

  it('without its components it still says that something is wrong', () => {
    expect(facts(instatus, instatusSummary, ['payments'])).toMatchObject({
      'incidents.any.impact': 'critical',
      'incidents.payments.impact': 'none',
    });
    expect(instatus.read({ page: { name: 'x' } }, asked('incidents'))).toBe(undefined);
  });
});

describe('our own form', () => {
  it('an order with its steps', () => {
    const { progress } = native.read(nativeOrder, asked('order'))!;
    expect(progress).toMatchObject({
      id: 'TJ-104233',
      state: 'shipped',
      eta: '2026-12-02',
      current: 2,
      done: false,
    });
    expect(progress?.steps.map(({ id }) => id)).toEqual([
      'placed',
      'packed',
      'shipped',
      'out-for-delivery',
      'delivered',
    ]);
    expect(progress?.steps[1]?.label).toBe('Wrapped in straw');
    expect(native.read({ order: nativeOrder }, asked('order'))?.progress).toEqual(progress);
    expect(factsOf('order', { progress: progress! }, [])).toEqual({
      'order.id': 'TJ-104233',
      'order.state': 'shipped',
      'order.eta': '2026-12-02',
      'order.exception': null,
    });
  });

  it('one that stopped says where, why and what to do', () => {
    const next = { label: 'Choose another day', link: '/orders/1/delivery' };
    const { progress } = native.read(
      { ...nativeOrder, state: 'exception', exception: 'Nobody was at home.', next },
      asked('order'),
    )!;
    expect(progress).toMatchObject({ current: 2, exception: 'Nobody was at home.', next, done: false });
    const silent = native.read({ ...nativeOrder, exception: true }, asked('order'))!;
    expect(silent.progress?.exception).toBe('');
    expect(factsOf('order', silent, [])['order.exception']).toBe(true);
  });

  it('one that is over is done', () => {
    expect(native.read({ ...nativeOrder, state: 'delivered' }, asked('order'))?.progress?.done).toBe(true);
  });

  it('none is none; what was meant to be one and is not is a mistake', () => {
    for (const none of [null, {}, { refund: null }, { refund: {} }])
      expect(native.read(none, asked('refund'))).toEqual({});
    for (const wrong of [[], 'x', 1, { id: 'A1' }, { refund: 'x' }, { refund: { state: [] } }])
      expect(native.read(wrong, asked('refund')) ?? null, JSON.stringify(wrong)).toBe(null);
  });

  it('incidents: planned while they are to come, over when they are over', () => {
    const one = (rest: object) => ({ title: 'Till closed', components: ['payments'], ...rest });
    const document = {
      incidents: [
        one({ impact: 'major' }),
        one({ from: '2026-12-01T02:00:00Z' }),
        one({ until: '2026-11-30T10:00:00Z' }),
        one({ resolved: true }),
        { impact: 'major' },
      ],
      components: { website: 'minor', odd: 'broken' },
    };
    const news = native.read(document, asked('incidents'))!;
    expect(news.incidents?.map(({ phase }) => phase)).toEqual([
      'ongoing',
      'scheduled',
      'resolved',
      'resolved',
    ]);
    expect(facts(native, document)).toMatchObject({
      'incidents.payments.impact': 'major',
      'incidents.website.impact': 'minor',
    });
    expect(facts(native, document)).not.toHaveProperty(['incidents.odd.impact']);
  });

  it('facts of any kind', () => {
    const document = JSON.parse(
      '{"facts":{"queue":5,"vip":true,"note":" a  b ","__proto__":1,"bad name":1,"x":{},"y":null}}',
    );
    const news = native.read(document, asked('facts'))!;
    expect(factsOf('facts', news, [])).toEqual({ 'facts.queue': 5, 'facts.vip': true, 'facts.note': 'a b' });
  });
});

it.each([[1e308], ['1e400'], [{ toString: 1, valueOf: 1 }], [[1]], [null]])(
  'a maintenance that lasts %j minutes has no end',
  (duration) => {
    const one = { id: 'm', name: 'M', status: 'INPROGRESS', start: '2026-11-30T10:00:00Z', duration };
    const news = ADAPTERS.instatus.read(
      { page: { name: 'P', status: 'UP' }, activeMaintenances: [one] },
      { kind: 'incidents', known: [], now: 0 },
    )!;
    expect(news.incidents).toMatchObject([{ id: 'm', until: null }]);
    expect(factsOf('incidents', news, [])['incidents.any.until']).toBe(null);
  },
);
