import { isName, isObject, isWhole } from './visitor.js';

/** What went wrong is told of so many signals. */
const MAX_SIGNALS = 10;
/** Guides whose steps are remembered, and steps of one. */
const MAX_GUIDES = 20;
const MAX_STEPS = 20;
const MAX_FOLLOWED = 20;

/** What outlasts a page besides what the engine knows: lists, newest last. Stored with the session. */
export interface Notes {
  /** What went wrong: signals, and how often. */
  signals: readonly (readonly [name: string, count: number])[];
  /** Steps of guides that are done, by number. */
  ticks: readonly (readonly [guide: string, steps: readonly number[]])[];
  /** Links to a person that were followed, and what about. */
  followed: readonly string[];
}

const pairs = (value: unknown): readonly (readonly [string, unknown])[] =>
  Array.isArray(value)
    ? value.filter((one): one is [string, unknown] => Array.isArray(one) && isName(one[0]))
    : [];
const steps = (value: unknown): number[] =>
  Array.isArray(value) ? value.filter(isWhole).slice(0, MAX_STEPS) : [];

/** What of something stored makes sense: anybody can write there. */
export function soundNotes(stored: unknown): Notes {
  const { signals, ticks, followed } = isObject(stored) ? stored : {};
  return {
    signals: pairs(signals)
      .filter((one): one is [string, number] => isWhole(one[1]))
      .map(([name, count]): [string, number] => [name, count])
      .slice(-MAX_SIGNALS),
    ticks: pairs(ticks)
      .map(([guide, done]): [string, number[]] => [guide, steps(done)])
      .slice(-MAX_GUIDES),
    followed: (Array.isArray(followed) ? followed : []).filter(isName).slice(-MAX_FOLLOWED),
  };
}

export function noteSignal(notes: Notes, name: string, count: number): void {
  notes.signals = [...notes.signals, [name, count] as const].slice(-MAX_SIGNALS);
}

export const ticksOf = (notes: Notes, guide: string): readonly number[] =>
  notes.ticks.find(([name]) => name === guide)?.[1] ?? [];

export function noteTicks(notes: Notes, guide: string, done: readonly number[]): void {
  const others = notes.ticks.filter(([name]) => name !== guide);
  notes.ticks = [...others, [guide, done] as const].slice(-MAX_GUIDES);
}

/** Whether it is followed for the first time: who goes back and takes the same way again has not come twice. */
export function noteFollowed(notes: Notes, link: string): boolean {
  if (notes.followed.includes(link)) return false;
  notes.followed = [...notes.followed, link].slice(-MAX_FOLLOWED);
  return true;
}
