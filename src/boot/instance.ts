import type { Config } from '../config/types.js';
import { createEmitter } from '../core/emitter.js';
import { createGuard, type Guard } from '../core/guard.js';
import { inOwnZone, outsideZones } from '../core/zone.js';
import { createProblems, type Problem, type Report } from '../core/problems.js';
import type { EventFunction, HostFunction } from './actions.js';
import type { Antes, AntesEvents, Consent } from './antes.js';
import { plainData, plainFacts } from './facts.js';
import { CONSENTS } from './options.js';
import type { Runtime } from './runtime-deps.js';
import { version } from './version.js';

/** Calls before the config is there; a page that makes more is in a loop. */
const MAX_WAITING = 100;
const NAME = /^[a-zA-Z][\w.:-]{0,79}$/;
const ANY = /^/;
/** `payment`, or `checkout/payment`. */
const STEP = /^\w[\w./-]{0,159}$/;

/** Written out in full, so that they can be searched for. */
const EVENTS: Readonly<Record<keyof AntesEvents, string>> = {
  signal: 'antes:signal',
  level: 'antes:level',
  help: 'antes:help',
  contact: 'antes:contact',
  problem: 'antes:problem',
};

/** The object that pages hold, and what the rest of boot needs of it. */
export interface Instance {
  readonly antes: Antes;
  readonly report: Report;
  readonly guard: Guard;
  readonly functions: ReadonlyMap<string, HostFunction>;
  /** Tells listeners, and the document. */
  emit<K extends keyof AntesEvents>(type: K, detail: AntesEvents[K]): void;
  /** The config is there: what was called before happens now. */
  run(runtime: Runtime, config: Config): void;
  /** From here on every call does nothing. */
  end(): void;
}

export interface InstanceDeps {
  /** Nothing on a server. */
  readonly document: Document | undefined;
  /** What is in use until the config has been loaded. */
  readonly config: Config;
  readonly debug: boolean;
  consent(state: Consent): void;
  inspect(): Promise<void>;
  /** Somebody asks how things are: what is still being started is started now. */
  hurry(): void;
  stop(): void;
}

/** Makes the public object. Its calls never throw, wait until they can be carried out, and do nothing once it is over. */
export function createInstance(deps: InstanceDeps): Instance {
  const emitter = createEmitter<AntesEvents>((error) => reportError(error));
  let waiting: ((runtime: Runtime) => void)[] | undefined = [];
  let runtime: Runtime | undefined;
  let { config } = deps;

  const problems = createProblems((problem: Problem) => {
    if (deps.debug)
      guard.run('boot/debug', () =>
        // oxlint-disable-next-line no-console -- asked for with `debug`
        console.warn(`antes ${problem.code} ${problem.path}: ${problem.message}`),
      );
    emit('problem', problem);
  });
  const { report } = problems;
  const guard = createGuard(report);
  // A page's own Map need not be one: then nothing runs, and nothing is called.
  const functions = guard.run('register', () => new Map<string, HostFunction>())!;

  let ended = false;
  function emit<K extends keyof AntesEvents>(type: K, detail: AntesEvents[K]): void {
    if (ended) return;
    emitter.emit(type, detail);
    // Whatever a page has made of its events; what its listeners throw is reported by the browser, as theirs. Whatever is
    // called `dispatchEvent` in the page stands in the document's way.
    const { document } = deps;
    if (document)
      guard.run('boot/emit', () =>
        EventTarget.prototype.dispatchEvent.call(document, new CustomEvent(EVENTS[type], { detail })),
      );
  }
  const running = () => {
    deps.hurry();
    return runtime;
  };
  /** Does it now, or as soon as the config is there. */
  function soon(part: string, work: (active: Runtime) => void): void {
    const active = runtime;
    if (active) outsideZones(() => guard(part, work)(active));
    else if (waiting && waiting.length < MAX_WAITING) waiting.push(work);
  }
  /** What a page hands over may fail when it is looked at: then it is the call that is wrong, and none of our parts. */
  function read<T>(method: string, look: () => T): T | undefined {
    try {
      return look();
    } catch {
      report('BAD_CALL', method, `${method} cannot read what it was given; the call is ignored.`);
      return undefined;
    }
  }
  function isName(value: unknown, method: string, pattern: RegExp = NAME): value is string {
    const good = typeof value === 'string' && pattern.test(value);
    if (!good)
      report(
        'BAD_CALL',
        method,
        `${method} expects a name of letters, digits, dots and dashes; the call is ignored.`,
      );
    return good;
  }

  const antes: Antes = {
    version,
    get config() {
      deps.hurry();
      return config;
    },
    get problems() {
      deps.hurry();
      return problems.list;
    },
    emit(event, data) {
      if (!isName(event, 'emit()')) return;
      const plain = read('emit()', () => plainData(data));
      if (plain)
        soon('emit', (active) =>
          active.ask(() => {
            active.record({ type: 'host', event, data: plain });
            return event;
          }),
        );
    },
    facts: (patch) =>
      soon('facts', (active) => {
        const facts = read('facts()', () => plainFacts(patch, config, report));
        if (facts) active.record({ type: 'facts', facts });
      }),
    step(id) {
      if (id === null || isName(id, 'step()', STEP))
        soon('step', (active) => active.record({ type: 'step', step: id }));
    },
    register(name: string, fn: HostFunction | EventFunction) {
      if (!isName(name, 'register()')) return;
      if (typeof fn === 'function')
        guard.run('register', () => functions.set(name, inOwnZone(fn as HostFunction)));
      else
        report(
          'BAD_CALL',
          `register('${name}')`,
          `register('${name}', …) expects a function; the call is ignored.`,
        );
    },
    // Made a key of, an object runs code of the page's.
    on: (type, fn) =>
      typeof type === 'string' && typeof fn === 'function' ? emitter.on(type, inOwnZone(fn)) : () => {},
    open(content) {
      // Of whatever letters: it need not be a name for anything else.
      if (content === undefined || isName(content, 'open()', ANY))
        soon('open', (active) => active.ask(() => active.open(content)));
    },
    mute: (duration) => soon('mute', (active) => active.mute(duration)),
    consent(state) {
      // What is denied afterwards is forgotten too; what is granted has nobody left who would store it.
      if (CONSENTS.includes(state) && !(ended && state !== 'denied'))
        guard.run('consent', () => deps.consent(state));
    },
    why: (trigger) => guard.run('why', () => running()?.why(trigger)) ?? [],
    journal: () => guard.run('journal', () => running()?.journal()) ?? NO_JOURNAL,
    inspect: () =>
      new Promise((done) => {
        if (ended || !deps.document) done();
        else soon('inspect', () => done(deps.inspect()));
      }),
    push(...commands) {
      for (const command of commands) call(command);
    },
    stop: deps.stop,
  };
  /** The page's own code: its errors are reported as its own. */
  function call(command: unknown): void {
    try {
      if (typeof command === 'function') (command as (antes: Antes) => void)(antes);
    } catch (error) {
      reportError(error);
    }
  }

  return {
    antes,
    report,
    guard,
    functions,
    emit,
    run(active, loaded) {
      runtime = active;
      config = loaded;
      const queued = waiting ?? [];
      waiting = undefined;
      for (const work of queued) soon('queue', work);
    },
    end() {
      ended = true;
      runtime = undefined;
      waiting = undefined;
      emitter.clear();
    },
  };
}

const NO_JOURNAL: ReturnType<Antes['journal']> = {
  antes: version,
  version: 1,
  visiting: { seed: '', session: '', device: 'desktop', test: false },
  records: [],
  until: 0,
};
