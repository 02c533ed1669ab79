import type { Config } from '../config/types.js';
import type { Clock } from '../core/clock.js';
import { parseDuration } from '../core/duration.js';
import type { Guard } from '../core/guard.js';
import type { Journal } from '../core/journal.js';
import type { Lookup } from '../core/matcher.js';
import type { Report } from '../core/problems.js';
import type { JournalRecord } from '../core/records.js';
import { createDeadlineTimer } from '../core/timer.js';
import type { Decision } from '../decide/state.js';
import type { Trace } from '../decide/decide.js';
import { createEngine } from '../engine/engine.js';
import { startObserve } from '../observe/index.js';
import { createRecorder } from '../report/recorder.js';
import type { Answer } from '../state/stores.js';
import type { HostFunction } from './actions.js';
import type { AntesEvents } from './antes.js';
import { createBoard } from './board.js';
import { deviceOf } from './device.js';
import { fits } from '../engine/fits.js';
import { observingOf, phonesOf } from './observing.js';
import type { OfferSource } from './offers.js';
import type { Session } from './session.js';
import { createSituation } from './situation.js';
import { createShowing } from './showing.js';
import { referencesIn } from './references.js';
import { createPort, tellAll, type PortDeps } from './port.js';
import { createPresence, sayAgain, type After, type Said } from './presence.js';
import { startLazySources, type LoadSources } from './sources.js';
import { createTeller } from './teller.js';
import { createLazyUi, type LoadUi } from './ui.js';
import { version } from './version.js';
import { createVoice } from './voice.js';

/** The wall clock is told again when it and session time have drifted apart by more than this. */
const DRIFT_MS = 1_000;
const DEFAULT_MUTE_MS = 86_400_000;

type Body<T> = T extends JournalRecord ? Omit<T, 'at'> : never;

export interface RuntimeDeps {
  readonly window: Window & typeof globalThis;
  readonly config: Config;
  readonly session: Session;
  readonly clock: Clock;
  readonly guard: Guard;
  readonly report: Report;
  readonly functions: ReadonlyMap<string, HostFunction>;
  readonly loadUi: LoadUi;
  readonly loadSources: LoadSources;
  readonly root: Element;
  readonly debug: boolean;
  /** It takes the place of one on the same page. */
  readonly after: After | undefined;
  /** What is here is over: begin as a page does that has just been loaded. */
  again(said: Said, history: boolean): void;
  locale(anchor?: string): string;
  /** Addresses that are ours: what becomes of requests to them says nothing of the page. */
  readonly own: Set<string>;
  emit<K extends keyof AntesEvents>(type: K, detail: AntesEvents[K]): void;
}

/** Everything that runs once the config is there. */
export interface Runtime {
  record(body: Body<JournalRecord>): void;
  why(trigger?: string): readonly Trace[];
  journal(): Journal;
  open(content?: string): void;
  mute(duration?: string | null): void;
  save(): void;
  /** What is stored may have become readable, or have changed: it counts from now on. */
  recall(): void;
  stop(): void;
}

/** Wires the rooms: what is observed goes to the engine, what it decides goes to the ui, and its answers come back. */
export function startRuntime(deps: RuntimeDeps): Runtime {
  const { window, config, session, clock, guard, report, emit } = deps;
  const visiting = { seed: session.seed, session: session.id, device: deviceOf(window), test: deps.debug };
  const listeners: PortDeps['listeners'] = new Set();
  const heard = tellAll(listeners);
  const known = { ...visiting, report, heard, ...(session.visitor ? { visitor: session.visitor } : {}) };
  const fresh = createEngine(config, known);
  const saved = fits(session.state, fresh.state) ? session.state : undefined;
  const engine = saved ? createEngine(config, { ...visiting, heard, state: saved }) : fresh;
  // Known before the first record, so that the first thing that happens can be dated.
  engine.state.wallZero = clock.wall() - session.now();
  const recorder = createRecorder(version, visiting, () => structuredClone(engine.state));
  const board = createBoard(deps.locale());
  const voice = createVoice(window, clock, guard, () => stopped);
  const timer = createDeadlineTimer(
    clock,
    session.now,
    guard('engine/timer', () => pass(() => engine.advance(session.now()))),
  );
  let presses = session.presses;
  let busy = false;
  let stopped = false;
  const waiting: JournalRecord[] = [];

  const facts: Lookup = (name) =>
    Object.hasOwn(engine.state.decide.facts, name) ? engine.state.decide.facts[name] : undefined;

  /** Runs the engine; records that its own outputs lead to wait until it is done. */
  function pass(work: () => void): void {
    if (busy || stopped) return;
    busy = true;
    // What fails in here is not the fault of whoever has fed the record.
    guard.run('engine', work);
    // `stop` empties the list, so that nothing is taken after it.
    for (let next = waiting.shift(); next; next = waiting.shift()) guard('engine', take)(next);
    busy = false;
    if (!stopped) timer.set(engine.next());
    ui.expect(engine.state.decide.pending);
  }

  function take(given: JournalRecord): void {
    // A timer may have been faster than what it raced with: the journal tells the order in which things were taken.
    const record = given.at < engine.state.at ? { ...given, at: engine.state.at } : given;
    recorder.add(record);
    engine.feed(record);
    if (record.type === 'facts') sources?.heard(record.facts);
  }

  /** Somebody has set the clock, or the machine has slept: it is told first. */
  function checkWall(at: number): void {
    const wall = clock.wall();
    if (Math.abs(engine.state.wallZero + at - wall) > DRIFT_MS) waiting.push({ type: 'wall', at, wall });
  }
  function feed(record: JournalRecord): void {
    // A page begins with being seen: what was waited for on the one before is not judged until then.
    if (record.type !== 'view') checkWall(record.at);
    waiting.push(record);
    pass(() => {});
  }
  const record = (body: Body<JournalRecord>) => feed({ ...body, at: session.now() });

  const soFar = createSituation(engine, session.id, session.notes);
  const teller = createTeller(emit, decided);
  engine.on((output) => {
    soFar.heard(output);
    teller(output);
  });

  function decided(decision: Decision): void {
    if (decision.kind === 'offer') {
      const { offer: id, kind: _kind, at: _at, ...what } = decision;
      const source = { id, ...what };
      // What was on the page before comes back without being asked.
      if (isThere(id, true)) showing.present(source);
      else voice.ask((mine) => speak(source, mine));
    } else if (decision.kind === 'leave') {
      board.leave(decision.offer, decision.why);
    } else {
      const { kind: _kind, at: _at, ...detail } = decision;
      emit('help', detail);
      save();
      voice.done();
    }
  }

  const isThere = (offer: number, before = false): boolean =>
    engine.state.decide.screen.some(
      (o) => o.offer === offer && !o.leaving && (!before || o.shownAt !== null),
    );
  /** With the word given to this tab, what was said in the others counts once more. */
  function speak(source: OfferSource, mine: boolean): void {
    if (mine) hear();
    else record({ type: 'help', offer: source.id, phase: 'withheld', why: 'elsewhere' });
    if (mine && isThere(source.id)) showing.present(source);
    else voice.done();
  }

  const showing = createShowing({
    config,
    board,
    guard,
    report,
    facts,
    failed: () => engine.state.decide.failed,
    locale: deps.locale,
    base: () => window.location.href,
    need: () => ui.need(),
    lost(offer) {
      // Nothing else may wait for it.
      if (offer > 0) record({ type: 'help', offer, phase: 'withheld', why: 'ui-failed' });
    },
  });

  function answer(offer: number, given: Answer): void {
    if (offer > 0) record({ type: 'help', offer, ...given });
    board.answered(offer, given.phase);
  }
  function mute(duration?: string | null): void {
    const ms = duration === null ? 0 : (parseDuration(duration) ?? DEFAULT_MUTE_MS);
    record({ type: 'mute', until: session.now() + ms });
    save();
  }

  const port = createPort({
    config,
    functions: deps.functions,
    report,
    guard,
    board,
    root: deps.root,
    facts,
    situation: soFar.now,
    notes: session.notes,
    focus: (anchor) => ui.focus(anchor),
    ...showing,
    why: () => engine.why(),
    answer,
    mute,
    listeners,
    record,
    emit,
  });
  const ui = createLazyUi(deps.loadUi, port, clock, guard);

  /** What is stored of the visitor, maybe by another tab, counts here too. */
  function hear(): void {
    const visitor = session.recall();
    if (visitor) record({ type: 'visitor', visitor });
  }
  function save(): void {
    checkWall(session.now());
    pass(() => {});
    session.save(engine.state, presses);
    presence.saved();
  }
  const presence = createPresence({
    clock,
    guard,
    session,
    after: deps.after,
    feed,
    hear,
    save,
    again(history) {
      const { here, decide } = engine.state;
      deps.again({ step: here.named, facts: decide.facts as Said['facts'] }, history);
    },
  });

  const stopObserve = startObserve({
    window,
    clock,
    guard,
    now: session.now,
    feed: presence.observed,
    nextPress: () => ++presses,
    report,
    options: {
      ...observingOf(config),
      ownUrl: (url) => deps.own.has(url),
      salt: session.salt,
      known: {
        phones: phonesOf(config),
        references: () => referencesIn(engine.state.decide.facts),
      },
    },
  });

  const sources = startLazySources(deps.loadSources, {
    ...deps,
    stores: board.stores,
    facts,
    tell: (told) => record({ type: 'facts', facts: told }),
  });
  if (config.policy?.launcher) ui.need();
  if (deps.after) sayAgain(deps.after.said, engine.state.decide.facts, record);

  return {
    record,
    why(trigger) {
      pass(() => engine.advance(session.now()));
      return engine.why(trigger);
    },
    journal: () => recorder.journal(session.now()),
    open: showing.open,
    mute,
    save() {
      save();
      voice.stop();
    },
    recall: presence.recall,
    stop() {
      stopped = true;
      sources.stop();
      voice.stop();
      presence.stop();
      session.close();
      waiting.length = 0;
      stopObserve();
      timer.stop();
      ui.stop();
      board.clear();
    },
  };
}
