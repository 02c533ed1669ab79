import { describe, expect, it } from 'vitest';
import { randomId } from '../../../src/core/random-id.js';
import { openStore } from '../../../src/boot/storage.js';
import type { Config } from '../../../src/config/types.js';
import { createGuard } from '../../../src/core/guard.js';
import type { WireEvent } from '../../../src/report/events.js';
import type { Heard, Told } from '../../../src/report/heard.js';
import { startReport } from '../../../src/report/index.js';
import { memoryStorage } from '../../support/memory-storage.js';
import { virtualClock } from '../../support/virtual-clock.js';

const CONFIG: Config = {
  version: 1,
  journeys: { buy: { steps: [{ id: 'one' }] } },
  reasons: { why: { title: 'Why', owner: 'web', quadrant: 'simplify' } },
  triggers: [],
} as unknown as Config;

/** Reports to a function of the page. */
function reports(kept?: unknown, storage = memoryStorage(), consent = () => true) {
  const clock = virtualClock();
  let overtaken = false;
  const events: WireEvent[] = [];
  const problems: string[] = [];
  const report = (code: string) => problems.push(code) > 0;
  const started = startReport({
    window: {} as never,
    config: CONFIG,
    to: { call: 'told' },
    clock,
    guard: createGuard(report),
    report,
    functions: new Map([['told', (event: unknown) => void events.push(event as WireEvent)]]),
    own: new Set(),
    store: openStore(() => storage, 'localStorage', report),
    newId: randomId,
    visit: 'abcdefgh',
    about: { version: '1', device: 'desktop', lang: 'en' },
    kept,
    may: consent,
    overtaken: () => overtaken,
    off: () => {},
  });
  const heard = (told: Told, at = clock.wall()): Heard => ({
    at,
    journey: 'buy',
    step: 'one',
    stay: 1,
    active: 0,
    retries: 0,
    told,
  });
  return {
    ...started,
    clock,
    events,
    problems,
    overtake: () => void (overtaken = true),
    hear: (told: Told, at?: number) => started.heard([heard(told, at)]),
  };
}
const signal: Told = { kind: 'signal', name: 'rage-click', count: 3 };

describe('a page that comes back', () => {
  it('goes on with its stream, once no other page turns out to have', async () => {
    const page = reports();
    page.hear(signal);
    page.restored();
    page.hear(signal);
    expect(page.events).toHaveLength(2);
    await page.clock.pass(300);
    expect(page.events.map(({ type, seq }) => [type, seq])).toEqual([
      ['visit', 1],
      ['signal', 2],
      ['signal', 3],
    ]);
    expect(new Set(page.events.map(({ sid }) => sid)).size).toBe(1);
    page.hear(signal);
    expect(page.events).toHaveLength(4);
  });
  it('or at once, where it is left again', () => {
    const page = reports();
    page.restored();
    page.hear(signal);
    page.leave();
    expect(page.events.map(({ seq }) => seq)).toEqual([1, 2]);
    expect(page.clock.waiting).toBe(0);
    page.restored();
    page.hear(signal);
    page.overtake();
    page.leave();
    expect(page.events).toHaveLength(2);
  });
  it('says nothing more where one has', async () => {
    const page = reports();
    page.restored();
    page.hear(signal);
    page.stop();
    await page.clock.pass(10_000);
    expect(page.events.map(({ type }) => type)).toEqual(['visit']);
    expect(page.clock.waiting).toBe(0);
  });
});

it('what this device had is not stored any more once consent is withdrawn in another tab', () => {
  const storage = memoryStorage();
  let consent = true;
  const page = reports(undefined, storage, () => consent);
  const contact: Told = { kind: 'contact', channel: 'chat', reason: 'why', handoff: false };
  page.hear(contact);
  expect([...storage.data.keys()]).toEqual(['antes.reasons']);
  storage.data.clear();
  consent = false;
  page.hear(contact);
  expect([...storage.data.keys()]).toEqual([]);
});

describe('what was stored may be anything', () => {
  const state = { begun: true, progress: { stay: null, level: 'calm', runs: {} }, offers: {}, problems: [] };
  it.each([
    ['offers', { ...state, offers: { 1: null } }],
    ['journeys', { ...state, progress: { ...state.progress, runs: { buy: 7 } } }],
    ['nothing', null],
  ])('%s that are none: a new stream', (_, ledger) => {
    const page = reports({ format: 1, sid: 'abcdefghijkl', seq: 9, ledger });
    page.hear({ kind: 'here' });
    page.hear(signal);
    expect(page.problems).toEqual([]);
    expect(page.events[0]).toMatchObject({ type: 'visit', seq: 1 });
    expect(page.events.at(-1)).toMatchObject({ type: 'signal' });
  });
  it('what was heard before the code came, too', () => {
    const page = reports();
    page.heard([null, {}, { told: null }, { at: 'x', told: signal }] as unknown as Heard[]);
    page.hear(signal);
    expect(page.problems).toEqual([]);
    expect(page.events.map(({ type }) => type)).toEqual(['visit', 'signal']);
  });
  it('times are whole, whatever clock the page brings', () => {
    const page = reports();
    page.hear(signal, 1_798_761_600_000.25);
    expect(page.events.at(-1)).toMatchObject({ at: 1_798_761_600_000 });
  });
});
