import type { Config, Trigger } from '../config/types.js';
import type { Engine } from '../engine/engine.js';
import { lacking } from '../replay/condition.js';
import type { Attempt } from '../replay/story.js';
import { sayAttempt, sayWhy, type Said } from '../why/why.js';

const clock = (ms: number): string =>
  `${Math.floor(ms / 60_000)}:${((ms % 60_000) / 1000).toFixed(1).padStart(4, '0')}`;

/** What stands in the way of a trigger now, and what its condition still lacks. */
export function inTheWay(engine: Engine, source: Trigger): Said['closed'] {
  const [trace] = engine.why(source.id);
  if (!trace || trace.state === 'shown') return [];
  const lacks = lacking(source.when, source.id, engine.state);
  return sayWhy(trace, { at: engine.state.at, lacks }).closed;
}

/** What was expected, what happened, and what stood in the way. */
export function explain(
  expected: string,
  source: Trigger,
  attempts: readonly Attempt[],
  engine: Engine,
): string {
  const lines = attempts.flatMap((one) => sayAttempt(one, { time: clock }));
  const happened = lines.map(({ at, text }) => `    ${clock(at)}  ${text}`);
  const closed = inTheWay(engine, source).map(({ gate, text }) => `    ${gate}: ${text}`);
  return [
    `Expected ${expected}.`,
    ...(happened.length > 0 ? ['  What happened:', ...happened] : ['  It was never armed.']),
    ...(closed.length > 0 ? [`  In its way at ${clock(engine.state.at)}:`, ...closed] : []),
  ].join('\n');
}

export const noSuchTrigger = (name: string, { triggers }: Config): Error =>
  new Error(
    `There is no trigger '${name}' in the configuration. There are: ${triggers.map(({ id }) => id).join(', ')}`,
  );
