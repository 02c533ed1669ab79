import type { Condition } from '../config/types.js';
import type { Happening } from '../core/happenings.js';
import { compileFilter, ConfigError, type Lookup } from '../core/matcher.js';
import { identifier, object, only } from './expect.js';
import { absence } from './heads/absence.js';
import { event as happened } from './heads/event.js';
import { all, any, not } from './heads/logic.js';
import { sequence } from './heads/sequence.js';
import { facts, score } from './heads/state.js';
import type { Build, Head, Judging, Pattern, Rule, Test, UsedFact, UsedScore } from './rule.js';

/** Every kind of condition by its head word. */
const HEADS: Readonly<Record<string, Head>> = {
  event: happened,
  sequence,
  after: absence,
  score,
  facts,
  all,
  any,
  not,
};
const HEAD_WORDS = Object.keys(HEADS);

/** `{event, where}` as a test for one happening. */
function pattern(value: unknown, at: string): Pattern {
  const node = object(value, at) as Readonly<Record<string, unknown>>;
  only(node, ['event', 'where'], at);
  const event = identifier(node['event'], `${at}/event`);
  if (node['where'] === undefined) return { event, matches: () => true };
  const test = compileFilter(node['where'], `${at}/where`);
  return { event, matches: ({ data }, now) => test(lookupIn(data), now.wall) === true };
}

const lookupIn =
  (data: Happening['data']): Lookup =>
  (name) =>
    Object.hasOwn(data, name) ? data[name] : undefined;

/** Compiles one condition and all below it. Throws {@link ConfigError}; `key` names its cells. */
export function compileCondition(condition: Condition, path: string, key: string): Rule {
  const hears = new Map<string, ((happening: Happening, now: Judging) => void)[]>();
  const names: UsedFact[] = [];
  const resets: ((now: Judging) => void)[] = [];
  const clocks = new Map<string, (now: Judging) => void>();
  const scores: UsedScore[] = [];

  function compile(value: unknown, at: string, id: string, negated: boolean): Test {
    const node = object(value, at) as Readonly<Record<string, unknown>>;
    const words = HEAD_WORDS.filter((word) => Object.hasOwn(node, word));
    const word = words[0];
    if (word === undefined || words.length > 1) {
      throw new ConfigError(
        at,
        `expected exactly one of ${HEAD_WORDS.join(', ')}, found ${words.join(' and ') || 'none'}`,
      );
    }
    const head = HEADS[word]!;
    only(node, head.keys, at);
    const build: Build = {
      at,
      id,
      negated,
      lasting: (now) => now.since !== undefined && !negated,
      hear(name, fn) {
        const list = hears.get(name);
        if (list) list.push(fn);
        else hears.set(name, [fn]);
      },
      clock: (fn) => void clocks.set(id, fn),
      reset: (fn) => void resets.push(fn),
      usesFacts: (used) => void names.push(...used),
      usesScore: (name, above) => void scores.push({ name, above, negated }),
      pattern,
      inside: (child, childAt, childId, opposite = false) =>
        compile(child, childAt, childId, negated !== opposite),
    };
    return head.compile(node, build);
  }

  const test = compile(condition, path, key, false);
  return {
    hears,
    facts: names,
    scores,
    test,
    due: (id, now) => clocks.get(id)?.(now),
    consume: (now) => resets.forEach((reset) => reset(now)),
  };
}
