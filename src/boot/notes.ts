import { isObject } from '../core/sound.js';
import { isName } from './visitor.js';

/** So many of each are kept. */
const MAX = { signals: 10, ticks: 60, followed: 20 } as const;
type Kind = keyof typeof MAX;

/** What outlasts a page besides what the engine knows: lists, newest last. Stored with the session. */
export type Notes = Record<Kind, readonly string[]>;

/** What of something stored makes sense: anybody can write there. */
export function soundNotes(stored: unknown): Notes {
  const list = (kind: Kind): string[] => {
    const value = isObject(stored) ? stored[kind] : undefined;
    return Array.isArray(value) ? value.filter(isName).slice(-MAX[kind]) : [];
  };
  return { signals: list('signals'), ticks: list('ticks'), followed: list('followed') };
}

function note(notes: Notes, kind: Kind, added: readonly string[], keep = (_text: string) => true): void {
  notes[kind] = [...notes[kind].filter(keep), ...added].slice(-MAX[kind]);
}

/** A name with a number before it, as one text. */
const nameOf = (text: string): string => text.slice(text.indexOf(' ') + 1);
const numberOf = (text: string): number => parseInt(text, 10) || 0;

/** What went wrong, and how often. */
export const noteSignal = (notes: Notes, name: string, count: number): void =>
  note(notes, 'signals', [`${count} ${name}`]);
export const signalsIn = ({ signals }: Notes): { name: string; count: number }[] =>
  signals.map((text) => ({ name: nameOf(text), count: numberOf(text) }));

/** Steps of a guide that are done, by number. */
export const ticksOf = ({ ticks }: Notes, guide: string): number[] =>
  ticks.filter((text) => nameOf(text) === guide).map(numberOf);
export const noteTicks = (notes: Notes, guide: string, done: readonly number[]): void =>
  note(
    notes,
    'ticks',
    done.map((step) => `${step} ${guide}`),
    (text) => nameOf(text) !== guide,
  );

/** Whether a link to a person is followed for the first time: who goes back and takes it again has not come twice. */
export function noteFollowed(notes: Notes, link: string): boolean {
  const first = !notes.followed.includes(link);
  if (first) note(notes, 'followed', [link]);
  return first;
}
