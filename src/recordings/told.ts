import type { Data, FactsRecord, Scalar } from '../core/records.js';
import type { Meaning } from './context.js';
import { isObject, type Loose, list, num, text } from './events.js';

/** What recorders tell beside rrweb's own events. Conventions differ by product; these are known. */

const scalar = (value: unknown): value is Scalar =>
  typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
const dataOf = (value: unknown): Data =>
  Object.fromEntries(Object.entries(isObject(value) ? value : {}).filter(([, one]) => scalar(one))) as Data;

/** The custom event with which a page says what it would say to Antes: `antes:emit {event, data}`. */
function emitted(payload: unknown): Meaning | undefined {
  const event = isObject(payload) ? text(payload['event']) : '';
  return event === '' ? undefined : { event, data: dataOf((payload as Loose)['data']) };
}

const address = (value: unknown): Meaning | undefined =>
  typeof value === 'string' && value !== '' ? { href: value } : undefined;
const hrefIn = (payload: unknown): Meaning | undefined =>
  address(isObject(payload) ? (payload['href'] ?? payload['url'] ?? payload['to']) : payload);

const CONVENTIONS: Readonly<Record<string, (payload: unknown) => Meaning | undefined>> = {
  'antes:emit': emitted,
  route: hrefIn,
  // PostHog
  $url_changed: hrefIn,
  $pageview: hrefIn,
  // Highlight and LaunchDarkly
  Navigate: hrefIn,
  TabHidden: (payload) => ({ visible: payload !== true, focused: payload !== true }),
  // Sentry
  performanceSpan: (payload) =>
    isObject(payload) && /^navigation\.(?:push|replace)/.test(text(payload['op']))
      ? address(payload['description'])
      : undefined,
  breadcrumb(payload) {
    const category = isObject(payload) ? text(payload['category']) : '';
    if (category === 'ui.blur') return { visible: false, focused: false };
    return category === 'ui.focus' ? { visible: true, focused: true } : undefined;
  },
};

export const meaningOf = (tag: string, payload: unknown): Meaning | undefined =>
  Object.hasOwn(CONVENTIONS, tag) ? CONVENTIONS[tag]!(payload) : undefined;

/** `antes:facts`: what the page would tell with `antes.facts()`. */
export function factsOf(tag: string, payload: unknown): FactsRecord['facts'] | undefined {
  if (tag !== 'antes:facts' || !isObject(payload)) return undefined;
  const known = (value: unknown) =>
    value === null || scalar(value) || (Array.isArray(value) && value.every(scalar));
  return Object.fromEntries(
    Object.entries(payload).filter(([, value]) => known(value)),
  ) as FactsRecord['facts'];
}

export interface Sent {
  readonly url: string;
  /** Wall-clock milliseconds. */
  readonly start: number;
  readonly end: number;
  readonly status: number;
}

/** Requests of the page that have ended: of the network plugins, and of Sentry's spans. */
export function requestsOf(name: string, payload: unknown, at: number): Sent[] {
  if (!isObject(payload)) return [];
  if (name === 'performanceSpan') {
    const { op, description, startTimestamp, endTimestamp, data } = payload;
    if (!/^resource\.(?:fetch|xhr)$/.test(text(op))) return [];
    const status = isObject(data) ? num(data['statusCode']) || 0 : 0;
    return [
      { url: text(description), start: num(startTimestamp) * 1_000, end: num(endTimestamp) * 1_000, status },
    ];
  }
  if (!/^(?:rrweb|posthog)\/network@1$/.test(name)) return [];
  return list(payload['requests']).flatMap((one): Sent[] => {
    if (!isObject(one) || !/^(?:fetch|xmlhttprequest)$/.test(text(one['initiatorType']))) return [];
    const took = num(one['duration']) || num(one['endTime']) - num(one['startTime']) || 0;
    // `timestamp` is when it began; without it, it ended about now.
    const start = num(one['timestamp']) || at - took;
    const status = num(one['responseStatus']) || num(one['status']) || 0;
    return [{ url: text(one['name']) || text(one['url']), start, end: start + took, status }];
  });
}

/**
 * Uncaught errors, as the console plugin tells them. It tells `console.error` alike, which is none; the words with which
 * browsers begin the message of an uncaught one make the difference.
 */
export function exceptionOf(
  name: string,
  payload: unknown,
): { kind: 'error' | 'rejection'; from: string } | undefined {
  if (name !== 'rrweb/console@1' || !isObject(payload) || payload['level'] !== 'error') return undefined;
  const said = text(list(payload['payload'])[0]);
  if (!/^"?Uncaught /.test(said) || /AbortError|ResizeObserver loop|Script error/.test(said))
    return undefined;
  const from = /[a-z-]+:\/\/[^\s)]+/i.exec(text(list(payload['trace'])[0]))?.[0] ?? '';
  return { kind: /^"?Uncaught \(in promise\)/.test(said) ? 'rejection' : 'error', from };
}
