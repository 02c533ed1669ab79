import type { By, JournalRecord } from '../../../src/core/records.js';
import type { Attempt, Control } from '../browser.js';
import { pathOf, type Place, type Visit } from '../journey.js';
import type { Person } from '../person.js';

/** Something that goes wrong, and what somebody who is not fine does then. */
export interface Trouble {
  /** The signal that ought to come. */
  readonly signal: string;
  /** Where the same signal has several causes. */
  readonly variant?: string;
  /** Other signals that are right as well. */
  readonly also?: readonly string[];
  readonly on: Place;
  readonly by: readonly By[];
  /** The definition itself waits after the last act (a verdict, a time without answer). */
  readonly waits?: true;
  /** Plays it; the moment at which the definition is met. */
  play(visit: Visit): number;
}

export const ALL: readonly By[] = ['mouse', 'touch', 'key'];

/** Keys, fingers and assistive technology are asked for one press more. */
export const timesFor = (person: Person, times: number): number => times + (person.isCoarse ? 1 : 0);

/** A control that is there and does not work: nothing happens, or what is given. */
export function broken({ shop }: Visit, name: string, acts: (press: Attempt) => void = () => {}): Control {
  return { ...shop.button(name, 'at-once'), acts };
}

/** When the last record of a kind was told. */
export const lastOf = ({ browser }: Person, type: JournalRecord['type']): number =>
  browser.world.records.findLast((record) => record.type === type)?.at ?? 0;

/** Lets time pass, as people do who are not at ease: now and then the page moves meanwhile. */
function fidget(person: Person, ms: number): void {
  const until = person.now + ms;
  if (ms > FIDGET_MIN_MS && person.random.chance(0.3)) person.scroll(person.random.chance(0.5) ? 200 : -200);
  person.wait(Math.max(0, until - person.now));
}
/** There is time for a turn of the wheel in between. */
const FIDGET_MIN_MS = 600;

/** Presses so many times, so far apart; when the `nth` of them was. */
export function hammer(
  { person }: Visit,
  control: Control,
  times: number,
  gap: () => number,
  nth = times,
): number {
  let at = 0;
  for (let i = 1; i <= times; i++) {
    person.pressOnce(control);
    if (i === nth) at = lastOf(person, 'press');
    if (i < times) fidget(person, gap());
  }
  return at;
}

/** The page where it happened, once more. */
export function again({ person }: Visit, place: Place): void {
  person.wait(1_500);
  person.browser.load(pathOf(place));
  person.glance();
}
