import { loadInline, loadUrl, type Loaded } from '../config/load.js';
import { EMPTY, readConfig } from '../config/read.js';
import type { Config } from '../config/types.js';
import { systemClock } from '../core/clock.js';
import { createEmitter } from '../core/emitter.js';
import { createGuard } from '../core/guard.js';
import { createProblems } from '../core/problems.js';
import type { HostFunction } from './actions.js';
import type { Antes, AntesEvents, Consent, StartOptions } from './antes.js';
import { plainData, plainFacts } from './facts.js';
import { startRuntime, type Runtime } from './runtime.js';
import { openSession } from './session.js';
import { openStore } from './storage.js';
import type { LoadUi } from './ui.js';
import { version } from './version.js';

/** One instance per page, whichever copy of the script came first. */
const RUNNING = Symbol.for('antes.running');
/** Calls before the config is there; a page that makes more is in a loop. */
const MAX_WAITING = 100;
const NAME = /^[a-zA-Z][\w.:-]{0,79}$/;

type Page = Window & typeof globalThis & { [RUNNING]?: Antes };

/** Makes `start` for one way of bringing the widgets. */
export function createStart(loadUi: LoadUi): (config: Config | string, options?: StartOptions) => Antes {
  return (config, options = {}) => start(config, options ?? {}, loadUi);
}

function start(source: Config | string, options: StartOptions, loadUi: LoadUi): Antes {
  const page = (typeof window === 'undefined' ? undefined : window) as Page | undefined;
  const emitter = createEmitter<AntesEvents>((error) => reportError(error));
  const functions = new Map<string, HostFunction>();
  const waiting: ((runtime: Runtime) => void)[] = [];
  let runtime: Runtime | undefined;
  let config: Config = EMPTY;
  let state: 'starting' | 'running' | 'stopped' = 'starting';
  const cleanup: (() => void)[] = [];

  const problems = createProblems((problem) => {
    // oxlint-disable-next-line no-console -- asked for with `debug`
    if (options.debug === true) console.info(`antes ${problem.code} ${problem.path}: ${problem.message}`);
    emit('problem', problem);
  });
  const { report } = problems;
  const guard = createGuard(report);

  function emit<K extends keyof AntesEvents>(type: K, detail: AntesEvents[K]): void {
    emitter.emit(type, detail);
    // Listeners' own errors are the page's; dispatching never throws.
    page?.document.dispatchEvent(new CustomEvent(EVENTS[type], { detail }));
  }
  /** Does it now, or as soon as the config is there. */
  function soon(part: string, work: (runtime: Runtime) => void): void {
    if (runtime) guard.run(part, () => work(runtime!));
    else if (state === 'starting' && waiting.length < MAX_WAITING) waiting.push(work);
  }
  const isName = (value: unknown, call: string): value is string => {
    const good = typeof value === 'string' && NAME.test(value);
    if (!good)
      report(
        'BAD_CALL',
        call,
        `${call} expects a name of letters, digits, dots and dashes first; the call is ignored.`,
      );
    return good;
  };

  let consent: Consent = options.consent ?? (prefersPrivacy(page) ? 'denied' : 'granted');
  const antes: Antes = {
    version,
    get config() {
      return config;
    },
    problems: problems.list,
    emit(event, data) {
      if (isName(event, 'emit()'))
        soon('emit', (active) => active.record({ type: 'host', event, data: plainData(data) }));
    },
    facts(patch) {
      soon('facts', (active) => active.record({ type: 'facts', facts: plainFacts(patch, config, report) }));
    },
    step(id) {
      if (id === null || isName(id, 'step()'))
        soon('step', (active) => active.record({ type: 'step', step: id }));
    },
    register(name, fn) {
      if (!isName(name, 'register()')) return;
      if (typeof fn === 'function') functions.set(name, fn);
      else
        report(
          'BAD_CALL',
          `register('${name}')`,
          `register('${name}', …) expects a function; the call is ignored.`,
        );
    },
    on: (type, fn) => (typeof fn === 'function' ? emitter.on(type, fn) : () => {}),
    open: (content) => soon('open', (active) => active.open(content)),
    mute: (duration) => soon('mute', (active) => active.mute(duration)),
    consent(next) {
      if (next !== 'granted' && next !== 'denied' && next !== 'pending') return;
      consent = next;
      if (next === 'denied') guard.run('consent', () => session?.forget());
      else soon('consent', (active) => active.save());
    },
    why: (trigger) => guard.run('why', () => runtime?.why(trigger)) ?? [],
    journal: () =>
      guard.run('journal', () => runtime?.journal()) ?? {
        antes: version,
        version: 1,
        visiting: { seed: '', session: '', device: 'desktop', test: false },
        records: [],
        until: 0,
      },
    push(...commands) {
      for (const command of commands) run(command);
    },
    stop() {
      state = 'stopped';
      for (const undo of cleanup.splice(0).reverse()) guard.run('stop', undo);
      runtime = undefined;
      waiting.length = 0;
      emitter.clear();
    },
  };
  /** The page's own code: its errors are reported as its own. */
  function run(command: unknown): void {
    try {
      if (typeof command === 'function') (command as (antes: Antes) => void)(antes);
    } catch (error) {
      reportError(error);
    }
  }

  // On a server, in a browser too old, or beside a copy that is running already, everything above does nothing.
  if (!page) {
    state = 'stopped';
    return antes;
  }
  const first = page[RUNNING];
  if (first) {
    state = 'stopped';
    report(
      'DUPLICATE_LOAD',
      'start()',
      `Antes ${first.version} is running on this page already; this call returns it.`,
    );
    return first;
  }
  if (
    typeof MutationObserver !== 'function' ||
    typeof AbortController !== 'function' ||
    typeof structuredClone !== 'function'
  ) {
    state = 'stopped';
    report(
      'UNSUPPORTED',
      'browser',
      'This browser is too old; nothing will be shown and the page is not affected.',
    );
    return antes;
  }
  Object.defineProperty(page, RUNNING, { value: antes, configurable: true, enumerable: false });
  cleanup.push(() => void delete page[RUNNING]);

  const clock = options.clock ?? systemClock;
  const own = new Set(
    [options.endpoint, typeof source === 'string' ? source : undefined].flatMap((url) =>
      absolute(url, page.location.href),
    ),
  );
  const session = guard.run('session', () =>
    openSession({
      clock,
      tab: openStore(
        () => (options.storage === undefined ? page.sessionStorage : options.storage),
        'sessionStorage',
        report,
      ),
      browser: openStore(
        () => (options.storage === undefined ? page.localStorage : options.storage),
        'localStorage',
        report,
      ),
      seed: options.seed,
      allowed: () => consent === 'granted',
    }),
  );

  function begin(loaded: Loaded): void {
    if (state === 'stopped' || !session || !page) return;
    if ('code' in loaded) report(loaded.code, '', loaded.message);
    else config = readConfig(loaded.value, report);
    const { document } = page;
    runtime = startRuntime({
      window: page,
      config,
      session,
      clock,
      guard,
      report,
      functions,
      loadUi,
      root: options.root ?? document.documentElement,
      debug: options.debug === true,
      locale: () => options.locale ?? (document.documentElement.lang || page.navigator.language || 'en'),
      ownUrl: (url) => own.has(url),
      emit,
    });
    cleanup.push(() => runtime?.stop());
    state = 'running';
    if (options.facts) antes.facts(options.facts);
    for (const work of waiting.splice(0)) soon('queue', work);
    const save = guard('save', () => runtime?.save());
    const hear = guard('emit', (event: Event) => {
      const detail = (event as CustomEvent<{ event?: unknown; data?: unknown } | null>).detail;
      antes.emit(detail?.event as string, detail?.data as Record<string, string>);
    });
    page.addEventListener('pagehide', save);
    document.addEventListener('antes:emit', hear);
    cleanup.push(() => {
      page.removeEventListener('pagehide', save);
      document.removeEventListener('antes:emit', hear);
    });
  }

  const ready = guard('start', begin);
  if (typeof source !== 'string') ready({ value: source });
  else if (source.startsWith('#')) ready(loadInline(page.document, source.slice(1)));
  else if (source === '')
    ready({
      code: 'CONFIG_MISSING',
      message: 'No configuration was named (data-config); nothing will be shown.',
    });
  else void loadUrl(source, clock, (...args) => page.fetch(...args)).then(ready);
  return antes;
}

/** Written out in full, so that they can be searched for. */
const EVENTS: Readonly<Record<keyof AntesEvents, string>> = {
  signal: 'antes:signal',
  level: 'antes:level',
  help: 'antes:help',
  contact: 'antes:contact',
  problem: 'antes:problem',
};

function prefersPrivacy(page: Page | undefined): boolean {
  return (page?.navigator as { globalPrivacyControl?: boolean } | undefined)?.globalPrivacyControl === true;
}

function absolute(url: string | undefined, base: string): string[] {
  try {
    return url === undefined ? [] : [new URL(url, base).href];
  } catch {
    return [];
  }
}
