import type { PartSentence, WhySentences } from '../messages/why/types.js';
import type { Part } from '../replay/condition.js';
import { fillIn, sayTime } from './words.js';

const TIMES = ['within', 'since', 'for'];

/** How far a part of a condition has come: `“payment-failure” happened 1 of 2 times in 10 min`. */
export function sayPart(words: WhySentences, { kind, negated, data }: Part): string {
  const number = new Intl.NumberFormat(words.lang);
  const values = Object.fromEntries(
    Object.entries(data).map(([name, value]) => [
      name,
      typeof value !== 'number'
        ? String(value)
        : TIMES.includes(name)
          ? sayTime(words, value)
          : number.format(value),
    ]),
  );
  const part = fillIn(words.parts[kind === 'event' ? eventSentence(data) : kind], values);
  return negated ? fillIn(words.parts.mustNot, { part }) : part;
}

/** Once is the ordinary case, and is said without counting. */
function eventSentence({ n, min, within }: Part['data']): PartSentence {
  if (min === 1) return n === 0 ? 'eventNever' : 'eventDone';
  return within === undefined ? 'event' : 'eventWithin';
}
