import type { Report as ReportTo } from '../config/types.js';
import type { Happening, Place } from '../core/happenings.js';
import { hash, share } from '../core/hash.js';
import { LEAVING_MS } from '../core/leaving.js';
import type { JournalRecord } from '../core/records.js';
import { randomId } from '../core/random-id.js';
import { isObject } from '../core/sound.js';
import type { Config } from '../config/types.js';
import type { Engine, Output } from '../engine/engine.js';
import type { Heard, Told } from '../report/heard.js';
import { lastingKeys } from '../report/keys.js';
import type { ReportModule, ReportPort, Reports } from '../report/port.js';
import type { Antes } from './antes.js';
import type { Session } from './session.js';
import type { Store } from './storage.js';
import { heardIn, stageOf, toldOf } from './tap.js';
import { version } from './version.js';

/** Brings reporting: like the widgets, it is somewhere else for the script tag, for npm, and in the one-file build. */
export type LoadReport = () => Promise<ReportModule>;

/** Of this tab: the stream of what is reported, and what has not been. */
const KEY = 'antes.report';
const MAX_WAITING = 200;

/** Where outcomes go, if anywhere and if this visitor is in the sample. */
export function reportTo(config: Config, endpoint: string | undefined, seed: string): ReportTo | undefined {
  const to: ReportTo = { ...config.report, ...(endpoint !== undefined && { endpoint }) };
  // An empty one is nowhere: nobody would compare.
  const isNamed = [to.endpoint, to.otlp, to.call, to.dataLayer].some(Boolean);
  return isNamed && share(seed, 'report') < (to.sample ?? 1) ? to : undefined;
}

export interface ReportingDeps extends Omit<
  ReportPort,
  'to' | 'newId' | 'visit' | 'about' | 'kept' | 'off' | 'may' | 'overtaken'
> {
  readonly to: ReportTo | undefined;
  readonly load: LoadReport;
  readonly engine: Engine;
  readonly session: Session;
  /** The engine goes on from where the page before has left it: with numbers of its own for offers, events need a new stream. */
  readonly resumed: boolean;
  readonly tab: Store;
  readonly device: ReportPort['about']['device'];
  readonly on: Antes['on'];
  locale(): string;
  record(body: { readonly type: 'off'; readonly triggers: readonly string[] }): void;
}

/** Keeps what happens until reporting is there, and hands it on from then. */
export interface Reporting {
  output(output: Output): void;
  happened(happening: Happening): void;
  observed(record: JournalRecord): void;
  /** What is said is stored beside the session. */
  save(): void;
  leave(): void;
  /** Consent has been given, or was withdrawn. */
  consent(): void;
  stop(): void;
}

export function createReporting(deps: ReportingDeps): Reporting {
  const { to, load, engine, session, tab, clock, guard, on } = deps;
  let waiting: Heard[] = [];
  let kept: unknown;
  let reports: Reports | undefined;
  let state: 'off' | 'on' | 'stopped' = 'off';
  let cancelLate: (() => void) | undefined;

  const tell = guard('report', (told: Told, place: Place = engine.state.here.place, at?: number): void => {
    if (state !== 'on' || !session.may()) return;
    const one = heardIn(engine, told, place, at);
    if (reports) reports.heard([one]);
    else if (waiting.length < MAX_WAITING) waiting.push(one);
  });

  /** What nobody has changed since this session has stored it: whatever is in it may be reported. */
  const sumOf = (...all: readonly unknown[]): number => hash(JSON.stringify([session.id, ...all]));
  function begin(): void {
    state = 'on';
    const stored = tab.read(KEY);
    // A copy of another tab goes its own way.
    if (
      isObject(stored) &&
      stored['sum'] === sumOf(stored['waiting'], stored['kept']) &&
      deps.resumed &&
      !session.copied
    ) {
      kept = stored['kept'];
      waiting = stored['waiting'] as Heard[];
    }
    tell({ kind: 'here' });
    load().then(guard('report', come), () => {
      if (state === 'on') cancelLate = clock.after(LEAVING_MS, guard('report', missing));
    });
  }
  function missing(): void {
    deps.report('PART_FAILED', 'report', 'It could not be loaded; outcomes of this page wait for the next.');
  }
  function come({ startReport }: ReportModule): void {
    if (state !== 'on' || !session.may() || reports) return;
    const { id } = session;
    const hex = (text: string) => hash(text).toString(16).padStart(8, '0');
    reports = startReport({
      ...deps,
      to: to!,
      newId: randomId,
      about: {
        version,
        device: deps.device,
        lang: /^[a-z]{2,3}(?=-|$)/.exec(deps.locale().toLowerCase())?.[0] ?? 'und',
        ...(engine.holdout && { holdout: engine.holdout }),
      },
      // The same in all tabs, and of no use to find the session by.
      visit: hex(`visit ${id}`) + hex(`${id} visit`),
      kept,
      off: (triggers) => deps.record({ type: 'off', triggers }),
      may: session.still,
      overtaken: session.overtaken,
    });
    reports.heard(waiting.splice(0));
  }
  function consent(): void {
    if (state === 'stopped') return;
    if (session.still()) {
      if (to && state === 'off') begin();
      return;
    }
    reports?.forget();
    reports?.stop();
    reports = kept = undefined;
    waiting = [];
    state = 'off';
    cancelLate?.();
    tab.remove(KEY);
    // What earlier pages have left may be there without anybody to take it away.
    for (const key of lastingKeys()) deps.store.remove(key);
  }

  function keep(): void {
    const now = reports ? reports.kept() : kept;
    // With numbers from before, the next page would give them out twice.
    if (!tab.write(KEY, { waiting, kept: now, sum: sumOf(waiting, now) })) tab.remove(KEY);
  }
  function leave(): void {
    if (state !== 'on') return;
    reports?.leave();
    if (session.may()) keep();
  }

  const listening = [
    on('contact', ({ channel, reason, handoff }) =>
      tell({ kind: 'contact', channel, reason, handoff: handoff !== undefined }, undefined, clock.wall()),
    ),
    on('problem', ({ code }) => tell({ kind: 'problem', code }, undefined, clock.wall())),
  ];
  if (to && session.may()) begin();
  return {
    output(output) {
      if (state !== 'on') return;
      const told = toldOf(output);
      if (told) tell(told);
    },
    happened(happening) {
      if (state !== 'on') return;
      const told = stageOf(happening);
      if (told) tell(told, happening.place);
    },
    observed(record) {
      if (record.type === 'page' && !record.visible) leave();
      if (record.type === 'view' && record.how === 'restore') reports?.restored();
    },
    save() {
      if (state !== 'on') return;
      // Withdrawn in another tab.
      if (!session.may()) consent();
      else keep();
    },
    leave,
    consent,
    stop() {
      for (const off of listening) off();
      cancelLate?.();
      reports?.stop();
      // What starts next in this tab goes on with the numbers, unless a later page has.
      if (state === 'on' && session.may() && !session.overtaken()) keep();
      state = 'stopped';
    },
  };
}
