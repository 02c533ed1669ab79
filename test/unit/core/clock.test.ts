import { describe, expect, it } from 'vitest';
import { nowIn } from '../../../src/core/clock.js';

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
