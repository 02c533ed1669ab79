import type { Condition, EventPattern } from '../config/types.js';
import { countId } from '../core/count-id.js';
import { parseDuration } from '../core/duration.js';
import { compileFilter } from '../core/matcher.js';
import type { Data } from '../core/records.js';
import type { EngineState } from '../engine/engine.js';
import { activeAt } from '../journey/activity.js';
import { scoreOf } from '../journey/scores.js';

/** How far one part of a condition has come. Plain data; `why/part.ts` makes sentences of it. */
export interface Part {
  readonly kind:
    | 'event'
    | 'sequence'
    | 'after'
    | 'notYet'
    | 'struggle'
    | 'effort'
    | 'exit'
    | 'factUnknown'
    | 'factOdd'
    | 'fact';
  readonly met: boolean;
  /** It stands under a `not`: it must not be met. */
  readonly negated?: true;
  readonly data: Data;
}

/** What a condition still lacks: of `all` each part that fails, of `any` every one. Nothing, if it is met. */
export function lacking(condition: Condition, trigger: string, state: EngineState): Part[] {
  return walk(condition, `${trigger}/when`, state, false).lacks;
}

/** Of what is not known, or of another kind than asked for, there is no opposite. */
const UNKNOWN: readonly Part['kind'][] = ['factUnknown', 'factOdd'];

interface Walked {
  readonly met: boolean;
  readonly lacks: Part[];
}

/** Goes by the names that the compiled condition gives to what it remembers (decide/conditions.ts, decide/heads). */
function walk(node: Condition, id: string, state: EngineState, negated: boolean): Walked {
  if ('all' in node || 'any' in node) {
    const isAll = 'all' in node !== negated;
    const children = ('all' in node ? node.all : node.any).map((child, i) =>
      walk(child, `${id}.${i}`, state, negated),
    );
    const met = isAll ? children.every((one) => one.met) : children.some((one) => one.met);
    return { met, lacks: met ? [] : children.flatMap(({ lacks }) => lacks) };
  }
  if ('not' in node) return walk(node.not, `${id}.n`, state, !negated);
  const parts = leaf(node, id, state).map((part): Part => (negated ? { ...part, negated } : part));
  // Several facts of one condition must all match; under `not`, one that does not is enough.
  const good = (part: Part) => part.met !== negated && !UNKNOWN.includes(part.kind);
  const met = negated ? parts.some(good) : parts.every(good);
  return { met, lacks: met ? [] : parts.filter((part) => !good(part)) };
}

type Leaf = Exclude<Condition, { all: unknown } | { any: unknown } | { not: unknown }>;

function leaf(node: Leaf, id: string, state: EngineState): Part[] {
  if ('event' in node) return [happened(node, id, state)];
  if ('sequence' in node) return [ran(node, id, state)];
  if ('after' in node) return [waited(node, id, state)];
  if ('score' in node) {
    const score = scoreOf(state, node.score, activeAt(state.activity, state.at));
    const n = Math.round(score * 100) / 100;
    return [{ kind: node.score, met: score > node.above, data: { n, above: node.above } }];
  }
  const { facts } = state.decide;
  return Object.entries(node.facts).map(([fact, matcher]): Part => {
    const value = Object.hasOwn(facts, fact) ? facts[fact] : undefined;
    const verdict = compileFilter({ [fact]: matcher }, '')(() => value, state.wallZero + state.at);
    if (value === undefined && verdict === undefined)
      return { kind: 'factUnknown', met: false, data: { fact } };
    const data = { fact, value: String(value) };
    return verdict === undefined
      ? { kind: 'factOdd', met: false, data }
      : { kind: 'fact', met: verdict, data };
  });
}

type Node<Key extends string> = Extract<Leaf, Record<Key, unknown>>;

const MAX_SAID = 60;

/** With what its data must be, or "0 times" would be a riddle where it happened with other data. */
function called({ event, where }: EventPattern): string {
  if (where === undefined) return event;
  const tests = Object.entries(where).map(([key, matcher]) => {
    const values = typeof matcher === 'object' && 'in' in matcher ? matcher.in : matcher;
    if (typeof values !== 'object') return `${key}: ${values}`;
    return `${key}: ${Array.isArray(values) ? values.join(', ') : JSON.stringify(values)}`;
  });
  const said = tests.join('; ');
  return `${event} (${said.length > MAX_SAID ? `${said.slice(0, MAX_SAID - 1)}…` : said})`;
}

function happened(node: Node<'event'>, id: string, state: EngineState): Part {
  const { event, min = 1, within, distinct, per = 'journey' } = node;
  const { cells, visitor } = state.decide;
  const lives = per === 'visitor';
  const cell = (lives ? visitor.counts : cells)?.[countId(per, id, event)] ?? {};
  const now = state.at + (lives ? state.wallZero : 0);
  const window = parseDuration(within);
  const times = distinct === undefined ? (cell.t ?? []) : (cell.d ?? []).map(([, at]) => at);
  const here = per !== 'step' || cell.visit === state.here.place.visit;
  const n = here ? times.filter((at) => window === undefined || Math.abs(now - at) <= window).length : 0;
  return {
    kind: 'event',
    met: n >= min,
    data: { event: called(node), n, min, ...(window === undefined ? {} : { within: window }) },
  };
}

function ran({ sequence, within }: Node<'sequence'>, id: string, state: EngineState): Part {
  const { p = [], m } = state.decide.cells[id] ?? {};
  const window = parseDuration(within)!;
  const met = typeof m === 'number';
  const n = met
    ? sequence.length
    : p.findLastIndex((start) => start !== null && state.at - start <= window) + 1;
  const next = (sequence[Math.min(n, sequence.length - 1)] as EventPattern).event;
  return { kind: 'sequence', met, data: { n, of: sequence.length, next, within: window } };
}

function waited(node: Node<'after'>, id: string, state: EngineState): Part {
  const { s, m } = state.decide.cells[id] ?? {};
  const { event } = node.after;
  const met = typeof m === 'number';
  if (typeof s !== 'number') return { kind: 'notYet', met, data: { event } };
  const time = (node.clock ?? 'active') === 'active' ? activeAt(state.activity, state.at) : state.at;
  return { kind: 'after', met, data: { event, since: time - s, for: parseDuration(node.for)! } };
}
