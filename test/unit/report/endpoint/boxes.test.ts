import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openStore, type StorageLike } from '../../../../src/boot/storage.js';
import { openBoxes, type Box } from '../../../../src/report/endpoint/boxes.js';
import type { WireEvent } from '../../../../src/report/events.js';
import { memoryStorage } from '../../../support/memory-storage.js';

const NOW = Date.parse('2026-11-30T10:42:00Z');
const KEY = 'antes.outbox';
const open = (storage: StorageLike, page: string) =>
  openBoxes(
    openStore(
      () => storage,
      'localStorage',
      () => true,
    ),
    KEY,
    page,
  );
const box = (...seqs: number[]): Box => ({
  events: seqs.map((seq) => ({
    event: { antes: 1, type: 'help', at: NOW, sid: 's', seq, visit: 'v' } as unknown as WireEvent,
    left: false,
  })),
  lost: {},
  quiet: 0,
});
const seqs = (boxes: readonly Box[]) => boxes.flatMap(({ events }) => events.map(({ event }) => event.seq));

describe('boxes', () => {
  it('are taken over once their page has left them, or has not been heard of', () => {
    const storage = memoryStorage();
    const a = open(storage, 'a');
    const b = open(storage, 'b');
    expect(a.keep(box(1), NOW + 60_000, NOW)).toBe(true);
    expect(b.adopt(NOW)).toEqual([]);
    expect(a.adopt(NOW)).toEqual([]);
    a.keep(box(1, 2), 0, NOW);
    expect(a.adopt(NOW)).toEqual([]);
    expect(seqs(b.adopt(NOW))).toEqual([1, 2]);
    expect(b.keep(box(1, 2), NOW + 60_000, NOW)).toBe(true);
    expect(storage.data.size).toBe(1);
    // Whoever has it now is gone without a word.
    expect(seqs(open(storage, 'c').adopt(NOW + 60_000))).toEqual([1, 2]);
  });

  it('count only losses that there are', () => {
    const storage = memoryStorage();
    open(storage, 'a').keep(
      { ...box(1), lost: { overflow: 2, constructor: 5, 'to-string': 1, expired: -1 } },
      0,
      NOW,
    );
    expect(open(storage, 'b').adopt(NOW)[0]!.lost).toEqual({ overflow: 2 });
  });

  it('go when all is delivered', () => {
    const storage = memoryStorage();
    const a = open(storage, 'a');
    a.keep(box(1), NOW + 60_000, NOW);
    a.keep(box(), NOW + 60_000, NOW);
    expect(storage.data.size).toBe(0);
  });

  it('of others are never written over; four at a time', () => {
    const storage = memoryStorage();
    const pages = ['a', 'b', 'c', 'd', 'e'].map((page) => open(storage, page));
    expect(pages.map((page, i) => page.keep(box(i), NOW + 60_000, NOW))).toEqual([
      true,
      true,
      true,
      true,
      false,
    ]);
    expect([...storage.data.keys()]).toEqual([KEY, `${KEY}.2`, `${KEY}.3`, `${KEY}.4`]);
    pages[1]!.keep(box(), 0, NOW);
    expect(pages[4]!.keep(box(4), NOW + 60_000, NOW)).toBe(true);
    // A box that was left but not taken over is not in the way of one that is.
    pages[0]!.keep(box(0), 0, NOW);
    expect(seqs(pages[4]!.adopt(NOW))).toEqual([0]);
    expect(pages[4]!.keep(box(4, 0), NOW + 60_000, NOW)).toBe(true);
    expect(storage.data.size).toBe(3);
  });

  it('whose page comes back to find it taken gets another', () => {
    const storage = memoryStorage();
    const a = open(storage, 'a');
    const b = open(storage, 'b');
    a.keep(box(1), 0, NOW);
    b.adopt(NOW);
    b.keep(box(1), NOW + 60_000, NOW);
    expect(a.keep(box(1), NOW + 60_000, NOW)).toBe(true);
    expect(storage.data.size).toBe(2);
  });

  it('are not there again after somebody has emptied the storage', () => {
    const storage = memoryStorage();
    const a = open(storage, 'a');
    a.keep(box(1), NOW + 60_000, NOW);
    storage.data.clear();
    expect(a.keep(box(1, 2), NOW + 60_000, NOW)).toBe(false);
    expect(storage.data.size).toBe(0);
  });

  it('of the time before give way where there is no room for both', () => {
    const storage = memoryStorage(450);
    const a = open(storage, 'a');
    expect(a.keep(box(1), 0, NOW)).toBe(true);
    const b = open(storage, 'b');
    b.adopt(NOW);
    expect(b.keep(box(1), NOW + 60_000, NOW)).toBe(true);
    expect(storage.data.size).toBe(1);
    // No room at all: better nothing than half of it.
    expect(b.keep(box(...Array.from({ length: 50 }, (_, i) => i)), NOW + 60_000, NOW)).toBe(false);
    expect(storage.data.size).toBe(0);
  });

  it.each<[string, StorageLike]>([
    ['drops what it is given', { ...memoryStorage(), setItem: () => {} }],
    ['changes what it is given', { ...memoryStorage(), getItem: () => '"{}"' }],
    [
      'refuses everything',
      {
        getItem: () => {
          throw new Error('no');
        },
        setItem: () => {
          throw new Error('no');
        },
        removeItem: () => {
          throw new Error('no');
        },
      },
    ],
  ])('are none in a storage that %s', (_, storage) => {
    const a = open(storage, 'a');
    expect(a.adopt(NOW)).toEqual([]);
    expect(a.keep(box(1), NOW, NOW)).toBe(false);
    expect(a.keep(box(1, 2), NOW, NOW)).toBe(false);
    expect(() => a.forget()).not.toThrow();
  });

  it('without consent are not even looked for', () => {
    const boxes = openBoxes(undefined, KEY, 'a');
    expect(boxes.adopt(NOW)).toEqual([]);
    expect(boxes.keep(box(1), NOW, NOW)).toBe(false);
  });

  it('are forgotten, of all pages', () => {
    const storage = memoryStorage();
    for (const page of ['a', 'b']) open(storage, page).keep(box(1), NOW + 60_000, NOW);
    storage.setItem('theirs', '1');
    open(storage, 'c').forget();
    expect([...storage.data.keys()]).toEqual(['theirs']);
  });

  it('that somebody has tampered with give only what an event may be', () => {
    const storage = memoryStorage();
    const part = fc.oneof(fc.anything(), fc.constantFrom(NOW, 0, -1, 1e99, '__proto__', 'help', 1, true));
    const event = fc.record({ antes: fc.constantFrom(1, 2), type: part, sid: part, seq: part, at: part });
    const boxes = fc.record({
      page: part,
      until: part,
      quiet: part,
      lost: fc.dictionary(fc.string(), part),
      events: fc.oneof(part, fc.array(fc.record({ event: fc.oneof(part, event), left: part }))),
    });
    const text = fc.oneof(
      fc.string(),
      fc.json(),
      boxes.map((value) => {
        try {
          return JSON.stringify(JSON.stringify(value)) ?? '';
        } catch {
          return '';
        }
      }),
    );
    fc.assert(
      fc.property(text, (stored) => {
        storage.data.clear();
        storage.data.set(KEY, stored);
        for (const { events, lost, quiet } of open(storage, 'a').adopt(NOW)) {
          expect(Number.isSafeInteger(quiet)).toBe(true);
          for (const n of Object.values(lost)) expect(Number.isSafeInteger(n)).toBe(true);
          for (const one of events)
            expect([
              typeof one.event.sid,
              typeof one.event.type,
              typeof one.event.seq,
              typeof one.left,
            ]).toEqual(['string', 'string', 'number', 'boolean']);
        }
        expect(open(storage, 'a').keep(box(1), NOW + 60_000, NOW)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
    storage.data.set(
      KEY,
      JSON.stringify(`{"page":"x","until":0,"quiet":0,"lost":{},"events":[${'['.repeat(200_000)}`),
    );
    expect(open(storage, 'a').adopt(NOW)).toEqual([]);
  });
});
