import type { Clock } from '../core/clock.js';
import { hash } from '../core/hash.js';
import { INSPECT_KEY, VISITOR_KEY } from '../core/stored-keys.js';
import { jsonOf } from '../core/json.js';
import { randomId } from '../core/random-id.js';
import { isObject, isWhole } from '../core/sound.js';
import { mergeVisitors, startVisitor, type Visitor } from '../decide/state.js';
import type { EngineState } from '../engine/engine.js';
import { soundNotes, type Notes } from './notes.js';
import type { Store } from './storage.js';
import { isName, soundVisitor } from './visitor.js';

/** With nothing heard of for this long, the next page begins a new session. */
export const SESSION_IDLE_MS: number = 30 * 60_000;

const SESSION_KEY = 'antes.session';
/** There while a page of this tab is open: a tab that begins with it is a copy of another one. */
const OPEN_KEY = 'antes.open';
/** Raised whenever stored state of an older build could be misread. */
const FORMAT = 4;
/** Session time that is believed: a year. */
const MAX_AT = 365 * 86_400_000;

interface SavedSession {
  readonly format: number;
  readonly wall: number;
  readonly session: string;
  /** What addresses are hashed with; in no journal. */
  readonly salt: string;
  /** The page that wrote it: tells whether another one came after it in this tab. */
  readonly page: string;
  readonly presses: number;
  readonly state: EngineState;
  /** Of the state. The engine relies on all of it, so one that anybody has changed is as good as none. */
  readonly sum: number;
  readonly notes?: unknown;
}
interface SavedVisitor {
  readonly format: number;
  readonly seed: string;
  readonly visitor: Visitor;
  /** The session that is going on, in any tab, and when it was last heard of. */
  readonly session: string | undefined;
  readonly wall: number;
}

/** One visit, over as many pages as it takes. */
export interface Session {
  /** The same in all tabs of a visit: they share what is counted for the session. */
  readonly id: string;
  /** What addresses are hashed with: of this tab alone, and in no record or journal. */
  readonly salt: string;
  /** What shares and variants are drawn from; the same for this visitor every time. */
  readonly seed: string;
  /** Engine state of the page before, if this is not the first. */
  readonly state: EngineState | undefined;
  readonly visitor: Visitor | undefined;
  readonly presses: number;
  /** Begun as a copy of another tab, or after a page that came to no end: what is stored goes on elsewhere, or is old. */
  readonly copied: boolean;
  /** Whether anything may be stored: there is consent, and nobody has withdrawn it in another tab. */
  may(): boolean;
  /** The same, with a look at what is stored: it may have been withdrawn a moment ago. */
  still(): boolean;
  /** What was noted on the pages before, and is noted on this one. */
  readonly notes: Notes;
  /** Whole milliseconds of session time: monotonic within a page, continued from page to page. */
  now(): number;
  /** What is stored of this visitor now, if it is not what was asked for the last time. */
  recall(): Visitor | undefined;
  save(state: EngineState, presses: number): void;
  /** The page is left; it may come back. */
  close(): void;
  /** It has come back. */
  reopen(): void;
  /** Whether it came back to find that this tab has been on other pages since. */
  overtaken(): boolean;
  /** Whether the session goes on, in another tab or because this one was not away for long. */
  goesOn(awayMs: number): boolean;
  forget(): void;
  /** It may be stored again what was taken away. */
  grant(): void;
}

/** A clock set back looks like no time at all. */
const isRecent = (then: number, wall: number) => wall - then < SESSION_IDLE_MS;

const sumOf = (state: unknown): number => hash(JSON.stringify(state));

function readSession(store: Store, wall: number): SavedSession | undefined {
  const saved = store.read(SESSION_KEY);
  if (
    !isObject(saved) ||
    saved['format'] !== FORMAT ||
    !isWhole(saved['wall']) ||
    !isWhole(saved['presses']) ||
    !isName(saved['session']) ||
    !isName(saved['salt'])
  )
    return undefined;
  const { state } = saved;
  const whole =
    isObject(state) &&
    isWhole(state['at']) &&
    state['at'] <= MAX_AT &&
    isObject(state['decide']) &&
    isObject(state['detect']) &&
    isObject(state['here']) &&
    saved['sum'] === sumOf(state);
  return whole && isRecent(saved['wall'], wall) ? (saved as unknown as SavedSession) : undefined;
}

function readVisitor(saved: unknown, wall: number): SavedVisitor | undefined {
  if (!isObject(saved) || saved['format'] !== FORMAT || !isName(saved['seed'])) return undefined;
  const visitor = soundVisitor(saved['visitor'], wall);
  const heard = isWhole(saved['wall']) && isRecent(saved['wall'], wall) && isName(saved['session']);
  return (
    visitor && {
      format: FORMAT,
      seed: saved['seed'],
      visitor,
      session: heard ? (saved['session'] as string) : undefined,
      wall,
    }
  );
}

export interface SessionOptions {
  readonly clock: Clock;
  /** For this tab, and for this browser. */
  readonly tab: Store;
  readonly browser: Store;
  readonly seed: string | undefined;
  /** Whether anything may be stored now. */
  allowed(): boolean;
}

export function openSession({ clock, tab, browser, seed, allowed }: SessionOptions): Session {
  const wall = clock.wall();
  const page = randomId();
  /** Something of this visitor is stored. */
  let there = false;
  /** It was, and somebody has taken it away: the customer, or the page in another tab, where consent was withdrawn. */
  let taken = false;
  const leaveTab = () => {
    tab.remove(SESSION_KEY);
    tab.remove(OPEN_KEY);
  };
  const may = () => allowed() && !taken;
  function look(): SavedVisitor | undefined {
    if (!may()) return undefined;
    const stored = browser.read(VISITOR_KEY);
    if (stored === undefined && there) {
      taken = true;
      leaveTab();
    }
    there = stored !== undefined;
    return readVisitor(stored, clock.wall());
  }

  const saved = may() ? readSession(tab, wall) : undefined;
  const known = look();
  const copied = saved !== undefined && tab.read(OPEN_KEY) === true;
  const open = () => may() && tab.write(OPEN_KEY, true);
  open();
  const id = saved?.session ?? known?.session ?? randomId();
  const salt = saved?.salt ?? randomId();
  const notes = soundNotes(saved?.notes);
  let ownSeed = seed ?? known?.seed ?? randomId();
  const base = saved ? saved.state.at + Math.max(0, wall - saved.wall) : 0;
  const began = clock.now();
  let last = base;
  let heard = jsonOf(known?.visitor);
  const now = () => (last = Math.max(last, base + Math.round(clock.now() - began)));
  function write(visitor: Visitor): void {
    if (may())
      there =
        browser.write(VISITOR_KEY, {
          format: FORMAT,
          seed: ownSeed,
          visitor,
          session: id,
          wall: clock.wall(),
        }) || there;
  }

  if (saved) {
    const { decide } = saved.state;
    decide.visitor = known?.visitor ?? soundVisitor(decide.visitor, wall) ?? startVisitor();
    // Later than now, help was not shown: that would hold it back for ever.
    if (decide.lastShownAt !== null && !(decide.lastShownAt <= base)) decide.lastShownAt = null;
    // What is on the screen of the tab that was copied is there, not here.
    if (copied) decide.screen = [];
  }
  // A tab that is opened from this one is to belong to the same visit.
  if (known?.session === undefined) write(known?.visitor ?? saved?.state.decide.visitor ?? startVisitor());

  return {
    id,
    salt,
    get seed() {
      return ownSeed;
    },
    state: saved?.state,
    visitor: known?.visitor,
    presses: saved?.presses ?? 0,
    copied,
    may,
    still() {
      look();
      return may();
    },
    notes,
    now,
    recall() {
      const before = look();
      // From the next page on, shares are drawn as they always were for this visitor.
      if (!known) ownSeed = seed ?? before?.seed ?? ownSeed;
      const text = jsonOf(before?.visitor);
      if (text === heard) return undefined;
      heard = text;
      return before?.visitor;
    },
    save(state, presses) {
      // Other tabs write too: nothing that any of them knows is lost.
      const others = look()?.visitor;
      if (!may()) return;
      const { visitor } = state.decide;
      const kept = { ...state, at: now() };
      const written = tab.write(SESSION_KEY, {
        format: FORMAT,
        wall: clock.wall(),
        session: id,
        salt,
        page,
        presses,
        state: kept,
        sum: sumOf(kept),
        notes,
      });
      // Better nothing than how it was before: help that was closed would be there again.
      if (!written) tab.remove(SESSION_KEY);
      write(others ? mergeVisitors(visitor, others) : visitor);
    },
    close: () => tab.remove(OPEN_KEY),
    reopen: open,
    overtaken() {
      const latest = may() ? readSession(tab, clock.wall()) : undefined;
      return latest !== undefined && latest.page !== page;
    },
    goesOn: (awayMs) => awayMs < SESSION_IDLE_MS || look()?.session === id,
    forget() {
      leaveTab();
      tab.remove(INSPECT_KEY);
      browser.remove(VISITOR_KEY);
      there = false;
    },
    grant() {
      taken = false;
      open();
    },
  };
}
