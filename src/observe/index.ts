import type { JournalRecord } from '../core/records.js';
import { startActivity } from './activity.js';
import { createBus } from './bus.js';
import type { Context, ObserveDeps } from './context.js';
import { createDom } from './dom.js';
import { startExceptions } from './exceptions.js';
import { startFieldErrors } from './field-errors.js';
import { startFields } from './fields.js';
import { startHolds } from './holds.js';
import { createIgnored } from './ignored.js';
import { createMutations } from './mutations.js';
import { createNames } from './names.js';
import { createOracle } from './oracle.js';
import { startPage } from './page.js';
import { startPresses } from './press.js';
import { startRequests } from './requests.js';
import { startRoute } from './route.js';
import { startSubmits } from './submits.js';
import { startViews } from './views.js';

export type { ObserveDeps, ObserveOptions } from './context.js';

/** Starts to listen to the page; the answer undoes everything. The only room that does so. */
export function startObserve(deps: ObserveDeps): () => void {
  const { window, guard, options, report } = deps;
  const cleanup: (() => void)[] = [];
  const watchers = new Set<(record: JournalRecord) => void>();
  const dom = createDom(window);
  const bus = createBus(window, guard);
  const mutations = createMutations(window, dom, guard);
  const route = startRoute(window, bus, guard);
  cleanup.push(
    () => mutations.stop(),
    () => route.stop(),
  );

  let stopped = false;
  const ctx: Context = {
    ...deps,
    dom,
    bus,
    mutations,
    route,
    names: createNames(dom),
    ignored: createIgnored(dom, options.ignoreSelectors, report),
    feed(record) {
      if (stopped) return;
      deps.feed(record);
      for (const watcher of watchers) guard.run('observe/watch', () => watcher(record));
    },
    watch(fn) {
      watchers.add(fn);
      return () => void watchers.delete(fn);
    },
    later: (part, ms, fn) => deps.clock.after(ms, guard(part, fn)),
  };

  /** Each part on its own: one that cannot start here leaves the others alone. */
  const start = (part: string, fn: () => () => void) => {
    const stop = guard.run(part, fn);
    if (stop) cleanup.push(stop);
  };
  const page = guard.run('observe/page', () => startPage(ctx));
  if (page) cleanup.push(() => page.stop());
  start('observe/views', () => startViews(ctx));
  start('observe/holds', () => startHolds(ctx));
  start('observe/press', () => {
    const oracle = createOracle(ctx);
    const stop = startPresses(ctx, oracle, () => page?.wokenAt() ?? -Infinity);
    return () => {
      stop();
      oracle.stop();
    };
  });
  start('observe/requests', () => startRequests(ctx));
  start('observe/activity', () => startActivity(ctx));
  start('observe/fields', () => startFields(ctx));
  start('observe/field-errors', () => startFieldErrors(ctx));
  start('observe/submits', () => startSubmits(ctx));
  start('observe/exceptions', () => startExceptions(ctx));

  return () => {
    stopped = true;
    for (const stop of cleanup.reverse()) guard.run('observe/stop', stop);
    watchers.clear();
  };
}
