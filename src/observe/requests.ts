import type { Context } from './context.js';

/** A request that starts this soon after a press was caused by it, as far as anybody can tell. */
const CAUSED_MS = 500;
/** Clocks of events and of resource timing differ by this much. */
const BEFORE_MS = 20;
const MAX_CAUSES = 16;
const CALLS = /^(?:fetch|xmlhttprequest)$/;

/** Requests that presses and submits cause, known from resource timing once they have ended. */
export function startRequests(ctx: Context): () => void {
  const { window, now, options, guard } = ctx;
  const { PerformanceObserver } = window;
  if (!PerformanceObserver?.supportedEntryTypes?.includes('resource')) return () => {};

  const causes: { press: number | undefined; at: number }[] = [];
  const answered = new Set<number>();
  const stopWatching = ctx.watch((record) => {
    if (record.type === 'effect' && !record.busy && record.press !== undefined) answered.add(record.press);
    if (record.type !== 'press' && record.type !== 'submit') return;
    causes.push({
      press: record.type === 'press' && !record.exempt && !record.answer ? record.id : undefined,
      at: record.at,
    });
    if (causes.length > MAX_CAUSES) answered.delete(causes.shift()?.press ?? -1);
  });

  const seen = (entry: PerformanceResourceTiming, offset: number) => {
    if (!CALLS.test(entry.initiatorType)) return;
    const start = Math.round(entry.startTime + offset);
    const cause = causes.findLast(({ at }) => start >= at - BEFORE_MS && start <= at + CAUSED_MS);
    if (!cause || options.ownUrl(entry.name)) return;
    const url = new URL(entry.name, window.location.href);
    if (options.ignoreUrls.some((pattern) => options.matchesUrl(pattern, url.pathname))) return;
    const at = now();
    const own = sameSite(url, window.location);
    ctx.feed({ type: 'request', at, start: Math.max(0, start), status: entry.responseStatus ?? 0, own });
    // Every click of a page may be told to an analytics service: only the page's own site gives answers.
    if (!own || cause.press === undefined || answered.has(cause.press)) return;
    ctx.feed({ type: 'effect', at, channel: 'request', press: cause.press });
  };
  const observer = new PerformanceObserver(
    guard('observe/requests', (list: PerformanceObserverEntryList) => {
      if (causes.length === 0) return;
      const offset = now() - window.performance.now();
      for (const entry of list.getEntries()) seen(entry as PerformanceResourceTiming, offset);
    }),
  );
  observer.observe({ type: 'resource' });
  return () => {
    stopWatching();
    observer.disconnect();
  };
}

/** Same registrable domain, guessed from the last labels: `api.shop.example` and `www.shop.example`. */
function sameSite(url: URL, here: Location): boolean {
  if (url.origin === here.origin) return true;
  const site = (host: string) => {
    const labels = host.split('.');
    const [second = '', top = ''] = labels.slice(-2);
    return labels.slice(top.length === 2 && second.length <= 3 ? -3 : -2).join('.');
  };
  return !/^[\d.]+$|:/.test(url.hostname) && site(url.hostname) === site(here.hostname);
}
