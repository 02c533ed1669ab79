import type { Channel } from '../core/records.js';
import type { ControlState } from './controls.js';

/** A press that is followed from the moment the pointer or key goes down until it is answered. */
export interface Attempt {
  readonly el: Element;
  /** It was made on a control that is switched off. */
  readonly off: boolean;
  /** When it went down. */
  readonly down: number;
  /** When it went down, then when it was clicked. */
  at: number;
  /** Id of its press record; 0 until the click, and what is seen until then may be the look of a pressed button. */
  id: number;
  /** A finger is moving across it: what follows the finger is an answer, scrolling included. */
  swipe?: true;
  /** By what the page has asked for help because of it. */
  asked?: string[];
  answer?: Channel | undefined;
  busy?: Channel | undefined;
  /** How many changes it rests on that may yet turn out to come by themselves; 0 for a certain answer. */
  doubts: number;
  /** The press gave the page a permission, see `USED_MS`. */
  active?: boolean | undefined;
  /** The address, and the state of the controls around it, before. */
  readonly href: string;
  readonly controls: ControlState;
}

/** What the channels see of the oracle. */
export interface Watch {
  /** Attempts without a certain answer. */
  readonly pending: ReadonlySet<Attempt>;
  /** What the customer is doing in this very task: a press, or other input. */
  task: Attempt | 'other' | undefined;
  /** Those that what happens now may answer: in a task of the customer's only the press made in it. */
  answerable(): Attempt[];
  answer(attempt: Attempt, channel: Channel, busy?: boolean): void;
  /** An answer that may be taken back, by calling what this returns. */
  guess(attempt: Attempt, channel: Channel, busy?: boolean): () => void;
  answerAll(channel: Channel, busy?: boolean): void;
}
