import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openSession, SESSION_IDLE_MS, type Session } from '../../../src/boot/session.js';
import { openStore, type StorageLike } from '../../../src/boot/storage.js';
import type { Clock } from '../../../src/core/clock.js';
import { soundVisitor } from '../../../src/boot/visitor.js';
import { mergeVisitors } from '../../../src/decide/state.js';
import { createEngine } from '../../../src/engine/engine.js';

function browser() {
  const held = new Map<string, string>();
  const storage: StorageLike = {
    getItem: (k) => held.get(k) ?? null,
    setItem: (k, v) => {
      if (!k.endsWith('probe')) writes++;
      held.set(k, v);
    },
    removeItem: (k) => void held.delete(k),
  };
  let writes = 0;
  let page = 0;
  let wall = 1_000_000;
  const clock: Clock = { now: () => page, wall: () => wall, after: () => () => {} };
  const none = () => false;
  return {
    held,
    clock,
    written: () => writes,
    store: <T>(key: string, change: (value: T) => void) => {
      const value = JSON.parse(held.get(key)!) as T;
      change(value);
      held.set(key, JSON.stringify(value));
    },
    pass(ms: number) {
      page += ms;
      wall += ms;
    },
    setBack(ms: number) {
      wall -= ms;
    },
    newTab() {
      for (const key of held.keys()) if (key !== 'antes.visitor') held.delete(key);
    },
    load(allowed: boolean | (() => boolean) = true): Session {
      page = 0;
      return openSession({
        clock,
        tab: openStore(() => storage, 'tab', none),
        browser: openStore(() => storage, 'browser', none),
        seed: undefined,
        allowed: typeof allowed === 'boolean' ? () => allowed : allowed,
      });
    },
  };
}
const engine = () => createEngine({ version: 1, triggers: [] });

describe('a session', () => {
  it('goes on over page loads, in one time', () => {
    const b = browser();
    const first = b.load();
    b.pass(5_000);
    const { state } = engine();
    state.at = first.now();
    first.save(state, 7);
    b.pass(1_000);
    const second = b.load();
    expect(second.id).toBe(first.id);
    expect(second.seed).toBe(first.seed);
    expect(second.presses).toBe(7);
    expect(second.now()).toBe(6_000);
  });
  it('remembers what was noted until it is over', () => {
    const b = browser();
    const first = b.load();
    first.notes.followed = ['form'];
    first.save(engine().state, 1);
    expect(b.load().notes.followed).toEqual(['form']);
    b.pass(SESSION_IDLE_MS);
    expect(b.load().notes.followed).toEqual([]);
    expect(b.load(false).notes.followed).toEqual([]);
  });
  it('has a salt of this tab, kept over page loads, known to nobody else', () => {
    const b = browser();
    const first = b.load();
    const { state } = engine();
    first.save(state, 1);
    expect(first.salt).not.toBe(first.id);
    expect(first.salt).not.toBe(first.seed);
    expect(b.load().salt).toBe(first.salt);
    expect(b.held.get('antes.visitor')).not.toContain(first.salt);
    expect(JSON.stringify(first.state ?? state)).not.toContain(first.salt);
    // Another tab of the same visit has its own; so has a page that may store nothing.
    b.newTab();
    const other = b.load();
    expect(other.id).toBe(first.id);
    expect(other.salt).not.toBe(first.salt);
    expect(b.load(false).salt).toMatch(/^[0-9a-f]{16}$/);
  });
  it('ends when nothing was heard of it for a while; the visitor stays', () => {
    const b = browser();
    const first = b.load();
    first.save(engine().state, 1);
    b.pass(SESSION_IDLE_MS);
    const second = b.load();
    expect(second.id).not.toBe(first.id);
    expect(second.state).toBe(undefined);
    expect(second.seed).toBe(first.seed);
  });
  it('never goes back in time', () => {
    const b = browser();
    const first = b.load();
    b.pass(5_000);
    first.save(engine().state, 1);
    b.setBack(3_600_000);
    expect(b.load().now()).toBe(5_000);
  });
  it('stores nothing where that is not allowed', () => {
    const b = browser();
    b.load(false).save(engine().state, 1);
    expect(b.held.size).toBe(0);
  });
  it.each([
    'null',
    '{',
    '[]',
    '{"format":1}',
    '{"format":1,"wall":1,"session":"x","state":{"at":"x"}}',
    '{"format":99}',
  ])('starts afresh where %s was stored', (stored) => {
    const b = browser();
    b.held.set('antes.session', stored).set('antes.visitor', stored);
    const session = b.load();
    expect(session.state).toBe(undefined);
    expect(session.visitor).toBe(undefined);
  });
});

describe('several tabs', () => {
  it('share the session, and so what is counted for it; each has its own state', () => {
    const b = browser();
    const first = b.load();
    first.save(engine().state, 3);
    b.newTab();
    const second = b.load();
    expect(second.id).toBe(first.id);
    expect(second.state).toBe(undefined);
    expect(second.presses).toBe(0);
  });
  it('do not share it once the visit is over', () => {
    const b = browser();
    const first = b.load();
    first.save(engine().state, 3);
    b.newTab();
    b.pass(SESSION_IDLE_MS);
    expect(b.load().id).not.toBe(first.id);
  });
  it('a duplicated tab goes on where the other is, without what is on its screen', () => {
    const b = browser();
    const first = b.load();
    const { state } = engine();
    state.decide.screen.push({
      offer: 1,
      trigger: 'a',
      content: 'a',
      as: 'notice',
      shownAt: 0,
      stay: 0,
      about: null,
      because: '',
      leaving: false,
    });
    first.save(state, 3);
    const copy = b.load();
    expect(copy.id).toBe(first.id);
    expect(copy.state!.decide.screen).toEqual([]);
    // The same tab on its next page, on the other hand, shows it again.
    first.save(state, 3);
    first.close();
    expect(b.load().state!.decide.screen).toHaveLength(1);
  });
});

describe('a visit', () => {
  it('is that of a tab that was opened before anything happened', () => {
    const b = browser();
    const first = b.load();
    b.newTab();
    const second = b.load();
    expect([second.id, second.seed]).toEqual([first.id, first.seed]);
  });
  it('writes one thing when it begins, and nothing by being there', () => {
    const b = browser();
    const first = b.load();
    const begun = b.written();
    first.recall();
    first.now();
    first.goesOn(0);
    expect([begun, b.written()]).toEqual([2, 2]);
  });
  it('is over for a tab that was hidden for half an hour, unless it goes on in another', () => {
    const b = browser();
    const first = b.load();
    first.save(engine().state, 1);
    b.pass(SESSION_IDLE_MS);
    expect(first.goesOn(SESSION_IDLE_MS - 1)).toBe(true);
    expect(first.goesOn(SESSION_IDLE_MS)).toBe(false);
    b.store<{ wall: number }>('antes.visitor', (visitor) => (visitor.wall = b.clock.wall()));
    expect(first.goesOn(SESSION_IDLE_MS)).toBe(true);
  });
  it('has been overtaken for a page that comes back after others of its tab', () => {
    const b = browser();
    const first = b.load();
    first.save(engine().state, 1);
    first.close();
    expect(first.overtaken()).toBe(false);
    b.load().save(engine().state, 2);
    expect(first.overtaken()).toBe(true);
  });
});

describe('what was taken away', () => {
  const takenAway = () => {
    const b = browser();
    const page = b.load();
    page.save(engine().state, 1);
    b.held.delete('antes.visitor');
    page.save(engine().state, 2);
    return { b, page };
  };
  it('is not written again, and what this tab knows goes as well', () => {
    const { b, page } = takenAway();
    page.reopen();
    page.recall();
    page.save(engine().state, 3);
    expect([...b.held.keys()]).toEqual([]);
  });
  it('may be, once that is allowed anew, or on the next page', () => {
    const { b, page } = takenAway();
    page.grant();
    page.save(engine().state, 3);
    expect(b.held.has('antes.visitor')).toBe(true);
    const other = takenAway().b;
    other.load();
    expect(other.held.has('antes.visitor')).toBe(true);
  });
});

describe('a clock that is set', () => {
  const YEAR = 365 * 86_400_000;
  const display = {
    trigger: 'a',
    rank: 2,
    at: 1,
    wall: 0,
    stay: 1,
    journey: '',
    step: '/',
    session: 's',
  };
  /** Help was shown and closed, and all help muted for a day; then the clock is set by `ms`. */
  function afterwards(ms: number) {
    const b = browser();
    const first = b.load();
    const { state } = engine();
    const wall = b.clock.wall();
    Object.assign(state.decide.visitor, {
      displays: [{ ...display, wall }],
      snooze: { a: { n: 1, at: wall, until: wall + 86_400_000 } },
      mutedAt: wall,
      mutedUntil: wall + 86_400_000,
      kept: { 'u-turn': [wall] },
    });
    first.save(state, 1);
    b.setBack(-ms);
    const { visitor, id } = b.load();
    return { b, first, id, visitor: visitor!, wall: b.clock.wall() };
  }
  it('back: everything counts as of now, for no longer than it was meant to', () => {
    const { visitor, wall, id, first } = afterwards(-YEAR);
    expect(visitor).toEqual({
      displays: [{ ...display, wall }],
      snooze: { a: { n: 1, at: wall, until: wall + 86_400_000 } },
      mutedAt: wall,
      mutedUntil: wall + 86_400_000,
      kept: { 'u-turn': [wall] },
      counts: {},
    });
    expect(id).toBe(first.id);
  });
  it('forward: what it was for is over, and it is the same again once it is set back', () => {
    const { b, visitor, wall } = afterwards(YEAR);
    expect(visitor.mutedUntil).toBeLessThan(wall);
    b.setBack(YEAR);
    expect(b.load().visitor).toMatchObject({ mutedUntil: wall - YEAR + 86_400_000 });
  });
  it('counts nothing twice that two tabs know of, before and after', () => {
    const { b, visitor } = afterwards(-YEAR);
    const { state } = engine();
    state.decide.visitor = { ...visitor, displays: [{ ...display, wall: b.clock.wall() + YEAR }] };
    const page = b.load();
    page.save(state, 1);
    expect(b.load().visitor!.displays).toHaveLength(1);
  });
});

describe('whatever is stored', () => {
  const wall = 1_000_000;
  const number = fc.oneof(fc.double(), fc.integer(), fc.constantFrom(-1, 1e300, wall + 5, 2 ** 53));
  const junk = fc.oneof(
    fc.anything({ withNullPrototype: false, maxDepth: 2 }),
    number,
    fc.constant('__proto__'),
  );
  const field = fc.oneof({ weight: 3, arbitrary: number }, junk);
  const name = fc.oneof(fc.constantFrom('a', 'b', '__proto__', 'constructor'), junk);
  const display = fc.record({
    trigger: name,
    rank: field,
    at: field,
    wall: field,
    stay: field,
    journey: name,
    step: name,
    session: name,
  });
  const key = fc.constantFrom('a', '__proto__', 'constructor', 'x'.repeat(300));
  const visitor = fc.record(
    {
      displays: fc.oneof(fc.array(fc.oneof(display, junk)), junk),
      snooze: fc.oneof(
        fc.dictionary(key, fc.oneof(fc.record({ n: field, until: field, at: field }), junk)),
        junk,
      ),
      mutedUntil: field,
      mutedAt: field,
      kept: fc.oneof(fc.dictionary(key, fc.oneof(fc.array(field), junk)), junk),
    },
    { requiredKeys: [] },
  );
  it('is a visitor that can be reckoned with, or none', () => {
    fc.assert(
      fc.property(fc.oneof(visitor, junk), (anything) => {
        const stored: unknown = JSON.parse(JSON.stringify(anything) ?? 'null');
        const sound = soundVisitor(stored, wall);
        if (!sound) return;
        expect(sound.displays.length).toBeLessThanOrEqual(200);
        for (const one of sound.displays) {
          expect(one.wall).toBeLessThanOrEqual(wall);
          expect(Number.isSafeInteger(one.at) && typeof one.trigger === 'string').toBe(true);
        }
        const untils = [sound.mutedUntil, ...Object.values(sound.snooze).map(({ until }) => until)];
        for (const until of untils) expect(until).toBeLessThanOrEqual(wall + 400 * 86_400_000);
        for (const times of Object.values(sound.kept))
          for (const time of times) expect(Number.isFinite(time) && time <= wall).toBe(true);
        expect(Object.getPrototypeOf(sound.snooze)).toBe(Object.prototype);
        // It may be looked at again, and merged, without becoming another one.
        expect(soundVisitor(JSON.parse(JSON.stringify(sound)), wall)).toEqual(sound);
        expect(mergeVisitors(sound, sound).snooze).toEqual(sound.snooze);
      }),
    );
  });
  it('starts a page that works', () => {
    fc.assert(
      fc.property(visitor, junk, number, (stored, state, time) => {
        const b = browser();
        b.held.set(
          'antes.visitor',
          JSON.stringify({ format: 4, seed: 's', session: 's', wall: time, visitor: stored }),
        );
        b.held.set(
          'antes.session',
          JSON.stringify({ format: 4, session: 's', wall: time, presses: 1, state }),
        );
        const page = b.load();
        const { state: own } = createEngine(
          { version: 1, triggers: [] },
          page.visitor ? { visitor: page.visitor } : {},
        );
        page.save(own, 1);
        expect(b.load().id).toBe(page.id);
      }),
    );
  });
  it.each([
    ['at', 1e300],
    ['at', -5],
    ['at', null],
  ])('a session with %s %s is not gone on with', (_name, at) => {
    const b = browser();
    b.load().save(engine().state, 1);
    b.store<{ state: { at: unknown } }>('antes.session', ({ state }) => (state.at = at));
    expect(b.load().state).toBe(undefined);
  });
  it('a state that is not as it was stored is not gone on with, however little of it has changed', () => {
    const b = browser();
    const { id } = b.load();
    b.load().save(engine().state, 1);
    expect(b.load().state).toBeDefined();
    // The engine would take it for a deadline.
    b.store<{ state: { activity: { waiting: unknown[] } } }>('antes.session', ({ state }) =>
      state.activity.waiting.push({ all: [] }),
    );
    const page = b.load();
    expect(page.state).toBeUndefined();
    // The visit goes on all the same.
    expect(page.id).toBe(id);
  });
  it('help that was shown later than now holds none back', () => {
    const b = browser();
    const { state } = engine();
    state.decide.lastShownAt = 1e12;
    b.load().save(state, 1);
    expect(b.load().state!.decide.lastShownAt).toBe(null);
  });
});

describe('a storage', () => {
  const throwing = () => {
    throw new Error('SecurityError');
  };
  it('that cannot be had is told of, and forgets', () => {
    const told: string[] = [];
    const store = openStore(throwing, 'localStorage', (code) => told.push(code) > 0);
    store.write('a', 1);
    expect(store.read('a')).toBe(undefined);
    expect(told).toEqual(['STORAGE_BLOCKED']);
  });
  it('that is full is told of', () => {
    const told: string[] = [];
    let full = false;
    const storage = {
      getItem: () => null,
      setItem: () => (full ? throwing() : undefined),
      removeItem: () => {},
    };
    const store = openStore(
      () => storage,
      'localStorage',
      (code) => told.push(code) > 0,
    );
    full = true;
    store.write('a', 1);
    expect(told).toEqual(['STORAGE_BLOCKED']);
  });
});

it('a session that no longer fits into the storage is forgotten: what was closed would be open again', () => {
  let full = false;
  const held = new Map<string, string>();
  const store = openStore(
    () => ({
      getItem: (k) => held.get(k) ?? null,
      setItem: (k, v) => {
        if (full) throw new Error('QuotaExceededError');
        held.set(k, v);
      },
      removeItem: (k) => void held.delete(k),
    }),
    'sessionStorage',
    () => false,
  );
  const page = openSession({
    clock: { now: () => 0, wall: () => 1_000, after: () => () => {} },
    tab: store,
    browser: store,
    seed: undefined,
    allowed: () => true,
  });
  page.save(engine().state, 1);
  expect(held.has('antes.session')).toBe(true);
  full = true;
  page.save(engine().state, 2);
  expect([...held.keys()].sort()).toEqual(['antes.open', 'antes.visitor']);
});

it('consent given later brings the visitor back', () => {
  const b = browser();
  const first = b.load();
  const { state } = engine();
  Object.assign(state.decide.visitor, { mutedUntil: 5, mutedAt: 1 });
  first.save(state, 1);
  let granted = false;
  const second = b.load(() => granted);
  expect(second.recall()).toBe(undefined);
  granted = true;
  expect(second.recall()).toMatchObject({ mutedUntil: 5 });
  expect(second.seed).toBe(first.seed);
  // What has been heard is not news.
  expect(second.recall()).toBe(undefined);
});

const nothing = { t: [], d: [] };
it.each<[unknown, unknown]>([
  [undefined, {}],
  [{}, {}],
  [
    { 'visitor:t/when:go': { t: [1, 2] }, 'visitor:t/when:x': { d: [['a', 1]] } },
    { 'visitor:t/when:go': { t: [1, 2], d: [] }, 'visitor:t/when:x': { t: [], d: [['a', 1]] } },
  ],
  [5, {}],
  ['x', {}],
  [{ k: null }, {}],
  [{ k: { t: 5 } }, { k: nothing }],
  [{ k: { t: ['1'] } }, { k: nothing }],
  [{ k: { d: [5] } }, { k: nothing }],
  [{ k: { d: [['a']] } }, { k: nothing }],
])('of counts that were tampered with only what makes sense is taken: %j', (counts, taken) => {
  const b = browser();
  b.load().save(engine().state, 0);
  const saved = JSON.parse(b.held.get('antes.visitor')!) as { visitor: { counts: unknown } };
  saved.visitor.counts = counts;
  b.held.set('antes.visitor', JSON.stringify(saved));
  b.newTab();
  expect(b.load().visitor!.counts).toEqual(taken);
});
