import type { Clock } from '../core/clock.js';
import { below } from '../core/pointer.js';
import type { Source } from '../config/types.js';
import { parseDuration } from '../core/duration.js';
import type { ProblemCode } from '../core/problems.js';
import type { FactsRecord } from '../core/records.js';
import type { SourceState } from '../state/sources.js';
import type { News } from './adapter.js';
import { ADAPTERS } from './adapters.js';
import { LEAVING_MS } from '../core/leaving.js';
import { watchAge } from './age.js';
import { factsOf, type FactsPatch } from './facts.js';
import { createLive } from './live.js';
import { createPoll, type Asking } from './poll.js';
import type { SourcesPort } from './port.js';
import { parseDocument, request, type Outcome, type Requesting } from './request.js';

/** The default of the schema. */
const EVERY_MS = 60_000;

export interface FromUrl {
  visible(is: boolean): void;
  followed(is: boolean): void;
  online(): void;
  /** The page is left: it may come back out of the back/forward cache, and is not to show then what was somebody else's. */
  left?(): void;
  /** It has come back. */
  back?(): void;
  /** Somebody else may be there: what is known of whoever was is forgotten, and asked for anew. */
  anew?(): void;
  stop(): void;
}

const failed: Asking = { ok: false };

/** One source that is fetched, and what is known from it. */
export function startFromUrl(
  name: string,
  source: Source & { readonly url: string },
  port: SourcesPort,
  show: (state: SourceState) => void,
  streams: Set<string>,
): FromUrl {
  const { window, guard, report, facts, tell } = port;
  const part = `sources/${name}`;
  const clock: Clock = {
    now: () => port.clock.now(),
    wall: () => port.clock.wall(),
    after: (ms, fn) => port.clock.after(ms, () => guard.always(part, fn)),
  };
  const { kind } = source;
  const { href, origin } = window.location;
  const url = new URL(source.url, href);
  const known = Object.keys(source.components ?? {});
  const form = source.adapter ?? 'native';
  const adapter = Object.hasOwn(ADAPTERS, form) ? ADAPTERS[form] : ADAPTERS.native;
  const second = adapter.second !== undefined && known.length > 0 ? new URL(adapter.second, url) : undefined;
  const stream = source.live === undefined ? undefined : new URL(source.live, href);
  for (const address of [url, second, stream]) if (address) port.own.add(address.href);
  /** Others see the same of what all may see. */
  const isPersonal = kind !== 'incidents';
  const optional = kind !== 'incidents' && kind !== 'facts';
  const age = watchAge(source, port, name, draw);
  let news: News | undefined;
  let asOf: number | null = null;
  let tag: string | undefined;
  /** How it went last, where it did not go well. */
  let trouble: 'offline' | 'unauthorised' | undefined;
  /** Facts that came from here. */
  let mine: readonly string[] = [];
  let cancelTell = () => {};
  let seen = false;
  let looked = false;

  function draw(): void {
    show({
      kind,
      condition: condition(),
      asOf,
      progress: news?.progress,
      incidents: news?.incidents ?? [],
    });
  }
  function condition(): SourceState['condition'] {
    if (trouble === 'unauthorised') return trouble;
    if (news === undefined || asOf === null) return trouble ?? 'loading';
    if (age.isOld(asOf)) return 'stale';
    return optional && !news.progress ? 'empty' : 'fresh';
  }

  /** Tells only what has changed: facts are recorded. */
  function tellFacts(patch: FactsPatch): void {
    const changed: Record<string, FactsRecord['facts'][string]> = {};
    const gone = mine.filter((fact) => !Object.hasOwn(patch, fact)).map((fact) => [fact, null] as const);
    for (const [fact, value] of [...Object.entries(patch), ...gone])
      if ((facts(fact) ?? null) !== value) changed[fact] = value;
    mine = Object.keys(patch);
    if (Object.keys(changed).length > 0) tell(changed);
  }

  function learn(fresh: News): void {
    news = fresh;
    confirm();
    tellFacts(factsOf(kind, fresh, known));
  }
  /** What is known is what there is, unless it says itself since when. */
  function confirm(): void {
    asOf = Math.min(clock.wall(), news?.asOf ?? Infinity);
    trouble = undefined;
    age.since(asOf);
  }

  /** Whoever was signed in is not any more: nothing of theirs is kept, nor what a page before has told. */
  function forget(): void {
    news = tag = undefined;
    asOf = null;
  }
  const tellNothing = () => tellFacts(isPersonal ? factsOf(kind, {}, known) : {});

  function take(document: unknown, more?: unknown): boolean {
    const fresh = adapter.read(document, { kind, known, now: clock.wall() }, more);
    if (fresh) learn(fresh);
    else {
      report(
        'SOURCE_INVALID',
        below('/sources', name),
        `${url.pathname} is not in the form of '${form}'; what is known is kept.`,
      );
      trouble = 'offline';
    }
    draw();
    return fresh !== undefined;
  }

  async function ask(abort: AbortController): Promise<Asking> {
    const asked = (where: URL): Requesting => ({
      url: where,
      origin,
      clock,
      fetch: (...what) => window.fetch(...what),
      signal: abort.signal,
      optional,
    });
    const outcome = await request({ ...asked(url), tag: news && tag });
    // Called off: the page was left, or we were stopped.
    if (abort.signal.aborted) return failed;
    if (outcome.kind !== 'read') return judge(outcome);
    const more = second && (await request(asked(second)));
    if (abort.signal.aborted) return failed;
    const ok = take(outcome.document, more?.kind === 'read' ? more.document : undefined);
    // The second may have changed where the first has not.
    tag = ok && !second ? outcome.tag : undefined;
    return { ok };
  }

  /** A page that is being left gives up what it was fetching: that is told only if the page is still there then. */
  function soon(code: ProblemCode, message: string): void {
    cancelTell();
    cancelTell = clock.after(LEAVING_MS, () => void report(code, below('/sources', name), message));
  }

  function judge(outcome: Exclude<Outcome, { kind: 'read' }>): Asking {
    if (outcome.kind === 'unchanged') confirm();
    else if (outcome.kind === 'empty') {
      tag = undefined;
      learn({});
    } else if (outcome.kind === 'unauthorised') {
      trouble = 'unauthorised';
      forget();
      tellNothing();
      if (!optional)
        report(
          'SOURCE_UNAUTHORISED',
          below('/sources', name),
          `${url.pathname} may not be read from this page.`,
        );
    } else {
      trouble = 'offline';
      if (window.navigator.onLine) soon(outcome.code, outcome.message);
    }
    draw();
    const { kind: how } = outcome;
    return {
      ok: how === 'unchanged' || how === 'empty',
      waitMs: outcome.kind === 'failed' ? outcome.waitMs : undefined,
    };
  }

  const poll = createPoll({
    clock,
    everyMs: parseDuration(source.every) ?? EVERY_MS,
    random: () => Math.random(),
    // A mistake of ours is like a request that failed.
    ask: (abort) => (guard(part, ask)(abort) ?? Promise.resolve(failed)).catch(() => failed),
  });
  const live =
    stream &&
    createLive({
      clock,
      random: () => Math.random(),
      url: stream,
      taken: streams,
      open: (where) => new window.EventSource(where),
      guard: (fn) => () => guard.always(part, fn),
      heard: guard(part, (text: string) => {
        const document = parseDocument(text);
        if (document !== undefined && take(document)) poll.heard();
      }),
    });
  const follow = () => live?.wanted(seen && looked);

  function left(): void {
    forget();
    trouble = undefined;
    draw();
    poll.anew();
    // A stream is somebody's too.
    live?.wanted(false);
  }

  draw();
  return {
    visible(is) {
      seen = is;
      if (!is) cancelTell();
      poll.visible(is);
      follow();
      // Timers of a page that was frozen are late.
      if (is) draw();
    },
    followed(is) {
      looked = is;
      follow();
    },
    online: () => poll.soon(),
    ...(isPersonal && {
      left,
      // Only now: help that was looked at would have gone as the page was left.
      back: tellNothing,
      anew() {
        left();
        tellNothing();
        follow();
      },
    }),
    stop() {
      for (const end of [cancelTell, poll.stop, live?.stop, age.stop]) guard.always(part, () => end?.());
    },
  };
}
