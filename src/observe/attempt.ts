import type { Channel } from '../core/records.js';
import type { Ambient } from './channels/ambient.js';
import type { ControlState } from './channels/control-state.js';

/** Presses are followed this long; what comes later answers nothing any more (a slow click ends here too). */
export const ANSWER_WINDOW_MS = 7_000;

/** A press that is followed from the moment the pointer or key goes down until it is answered. */
export interface Attempt {
  readonly el: Element;
  /** It was made on a control that is switched off. */
  readonly off: boolean;
  /** When it went down, then when it was clicked. */
  at: number;
  /** Id of its press record; 0 until there is one. */
  id: number;
  /** The click has come: what is seen now is more than the look of a pressed button. */
  clicked: boolean;
  answer: Channel | undefined;
  busy: Channel | undefined;
  /** The address, the looks of the control, and the state of the controls around it, before. */
  readonly href: string;
  readonly look: string;
  readonly controls: ControlState;
}

/** One family of channels, running while a press is open. */
export interface ChannelPart {
  stop(): void;
  /** Looks for answers that no event tells. */
  probe?(attempt: Attempt): void;
  /** The next press begins while this one is open. */
  next?(attempt: Attempt): void;
}

/** What the channels see of the oracle. */
export interface Watch {
  /** Attempts without an answer. */
  readonly pending: ReadonlySet<Attempt>;
  readonly ambient: Ambient;
  /** The attempt being made in this very task, `other` for other input of the customer. */
  readonly task: Attempt | 'other' | undefined;
  /** Those that what happens now may answer: in a task of the customer's only the press made in it. */
  answerable(): Attempt[];
  answer(attempt: Attempt, channel: Channel, busy?: boolean): void;
  answerAll(channel: Channel, busy?: boolean): void;
}
