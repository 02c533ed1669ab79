import { describe, expect, it } from 'vitest';
import { openSession, SESSION_IDLE_MS, type Session } from '../../../src/boot/session.js';
import { openStore, type StorageLike } from '../../../src/boot/storage.js';
import type { Clock } from '../../../src/core/clock.js';
import { createEngine } from '../../../src/engine/engine.js';

function browser() {
  const held = new Map<string, string>();
  const storage: StorageLike = {
    getItem: (k) => held.get(k) ?? null,
    setItem: (k, v) => void held.set(k, v),
    removeItem: (k) => void held.delete(k),
  };
  let page = 0;
  let wall = 1_000_000;
  const clock: Clock = { now: () => page, wall: () => wall, after: () => () => {} };
  const none = () => false;
  return {
    held,
    clock,
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

it('consent given later brings the visitor back', () => {
  const b = browser();
  const first = b.load();
  const { state } = engine();
  state.decide.visitor.mutedUntil = 5;
  first.save(state, 1);
  let granted = false;
  const second = b.load(() => granted);
  expect(second.recall()).toBe(undefined);
  granted = true;
  expect(second.recall()).toMatchObject({ mutedUntil: 5 });
  expect(second.seed).toBe(first.seed);
  expect(second.recall()).toMatchObject({ mutedUntil: 5 });
});

it.each<[unknown, boolean]>([
  [undefined, true],
  [{}, true],
  [{ 'visitor:t/when:go': { t: [1, 2] }, 'visitor:t/when:x': { d: [['a', 1]] } }, true],
  [5, false],
  ['x', false],
  [{ k: null }, false],
  [{ k: { t: 5 } }, false],
  [{ k: { t: ['1'] } }, false],
  [{ k: { d: [5] } }, false],
  [{ k: { d: [['a']] } }, false],
])('counts that were tampered with are not taken: %j', (counts, isTaken) => {
  const b = browser();
  b.load().save(engine().state, 0);
  const saved = JSON.parse(b.held.get('antes.visitor')!) as { visitor: { counts: unknown } };
  saved.visitor.counts = counts;
  b.held.set('antes.visitor', JSON.stringify(saved));
  b.newTab();
  expect(b.load().visitor !== undefined).toBe(isTaken);
});
