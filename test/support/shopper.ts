import type { Config } from '../../src/config/types.js';
import { createEngine, type Engine, type EngineOptions, type Output } from '../../src/engine/engine.js';
import { activeAt } from '../../src/journey/activity.js';
import { scoreAt } from '../../src/journey/struggle.js';
import type {
  Channel,
  Data,
  ErrorSource,
  FactsRecord,
  HelpRecord,
  HoldRecord,
  JournalRecord,
  PressRecord,
} from '../../src/core/records.js';
import type { Problem } from '../../src/core/problems.js';

export type SignalOutput = Extract<Output, { kind: 'signal' }>;
type Body<T> = T extends JournalRecord ? Omit<T, 'at'> : never;

/** A shopper on virtual time: says what they do, and keeps the records and everything the engine answers. */
export interface Shopper {
  readonly engine: Engine;
  readonly records: JournalRecord[];
  readonly outputs: Output[];
  readonly problems: Problem[];
  readonly now: number;
  /** Lets `ms` pass. */
  wait(ms: number): Shopper;
  feed(record: Body<JournalRecord>): Shopper;
  press(target: string, more?: Partial<PressRecord>): Shopper;
  effect(channel?: Channel, more?: { press?: number; busy?: true }): Shopper;
  view(path: string, how?: 'load' | 'route' | 'dom', steps?: string[]): Shopper;
  focus(field: string, kind?: 'text' | 'lookup' | 'long-text'): Shopper;
  type(field: string): Shopper;
  leave(field: string): Shopper;
  error(field: string, source?: ErrorSource, more?: { atLoad?: true }): Shopper;
  ok(field: string): Shopper;
  submit(form?: string): Shopper;
  emit(event: string, data?: Data): Shopper;
  facts(facts: FactsRecord['facts']): Shopper;
  step(step: string | null): Shopper;
  /** A request of the page's own that began `ms` ago ends now. */
  request(ms: number, more?: { status?: number; own?: boolean }): Shopper;
  exception(more?: { own?: boolean; kind?: 'error' | 'rejection' }): Shopper;
  scroll(): Shopper;
  hold(what: HoldRecord['what'], on: boolean): Shopper;
  /** The window or tab is left or taken up again. */
  page(visible: boolean, focused?: boolean): Shopper;
  /** Types on in `field` for `ms`, five keys a second. */
  typing(ms: number, field?: string): Shopper;
  /** Answers the newest offer as the ui would. */
  help(phase: HelpRecord['phase'], more?: Partial<HelpRecord>): Shopper;
  /** Names of the signals so far. */
  signals(): string[];
  /** The newest signal of this name, with everything it says. */
  signal(name: string): SignalOutput | undefined;
  /** Levels of struggle in the order they were told. */
  levels(): string[];
  /** The score of the step as it stands now. */
  score(): number;
  /** The gates of a trigger that are closed now. */
  closed(trigger: string): string[];
  /** `trigger phase` of everything told about help, in order. */
  helps(): string[];
  offers(): { offer: number; trigger: string; as: string; at: number }[];
}

const FORM = 'form';

export function shopper(config: Partial<Config> = {}, options: EngineOptions = {}): Shopper {
  const outputs: Output[] = [];
  const records: JournalRecord[] = [];
  const problems: Problem[] = [];
  const engine = createEngine(
    { version: 1, triggers: [], ...config },
    {
      seed: 'test',
      session: 's1',
      report: (code, path, message) => problems.push({ code, path, message }) > 0,
      ...options,
    },
  );
  engine.on((output) => outputs.push(structuredClone(output)));
  let now = engine.state.at;
  let presses = 0;
  const me: Shopper = {
    engine,
    records,
    outputs,
    problems,
    get now() {
      return now;
    },
    wait(ms) {
      now += ms;
      engine.advance(now);
      return me;
    },
    feed(body) {
      const record = { ...body, at: now } as JournalRecord;
      records.push(record);
      engine.feed(record);
      return me;
    },
    press: (target, more = {}) =>
      me.feed({
        type: 'press',
        id: ++presses,
        target,
        role: 'button',
        region: 'main',
        by: 'mouse',
        x: 100,
        y: 100,
        interactive: true,
        ...more,
      }),
    effect: (channel = 'mutation', more = {}) => me.feed({ type: 'effect', channel, ...more }),
    view: (path, how = 'load', steps = []) => me.feed({ type: 'view', how, path, steps }),
    focus: (field, kind = 'text') => me.feed({ type: 'field', what: 'focus', field, form: FORM, kind }),
    type: (field) =>
      me
        .feed({ type: 'key' })
        .feed({ type: 'field', what: 'input', field, form: FORM, kind: 'text', via: 'type' }),
    leave: (field) =>
      me.feed({ type: 'field', what: 'leave', field, form: FORM, kind: 'text', empty: false, valid: true }),
    error: (field, source = 'aria', more = {}) =>
      me.feed({ type: 'field-error', field, form: FORM, source, ...more }),
    ok: (field) => me.feed({ type: 'field-ok', field, form: FORM }),
    submit: (form = FORM) => me.feed({ type: 'submit', form, handled: true }),
    emit: (event, data = {}) => me.feed({ type: 'host', event, data }),
    facts: (facts) => me.feed({ type: 'facts', facts }),
    step: (step) => me.feed({ type: 'step', step }),
    request: (ms, { status = 200, own = true } = {}) =>
      me.feed({ type: 'request', start: now - ms, status, own }),
    exception: ({ own = true, kind = 'error' } = {}) => me.feed({ type: 'exception', own, kind }),
    scroll: () => me.feed({ type: 'scroll' }),
    hold: (what, on) => me.feed({ type: 'hold', what, on }),
    page: (visible, focused = visible) => me.feed({ type: 'page', visible, focused }),
    typing(ms, field = 'name') {
      for (let keys = Math.ceil(ms / 200); keys > 0; keys--) me.type(field).wait(200);
      return me;
    },
    help(phase, more = {}) {
      const offer = me.offers().at(-1)?.offer ?? 0;
      return me.feed({
        type: 'help',
        offer,
        phase,
        ...(phase === 'withheld' ? { why: 'anchor-missing' as const } : {}),
        ...more,
      });
    },
    signals: () => outputs.flatMap((o) => (o.kind === 'signal' ? [o.name] : [])),
    signal: (name) => outputs.findLast((o): o is SignalOutput => o.kind === 'signal' && o.name === name),
    levels: () => outputs.flatMap((o) => (o.kind === 'level' ? [o.level] : [])),
    score: () => scoreAt(engine.state.struggle, activeAt(engine.state.activity, now)),
    closed: (trigger) =>
      engine.why(trigger).flatMap(({ gates }) => gates.filter(({ pass }) => !pass).map(({ gate }) => gate)),
    helps: () => outputs.flatMap((o) => (o.kind === 'help' ? [`${o.trigger} ${o.phase}`] : [])),
    offers: () =>
      outputs.flatMap((o) =>
        o.kind === 'offer' ? [{ offer: o.offer, trigger: o.trigger, as: o.as, at: o.at }] : [],
      ),
  };
  // A wall clock: Monday 23 November 2026, 10:00 in Madrid.
  me.feed({ type: 'wall', wall: Date.UTC(2026, 10, 23, 9) });
  return me;
}
