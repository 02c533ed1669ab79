import type { By } from '../../src/core/records.js';
import { hash } from '../../src/core/hash.js';
import { CONFIG } from './config.js';
import { scene } from './journey.js';
import { PERSONAS } from './personas.js';
import { createSession, splice, type Persona, type Session } from './session.js';
import { run, type Run } from './run.js';
import { bootstrap, byar, median, wilson, type Interval } from './statistics.js';
import { TROUBLES, type Trouble } from './troubles/index.js';

const HOUR_MS = 3_600_000;
/** Before the definition is met, by more than the rounding of records: too early to be right. */
const EARLY_MS = 100;
/** A page that is slow to answer, and a person who waits, before the session goes on or is over. */
const TAIL_MS = 3_000;

export interface Figure extends Interval {
  readonly value: number;
}
export interface PersonaSeen {
  readonly name: string;
  readonly trap: string;
  readonly sessions: number;
  readonly activeMs: number;
  readonly signals: Readonly<Record<string, number>>;
  readonly offers: Readonly<Record<string, number>>;
}
export interface TroubleSeen {
  readonly trouble: Trouble;
  readonly by: By;
  readonly sessions: number;
  readonly hits: number;
  /** Of these, how many came before the definition was met. */
  readonly early: number;
  readonly delays: readonly number[];
  /** Signals that are neither the one looked for nor right besides. */
  readonly others: Readonly<Record<string, number>>;
  /** In how many sessions help was offered after it. */
  readonly helped: number;
}
export interface SignalFigures {
  readonly signal: string;
  readonly waits: boolean;
  readonly sessions: number;
  readonly recall: Figure;
  readonly precision: Figure;
  readonly delayMs: Figure;
  readonly falsePerHour: Figure;
  readonly early: number;
}
export interface Detected {
  readonly hours: number;
  readonly personas: readonly PersonaSeen[];
  readonly troubles: readonly TroubleSeen[];
  readonly signals: readonly SignalFigures[];
  readonly falseOffers: number;
  readonly falseOffersPerHour: Figure;
}

const WAYS: readonly By[] = ['mouse', 'mouse', 'touch', 'key'];

function play({ scenes, person }: Session, seed: string): Run {
  for (const { play: act } of scenes) act();
  person.wait(TAIL_MS);
  return run(person.browser.world.records, CONFIG, seed);
}
const add = (counts: Record<string, number>, name: string): void =>
  void (counts[name] = (counts[name] ?? 0) + 1);

/** So many sessions of somebody who is fine. Where their way of pressing is not what they are about, it varies. */
export function watch(persona: Persona, sessions: number, seed: number): PersonaSeen {
  const signals: Record<string, number> = {};
  const offers: Record<string, number> = {};
  let activeMs = 0;
  for (let i = 0; i < sessions; i++) {
    const name = `${seed} ${persona.name} ${i}`;
    const by = persona.anyWay ? { by: WAYS[i % WAYS.length]! } : {};
    const seen = play(createSession(persona, hash(name), by), name);
    activeMs += seen.activeMs;
    for (const one of seen.signals) add(signals, one.name);
    for (const one of seen.offers) add(offers, one.trigger);
  }
  const { name, trap } = persona;
  return { name, trap, sessions, activeMs, signals, offers };
}

/** A fluent session with a trouble put into it at a random place, so many times. */
export function trouble(one: Trouble, by: By, sessions: number, seed: number): TroubleSeen {
  const delays: number[] = [];
  const others: Record<string, number> = {};
  let [early, helped] = [0, 0];
  for (let i = 0; i < sessions; i++) {
    const name = `${seed} ${one.signal} ${one.variant ?? ''} ${by} ${i}`;
    const session = createSession(PERSONAS[0]!, hash(name), { by });
    let [begunAt, metAt] = [0, 0];
    const act = () => {
      begunAt = session.person.now;
      metAt = one.play(session);
    };
    const scenes = splice(session.scenes, one.on, [scene(one.on, act)], session.person.random);
    const { signals, offers } = play({ ...session, scenes }, name);
    const hit = signals.find(({ name: signal, at }) => signal === one.signal && at >= begunAt);
    if (hit) delays.push(Math.max(0, hit.at - Math.round(metAt)));
    if (hit && hit.at < metAt - EARLY_MS) early++;
    if (offers.some(({ at }) => at >= begunAt)) helped++;
    for (const { name: signal } of signals)
      if (signal !== one.signal && signal !== 'step-stall' && !one.also?.includes(signal))
        add(others, signal);
  }
  return { trouble: one, by, sessions, hits: delays.length, early, delays, others, helped };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
export const share = (hits: number, n: number): Figure => ({
  value: n === 0 ? Number.NaN : hits / n,
  ...wilson(hits, n),
});
export function rate(count: number, hours: number): Figure {
  const { low, high } = byar(count);
  return { value: count / hours, low: low / hours, high: high / hours };
}

function figuresOf(
  signal: string,
  personas: readonly PersonaSeen[],
  troubles: readonly TroubleSeen[],
  hours: number,
): SignalFigures {
  const mine = troubles.filter((one) => one.trouble.signal === signal);
  const hits = sum(mine.map((one) => one.hits));
  const sessions = sum(mine.map((one) => one.sessions));
  const benign = sum(personas.map((one) => one.signals[signal] ?? 0));
  const wrong = benign + sum(troubles.map((one) => one.others[signal] ?? 0));
  const delays = mine.flatMap((one) => one.delays);
  return {
    signal,
    waits: mine.some((one) => one.trouble.waits),
    sessions,
    recall: share(hits, sessions),
    precision: share(hits, hits + wrong),
    delayMs: { value: median(delays), ...bootstrap(delays, median, hash(signal)) },
    falsePerHour: rate(benign, hours),
    early: sum(mine.map((one) => one.early)),
  };
}

/** Everybody and everything. */
export function detect(perPersona: number, perTrouble: number, seed: number): Detected {
  const personas = PERSONAS.map((persona) => watch(persona, perPersona, seed));
  const troubles = TROUBLES.flatMap((one) => one.by.map((by) => trouble(one, by, perTrouble, seed)));
  const hours = sum(personas.map(({ activeMs }) => activeMs)) / HOUR_MS;
  const names = new Set([
    ...TROUBLES.map(({ signal }) => signal),
    ...personas.flatMap(({ signals }) => Object.keys(signals)),
  ]);
  const falseOffers = sum(personas.map(({ offers }) => sum(Object.values(offers))));
  return {
    hours,
    personas,
    troubles,
    signals: [...names].sort().map((signal) => figuresOf(signal, personas, troubles, hours)),
    falseOffers,
    falseOffersPerHour: rate(falseOffers, hours),
  };
}
