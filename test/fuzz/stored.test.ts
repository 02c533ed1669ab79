import fc from 'fast-check';
import { it } from 'vitest';
import { signalsIn, soundNotes, ticksOf } from '../../src/boot/notes.js';
import { openSession } from '../../src/boot/session.js';
import { openStore } from '../../src/boot/storage.js';
import { readConfig } from '../../src/config/read.js';
import type { Config } from '../../src/config/types.js';
import { createEngine } from '../../src/engine/engine.js';
import { busyConfig } from '../support/records.js';
import { memoryStorage } from '../support/memory-storage.js';
import { fuzz } from './fuzz.js';
import { change, changed, findPollution, WRONG, type Change } from './mutation.js';
import { fail, JOURNALS } from './survive.js';

const WALL = Date.UTC(2026, 10, 23, 9);
const config: Config = readConfig(
  { ...busyConfig, policy: { ...busyConfig.policy, snooze: ['1h', '7d'] } },
  () => fail('the config is not sound'),
);

interface Browser {
  wall: number;
  readonly storage: ReturnType<typeof memoryStorage>;
}

/** A page load, as boot does it: what is stored, the engine that goes on from it, some life, and storing again. */
function load({ wall, storage }: Browser, journey?: number): { id: string; resumed: boolean } {
  let now = 0;
  const store = openStore(
    () => storage,
    'storage',
    () => fail('the storage is blocked'),
  );
  const session = openSession({
    clock: { now: () => now, wall: () => wall + now, after: () => () => {} },
    tab: store,
    browser: store,
    seed: undefined,
    allowed: () => true,
  });
  const visiting = { seed: session.seed, session: session.id };
  const report = () => false;
  const engine = createEngine(config, {
    ...visiting,
    report,
    state: session.state,
    ...(session.visitor && { visitor: session.visitor }),
  });
  const { resumed } = engine;
  engine.state.wallZero = wall - session.now();
  let outputs = 0;
  engine.on((output) => {
    if (++outputs > 5_000) fail('it tells and tells');
    if (!Number.isFinite(output.at)) fail(`${output.kind} at ${output.at}`);
  });
  const from = session.now();
  for (const record of journey === undefined ? [] : JOURNALS[journey]!) {
    if (record.type === 'wall') continue;
    now = record.at;
    engine.feed({ ...record, at: from + record.at });
  }
  const visitor = session.recall();
  if (visitor) engine.feed({ type: 'visitor', at: session.now(), visitor });
  engine.advance(session.now() + 120_000);
  engine.why();
  if (typeof engine.next() === 'number' && Number.isNaN(engine.next())) fail('a deadline that is no time');
  session.save(engine.state, session.presses + 1);
  session.close();
  return { id: session.id, resumed };
}

/** What real visits leave behind: made once, damaged many times. */
const LEFT: readonly Readonly<Record<string, string>>[] = JOURNALS.slice(0, 40).map((_one, journey) => {
  const browser: Browser = { wall: WALL, storage: memoryStorage() };
  load(browser, journey);
  browser.wall += 60_000;
  load(browser, (journey * 7) % JOURNALS.length);
  return Object.fromEntries(browser.storage.data);
});

const WRONG_STATE: readonly unknown[] = [
  ...WRONG,
  WALL,
  -WALL,
  WALL + 1e15,
  8.64e15,
  2 ** 53,
  1e300,
  -1,
  0.1,
  [[null]],
  [{ at: 1, who: 'x', tag: 'y' }],
  [{ at: null, who: 'decide', tag: null }],
  { t: ['x'], d: [[1, 2]] },
];

const input = fc.record({
  left: fc.nat(LEFT.length - 1),
  journey: fc.nat(JOURNALS.length - 1),
  key: fc.constantFrom('antes.session', 'antes.session', 'antes.visitor', 'antes.visitor', 'antes.open'),
  changes: fc.array(change, { minLength: 1, maxLength: 4 }),
  raw: fc.option(fc.oneof(fc.string(), fc.json(), fc.constantFrom('null', '[]', '{', '"x"', '1e400')), {
    freq: 10,
  }),
  late: fc.constantFrom(0, 1_000, 600_000, -86_400_000, 40 * 86_400_000),
});

const damaged = (text: string | undefined, changes: readonly Change[]): string =>
  JSON.stringify(changed(JSON.parse(text ?? 'null'), changes, WRONG_STATE)) ?? 'null';

it('what is stored of a visit, damaged in any way', async () => {
  await fuzz(
    'stored',
    input,
    ({ left, journey, key, changes, raw, late }) => {
      const browser: Browser = { wall: WALL + 120_000 + late, storage: memoryStorage() };
      for (const [name, text] of Object.entries(LEFT[left]!)) browser.storage.setItem(name, text);
      browser.storage.setItem(key, raw ?? damaged(browser.storage.getItem(key) ?? undefined, changes));
      load(browser, journey);
      // Whatever it was, it has become something that can be gone on from.
      browser.wall += 200_000;
      const second = load(browser);
      browser.wall += 200_000;
      if (load(browser).id !== second.id) fail('another session begins on every page');
      const polluted = findPollution();
      if (polluted) fail(polluted);
    },
    ({ left, key, raw, changes, ...rest }) =>
      JSON.stringify({ ...rest, left, key, [key]: raw ?? damaged(LEFT[left]![key], changes) }),
  );
});

it('notes of anything are lists of short texts', () => {
  for (const wrong of WRONG_STATE) {
    for (const kind of ['signals', 'ticks', 'followed']) {
      const notes = soundNotes({ [kind]: wrong, ...(wrong as object) });
      for (const list of Object.values(notes))
        if (!Array.isArray(list) || !list.every((one) => typeof one === 'string' && one.length <= 200))
          fail(`notes of ${JSON.stringify(wrong)}`);
      signalsIn(notes);
      ticksOf(notes, 'x');
    }
  }
});
