import { readConfig } from '../config/read.js';
import type { As, Config } from '../config/types.js';
import { parseDuration, parseTime } from '../core/duration.js';
import type { Level } from '../core/happenings.js';
import type { Problem } from '../core/problems.js';
import type { Data, FactsRecord, JournalRecord } from '../core/records.js';
import type { Visiting } from '../decide/state.js';
import { createPlayer, type Step } from '../replay/steps.js';
import { createTeller } from '../replay/teller.js';
import { explain, inTheWay, noSuchTrigger } from './explain.js';

export interface VisitOptions {
  /** What is known from the start. */
  readonly facts?: FactsRecord['facts'];
  /** Date and time at which it begins; a Monday at 10:00 in Madrid, if nothing is said. */
  readonly start?: string;
  readonly device?: Visiting['device'];
  /** What shares and variants are drawn from. */
  readonly seed?: string;
  /** Triggers with `"status": "test"` may show. */
  readonly test?: boolean;
  /** Anchors that are not on the page; all others are taken to be there. */
  readonly missing?: readonly string[];
}

/** Help that was shown. */
export interface Shown {
  readonly trigger: string;
  readonly as: As;
  readonly content: string;
  /** Milliseconds since the visit began. */
  readonly at: number;
  /** Why it left the screen; nothing while it is there. */
  readonly left?: string;
}

type More<Key extends keyof Step> = Partial<Pick<Step, Key>>;

/**
 * A visit without a page, on time of its own: says what the page sees, and tells what becomes of it. Everything is done at
 * once, and the same calls always end the same. What happens returns the visit, so that it reads as a story.
 */
export interface Visit {
  /** Milliseconds since it began. */
  readonly now: number;
  /** Lets time pass: `'2s'`, `'5m'`, or milliseconds. */
  wait(time: string | number): Visit;
  /** A page is on screen. */
  view(path: string, more?: More<'how' | 'shows'>): Visit;
  /** A control is pressed. The page answers after 0.1 s, unless `answered` is false. */
  press(target: string, more?: More<'answered' | 'by' | 'times' | 'disabled' | 'commit' | 'leads'>): Visit;
  /** The page answers the last press, whatever it is that it does. */
  effect(): Visit;
  /** Something is typed into a field, and the field is left. */
  fill(field: string, time?: string): Visit;
  /** Something is typed, and the field keeps the focus. */
  typing(field: string, time?: string): Visit;
  /** The page marks a field as wrong, or right again. */
  fieldError(field: string): Visit;
  fieldOk(field: string): Visit;
  submit(form?: string): Visit;
  /** A payment did not go through. */
  paymentFailure(code: string): Visit;
  /** A request of the page ends with this status; 0, if it was lost. */
  request(status: number, took?: string): Visit;
  /** The page tells of an event, as with `antes.emit()`. */
  emit(event: string, data?: Data): Visit;
  facts(facts: FactsRecord['facts']): Visit;
  step(id: string): Visit;
  /** A signal, as if it had been detected. */
  signal(name: string, more?: More<'target' | 'data' | 'weight'>): Visit;
  /** The customer does something with help that is on screen. */
  dismiss(trigger: string): Visit;
  act(trigger: string): Visit;
  solve(trigger: string): Visit;
  /** Any other step of a test (docs/replay.md), or a record of a journal as it is. */
  play(...steps: readonly Step[]): Visit;
  feed(record: JournalRecord): Visit;

  /** Triggers whose help is on screen now. */
  onScreen(): string[];
  /** All that was shown, in order. */
  shown(): Shown[];
  /** Names of the signals so far. */
  signals(): string[];
  level(): Level;
  /** What is in the way of a trigger now, in sentences; empty, if nothing is. */
  why(trigger: string): string[];

  /** These throw an error that says what has happened instead. */
  expectShown(trigger: string, more?: { readonly as?: As; readonly content?: string }): Visit;
  expectNotShown(trigger: string): Visit;
  /** It was not shown, and this gate is in its way. */
  expectWithheld(trigger: string, gate: string): Visit;
}

const MAX_WAIT_MS = 999_999;
const START = '2026-11-23T10:00:00+01:00';

/** Begins a visit under a configuration, which must be without a mistake. */
export function createVisit(config: Config, options: VisitOptions = {}): Visit {
  const problems: Problem[] = [];
  const sound = readConfig(config, (code, path, message) => problems.push({ code, path, message }) > 0);
  const { device, facts, missing = [], seed = 'test', start = START, test } = options;
  const signals: string[] = [];
  let level: Level = 'calm';
  const teller = createTeller(sound, {
    seed,
    session: 'test',
    ...(device && { device }),
    ...(test && { test }),
    missing: new Set(missing),
    report: (code, path, message) => problems.push({ code, path, message }) > 0,
    told(output) {
      if (output.kind === 'signal') signals.push(output.name);
      else if (output.kind === 'level') level = output.level;
    },
  });
  const wall = parseTime(start);
  if (Number.isNaN(wall)) throw new TypeError(`createVisit: start: '${start}' is no date and time`);
  if (problems.length > 0)
    throw new Error(
      `The configuration has mistakes:\n${problems.map(({ code, path, message }) => `  ${code} ${path}: ${message}`).join('\n')}`,
    );
  const player = createPlayer(teller, (until) => teller.advance(until));
  teller.feed({ type: 'wall', at: 0, wall });
  if (facts) teller.feed({ type: 'facts', at: 0, facts });
  const play = (step: Step): Visit => {
    player.play([step]);
    return visit;
  };
  const sourceOf = (trigger: string) => {
    const source = sound.triggers.find(({ id }) => id === trigger);
    if (!source) throw noSuchTrigger(trigger, sound);
    return source;
  };
  const attemptsOf = (trigger: string) => {
    const { id } = sourceOf(trigger);
    return teller.story(player.now).attempts.filter((one) => one.trigger === id);
  };
  const fail = (trigger: string, expected: string): never => {
    throw new Error(explain(expected, sourceOf(trigger), attemptsOf(trigger), teller.engine));
  };
  const shown = (): Shown[] =>
    teller
      .story(player.now)
      .attempts.flatMap(({ trigger, as, content, shown: at, left }) =>
        at === null ? [] : [{ trigger, as: as!, content: content!, at, ...(left === null ? {} : { left }) }],
      );
  const visit: Visit = {
    get now() {
      return player.now;
    },
    wait(time) {
      const ms = typeof time === 'number' ? time : parseDuration(time);
      if (ms === undefined || !(ms >= 0)) throw new TypeError(`wait: '${time}' is no duration, such as '2s'`);
      // In pieces that a duration can hold.
      for (let left = Math.round(ms); left > 0; left -= MAX_WAIT_MS)
        play({ wait: `${Math.min(left, MAX_WAIT_MS)}ms` });
      return visit;
    },
    view: (view, more) => play({ view, ...more }),
    press: (press, more) => play({ press, ...more }),
    effect: () => play({ record: { type: 'effect', channel: 'mutation' } as { type: string } }),
    fill: (fill, time) => play({ fill, ...(time && { for: time }) }),
    typing: (typing, time) => play({ typing, ...(time && { for: time }) }),
    fieldError: (error) => play({ error }),
    fieldOk: (ok) => play({ ok }),
    submit: (submit = 'form') => play({ submit }),
    paymentFailure: (code) => play({ emit: 'payment-failure', data: { code } }),
    request: (request, took) => play({ request, ...(took && { took }) }),
    emit: (emit, data) => play({ emit, ...(data && { data }) }),
    facts: (patch) => play({ facts: patch }),
    step: (step) => play({ step }),
    signal: (signal, more) => play({ signal, ...more }),
    dismiss: (dismiss) => play({ dismiss }),
    act: (act) => play({ act }),
    solve: (solve) => play({ solve }),
    play(...steps) {
      player.play(steps);
      return visit;
    },
    feed(record) {
      const { at, ...body } = record;
      if (at > player.now) visit.wait(at - player.now);
      return play({ record: body });
    },
    onScreen: () =>
      teller.engine.state.decide.screen.filter(({ leaving }) => !leaving).map(({ trigger }) => trigger),
    shown,
    signals: () => [...signals],
    level: () => level,
    why(trigger) {
      return inTheWay(teller.engine, sourceOf(trigger)).map(({ text }) => text);
    },
    expectShown(trigger, { as, content } = {}) {
      const good = attemptsOf(trigger).some(
        (one) =>
          one.shown !== null &&
          (as === undefined || one.as === as) &&
          (content === undefined || one.content === content),
      );
      const how = [as && ` as ${as}`, content && ` with '${content}'`].filter(Boolean).join('');
      return good ? visit : fail(trigger, `'${trigger}' to be shown${how}`);
    },
    expectNotShown: (trigger) =>
      attemptsOf(trigger).every((one) => one.shown === null)
        ? visit
        : fail(trigger, `'${trigger}' not to be shown`),
    expectWithheld(trigger, gate) {
      const attempts = attemptsOf(trigger);
      const closed = teller.engine.why(trigger)[0]?.gates.some((one) => one.gate === gate && !one.pass);
      const held = attempts.some(({ held: gates }) => gates.some((one) => one.gate === gate));
      return attempts.every((one) => one.shown === null) && (closed || held)
        ? visit
        : fail(trigger, `'${trigger}' to be withheld by ${gate}`);
    },
  };
  return visit;
}
