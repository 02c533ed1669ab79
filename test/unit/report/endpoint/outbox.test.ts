import { describe, expect, it } from 'vitest';
import type { WireEvent } from '../../../../src/report/events.js';
import { createOutbox, MAX_AGE_MS, MAX_BYTES, MAX_EVENTS } from '../../../../src/report/endpoint/outbox.js';

const NOW = Date.parse('2026-11-30T10:42:00Z');
let seq = 0;
const event = (type: string, at = NOW) =>
  ({ antes: 1, type, at, sid: 's', seq: ++seq, visit: 'v' }) as unknown as WireEvent;
const types = (outbox: { entries: readonly { event: WireEvent }[] }) =>
  outbox.entries.map((one) => one.event.type);

describe('outbox', () => {
  it('keeps at most 200 events, and gives up what is only counted before what is needed', () => {
    const outbox = createOutbox(() => 10);
    outbox.add([event('visit'), ...Array.from({ length: 150 }, () => event('signal')), event('outcome')]);
    outbox.trim(NOW);
    expect(outbox.lost).toEqual({});
    outbox.add(Array.from({ length: 148 }, () => event('help')));
    outbox.trim(NOW);
    expect(outbox.entries).toHaveLength(MAX_EVENTS);
    expect(outbox.lost).toEqual({ overflow: 100 });
    expect(types(outbox).filter((type) => type === 'signal')).toHaveLength(50);
    outbox.add(Array.from({ length: 60 }, () => event('contact')));
    outbox.trim(NOW);
    // Of what is needed, the oldest.
    expect(types(outbox)).not.toContain('signal');
    expect(types(outbox)).not.toContain('visit');
    expect(outbox.lost).toEqual({ overflow: 160 });
  });

  it('keeps at most 64 KiB', () => {
    const outbox = createOutbox(() => 1_000);
    outbox.add(Array.from({ length: 70 }, () => event('signal')));
    outbox.trim(NOW);
    expect(outbox.bytes).toBeLessThanOrEqual(MAX_BYTES);
    expect(outbox.lost).toEqual({ overflow: 5 });
  });

  it('keeps nothing longer than a day', () => {
    const outbox = createOutbox(() => 10);
    outbox.add([
      event('help', NOW - MAX_AGE_MS - 1),
      event('help', NOW - MAX_AGE_MS),
      event('help', NOW + 1_000),
    ]);
    outbox.trim(NOW);
    expect(outbox.entries).toHaveLength(2);
    expect(outbox.lost).toEqual({ expired: 1 });
  });

  it('gives up the end of a journey after what is seen on the way', () => {
    const outbox = createOutbox(() => 10);
    outbox.add([event('journey'), ...Array.from({ length: MAX_EVENTS }, () => event('signal'))]);
    outbox.trim(NOW);
    expect(types(outbox)).toContain('journey');
    expect(outbox.lost).toEqual({ overflow: 1 });
  });

  it('leaves alone what is under way', () => {
    const outbox = createOutbox(() => 10);
    outbox.add(Array.from({ length: MAX_EVENTS }, () => event('signal')));
    const batch = outbox.next(50, Infinity);
    for (const entry of batch) entry.flying = true;
    outbox.add([event('help')]);
    outbox.trim(NOW + 2 * MAX_AGE_MS);
    expect(outbox.entries).toEqual(batch);
    expect(outbox.next(50, Infinity)).toEqual([]);
  });

  it('tells what was lost, once; and again where that was lost too', () => {
    const outbox = createOutbox(() => 10);
    outbox.tell(() => event('never'), NOW);
    expect(outbox.entries).toEqual([]);
    outbox.lose({ refused: 2 });
    outbox.add([event('signal')]);
    const stamp = (body: object) => ({ ...event('dropped'), ...body }) as WireEvent;
    outbox.tell(stamp, NOW);
    outbox.tell(stamp, NOW);
    expect(types(outbox)).toEqual(['dropped', 'signal']);
    expect(outbox.lost).toEqual({});
    outbox.drop(outbox.next(1, Infinity), 'refused');
    expect(outbox.lost).toEqual({ refused: 3 });
  });

  it('takes the same event once', () => {
    const outbox = createOutbox(() => 10);
    const one = event('help');
    outbox.add([one]);
    outbox.add([{ ...one }]);
    expect(outbox.entries).toHaveLength(1);
  });

  it('goes with the most important first, each once, as a page is left', () => {
    const outbox = createOutbox(() => 100);
    outbox.add([event('signal'), event('help'), event('level'), event('outcome')]);
    outbox.add([event('contact')], true);
    expect(outbox.leaving(300).map((one) => one.event.type)).toEqual(['help', 'outcome', 'signal']);
  });

  it('sends alone what is larger than a batch', () => {
    const outbox = createOutbox(() => 20_000);
    outbox.add([event('help'), event('help')]);
    expect(outbox.next(50, 16_384)).toHaveLength(1);
  });
});
