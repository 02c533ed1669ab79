import { afterEach, describe, expect, it, vi } from 'vitest';
import { isTime, MAX_TIME_MS, nowIn, systemClock } from '../../../src/core/clock.js';

const Event = class {
  readonly timeStamp = 7;
} as unknown as typeof globalThis.Event;
const viewOf = (performance: unknown) => ({ performance, Event }) as Parameters<typeof nowIn>[0];

describe('what time it is in a window', () => {
  it('is what its clock says', () => {
    expect(nowIn(viewOf({ now: () => 5 }))).toBe(5);
  });

  it('is what its events say where the page has taken the clock away, or has broken it', () => {
    expect(nowIn(viewOf(undefined))).toBe(7);
    expect(nowIn(viewOf({}))).toBe(7);
    expect(nowIn(viewOf({ now: () => undefined }))).toBe(7);
    expect(nowIn(viewOf({ now: () => NaN }))).toBe(7);
    const broken = {
      now() {
        throw new TypeError('broken');
      },
    };
    expect(nowIn(viewOf(broken))).toBe(7);
  });
});

describe('what is a time', () => {
  it.each([0, -1.5, MAX_TIME_MS, -MAX_TIME_MS])('%d is one', (value) => expect(isTime(value)).toBe(true));
  it.each([MAX_TIME_MS + 1, -MAX_TIME_MS - 1, NaN, Infinity, '5', null, undefined])('%s is none', (value) =>
    expect(isTime(value)).toBe(false),
  );
});

describe("the browser's own clock", () => {
  /** Timers of the page, which has put its own in their place. */
  function holdTimers() {
    const waiting = new Map<number, { ms: number; fn: () => void }>();
    let id = 0;
    vi.stubGlobal('setTimeout', (fn: () => void, ms: number) => {
      waiting.set(++id, { ms, fn });
      return id;
    });
    vi.stubGlobal('clearTimeout', (one: number) => waiting.delete(one));
    return {
      waiting,
      get all() {
        return [...waiting.values()];
      },
    };
  }
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  it('says what time it is by what the page has now', () => {
    vi.stubGlobal('performance', { now: () => 5 });
    vi.spyOn(Date, 'now').mockReturnValue(7);
    expect([systemClock.now(), systemClock.wall()]).toEqual([5, 7]);
  });

  it('calls after the time that was asked for, by the timers that the page has now', () => {
    const held = holdTimers();
    const told: string[] = [];
    systemClock.after(50, () => told.push('told'));
    expect(held.all.map(({ ms }) => ms)).toEqual([50]);
    for (const { fn } of held.all) fn();
    expect(told).toEqual(['told']);
  });

  it('waits no less than nothing, and as long as a timeout can hold where the time is further away', () => {
    const held = holdTimers();
    for (const ms of [-5, 40 * 86_400_000]) systemClock.after(ms, () => {});
    expect(held.all.map(({ ms }) => ms)).toEqual([0, 2_147_483_647]);
  });

  it('forgets what is cancelled, and nothing else', () => {
    const held = holdTimers();
    systemClock.after(1, () => {});
    systemClock.after(2, () => {})();
    expect(held.all.map(({ ms }) => ms)).toEqual([1]);
  });

  it('does not call what was cancelled, also where the page cannot cancel', () => {
    const held = holdTimers();
    const told: string[] = [];
    const cancel = systemClock.after(5, () => told.push('told'));
    vi.stubGlobal('clearTimeout', () => {
      throw new TypeError('theirs');
    });
    cancel();
    for (const { fn } of held.all) fn();
    expect(told).toEqual([]);
  });

  it('throws nothing where the timers of the page are broken', () => {
    const broken = () => {
      throw new TypeError('theirs');
    };
    vi.stubGlobal('setTimeout', broken);
    vi.stubGlobal('clearTimeout', broken);
    const cancel = systemClock.after(5, () => {});
    expect(cancel).not.toThrow();
  });
});
