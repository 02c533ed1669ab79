import { parseDuration } from '../core/duration.js';
import type { Happening } from '../core/happenings.js';
import type { Lookup } from '../core/matcher.js';
import type { JournalRecord } from '../core/records.js';
import { createDeadlineTimer } from '../core/timer.js';
import { createEngine } from '../engine/engine.js';
import { startObserve, type Observing } from '../observe/index.js';
import { createRecorder } from '../report/recorder.js';
import type { Answer } from '../state/stores.js';
import { createAsking } from './asking.js';
import { createBoard } from './board.js';
import { createDeciding } from './deciding.js';
import { deviceOf } from './device.js';
import { observingOf, phonesOf } from './observing.js';
import { createReporting, reportTo } from './reporting.js';
import type { Body, Runtime, RuntimeDeps } from './runtime-deps.js';
import { createSituation } from './situation.js';
import { createShowing } from './showing.js';
import { referencesIn } from './references.js';
import { createPort, tellAll, type PortDeps } from './port.js';
import { createPresence, sayAgain, type Said } from './presence.js';
import type { Sources } from '../sources/port.js';
import { startLazySources } from './sources.js';
import { createTeller } from './teller.js';
import { createLazyUi } from './ui.js';
import { version } from './version.js';
import { createVoice } from './voice.js';

/** The wall clock is told again when it and session time have drifted apart by more than this. */
const DRIFT_MS = 1_000;
const DEFAULT_MUTE_MS = 86_400_000;

/** Wires the rooms: what is observed goes to the engine, what it decides goes to the ui, and its answers come back. */
export function startRuntime(deps: RuntimeDeps): Runtime {
  const { window, session, clock, guard, report, emit } = deps;
  const to = reportTo(deps.config, deps.endpoint, session.seed);
  const visiting = {
    seed: session.seed,
    session: session.id,
    device: deviceOf(window),
    test: deps.debug,
    // Where nobody compares, nobody has to do without help.
    ...(to && deps.undenied && { reports: true }),
  };
  const listeners: PortDeps['listeners'] = new Set();
  const tellListeners = tellAll(listeners);
  const heard = (happening: Happening): void => {
    reporting.happened(happening);
    tellListeners(happening);
  };
  const known = { ...visiting, ...(session.visitor && { visitor: session.visitor }) };
  const engine = createEngine(deps.config, { ...known, report, heard, state: session.state });
  const config = { ...deps.config, triggers: engine.triggers };
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
  /** Facts that sources have told of this customer. The next page hears them from there, or somebody else is there. */
  const lent = new Set<string>();
  const ownFacts = () =>
    Object.fromEntries(Object.entries(engine.state.decide.facts).filter(([name]) => !lent.has(name)));

  const facts: Lookup = (name) =>
    Object.hasOwn(engine.state.decide.facts, name) ? engine.state.decide.facts[name] : undefined;

  /** Runs the engine; records that its own outputs lead to wait until it is done. */
  function pass(work?: () => void): void {
    if (busy || stopped) return;
    busy = true;
    // What fails in here is not the fault of whoever has fed the record.
    if (work) guard.run('engine', work);
    // `stop` empties the list, so that nothing is taken after it.
    for (let next = waiting.shift(); next; next = waiting.shift()) taken(next);
    busy = false;
    if (!stopped) timer.set(engine.next());
    ui.expect(engine.state.decide.pending);
  }

  function take(given: JournalRecord): void {
    // A timer may have been faster than what it raced with: the journal tells the order in which things were taken.
    const record = given.at < engine.state.at ? { ...given, at: engine.state.at } : given;
    recorder.add(record);
    engine.feed(record);
    if (record.type === 'facts' || record.type === 'host') sources?.heard(record);
  }

  const taken = guard('engine', take);

  /** Somebody has set the clock, or the machine has slept: it is told first. */
  function checkWall(at: number): void {
    const wall = clock.wall();
    if (Math.abs(engine.state.wallZero + at - wall) > DRIFT_MS) waiting.push({ type: 'wall', at, wall });
  }
  function feed(record: JournalRecord): void {
    // A page begins with being seen: what was waited for on the one before is not judged until then.
    if (record.type !== 'view') checkWall(record.at);
    waiting.push(record);
    pass();
  }
  const record = (body: Body<JournalRecord>) => feed({ ...body, at: session.now() });

  const soFar = createSituation(engine, session.id, session.notes);
  const reporting = createReporting({
    ...deps,
    config,
    ...deps.reporting,
    to,
    load: deps.loadReport,
    engine,
    resumed: engine.resumed,
    device: visiting.device,
    record,
  });
  engine.on((output) => {
    reporting.output(output);
    soFar.heard(output);
    teller(output);
  });

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

  const decided = createDeciding({
    engine,
    board,
    voice,
    present: showing.present,
    hear,
    save,
    record,
    emit,
  });
  const teller = createTeller(emit, decided);

  const asking = createAsking({ engine, isBusy: () => busy, observing: () => observing });
  function answer(offer: number, given: Answer): void {
    if (offer > 0) record({ type: 'help', offer, ...given });
    board.answered(offer, given.phase);
    if (given.phase === 'shown') asking.shown(offer);
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
  function settle(): void {
    checkWall(session.now());
    pass();
  }
  function save(): void {
    settle();
    const { decide } = engine.state;
    session.save({ ...engine.state, decide: { ...decide, facts: ownFacts() } }, presses);
    reporting.save();
    presence.saved();
  }
  const again = (step: string | null, history: boolean) =>
    deps.again({ step, facts: ownFacts() as Said['facts'] }, history);
  const presence = createPresence({
    clock,
    guard,
    session,
    after: deps.after,
    feed,
    hear,
    save,
    again: (history) => again(engine.state.here.named, history),
  });

  const turn = (work: () => void) => deps.turn(() => !stopped && work());
  const observe = () =>
    startObserve({
      window,
      clock,
      guard,
      turn,
      now: session.now,
      feed(seen) {
        presence.observed(seen);
        // What follows from it is told before the page is gone.
        reporting.observed(seen);
      },
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
  let observing: Observing | undefined;
  let sources: Sources | undefined;
  // Without it the page can still tell what happens.
  turn(() => (observing = guard.run('observe', observe)));
  turn(() => {
    sources = startLazySources(deps.loadSources, {
      ...deps,
      stores: board.stores,
      facts,
      tell(told) {
        for (const name of Object.keys(told)) if (!name.startsWith('incidents.')) lent.add(name);
        record({ type: 'facts', facts: told });
      },
    });
    if (config.policy?.launcher) ui.need();
    if (deps.after) sayAgain(deps.after.said, engine.state.decide.facts, record);
  });

  return {
    record,
    hears: (type) => !!observing?.hears(type),
    hear: (event) => observing?.hear(event),
    why(trigger) {
      pass(() => engine.advance(session.now()));
      return engine.why(trigger);
    },
    journal: () => recorder.journal(session.now()),
    engine,
    pass,
    present: showing.present,
    open: showing.open,
    ask: asking.ask,
    mute,
    save() {
      settle();
      guard.run('report', reporting.leave);
      save();
      voice.stop();
    },
    renew() {
      save();
      again(null, false);
    },
    recall: presence.recall,
    consent: reporting.consent,
    stop() {
      stopped = true;
      waiting.length = 0;
      for (const [part, one] of Object.entries({ reporting, sources, voice, presence, timer, ui }))
        guard.run(`stop/${part}`, () => one?.stop());
      observing?.stop();
      session.close();
      board.clear();
    },
  };
}
