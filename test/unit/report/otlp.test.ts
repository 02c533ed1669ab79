import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WireEvent } from '../../../src/report/events.js';
import { createPost } from '../../../src/report/endpoint/post.js';
import { otlpEncoder, readExportResponse } from '../../../src/report/otlp.js';
import { systemClock } from '../../../src/core/clock.js';
import { attributesOf, otlpReceiver, receiveLogs } from '../../support/otlp.js';
import { reporting } from '../../support/reporting.js';

const AT = Date.parse('2026-11-30T10:42:00.123Z');
const encoder = otlpEncoder({ service: 'shop', version: '1.2.3', language: 'es', mobile: true });
const stamp = { antes: 1, sid: 'a1b2', visit: 'c3d4', at: AT } as const;
const EVENTS: readonly WireEvent[] = [
  {
    ...stamp,
    type: 'visit',
    seq: 1,
    version: '1.2.3',
    config: '3fa9',
    device: 'phone',
    lang: 'es',
    holdout: { name: 'default', arm: 'help' },
  },
  {
    ...stamp,
    type: 'contact',
    seq: 2,
    channel: 'chat',
    handoff: false,
    journey: 'checkout',
    step: 'pago ñ 😀',
  },
  { ...stamp, type: 'dropped', seq: 3, counts: { overflow: 3, expired: 1 } },
  { ...stamp, type: 'problem', seq: 4, code: 'ANCHOR_MISSING' },
];

describe('OTLP', () => {
  it('has one log record for each event, with a name and attributes', () => {
    const [{ resource, scopeLogs }] = receiveLogs(encoder.encode(EVENTS, AT + 5_000)) as [
      ReturnType<typeof receiveLogs>[0],
    ];
    expect(attributesOf(resource.attributes)).toEqual({
      'service.name': 'shop',
      'telemetry.sdk.name': 'antes',
      'telemetry.sdk.language': 'webjs',
      'telemetry.sdk.version': '1.2.3',
      'browser.language': 'es',
      'browser.mobile': true,
    });
    expect(scopeLogs).toHaveLength(1);
    const [{ scope, logRecords }] = scopeLogs as [(typeof scopeLogs)[0]];
    expect(scope).toEqual({ name: 'antes', version: '1.2.3' });
    expect(logRecords.map(({ eventName }) => eventName)).toEqual([
      'antes.visit',
      'antes.contact',
      'antes.dropped',
      'antes.problem',
    ]);
    for (const record of logRecords) {
      expect(record.timeUnixNano).toBe(`${AT}000000`);
      expect(record.observedTimeUnixNano).toBe(`${AT}000000`);
      // Events should not have one.
      expect(record.body).toBeUndefined();
    }
    expect(logRecords.map(({ severityText, severityNumber }) => [severityText, severityNumber])).toEqual([
      ['INFO', 'SEVERITY_NUMBER_INFO'],
      ['INFO', 'SEVERITY_NUMBER_INFO'],
      ['INFO', 'SEVERITY_NUMBER_INFO'],
      ['WARN', 'SEVERITY_NUMBER_WARN'],
    ]);
    const common = {
      'session.id': 'c3d4',
      'antes.vocabulary': 1,
      'antes.stream': 'a1b2',
      'antes.sent': AT + 5_000,
    };
    expect(attributesOf(logRecords[0]!.attributes)).toEqual({
      ...common,
      'antes.seq': 1,
      'antes.version': '1.2.3',
      'antes.config': '3fa9',
      'antes.device': 'phone',
      'antes.lang': 'es',
      'antes.holdout.name': 'default',
      'antes.holdout.arm': 'help',
    });
    expect(attributesOf(logRecords[1]!.attributes)).toEqual({
      ...common,
      'antes.seq': 2,
      'antes.channel': 'chat',
      'antes.handoff': false,
      'antes.journey': 'checkout',
      'antes.step': 'pago ñ 😀',
    });
    expect(attributesOf(logRecords[2]!.attributes)).toEqual({
      ...common,
      'antes.seq': 3,
      'antes.counts.overflow': 3,
      'antes.counts.expired': 1,
    });
  });

  it('names a service that has no name as OpenTelemetry does, and says nothing that it does not know', () => {
    const [{ resource }] = receiveLogs(otlpEncoder({ version: '1' }).encode(EVENTS, AT)) as [
      ReturnType<typeof receiveLogs>[0],
    ];
    expect(Object.keys(attributesOf(resource.attributes))).toEqual([
      'service.name',
      'telemetry.sdk.name',
      'telemetry.sdk.language',
      'telemetry.sdk.version',
    ]);
    expect(attributesOf(resource.attributes)['service.name']).toBe('unknown_service');
  });

  it('is measured as large as it is', () => {
    const empty = encoder.encode([], AT).length;
    const bytes = new TextEncoder().encode(encoder.encode(EVENTS, AT)).length;
    const parts = EVENTS.reduce((sum, event) => sum + encoder.size(event), 0);
    expect(empty + parts - bytes).toBe(1);
  });

  it('is refused by these tests where a name is not in the definitions', () => {
    const body = JSON.parse(encoder.encode(EVENTS, AT)) as {
      resourceLogs: { scopeLogs: { logRecords: object[] }[] }[];
    };
    Object.assign(body.resourceLogs[0]!.scopeLogs[0]!.logRecords[0]!, { event_names: 'x' });
    expect(() => receiveLogs(JSON.stringify(body))).toThrow("'event_names'");
  });

  it.each<[unknown, unknown]>([
    [{}, { kind: 'accepted', rejected: 0 }],
    [{ partialSuccess: {} }, { kind: 'accepted', rejected: 0 }],
    [{ partialSuccess: { rejectedLogRecords: '3', errorMessage: 'no' } }, { kind: 'accepted', rejected: 3 }],
    [{ partialSuccess: { rejectedLogRecords: 3 } }, { kind: 'accepted', rejected: 3 }],
    [{ partialSuccess: { rejectedLogRecords: 'many' } }, { kind: 'accepted', rejected: 0 }],
    [{ partialSuccess: null }, { kind: 'accepted', rejected: 0 }],
    [{ ok: true }, undefined],
    [{ error: 'sign in' }, undefined],
  ])('reads the answer %j', (body, answer) => {
    expect(readExportResponse(body as Record<string, unknown>)).toEqual(answer);
  });

  it('counts what a receiver rejects, and does not send it again', async () => {
    const browser = reporting();
    browser.answer = { partialSuccess: { rejectedLogRecords: 2 } };
    const page = browser.page({ encoder, readBody: readExportResponse });
    page.happen(5);
    await browser.clock.pass(10_000);
    browser.answer = {};
    page.happen();
    await browser.clock.pass(10_000);
    expect(browser.requests).toHaveLength(2);
    const records = receiveLogs(browser.requests[1]!.body)[0]!.scopeLogs[0]!.logRecords;
    expect(records.map(({ eventName }) => eventName)).toContain('antes.dropped');
    const dropped = records.find(({ eventName }) => eventName === 'antes.dropped')!;
    expect(attributesOf(dropped.attributes)['antes.counts.rejected']).toBe(2);
  });
});

describe('a receiver of OTLP over HTTP', () => {
  let receiver: Awaited<ReturnType<typeof otlpReceiver>>;
  beforeEach(async () => {
    receiver = await otlpReceiver();
  });
  afterEach(() => receiver.close());

  it('takes what is sent, and its answer is understood', async () => {
    const post = createPost({
      clock: systemClock,
      sender: { fetch, keepsAlive: true, beacon: () => false },
      url: receiver.url,
      type: 'application/json',
      headers: { 'x-key': 'k' },
      readBody: readExportResponse,
    });
    expect(await post(encoder.encode(EVENTS, AT))).toEqual({ kind: 'accepted', rejected: 0 });
    receiver.reject = 3;
    expect(await post(encoder.encode(EVENTS, AT))).toEqual({ kind: 'accepted', rejected: 3 });
    expect(receiver.problems).toEqual([]);
    expect(receiver.headers).toMatchObject([{ 'x-key': 'k' }, { 'x-key': 'k' }]);
    expect(receiver.received[0]!.scopeLogs[0]!.logRecords).toHaveLength(EVENTS.length);
  });
});
