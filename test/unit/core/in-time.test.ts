import { describe, expect, it } from 'vitest';
import { inTime } from '../../../src/core/in-time.js';
import { handClock } from '../../support/hand-clock.js';

describe('work that may take too long', () => {
  it('is what it becomes, and nothing is left waiting', async () => {
    const hand = handClock();
    const abort = new AbortController();
    expect(await inTime(hand.clock, 100, abort, 'late', () => Promise.resolve('done'))).toBe('done');
    expect(hand.underWay).toBe(0);
    hand.to(1_000);
    expect(abort.signal.aborted).toBe(false);
  });

  it('is late after its time, not before, and told to stop even if it does not listen', async () => {
    const hand = handClock();
    const abort = new AbortController();
    const outcome = inTime(hand.clock, 100, abort, 'late', () => new Promise<string>(() => {}));
    hand.to(99);
    expect(abort.signal.aborted).toBe(false);
    hand.to(100);
    expect(abort.signal.aborted).toBe(true);
    expect(await outcome).toBe('late');
  });

  it('fails as it fails, also at once, and nothing is left waiting', async () => {
    const hand = handClock();
    const failing = [
      () => Promise.reject(new Error('theirs')),
      () => {
        throw new Error('theirs');
      },
    ];
    for (const work of failing) {
      await expect(inTime(hand.clock, 100, new AbortController(), '', work)).rejects.toThrow('theirs');
      expect(hand.underWay).toBe(0);
    }
  });
});
