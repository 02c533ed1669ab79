/** Presses and what became of them. */

/** The way a customer pressed: a pointer by its kind, a key, or assistive technology (a click with neither). */
export type By = 'mouse' | 'touch' | 'pen' | 'key' | 'assist';

/** Where an answer to a press showed itself. */
export type Channel =
  | 'mutation' // the page changed, outside parts that change by themselves
  | 'control' // a form control changed state
  | 'focus' // the focus moved
  | 'scroll'
  | 'selection'
  | 'route' // the address changed without a page load
  | 'navigation' // the page is being left
  | 'request' // a request was started by it (known from resource timing once it has ended)
  | 'dialog' // a dialog, popover or details element opened or closed, or help that the page has asked for came
  | 'window' // another window, tab or system dialog took the focus
  | 'media'
  | 'clipboard';

/** Why a press can say nothing about the page: it is kept for context, never judged. */
export type Exempt =
  | 'text' // a text surface: placing a caret changes nothing
  | 'unobservable' // canvas, video, iframe, native pickers, downloads: the answer cannot be seen from here
  | 'satisfied' // already in the state asked for: a checked radio, the current tab
  | 'wake-up' // the click that gave the window its focus back
  | 'modified' // right button, or with a modifier key
  | 'selection'; // selected text, or cleared a selection

/** What a customer did to a thing without activating it. */
export type Gesture =
  | 'tap' // touched, and no click came: neither a scroll nor a pinch
  | 'swipe' // one finger moved across it, and the page did not scroll natively
  | 'key'; // Enter or Space where they activate nothing

/** How long a press may still be answered, in pages and in recordings: later changes are no answer to it. */
export const ANSWER_MAX_MS = 7_000;
/** So long, where the page shows that it is at work. */
export const BUSY_MAX_MS = 60_000;

/** How close to a control a finger must come down to have been meant for it: about the width of a fingertip. */
export const NEAR_PX = 48;

/** A customer activated, or tried to activate, something. */
export interface PressRecord {
  readonly type: 'press';
  readonly at: number;
  /** Counts up within a session; effects name it. */
  readonly id: number;
  /** Stable name of the control, the same after a re-render. Made of the page's own names and structure, never of text. */
  readonly target: string;
  readonly role: string;
  /** Stable name of the nearest form, dialog, landmark or named part around it. */
  readonly region: string;
  readonly by: By;
  /** Page position in CSS pixels, rounded to 10. 0 for keys. */
  readonly x: number;
  readonly y: number;
  /** The target is something that promises to react. */
  readonly interactive: boolean;
  /** An attempt on a disabled control (`disabled`, `aria-disabled`, or found under the point). */
  readonly disabled?: true;
  readonly exempt?: Exempt;
  /** The control that completes a step (`commit`, `data-antes-commit`). */
  readonly commit?: true;
  /** Tried, but not activated: see {@link Gesture}. Never judged as an ordinary press. */
  readonly gesture?: Gesture;
  /** No control, yet it looks like one: a hand cursor, underlined, the class of a button. */
  readonly affords?: true;
  /** A touch that hit no control: the name of the nearest one, if it is within {@link NEAR_PX} of the finger. */
  readonly near?: string;
  /** Which of its states the control was in before the press, numbered in the order in which they were first seen. */
  readonly state?: number;
  /** It leads to a person: a `tel:` or `mailto:` link, the declared number, a declared channel. */
  readonly leads?: 'phone' | 'mail' | 'chat';
  /** Answered already between pointer-down and click. */
  readonly answer?: Channel;
}

/** The page answered. Without `press` it answers every open press that began before it. */
export interface EffectRecord {
  readonly type: 'effect';
  readonly at: number;
  readonly channel: Channel;
  readonly press?: number;
  /** Only progress is shown (spinner, `aria-busy`): the press was heard, its answer is still outstanding. */
  readonly busy?: true;
  /** What was told before of this press was no answer: its place goes on changing by itself. The press is open again. */
  readonly undone?: true;
}

/** The page could not react for a while around a press. */
export interface FreezeRecord {
  readonly type: 'freeze';
  readonly at: number;
  /** How long, rounded to 10. */
  readonly ms: number;
  /** Id of the press. */
  readonly press: number;
}
