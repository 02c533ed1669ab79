import type { Clock } from '../core/clock.js';
import { mergeVisitors, type Visitor } from '../decide/state.js';
import type { EngineState } from '../engine/engine.js';
import type { Store } from './storage.js';

/** With nothing heard of for this long, the next page begins a new session. */
export const SESSION_IDLE_MS: number = 30 * 60_000;

const SESSION_KEY = 'antes.session';
/** There while a page of this tab is open: a tab that begins with it is a copy of another one. */
const OPEN_KEY = 'antes.open';
const VISITOR_KEY = 'antes.visitor';
/** Raised whenever stored state of an older build could be misread. */
const FORMAT = 3;

interface SavedSession {
  readonly format: number;
  readonly wall: number;
  readonly session: string;
  readonly presses: number;
  readonly state: EngineState;
}
interface SavedVisitor {
  readonly format: number;
  readonly seed: string;
  readonly visitor: Visitor;
  /** The session that is going on, in any tab, and when it was last heard of. */
  readonly session: string;
  readonly wall: number;
}

/** One visit, over as many pages as it takes. */
export interface Session {
  /** The same in all tabs of a visit: they share what is counted for the session. */
  readonly id: string;
  /** What shares and variants are drawn from; the same for this visitor every time. */
  readonly seed: string;
  /** Engine state of the page before, if this is not the first. */
  readonly state: EngineState | undefined;
  readonly visitor: Visitor | undefined;
  readonly presses: number;
  /** Whole milliseconds of session time: monotonic within a page, continued from page to page. */
  now(): number;
  /** What is stored of this visitor now. */
  recall(): Visitor | undefined;
  save(state: EngineState, presses: number): void;
  /** The page is left; it may come back. */
  close(): void;
  /** It has come back. */
  reopen(): void;
  forget(): void;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

function readSession(store: Store, wall: number): SavedSession | undefined {
  const saved = store.read(SESSION_KEY);
  if (
    !isObject(saved) ||
    saved['format'] !== FORMAT ||
    typeof saved['wall'] !== 'number' ||
    typeof saved['session'] !== 'string'
  )
    return undefined;
  const state = saved['state'];
  const whole =
    isObject(state) &&
    typeof state['at'] === 'number' &&
    isObject(state['decide']) &&
    isObject(state['detect']) &&
    isObject(state['here']);
  // A clock set back looks like no time at all.
  return whole && wall - saved['wall'] < SESSION_IDLE_MS ? (saved as unknown as SavedSession) : undefined;
}

function readVisitor(store: Store): SavedVisitor | undefined {
  const saved = store.read(VISITOR_KEY);
  if (!isObject(saved) || saved['format'] !== FORMAT || typeof saved['seed'] !== 'string') return undefined;
  const visitor = saved['visitor'];
  const whole =
    isObject(visitor) &&
    Array.isArray(visitor['displays']) &&
    isObject(visitor['snooze']) &&
    isObject(visitor['kept']) &&
    typeof visitor['mutedUntil'] === 'number';
  return whole ? (saved as unknown as SavedVisitor) : undefined;
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
  const saved = allowed() ? readSession(tab, wall) : undefined;
  const known = allowed() ? readVisitor(browser) : undefined;
  const copied = saved !== undefined && tab.read(OPEN_KEY) === true;
  const open = () => allowed() && tab.write(OPEN_KEY, true);
  open();
  const id = saved?.session ?? joined(known, wall) ?? randomId();
  let ownSeed = seed ?? known?.seed ?? randomId();
  const base = saved ? saved.state.at + Math.max(0, wall - saved.wall) : 0;
  const began = clock.now();
  let last = base;
  const now = () => (last = Math.max(last, base + Math.round(clock.now() - began)));
  if (saved && known) saved.state.decide.visitor = known.visitor;
  // What is on the screen of the tab that was copied is there, not here.
  if (copied) saved.state.decide.screen = [];
  return {
    id,
    get seed() {
      return ownSeed;
    },
    state: saved?.state,
    visitor: known?.visitor,
    presses: saved?.presses ?? 0,
    now,
    recall() {
      if (!allowed()) return undefined;
      const before = readVisitor(browser);
      // From the next page on, shares are drawn as they always were for this visitor.
      if (!known) ownSeed = seed ?? before?.seed ?? ownSeed;
      return before?.visitor;
    },
    save(state, presses) {
      if (!allowed()) return;
      const { visitor } = state.decide;
      // Other tabs write too: nothing that any of them knows is lost.
      const others = readVisitor(browser)?.visitor;
      tab.write(SESSION_KEY, {
        format: FORMAT,
        wall: clock.wall(),
        session: id,
        presses,
        state: { ...state, at: now() },
      });
      browser.write(VISITOR_KEY, {
        format: FORMAT,
        seed: ownSeed,
        visitor: others ? mergeVisitors(visitor, others) : visitor,
        session: id,
        wall: clock.wall(),
      });
    },
    close: () => tab.remove(OPEN_KEY),
    reopen: open,
    forget() {
      tab.remove(SESSION_KEY);
      tab.remove(OPEN_KEY);
      browser.remove(VISITOR_KEY);
    },
  };
}

/** The session that goes on in another tab. */
const joined = (known: SavedVisitor | undefined, wall: number): string | undefined =>
  typeof known?.session === 'string' && Math.abs(wall - known.wall) < SESSION_IDLE_MS
    ? known.session
    : undefined;

/** Only to tell sessions apart and to draw shares: nothing secret, nothing about the device. */
function randomId(): string {
  const bytes = new Uint8Array(8);
  try {
    crypto.getRandomValues(bytes);
  } catch {
    bytes.forEach((_, i) => (bytes[i] = Math.floor(Math.random() * 256)));
  }
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
