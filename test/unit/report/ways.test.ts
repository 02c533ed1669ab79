import { describe, expect, it, vi } from 'vitest';
import { createGuard } from '../../../src/core/guard.js';
import { startCall } from '../../../src/report/call.js';
import { startDataLayer } from '../../../src/report/data-layer.js';
import type { WireEvent } from '../../../src/report/events.js';
import { virtualClock } from '../../support/virtual-clock.js';

const event = (seq: number): WireEvent => ({
  antes: 1,
  type: 'off',
  trigger: 't',
  at: 5,
  sid: 'abcdefgh',
  seq,
  visit: 'abcdefgh',
});

describe('the data layer', () => {
  const page = (more: object = {}) => ({ ...more }) as unknown as Window & Record<string, unknown>;
  it('is made if nobody has, and takes events as tag managers read them', () => {
    const clock = virtualClock();
    const window = page();
    const layer = startDataLayer(true, window, clock);
    expect(window['dataLayer']).toBeUndefined();
    layer.send([event(1), event(2)]);
    expect(window['dataLayer']).toEqual(
      [1, 2].map((seq) => ({ event: 'antes.off', antes: { ...event(seq), sent: clock.wall() } })),
    );
  });
  it('is added to where it is there, by the name it has', () => {
    const mine: unknown[] = [1];
    const window = page({ mine });
    startDataLayer('mine', window, virtualClock()).send([event(1)]);
    expect(window['mine']).toBe(mine);
    expect(mine).toHaveLength(2);
    expect('dataLayer' in window).toBe(false);
  });
  it('is left alone where it is something else', () => {
    const window = page({ dataLayer: 'an element' });
    startDataLayer(true, window, virtualClock()).send([event(1)]);
    expect(window['dataLayer']).toBe('an element');
  });
  it('whose push fails fails for itself, and the next is pushed', () => {
    const failed = vi.fn();
    vi.stubGlobal('reportError', failed);
    const layer: unknown[] = [];
    const pushed: unknown[] = [];
    layer.push = (one) => {
      pushed.push(one);
      throw new Error('theirs');
    };
    startDataLayer(true, page({ dataLayer: layer }), virtualClock()).send([event(1), event(2)]);
    vi.unstubAllGlobals();
    expect(pushed).toHaveLength(2);
    expect(failed).toHaveBeenCalledTimes(2);
  });
});

describe('a function of the page', () => {
  function call() {
    const functions = new Map<string, (told?: never) => unknown>();
    const clock = virtualClock();
    const told: string[] = [];
    const report = (code: string, path: string) => told.push(`${code} ${path}`) > 0;
    const way = startCall('told', { functions, clock, guard: createGuard(report), report });
    return { functions, clock, told, way };
  }
  it('is called with each event in order, also if it is registered late', async () => {
    const { functions, clock, told, way } = call();
    const seen: number[] = [];
    way.send([event(1), event(2)]);
    functions.set('told', ({ seq, sent }: { seq: number; sent: number } = { seq: 0, sent: 0 }) => {
      seen.push(seq);
      expect(sent).toBe(clock.wall());
    });
    way.send([event(3)]);
    expect(seen).toEqual([1, 2, 3]);
    await clock.pass(60_000);
    expect(told).toEqual([]);
  });
  it('that nobody registers is a problem, and what waits has a bound', async () => {
    const { functions, clock, told, way } = call();
    for (let i = 1; i <= 250; i++) way.send([event(i)]);
    await clock.pass(9_999);
    expect(told).toEqual([]);
    await clock.pass(1);
    expect(told).toEqual(['CALL_UNREGISTERED told']);
    const seen: number[] = [];
    functions.set('told', ({ seq }: { seq: number } = { seq: 0 }) => seen.push(seq));
    way.leave();
    expect(seen).toHaveLength(200);
    expect(seen.at(-1)).toBe(250);
  });
  it('that fails is told about, and called again', async () => {
    const failed = vi.fn();
    vi.stubGlobal('reportError', failed);
    const { functions, told, way } = call();
    functions.set('told', () => Promise.reject(new Error('theirs')));
    way.send([event(1), event(2)]);
    await vi.waitFor(() => expect(failed).toHaveBeenCalledTimes(2));
    vi.unstubAllGlobals();
    expect(told[0]).toBe('CALL_FAILED told');
  });
  it('is told nothing more of what was forgotten', async () => {
    const { functions, way, clock, told } = call();
    way.send([event(1)]);
    way.forget();
    way.stop();
    functions.set('told', () => expect.unreachable());
    way.leave();
    await clock.pass(20_000);
    expect(told).toEqual([]);
  });
});
