import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { randomId } from '../../src/core/random-id.js';
import { it } from 'vitest';
import type { AntesEvents } from '../../src/boot/antes.js';
import { createReporting } from '../../src/boot/reporting.js';
import { openSession } from '../../src/boot/session.js';
import { openStore } from '../../src/boot/storage.js';
import { createEmitter } from '../../src/core/emitter.js';
import { createGuard } from '../../src/core/guard.js';
import { createEngine, type Output } from '../../src/engine/engine.js';
import { openBoxes } from '../../src/report/endpoint/boxes.js';
import type { WireEvent } from '../../src/report/events.js';
import type { Heard, Told } from '../../src/report/heard.js';
import * as reportModule from '../../src/report/index.js';
import { OUTBOX_KEY, REASONS_KEY } from '../../src/report/keys.js';
import { eventsSchema } from '../../src/report/schema/index.js';
import { busyConfig } from '../support/records.js';
import { memoryStorage } from '../support/memory-storage.js';
import { virtualClock } from '../support/virtual-clock.js';
import { fuzz } from './fuzz.js';
import { change, changed, findPollution, WRONG, type Change } from './mutation.js';
import { fail } from './survive.js';

const isEvent = new Ajv2020({ strict: false }).compile(eventsSchema());
const REASONS = { why: { title: 'Why', owner: 'web', quadrant: 'simplify' } } as const;
const CONFIG = {
  ...busyConfig,
  reasons: REASONS,
  triggers: busyConfig.triggers.map((one) => ({ ...one, reason: 'why' })),
};

const help = { kind: 'help', trigger: 'rage', as: 'notice' } as const;
const TOLD: readonly Told[] = [
  { kind: 'here' },
  { kind: 'signal', name: 'rage-click', count: 3 },
  { kind: 'level', level: 'stuck' },
  { kind: 'step-entered' },
  { kind: 'step-left' },
  { kind: 'step-completed' },
  { kind: 'journey-completed', journey: 'checkout' },
  { kind: 'journey-left', journey: 'checkout' },
  { ...help, offer: 1, phase: 'shown' },
  { ...help, offer: 2, phase: 'withheld', gate: 'holdout' },
  { ...help, offer: 1, phase: 'rated', effort: 3 },
  { kind: 'ended', offer: 1, how: 'acted' },
  { kind: 'verdict', offer: 1, solved: true },
  { kind: 'off', trigger: 'rage' },
  { kind: 'contact', channel: 'chat', reason: 'why', handoff: true },
  { kind: 'problem', code: 'PART_FAILED' },
];

function reports(kept: unknown, storage = memoryStorage()) {
  const clock = virtualClock();
  const events: WireEvent[] = [];
  const problems: string[] = [];
  const report = (code: string, path: string) => problems.push(`${code} ${path}`) > 0;
  const store = openStore(() => storage, 'localStorage', report);
  const port = {
    window: {} as never,
    config: CONFIG,
    to: { call: 'told' },
    clock,
    guard: createGuard(report),
    report,
    functions: new Map([['told', (event: unknown) => void events.push(event as WireEvent)]]),
    own: new Set<string>(),
    store,
    newId: randomId,
    visit: 'abcdefgh',
    about: { version: '1.0.0', device: 'desktop' as const, lang: 'en' },
  };
  const started = reportModule.startReport({
    ...port,
    kept,
    may: () => true,
    overtaken: () => false,
    off: () => {},
  });
  const heard = (told: Told, step = 'payment'): Heard => ({
    at: clock.wall(),
    journey: 'checkout',
    step,
    stay: 1,
    active: 1_000,
    retries: 1,
    told,
  });
  return { ...started, port, clock, events, problems, store, heard: started.heard, hear: heard };
}

/** What a page in the middle of a visit keeps for the next. */
function keptOf(): unknown {
  const page = reports(undefined);
  page.heard(TOLD.slice(0, 11).map((told) => page.hear(told)));
  return JSON.parse(JSON.stringify(page.kept())) as unknown;
}
const KEPT = keptOf();
const BOX = {
  page: 'p1',
  until: 0,
  quiet: 0,
  lost: { overflow: 2 },
  events: [
    {
      left: false,
      event: {
        antes: 1,
        type: 'signal',
        sid: 's',
        seq: 1,
        visit: 'v',
        at: 1,
        name: 'x',
      },
    },
  ],
};

const input = fc.record({
  tab: fc.boolean(),
  kept: fc.array(change, { maxLength: 3 }),
  waiting: fc.array(change, { maxLength: 3 }),
  stored: fc.array(change, { maxLength: 3 }),
  later: fc.array(fc.nat(TOLD.length - 1), { maxLength: 12 }),
});
const damaged = <T>(value: T, changes: readonly Change[]): T =>
  JSON.parse(JSON.stringify(changed(value, changes, WRONG)) ?? 'null') as T;

it('what reports have kept, damaged in any way', async () => {
  await fuzz('reports', input, async (one) => {
    if (one.tab) await checkTab(one);
    else checkReasons(one);
    checkBoxes(damaged(BOX, one.stored));
    const polluted = findPollution();
    if (polluted) fail(polluted);
  });
});

interface Input {
  readonly kept: readonly Change[];
  readonly waiting: readonly Change[];
  readonly stored: readonly Change[];
  readonly later: readonly number[];
}

/** What is not kept with the rest, but in a place that all tabs share. */
function checkReasons({ stored, later }: Input): void {
  const storage = memoryStorage();
  storage.setItem(REASONS_KEY, JSON.stringify(damaged({ why: 1_796_034_000_000, x: 1 }, stored)));
  const page = reports(KEPT, storage);
  page.heard(TOLD.map((told) => page.hear(told)));
  page.heard(later.map((i) => page.hear(TOLD[i]!, i % 3 ? 'payment' : 'cart')));
  page.leave();
  page.stop();
  checkTold(page);
}

function checkTold({ problems, events }: ReturnType<typeof reports>): void {
  for (const problem of problems) fail(problem);
  for (const event of events)
    if (!isEvent({ ...event, sent: event.at }))
      fail(`no event: ${JSON.stringify(event)} ${JSON.stringify(isEvent.errors?.[0])}`);
}

/** From page to page through the storage of the tab: nothing but events of the closed schema ever comes out. */
async function checkTab({ kept, waiting, stored, later }: Input): Promise<void> {
  const storage = memoryStorage();
  const open = () => {
    const page = reports(undefined, storage);
    page.events.length = 0;
    const { store } = page;
    const session = openSession({
      clock: page.clock,
      tab: store,
      browser: store,
      seed: 's',
      allowed: () => true,
    });
    const emitter = createEmitter<AntesEvents>(() => {});
    const engine = createEngine(CONFIG, session.state ? { state: session.state } : {});
    const reporting = createReporting({
      ...page.port,
      load: () => Promise.resolve(reportModule),
      engine,
      session,
      resumed: session.state !== undefined,
      tab: store,
      on: emitter.on,
      locale: () => 'en',
      device: 'desktop',
      record: () => {},
    });
    return { ...page, session, engine, reporting };
  };
  const first = open();
  await Promise.resolve();
  for (const i of later) {
    const told = TOLD[i]!;
    if (told.kind === 'signal' || told.kind === 'help' || told.kind === 'ended')
      first.reporting.output(told as Output);
  }
  first.session.save(first.engine.state, 1);
  first.reporting.save();
  first.session.close();
  const key = 'antes.report';
  const before = JSON.parse(storage.getItem(key) ?? 'null') as unknown;
  storage.setItem(key, JSON.stringify(damaged(before, [...kept, ...waiting, ...stored])));
  const second = open();
  await Promise.resolve();
  second.reporting.save();
  second.reporting.stop();
  checkTold(first);
  checkTold(second);
  if (kept.length + waiting.length + stored.length > 0) return;
  const [one] = second.events;
  if (one?.type === 'visit') fail('a visit that nobody has damaged does not go on');
}

function checkBoxes(box: unknown): void {
  const { store } = reports(undefined);
  for (const written of [JSON.stringify(box), box]) {
    store.write(OUTBOX_KEY, written);
    const boxes = openBoxes(store, OUTBOX_KEY, 'me');
    for (const { events, lost, quiet } of boxes.adopt(1e12)) {
      if (!Number.isFinite(quiet)) fail('no time');
      for (const { event } of events) if (!Number.isFinite(event.seq)) fail('no number');
      for (const n of Object.values(lost)) if (!Number.isFinite(n)) fail('no count');
    }
    if (!boxes.keep({ events: [], lost: { overflow: 1 }, quiet: 0 }, 1e12, 1e12)) fail('it is not kept');
  }
}
