import type { As, Config } from '../config/types.js';
import type { Report } from '../core/problems.js';
import type { HelpRecord, JournalRecord } from '../core/records.js';
import type { Signal } from '../core/happenings.js';
import type { Decision, Pending, Visiting, Visitor } from '../decide/state.js';
import { createEngine, type Engine, type Output } from '../engine/engine.js';
import type { Attempt, Story } from './story.js';

export interface TellerOptions extends Partial<Visiting> {
  /** Goes on from here: what was before the first record. */
  readonly state?: unknown;
  /** Anchors that are not on the page; all others are taken to be there. */
  readonly missing?: ReadonlySet<string>;
  readonly report?: Report;
  /** Hears all that the engine says, after it has been followed. */
  readonly told?: (output: Output) => void;
}

/**
 * Runs records through the engine under any config, and follows every trigger from being armed to what became of it.
 * The screen is imagined: what is offered is seen at once and stays until the engine takes it away, because what the
 * customer did with other help says nothing about this one.
 */
export interface Teller {
  readonly engine: Engine;
  /** Takes the next record. Recorded answers to help are passed over: they belong to what was shown then. */
  feed(record: JournalRecord): void;
  /** Lets time pass. */
  advance(at: number): void;
  /** A signal, as if it had been detected. */
  raise(signal: Pick<Signal, 'name' | 'target' | 'count' | 'weight' | 'evidence'>): void;
  /** The customer does something with help of this trigger; `false` if it is not on screen. */
  answer(trigger: string, phase: HelpRecord['phase']): boolean;
  /** The story so far. */
  story(until: number): Story;
}

export function createTeller(config: Config, options: TellerOptions = {}): Teller {
  const { missing = new Set() } = options;
  const attempts: Attempt[] = [];
  /** On their way, by trigger. */
  const open = new Map<string, Attempt>();
  /** The last one that was offered, by trigger, and all offers made. */
  const offers = new Map<string, Attempt>();
  const known = new Set<number>();
  const answers: HelpRecord[] = [];
  const shows = new Map(config.triggers.map((one) => [one?.id, one?.show]));
  let records = 0;
  let from: number | undefined;

  const engine = createEngine(config, { ...options, judged });
  const { state } = engine;
  engine.on((output) => {
    said(output);
    options.told?.(output);
  });
  for (const { offer, trigger, as, shownAt } of state.decide.screen) {
    // It belongs to what was before the recording, and is no part of the story.
    known.add(offer);
    offers.set(trigger, fresh(trigger, { armedAt: state.at, because: '' }));
    if (shownAt === null) see(offer, trigger, as);
  }

  function fresh(trigger: string, { armedAt, because }: Pick<Pending, 'armedAt' | 'because'>): Attempt {
    return {
      trigger,
      armed: armedAt,
      because,
      due: null,
      shown: null,
      as: null,
      content: null,
      held: [],
      end: 'waiting',
      gate: null,
      ended: null,
      left: null,
      solved: null,
    };
  }

  function begin(trigger: string, pending: Pick<Pending, 'armedAt' | 'because'>): Attempt {
    const attempt = fresh(trigger, pending);
    attempts.push(attempt);
    open.set(trigger, attempt);
    return attempt;
  }

  const heldBy = (attempt: Attempt, gate: string | null) => attempt.held.find((one) => one.gate === gate);

  /** Until now, this was the gate in the way. */
  function release(attempt: Attempt): void {
    const held = heldBy(attempt, attempt.gate);
    if (held) held.until = state.at;
  }

  /** A gate is in the way now. */
  function hold(attempt: Attempt, gate: string): void {
    release(attempt);
    attempt.gate = gate;
    const now = engine.why(attempt.trigger)[0]?.gates.find((one) => one.gate === gate);
    const value = now?.value ?? gate;
    const before = heldBy(attempt, gate);
    if (before) Object.assign(before, { until: state.at, value, ...(now?.data && { data: now.data }) });
    else
      attempt.held.push({
        gate,
        at: state.at,
        until: state.at,
        value,
        ...(now?.data && { data: now.data }),
      });
  }

  function close(attempt: Attempt, end: Attempt['end']): void {
    release(attempt);
    attempt.end = end;
    attempt.ended = end === 'shown' ? null : state.at;
    open.delete(attempt.trigger);
  }

  /** Compares what is on its way with what was. Nearly always there is nothing. */
  function judged(): void {
    const { pending } = state.decide;
    for (const id of Object.keys(pending)) {
      const now = pending[id]!;
      const attempt = open.get(id) ?? begin(id, now);
      attempt.due = now.dueAt;
      if (now.heldBy === attempt.gate) continue;
      if (now.heldBy !== null) hold(attempt, now.heldBy);
      else {
        release(attempt);
        attempt.gate = null;
      }
    }
    if (open.size === 0) return;
    for (const [id, attempt] of open) if (pending[id] === undefined) close(attempt, 'gone');
  }

  function said(output: Output): void {
    if (output.kind === 'offer') offered(output);
    else if (output.kind === 'leave') answers.push(answerTo(output.offer, 'gone'));
    else if (output.kind === 'help') helped(output);
  }

  const answerTo = (offer: number, phase: HelpRecord['phase']): HelpRecord => ({
    type: 'help',
    at: state.at,
    offer,
    phase,
  });

  /** The ui's part: shown in its own form, or in what stands for it where its anchor is missing. */
  function see(offer: number, trigger: string, as: As): void {
    const { anchor, orElse = 'badge' } = shows.get(trigger) ?? {};
    const gone = anchor !== undefined && missing.has(anchor) && as !== 'badge';
    if (gone && orElse === 'nothing') answers.push({ ...answerTo(offer, 'withheld'), why: 'anchor-missing' });
    else answers.push({ ...answerTo(offer, 'shown'), ...(gone ? { as: orElse } : {}) });
  }

  function offered({ offer, trigger, content, as, because, at }: Extract<Decision, { kind: 'offer' }>): void {
    // What comes back after a page load has been told of already.
    if (!known.has(offer)) {
      const attempt = open.get(trigger) ?? begin(trigger, { armedAt: at, because });
      Object.assign(attempt, { due: attempt.due ?? at, content, as });
      close(attempt, 'shown');
      attempt.gate = null;
      known.add(offer);
      offers.set(trigger, attempt);
    }
    see(offer, trigger, as);
  }

  function helped({ trigger, phase, as, gate, at }: Extract<Decision, { kind: 'help' }>): void {
    const seen = offers.get(trigger);
    if (phase === 'withheld') {
      const told = seen?.end === 'shown' && seen.shown === null;
      const attempt = told ? seen : (open.get(trigger) ?? begin(trigger, { armedAt: at, because: '' }));
      attempt.as = as;
      if (gate === 'holdout' || gate === 'experiment') attempt.due ??= at;
      if (gate !== undefined) hold(attempt, gate);
      close(attempt, 'withheld');
    } else if (seen && phase === 'shown') {
      seen.shown = at;
      seen.as = as;
    } else if (seen && phase === 'solved') seen.solved ??= at;
    if (seen && seen.left === null && !['shown', 'withheld', 'opened', 'acted'].includes(phase)) {
      seen.left = phase;
      seen.ended = at;
    }
  }

  /** The ui answers once the engine is done with what it was doing, as on a page. */
  function drain(): void {
    for (let next = answers.shift(); next; next = answers.shift()) engine.feed(next);
  }

  /** What was on the page before is gone with it, unless it came back. */
  function loaded(): void {
    for (const [trigger, attempt] of offers) {
      if (attempt.ended !== null || state.decide.screen.some((one) => one.trigger === trigger)) continue;
      attempt.left = 'page left';
      attempt.ended = state.at;
    }
  }

  function advance(at: number): void {
    // One deadline at a time: the answer to an offer comes before the next one.
    for (let next = engine.next(); next !== null && next <= at; next = engine.next()) {
      engine.advance(next);
      drain();
    }
    engine.advance(at);
  }

  drain();
  return {
    engine,
    feed(given) {
      if (given.type === 'help') return;
      const record = given.at < state.at ? { ...given, at: state.at } : given;
      from ??= record.at;
      records++;
      // What was waited for on the page before is judged on the new one.
      const isLoad = record.type === 'view' && record.how === 'load';
      if (!isLoad) advance(record.at);
      engine.feed(record.type === 'visitor' ? { ...record, visitor: others(record.visitor) } : record);
      drain();
      if (isLoad) loaded();
    },
    advance,
    raise(signal) {
      const { step, journey } = state.here.place;
      engine.raise({ at: state.at, step, journey, because: 'the test says so', ...signal });
      drain();
    },
    answer(trigger, phase) {
      const one = state.decide.screen.findLast((other) => other.trigger === trigger && !other.leaving);
      if (!one) return false;
      engine.feed(answerTo(one.offer, phase));
      drain();
      return true;
    },
    story(until) {
      advance(Math.max(until, state.at));
      // As things stand at the end.
      for (const attempt of open.values()) if (attempt.gate !== null) hold(attempt, attempt.gate);
      return { attempts, until: state.at, ms: state.at - (from ?? state.at), records };
    },
  };

  /** What was known of this visitor, without what was shown in this very session under the config of then. */
  function others(visitor: unknown): Visitor {
    const { displays, ...rest } = visitor as Visitor;
    return { ...rest, displays: displays.filter(({ session }) => session !== (options.session ?? '')) };
  }
}
