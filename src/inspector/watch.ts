import type { AntesEvents } from '../boot/antes.js';
import type { Inspected } from '../boot/inspect.js';
import { systemClock } from '../core/clock.js';
import { replay } from '../engine/replay.js';
import { startTuning, type Tuning } from './tuning.js';
import { entryOf, LINES, type Bare, type Entry } from './model/entries.js';

/** Lines that are kept. */
const MAX_ENTRIES = 500;
/** Struggle fades and gates wait: how often what is looked at is looked up again. */
const TICK_MS = 1_000;

/** What the views look at. */
export interface Watch {
  readonly inspected: Inspected;
  readonly tuning: Tuning;
  /** The newest first. */
  readonly entries: readonly Entry[];
  add(entry: Bare): void;
  clear(): void;
  /** Something is to be looked up again. */
  changed(): void;
  /** Tells whenever something may have changed; returns the way to stop. */
  heard(tell: () => void): () => void;
  /** `over`: Antes itself goes on, as the page has it. */
  stop(over: boolean): void;
}

export function startWatch(inspected: Inspected): Watch {
  const { antes, guard } = inspected;
  const listeners = new Set<() => void>();
  const ended = new AbortController();
  let entries: Entry[] = [];
  let count = 0;
  let waits = false;
  let cancelTick = (): void => {};

  const tell = guard('inspector', () => {
    waits = false;
    for (const listener of listeners) listener();
  });
  /** However much happens at once, it is drawn once. */
  function changed(): void {
    if (waits) return;
    waits = true;
    queueMicrotask(tell);
  }
  function put(entry: Bare): void {
    entries = [{ ...entry, id: ++count }, ...entries].slice(0, MAX_ENTRIES);
  }
  function add(entry: Bare): void {
    put(entry);
    changed();
  }
  const now = () => inspected.runtime()?.engine.state.at;
  const listen = <K extends keyof AntesEvents>(type: K): (() => void) =>
    antes.on(type, (detail) => add(LINES[type](detail, now())));

  // What happened before is in the journal, and the same records lead to the same lines.
  guard.run('inspector/past', () => {
    for (const output of replay(antes.config, antes.journal()).outputs) {
      const entry = entryOf(output);
      if (entry) put(entry);
    }
  });
  for (const problem of antes.problems) put(LINES.problem(problem));

  function tick(): void {
    cancelTick();
    if (document.visibilityState !== 'visible') return;
    cancelTick = systemClock.after(TICK_MS, () => {
      changed();
      tick();
    });
  }
  document.addEventListener('visibilitychange', tick, { signal: ended.signal });
  tick();
  const stops = [listen('signal'), listen('level'), listen('help'), listen('contact'), listen('problem')];

  const tuning = startTuning(inspected);

  return {
    inspected,
    tuning,
    get entries() {
      return entries;
    },
    add,
    clear() {
      entries = [];
      changed();
    },
    changed,
    heard(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    stop(over) {
      tuning.stop(over);
      cancelTick();
      ended.abort();
      for (const stop of stops) stop();
      listeners.clear();
    },
  };
}
