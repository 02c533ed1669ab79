import { describe, expect, it } from 'vitest';
import { createReporting, reportTo, type ReportingDeps } from '../../../src/boot/reporting.js';
import { openSession } from '../../../src/boot/session.js';
import { openStore } from '../../../src/boot/storage.js';
import type { AntesEvents } from '../../../src/boot/antes.js';
import type { Config } from '../../../src/config/types.js';
import { createEmitter } from '../../../src/core/emitter.js';
import { createGuard } from '../../../src/core/guard.js';
import { createEngine } from '../../../src/engine/engine.js';
import type { WireEvent } from '../../../src/report/events.js';
import * as reportModule from '../../../src/report/index.js';
import { memoryStorage } from '../../support/memory-storage.js';
import { virtualClock } from '../../support/virtual-clock.js';

const CONFIG: Config = { version: 1, triggers: [] };
type Loading = ReportingDeps['load'];

/** A tab whose page is told of with each event that reporting makes. */
function tab(load: Loading = async () => reportModule) {
  const clock = virtualClock();
  const storage = memoryStorage();
  const events: WireEvent[] = [];
  const problems: string[] = [];
  let isFull = false;
  let consent = true;
  const report = (code: string) => problems.push(code) > 0;
  const store = openStore(
    () => ({
      ...storage,
      setItem(key, value) {
        if (isFull) throw new Error('full');
        storage.setItem(key, value);
      },
    }),
    'localStorage',
    report,
  );
  /** The next page, with what the one before has stored. */
  function page(more: Partial<ReportingDeps> = {}) {
    const emitter = createEmitter<AntesEvents>(() => {});
    const session = openSession({ clock, tab: store, browser: store, seed: 's', allowed: () => consent });
    const engine = createEngine(CONFIG, session.state ? { state: session.state } : {});
    const reporting = createReporting({
      window: {} as never,
      config: CONFIG,
      to: { call: 'told' },
      load,
      clock,
      guard: createGuard(report),
      report,
      functions: new Map([['told', (event: unknown) => void events.push(event as WireEvent)]]),
      own: new Set(),
      store,
      engine,
      session,
      resumed: session.state !== undefined,
      tab: store,
      device: 'desktop',
      on: emitter.on,
      locale: () => 'en',
      record: () => {},
      ...more,
    });
    return {
      session,
      reporting,
      happen: () =>
        emitter.emit('contact', { channel: 'chat', reason: 'why' } as unknown as AntesEvents['contact']),
      save() {
        session.save(engine.state, 0);
        reporting.save();
      },
    };
  }
  return {
    clock,
    storage,
    events,
    problems,
    page,
    full: (is: boolean) => void (isFull = is),
    consent: (is: boolean) => void (consent = is),
  };
}
const ids = (events: readonly WireEvent[]) => events.map(({ sid, seq }) => `${sid} ${seq}`);
const hidden = { type: 'page', at: 0, visible: false, focused: false } as const;

it('an address that is empty is nowhere: nobody is held back to compare with', () => {
  expect(reportTo(CONFIG, '', 's')).toBeUndefined();
  expect(reportTo({ ...CONFIG, report: { endpoint: '/a' } }, '', 's')).toBeUndefined();
  expect(reportTo({ ...CONFIG, report: { endpoint: '/a' } }, undefined, 's')).toEqual({ endpoint: '/a' });
  expect(reportTo({ ...CONFIG, report: { dataLayer: true } }, '', 's')).toMatchObject({ dataLayer: true });
});

it('what is kept in the tab is reported only as it was left', async () => {
  for (const change of [(text: string) => text, (text: string) => text.replace('chat', 'mail')]) {
    const there = tab(() => new Promise<never>(() => {}));
    const first = there.page();
    first.happen();
    first.save();
    const kept = there.storage.getItem('antes.report')!;
    expect(kept).toContain('chat');
    there.storage.setItem('antes.report', change(kept));
    first.reporting.stop();
    there.storage.setItem('antes.report', change(kept));
    first.session.close();
    there.page({ load: async () => reportModule });
    await there.clock.pass(0);
    const told = there.events.map(({ type }) => type);
    expect(told.includes('contact')).toBe(change(kept) === kept);
  }
});

describe('the numbers of a stream', () => {
  it('are not given out twice after stop() and start() on the same page', async () => {
    const there = tab();
    const first = there.page();
    await there.clock.pass(0);
    first.save();
    first.happen();
    first.happen();
    first.reporting.stop();
    first.session.close();
    const next = there.page();
    await there.clock.pass(0);
    next.happen();
    expect(there.events.length).toBe(4);
    expect(new Set(ids(there.events)).size).toBe(4);
    // One stream all the same.
    expect(new Set(there.events.map(({ sid }) => sid)).size).toBe(1);
  });
  it('nor where they could not be stored', async () => {
    const there = tab();
    const first = there.page();
    await there.clock.pass(0);
    first.save();
    there.full(true);
    first.happen();
    first.save();
    first.session.close();
    there.full(false);
    there.page().happen();
    await there.clock.pass(0);
    expect(new Set(ids(there.events)).size).toBe(there.events.length);
  });
  it('nor where something is told as the page goes, after all was stored', async () => {
    const there = tab();
    const first = there.page();
    await there.clock.pass(0);
    first.save();
    first.happen();
    first.reporting.observed(hidden);
    first.session.close();
    there.page().happen();
    await there.clock.pass(0);
    expect(new Set(ids(there.events)).size).toBe(there.events.length);
  });
  it('begin anew with an engine that begins anew: it counts offers from 1 again', async () => {
    const there = tab();
    const first = there.page();
    await there.clock.pass(0);
    first.save();
    first.session.close();
    there.page({ resumed: false });
    await there.clock.pass(0);
    expect(there.events.map(({ type, seq }) => [type, seq])).toEqual([
      ['visit', 1],
      ['visit', 1],
    ]);
    expect(new Set(there.events.map(({ sid }) => sid)).size).toBe(2);
  });
});

describe('what is over leaves nothing', () => {
  it('no timer, and no problem, where the code comes too late to fail', async () => {
    let fail = (_error: Error): void => {};
    const there = tab(() => new Promise((_, no) => (fail = no)));
    const { reporting } = there.page();
    reporting.stop();
    fail(new Error('gone'));
    await there.clock.pass(0);
    expect(there.clock.waiting).toBe(0);
    const again = there.page();
    fail(new Error('gone'));
    await there.clock.pass(0);
    expect(there.clock.waiting).toBe(1);
    again.reporting.stop();
    expect(there.clock.waiting).toBe(0);
    expect(there.problems).toEqual([]);
  });
  it('nothing stored or told, where consent ends while the code is on its way', async () => {
    let come = (_module: typeof reportModule): void => {};
    const there = tab(() => new Promise((done) => (come = done)));
    const one = there.page();
    one.happen();
    there.consent(false);
    one.reporting.consent();
    come(reportModule);
    await there.clock.pass(0);
    one.happen();
    one.reporting.save();
    one.reporting.leave();
    one.reporting.stop();
    expect(there.events).toEqual([]);
    expect([...there.storage.data.keys()].filter((key) => /report|outbox|reasons/.test(key))).toEqual([]);
    expect(there.clock.waiting).toBe(0);
  });
});
