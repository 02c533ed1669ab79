import { real } from '../core/real.js';
import { loadInline, loadUrl, type Loaded } from '../config/load.js';
import { EMPTY, readConfig } from '../config/read.js';
import type { Config } from '../config/types.js';
import { createAsk } from '../core/ask.js';
import { systemClock } from '../core/clock.js';
import { shareTimer } from '../core/shared-timer.js';
import { createTurns } from '../core/turns.js';
import { whyUnfit } from '../core/unfit.js';
import { outsideZones } from '../core/zone.js';
import { isHidden, isLoading } from '../observe/dom.js';
import type { Antes, Consent, StartOptions } from './antes.js';
import { createInspect, inspectsHere, type LoadInspector, type Tuned } from './inspect.js';
import { createInstance } from './instance.js';
import { createListening } from './listening.js';
import { soundOptions } from './options.js';
import { languageAt, prefersPrivacy } from './preferences.js';
import { watchRoot } from './root.js';
import { RUNNING, type Running } from './running.js';
import type { Runtime, RuntimeDeps } from './runtime-deps.js';
import { startRuntime } from './runtime.js';
import { openSession, type Session } from './session.js';
import { openStore } from './storage.js';
import { soundLocale } from './texts.js';
import type { LoadReport } from './reporting.js';
import type { LoadSources } from './sources.js';
import type { LoadUi } from './ui.js';

type Page = Window & typeof globalThis & { [RUNNING]?: Running };

/** Where the parts are that are fetched when they are needed. */
export interface Parts {
  readonly ui: LoadUi;
  readonly sources: LoadSources;
  readonly report: LoadReport;
  readonly inspect: LoadInspector;
}

/** Makes `start` for one way of bringing the parts. */
export function createStart(parts: Parts): (config: Config | string, options?: StartOptions) => Antes {
  return (config, options) => outsideZones(() => start(config, soundOptions(options), parts));
}

function start(source: Config | string, options: Tuned, parts: Parts): Antes {
  const page: Page | undefined = typeof window === 'undefined' ? undefined : window;
  const cleanup: (() => void)[] = [];
  let consent: Consent = options.consent ?? (prefersPrivacy(page) ? 'denied' : 'granted');
  let stopped = false;
  /** Parts of the page that have started it and have not stopped it yet. */
  let users = 1;
  let session: Session | undefined;
  let runtime: Runtime | undefined;
  let hearOthers = (): void => {};
  let inspect = (): Promise<void> => Promise.resolve();
  /** Ends a start that is under way, outside of the zone of whoever asks. */
  let hurry = (): void => {};

  const instance = createInstance({
    document: page?.document,
    config: EMPTY,
    debug: options.debug === true,
    consent(next) {
      // What is there reads what is stored; what is not there yet begins with this consent.
      if (next !== 'denied' && session) hurry();
      consent = next;
      if (next === 'denied') session?.forget();
      else {
        session?.grant();
        runtime?.recall();
        hearOthers();
      }
      runtime?.consent();
    },
    inspect: () => inspect(),
    hurry: () => hurry(),
    stop() {
      if (--users > 0) return;
      stopped = true;
      // Each under its own name: however many fail, none keeps the others.
      cleanup
        .splice(0)
        .reverse()
        .forEach((undo, i) => guard.run(`stop/${i}`, undo));
      instance.end();
    },
  });
  const { antes, report, guard } = instance;

  // On a server, beside a copy that is running already, or in a browser too old, nothing begins.
  if (!page) {
    antes.stop();
    return antes;
  }
  const twice = () =>
    report(
      'DUPLICATE_LOAD',
      'start()',
      'Antes is running on this page already; a second start() returns it, and it ends with the last stop().',
    );
  const first = page[RUNNING];
  if (first) {
    // Of another version it may be anything: this one stays out of its way.
    try {
      first.again();
      if (typeof first.antes.push === 'function') return first.antes;
    } catch {
      // Nobody to hand anything over to.
    }
    twice();
    antes.stop();
    return antes;
  }
  const unfit = whyUnfit();
  if (unfit) {
    report('UNSUPPORTED', ...unfit);
    antes.stop();
    return antes;
  }
  const again = () => {
    users++;
    twice();
  };
  // Nothing that the page has given to all objects (`get`) may be taken for a part of it.
  const described = Object.assign(Object.create(null) as object, {
    value: { antes, again },
    configurable: true,
  });
  Object.defineProperty(page, RUNNING, described);
  cleanup.push(() => void delete page[RUNNING]);

  const clock = shareTimer(options.clock ?? systemClock);
  const { document } = page;
  const own = new Set(
    [options.endpoint, typeof source === 'string' ? source : undefined].flatMap((url) => absolute(url, page)),
  );

  const listening = createListening(page, guard);
  const { listen } = listening;
  cleanup.push(listening.stop);
  const turns = createTurns(clock, guard);
  cleanup.push(turns.stop);
  hurry = () => outsideZones(turns.finish);
  const begin = guard('start', (loaded: Loaded): void => {
    if (stopped) return;
    if ('code' in loaded) report(loaded.code, '', loaded.message);
    // Whoever was told may have had enough.
    if (stopped) return;
    let config = EMPTY;
    const store = (name: 'sessionStorage' | 'localStorage') =>
      openStore(() => (options.storage === undefined ? page[name] : options.storage), name, report);
    const allowed = () => consent === 'granted';
    const [tab, browser] = [store('sessionStorage'), store('localStorage')];
    const run = (after?: RuntimeDeps['after']): void => {
      turns.take(() => {
        session = openSession({ clock, tab, browser, seed: options.seed, allowed });
        if (consent === 'denied') session.forget();
      });
      turns.take(() => {
        runtime = startRuntime({
          window: page,
          config,
          session: session!,
          clock,
          guard,
          report,
          functions: instance.functions,
          loadUi: parts.ui,
          loadSources: parts.sources,
          loadReport: parts.report,
          endpoint: options.endpoint,
          undenied: consent !== 'denied',
          reporting: { tab, store: browser, on: antes.on },
          root: options.root?.isConnected ? options.root : real(document).documentElement,
          debug: options.debug === true,
          locale: (anchor) => soundLocale(options.locale ?? languageAt(document, anchor)),
          own,
          emit: instance.emit,
          after,
          turn: turns.take,
          again(said, history) {
            turns.finish();
            runtime?.stop();
            run({ said, history });
            turns.finish();
          },
        });
        if (stopped) return runtime.stop();
        if (consent === 'denied') runtime.consent();
      });
      turns.take(() => instance.run(runtime!, config));
    };
    const use = (next: unknown) => {
      config = readConfig(next, report);
      runtime?.renew();
    };
    const stored = { tab, browser, allowed, runtime: () => (stopped ? undefined : runtime) };
    const inspected = { ...instance, ...stored, source, options, clock, cleanup, use };
    inspect = createInspect(parts.inspect, inspected);
    if (!('code' in loaded)) turns.take(() => void (config = readConfig(loaded.value, report)));
    run();
    cleanup.push(() => (runtime ? runtime.stop() : session?.close()));
    turns.take(() => {
      if (inspectsHere(page.location, config, options, allowed() && tab)) void inspect();
    });
    const leave = guard('save', () => {
      hurry();
      runtime?.save();
      session?.close();
    });
    listen(page, 'pagehide', leave);
    // Who starts it by a call finds it running, and so does whoever is at work already; of a page that nobody sees nobody waits.
    if (typeof source !== 'string' || isHidden(document)) return hurry();
    const heard = guard('start', (event: Event) => {
      if (!event.isTrusted) return;
      const known = runtime?.hears(event.type);
      hurry();
      unhear();
      if (!known) runtime?.hear(event);
    });
    const early = ['pointerdown', 'keydown', 'click'].map((type) => listen(page, type, heard, true));
    const unhear = () => early.forEach((forget) => forget());
    turns.take(unhear);
  });

  /**
   * Runs `fn` once the page is there to be looked at: in `<head>` there is no body yet, nor what is inline below; and a page
   * that the browser makes ahead may never be seen.
   */
  function whenThere(fn: () => void): void {
    const type = (real(document) as { prerendering?: boolean }).prerendering
      ? 'prerenderingchange'
      : isLoading(document) && 'DOMContentLoaded';
    if (!type) return fn();
    const heard = guard('start', () => {
      forget();
      whenThere(fn);
    });
    const forget = listen(document, type, heard);
  }
  function load(): void {
    // Said first, so it is known before anything that was queued.
    if (options.facts) antes.facts(options.facts);
    const ready = guard('start', (loaded: Loaded) => {
      if (!stopped) whenThere(() => begin(loaded));
    });
    if (typeof source !== 'string') ready({ value: source });
    else if (source.startsWith('#')) whenThere(() => ready(loadInline(document, source.slice(1))));
    else if (source !== '') {
      const abort = new AbortController();
      cleanup.push(() => abort.abort());
      void loadUrl(source, clock, createAsk(page!), abort).then(ready);
    } else
      ready({
        code: 'CONFIG_MISSING',
        message: 'No configuration was named (data-config). Nothing will be shown; the page is not affected.',
      });
  }
  const onNewRoot = () => {
    hurry();
    listening.again();
    // What begins only then looks at what is there then.
    const before = runtime;
    whenThere(() => before === runtime && runtime?.renew());
  };
  guard.run('rewritten', () => cleanup.push(watchRoot(document, guard, onNewRoot)));
  // Something has been taken away in another tab: maybe consent. Without it there is nothing to take.
  hearOthers = () => {
    if (stopped || consent !== 'granted') return;
    hearOthers = () => {};
    const heard = guard('consent', (event: Event) => {
      if ((event as StorageEvent).newValue === null) runtime?.consent();
    });
    guard.run('consent', () => listen(page, 'storage', heard));
  };
  hearOthers();
  guard.run('emit', () =>
    listen(
      document,
      'antes:emit',
      guard('emit', (event: Event) => {
        const detail = (event as CustomEvent<{ event?: unknown; data?: unknown } | null>).detail;
        // A getter of the page's that fails is the page's own error.
        antes.push(() => antes.emit(detail?.event as string, detail?.data as Record<string, string>));
      }),
    ),
  );
  guard.run('start', load);
  return antes;
}

function absolute(url: string | undefined, page: Page): string[] {
  try {
    return url === undefined ? [] : [new URL(url, page.location.href).href];
  } catch {
    return [];
  }
}
