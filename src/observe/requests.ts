import { systemClock } from '../core/clock.js';
import { loadingOf } from '../core/loading.js';
import type { Channel, PressRecord, SubmitRecord } from '../core/records.js';
import { siteOf } from '../core/site.js';
import type { Watch } from './attempt.js';
import type { Context } from './context.js';

/** A request that starts this soon after a press was caused by it, as far as anybody can tell. */
const CAUSED_MS = 500;
/** Clocks of events and of resource timing differ by this much. */
const BEFORE_MS = 20;
const MAX_CAUSES = 16;
/** A page that gives up waiting after this long was not answered; before, it changed its mind. */
const GIVEN_UP_MS = 15_000;

/** Requests that presses and submits cause, known from resource timing once they have ended. */
export function startRequests(
  { guard, hear, later, now, on, options, tell, undo, window }: Context,
  watch: Watch,
): void {
  const causes: { readonly cause: PressRecord | SubmitRecord; readonly since: number }[] = [];
  /** Ended while the pointer was still down: whether they are answers is known once it has become a press. */
  const early: PerformanceResourceTiming[] = [];
  let downAt = -Infinity;
  on('pointerdown', () => (downAt = now()));
  hear('record', (record) => {
    if (record.type !== 'press' && record.type !== 'submit') return;
    const { at } = record;
    const pointed = record.type === 'press' && /mouse|touch|pen/.test(record.by);
    // Pages may act as the pointer goes down; one that is held for long causes nothing meanwhile.
    const since = pointed ? Math.max(Math.min(downAt, at), at - CAUSED_MS) : at;
    causes.push({ cause: record, since: since - BEFORE_MS });
    if (causes.length > MAX_CAUSES) causes.shift();
    const waiting = early.splice(0);
    // Not before the press is known to those who follow it.
    if (waiting.length > 0) later(0, () => waiting.forEach(seen));
  });
  const answer = (cause: PressRecord | SubmitRecord, channel: Channel) => {
    for (const attempt of watch.pending)
      if (attempt.id === (cause as PressRecord).id) watch.answer(attempt, channel);
  };
  const sessionTime = (time: number) => Math.max(0, Math.round(time + now() - systemClock.now()));
  const seen = (entry: PerformanceResourceTiming) => {
    const { initiatorType, name, responseStatus, startTime } = entry;
    const start = sessionTime(startTime);
    const { cause } = causes.findLast((one) => start >= one.since && start <= one.cause.at + CAUSED_MS) ?? {};
    if (!cause && early.length < MAX_CAUSES && [...watch.pending].some(({ id }) => id === 0))
      early.push(entry);
    if (!cause || options.ownUrl(name)) return;
    // A sound that is played without an element in the page.
    if (/^(?:audio|video)$/.test(initiatorType)) return answer(cause, 'media');
    if (!/^(?:fetch|xmlhttprequest)$/.test(initiatorType)) return;
    const { hostname, pathname } = new URL(name, window.location.href);
    if (options.ignoreUrls.some((pattern) => options.matchesUrl(pattern, pathname))) return;
    // Every click of a page may be told to an analytics service: only the page's own site gives answers.
    const own = siteOf(hostname) === siteOf(window.location.hostname);
    const lost = isLost(entry, window.navigator.onLine) || undefined;
    tell({ type: 'request', start, status: responseStatus ?? 0, own, lost });
    if (own) answer(cause, 'request');
  };
  const status = loadingOf(window)?.responseStatus ?? 0;
  if (status >= 400) tell({ type: 'request', start: sessionTime(0), status, own: true, page: true });
  if (!window.PerformanceObserver) return;
  const observer = new window.PerformanceObserver(
    guard('observe/requests', (list: PerformanceObserverEntryList) =>
      (list.getEntries() as PerformanceResourceTiming[]).forEach(seen),
    ),
  );
  observer.observe({ type: 'resource' });
  undo(() => observer.disconnect());
}

/**
 * Whether a request got no answer. Of those that fail Chromium tells no more than of those that the page aborts, Firefox a
 * little, WebKit nothing; so only what is certain counts: without a connection, after a long wait, and in Firefox where the
 * connection ended after the request was sent (an abort leaves all its times at the last thing that happened).
 */
function isLost(entry: PerformanceResourceTiming, online: boolean): boolean {
  const { duration, responseStatus, requestStart, responseStart, responseEnd, transferSize } = entry;
  if (responseStatus !== 0 || transferSize > 0) return false;
  return (
    (!online && responseStart === 0) ||
    (duration >= GIVEN_UP_MS && responseStart === 0) ||
    (requestStart > 0 && responseEnd > responseStart)
  );
}
