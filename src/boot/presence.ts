import type { Clock } from '../core/clock.js';
import type { Guard } from '../core/guard.js';
import type { FactsRecord, JournalRecord } from '../core/records.js';
import type { Session } from './session.js';

/** A tab that is left may never be heard of again, so what it knows is stored; not at every flick through tabs. */
const SAVE_EVERY_MS = 5_000;
/** After a page has come back, for so long the one before may still be storing what it knows. */
const LATE_MS = 250;

/** What only the page itself can say, and will not say again. */
export interface Said {
  readonly step: string | null;
  readonly facts: FactsRecord['facts'];
}
/** A beginning on a page that had begun before: what it had been told, and whether by going back or forward. */
export interface After {
  readonly said: Said;
  readonly history: boolean;
}

export interface PresenceDeps {
  readonly clock: Clock;
  readonly guard: Guard;
  readonly session: Session;
  readonly after: After | undefined;
  feed(record: JournalRecord): void;
  /** What is stored of the visitor, maybe by another tab, counts here too. */
  hear(): void;
  save(): void;
  /** What is here is over: begin as a page does that has just been loaded. */
  again(history: boolean): void;
}

/** Looks at what is observed for the customer leaving and coming back: other pages and tabs may have been used meanwhile. */
export function createPresence(deps: PresenceDeps): {
  observed(seen: JournalRecord): void;
  /** What is stored may have become readable, or have changed. */
  recall(): void;
  /** Everything has just been stored. */
  saved(): void;
  stop(): void;
} {
  const { clock, guard, session, after, feed, hear, save, again } = deps;
  let cancel: (() => void) | undefined;
  let away = false;
  let savedAt = -Infinity;
  let hiddenAt: { readonly now: number; readonly wall: number } | undefined;
  /** A laptop may sleep with its monotonic clock: the longer time counts. */
  const hiddenFor = () => (hiddenAt ? Math.max(clock.now() - hiddenAt.now, clock.wall() - hiddenAt.wall) : 0);

  function page(visible: boolean, focused: boolean): 'over' | undefined {
    const here = visible && focused;
    if (visible && !session.goesOn(hiddenFor())) return 'over';
    if (here && away) hear();
    away = !here;
    hiddenAt = visible ? undefined : (hiddenAt ?? { now: clock.now(), wall: clock.wall() });
    return undefined;
  }
  const recall = () => {
    hear();
    save();
  };
  return {
    recall,
    observed(seen) {
      if (seen.type === 'page') {
        if (page(seen.visible, seen.focused) === 'over') return again(false);
        feed(seen);
        if (hiddenAt && clock.now() - savedAt >= SAVE_EVERY_MS) save();
      } else if (seen.type === 'view' && seen.how === 'restore') {
        const over = () => {
          const is = session.overtaken();
          if (is) again(true);
          else session.reopen();
          return is;
        };
        if (!session.goesOn(hiddenFor())) return again(true);
        if (over()) return;
        // Chromium brings this page back before it tells the one in front of it to go: that stores late.
        cancel?.();
        cancel = clock.after(LATE_MS, guard('boot/presence', over));
        hear();
        feed(seen);
      } else if (after && seen.type === 'view' && seen.how === 'load') {
        // How the document came here is another story.
        const { reload: _reload, history: _history, ...view } = seen;
        feed(after.history ? { ...view, history: true } : view);
      } else feed(seen);
    },
    saved: () => void (savedAt = clock.now()),
    stop: () => cancel?.(),
  };
}

/** To the engine that begins on a page whose scripts have run already. Facts of later pages are newer. */
export function sayAgain(
  { step, facts }: Said,
  known: Readonly<Record<string, unknown>>,
  record: (
    body: Pick<FactsRecord, 'type' | 'facts'> | { readonly type: 'step'; readonly step: string },
  ) => void,
): void {
  if (step !== null) record({ type: 'step', step });
  const missing = Object.entries(facts).filter(([name]) => !Object.hasOwn(known, name));
  if (missing.length > 0) record({ type: 'facts', facts: Object.fromEntries(missing) });
}
