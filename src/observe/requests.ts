import type { PressRecord, SubmitRecord } from '../core/records.js';
import { siteOf } from '../core/site.js';
import type { Watch } from './attempt.js';
import type { Context } from './context.js';

/** A request that starts this soon after a press was caused by it, as far as anybody can tell. */
const CAUSED_MS = 500;
/** Clocks of events and of resource timing differ by this much. */
const BEFORE_MS = 20;
const MAX_CAUSES = 16;

/** Requests that presses and submits cause, known from resource timing once they have ended. */
export function startRequests(
  { guard, hear, now, options, tell, undo, window }: Context,
  watch: Watch,
): void {
  const causes: (PressRecord | SubmitRecord)[] = [];
  hear('record', (record) => {
    if (record.type === 'press' || record.type === 'submit') causes.push(record);
    if (causes.length > MAX_CAUSES) causes.shift();
  });
  const seen = ({ initiatorType, name, responseStatus, startTime }: PerformanceResourceTiming) => {
    const start = Math.max(0, Math.round(startTime + now() - window.performance.now()));
    const cause = causes.findLast(({ at }) => start >= at - BEFORE_MS && start <= at + CAUSED_MS);
    if (!cause || !/^(?:fetch|xmlhttprequest)$/.test(initiatorType) || options.ownUrl(name)) return;
    const { hostname, pathname } = new URL(name, window.location.href);
    if (options.ignoreUrls.some((pattern) => options.matchesUrl(pattern, pathname))) return;
    // Every click of a page may be told to an analytics service: only the page's own site gives answers.
    const own = siteOf(hostname) === siteOf(window.location.hostname);
    tell({ type: 'request', start, status: responseStatus ?? 0, own });
    for (const attempt of watch.pending)
      if (own && attempt.id === (cause as PressRecord).id) watch.answer(attempt, 'request');
  };
  if (!window.PerformanceObserver) return;
  const observer = new window.PerformanceObserver(
    guard('observe/requests', (list: PerformanceObserverEntryList) =>
      (list.getEntries() as PerformanceResourceTiming[]).forEach(seen),
    ),
  );
  observer.observe({ type: 'resource' });
  undo(() => observer.disconnect());
}
