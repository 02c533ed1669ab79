import type { Guard } from '../core/guard.js';
import type { JournalRecord } from '../core/records.js';
import { startActivity } from './activity.js';
import { createBus, type Bus } from './bus.js';
import { startChoices } from './choices.js';
import { type Context, type ObserveDeps, SETTLE_MS, SETTLE_PAUSE, type Topics } from './context.js';
import { startCopies } from './copies.js';
import { startExceptions } from './exceptions.js';
import { startExits } from './exits.js';
import { startFieldErrors } from './field-errors.js';
import { startFields } from './fields.js';
import { startHesitating } from './hesitating.js';
import { startFreezes } from './freezes.js';
import { startFrames } from './frames.js';
import { forgetNames } from './names.js';
import { startHolds } from './holds.js';
import { anyOf, createIgnored } from './ignored.js';
import { createMutations } from './mutations.js';
import { startNetwork } from './network.js';
import { startPage } from './page.js';
import { startPointerPath } from './pointer-path.js';
import { startPresses } from './press.js';
import { createRoute } from './route.js';
import { startScrolling } from './scrolling.js';
import { startShortcuts } from './shortcuts.js';
import { startSubmits } from './submits.js';
import { watchTyped } from './typed.js';
import { startViews } from './views.js';
import { startZoom } from './zoom.js';

export type { ObserveDeps, ObserveOptions, Selected } from './context.js';

/**
 * In this order they begin and hear of an event: a page is left before the next one is seen, it is seen before anything
 * else, and a pointer is held, and its delay known, before it presses.
 */
const SOURCES: Readonly<Record<string, (ctx: Context) => void>> = {
  'observe/exits': startExits,
  'observe/frames': startFrames,
  'observe/views': startViews,
  'observe/page': startPage,
  'observe/holds': startHolds,
  'observe/freezes': startFreezes,
  'observe/press': startPresses,
  'observe/activity': startActivity,
  'observe/scrolling': startScrolling,
  'observe/shortcuts': startShortcuts,
  'observe/pointer-path': startPointerPath,
  'observe/hesitating': startHesitating,
  'observe/zoom': startZoom,
  'observe/fields': startFields,
  'observe/choices': startChoices,
  'observe/field-errors': startFieldErrors,
  'observe/submits': startSubmits,
  'observe/exceptions': startExceptions,
  'observe/copies': startCopies,
  'observe/network': startNetwork,
};

/** Listening to the page. */
export interface Observing extends Pick<Bus, 'hears' | 'hear'> {
  /** The page asks for help of ours, by this name: maybe because something was pressed. */
  asked(by: string): void;
  /** Help that was asked for so is there to be seen. */
  came(by: string): void;
  /** Undoes everything. */
  stop(): void;
}

/** Starts to listen to the page. The only room that does so. */
export function startObserve(deps: ObserveDeps): Observing {
  const { window, guard, clock, now } = deps;
  /** What is under way, and how it is ended. */
  const undo = new Set<() => void>();
  const topics: { [T in keyof Topics]: Set<(what: Topics[T]) => void> } = {
    record: new Set(),
    mutated: new Set(),
    settled: new Set(),
    moved: new Set(),
    asked: new Set(),
    came: new Set(),
  };
  const publish = <T extends keyof Topics>(topic: T, what: Topics[T]) => {
    for (const fn of topics[topic]) fn(what);
  };
  let stopped = false;
  const later = (ms: number, fn: () => void) => {
    if (stopped) return () => {};
    const stop = clock.after(ms, () => {
      undo.delete(stop);
      fn();
      over();
    });
    undo.add(stop);
    return () => {
      undo.delete(stop);
      stop();
    };
  };

  const ignored = createIgnored(deps.options.ignoreSelectors, deps.report);
  const commits = anyOf('[data-antes-commit]', deps.options.commits, deps.report);
  /** What is known of the page holds until others may have changed it. */
  const over = () => {
    ignored.forget();
    mutations.forget();
    forgetNames();
  };
  const bus = createBus(window, over);
  const mutations = createMutations(
    window,
    guard,
    ignored,
    (batch) => {
      publish('mutated', batch);
      settleSoon();
    },
    over,
  );
  const route = createRoute(window, () => publish('moved', undefined));
  let settling = false;
  /** How long the last look took: on huge pages it is taken less often. */
  let took = 0;
  const settleSoon = () => {
    if (settling) return;
    settling = true;
    later(Math.max(SETTLE_MS, took * SETTLE_PAUSE), () => {
      settling = false;
      const start = clock.now();
      publish('settled', undefined);
      took = clock.now() - start;
    });
  };
  const listen =
    (part: string): Context['on'] =>
    (types, fn, target) =>
      stopped ? () => {} : bus.on(types, guard(part, fn) as (event: Event) => void, target);
  // Where nobody knows, it is the customer's own.
  const typed = guard.run('observe/typed', () => watchTyped({ on: listen('observe/typed') })) ?? (() => true);
  /** For what the browser calls by itself. */
  const called: Guard = Object.assign(
    <A extends readonly unknown[], R>(part: string, fn: (...args: A) => R) =>
      guard(part, (...args: A) => {
        const result = fn(...args);
        over();
        return result;
      }),
    guard,
  );
  const contextOf = (part: string): Context => ({
    ...deps,
    guard: called,
    findAll: mutations.findAll,
    findRare: mutations.findRare,
    include: mutations.include,
    includeShadows: mutations.includeShadows,
    enter(view) {
      const { document } = view;
      const leave = bus.enter(view);
      mutations.include(document);
      return () => {
        leave();
        mutations.exclude(document);
      };
    },
    route,
    typed,
    commits,
    ignored,
    settleSoon,
    undo: (fn) => void undo.add(fn),
    tell(told) {
      const known: Record<string, unknown> = {};
      for (const name of Object.keys(told) as (keyof typeof told)[])
        if (told[name] !== undefined) known[name] = told[name];
      known['at'] = now();
      const record = known as unknown as JournalRecord;
      deps.feed(record);
      publish('record', record);
    },
    on: listen(part),
    hear: (topic, fn) => void topics[topic].add(guard(part, fn)),
    later: (ms, fn) => later(ms, guard(part, fn)),
  });
  deps.turn(() => guard.run('observe/mutations', mutations.includeShadows));
  // Each on its own: one that cannot start here is off, and leaves the others alone.
  for (const [part, start] of Object.entries(SOURCES))
    deps.turn(() => {
      if (!guard.run(part, () => (start(contextOf(part)), true))) guard.off(part);
      over();
    });

  return {
    hears: bus.hears,
    hear: bus.hear,
    asked: (by) => publish('asked', by),
    came: (by) => publish('came', by),
    stop() {
      stopped = true;
      for (const topic of Object.values(topics)) topic.clear();
      // Each under its own name: one that fails does not keep the others, and some of them observe anew what is left.
      let i = 0;
      for (const fn of undo) guard.run(`observe/stop/${++i}`, fn);
      bus.stop();
      mutations.stop();
    },
  };
}
