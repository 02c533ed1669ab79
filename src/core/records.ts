/**
 * Records: the smallest things a page tells. Plain, serialisable, timed, and free of anything the customer
 * typed or read. A journal is a list of them; the same list always leads to the same signals and decisions.
 *
 * `at` is whole milliseconds of session time: monotonic, continued over page loads (see boot/session.ts).
 */

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
  | 'dialog' // a dialog, popover or details element opened or closed
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
}

/** Something happened in a form field; never what was typed, nor how much of it. */
export interface FieldRecord {
  readonly type: 'field';
  readonly at: number;
  /** `refuse`: the page did not take what was pasted. */
  readonly what: 'focus' | 'input' | 'change' | 'leave' | 'refuse';
  readonly field: string;
  readonly form: string;
  /** Long answers and things to look up elsewhere are given more time. */
  readonly kind: 'text' | 'long-text' | 'lookup' | 'choice' | 'search';
  /** On `change` of a choice or number: which of its states, numbered in the order in which they were first seen. */
  readonly state?: number;
  readonly via?: 'type' | 'delete' | 'clear' | 'paste' | 'autofill';
  /** On `leave`: whether something is in the field, and whether the browser finds it valid. */
  readonly empty?: boolean;
  readonly valid?: boolean;
}

/** How an error in a field became known. */
export type ErrorSource = 'invalid' | 'aria' | 'linked' | 'text' | 'summary' | 'class' | 'host';

export interface FieldErrorRecord {
  readonly type: 'field-error';
  readonly at: number;
  readonly field: string;
  readonly form: string;
  readonly source: ErrorSource;
  /** It was in the page when it loaded (server-side validation). */
  readonly atLoad?: true;
  /** The message is the one this field showed before (compared by an in-memory hash). */
  readonly same?: true;
}

/**
 * The page says that something went wrong, not at one field: an alert, a toast, a text newly shown beside the button that
 * was pressed, a summary, a title that begins with "Error". What it says is not kept.
 */
export interface MessageRecord {
  readonly type: 'message';
  readonly at: number;
  readonly source: 'alert' | 'toast' | 'near' | 'summary' | 'title';
  readonly region: string;
  /** It was in the page when it loaded. */
  readonly atLoad?: true;
  /** The same message as the one before it in this region (compared by an in-memory hash). */
  readonly same?: true;
}

/** A field that was in error no longer is. */
export interface FieldOkRecord {
  readonly type: 'field-ok';
  readonly at: number;
  readonly field: string;
  readonly form: string;
}

export interface SubmitRecord {
  readonly type: 'submit';
  readonly at: number;
  readonly form: string;
  /** Search and filter forms: sending them again is no failure. */
  readonly search?: true;
  /** The page handles it by script. */
  readonly handled?: true;
}

export interface ExceptionRecord {
  readonly type: 'exception';
  readonly at: number;
  readonly kind: 'error' | 'rejection';
  /** Thrown by the page's own code, as far as its file tells. */
  readonly own: boolean;
}

/** The customer sees a page, or a part of it that is a step. */
export interface ViewRecord {
  readonly type: 'view';
  readonly at: number;
  readonly how: 'load' | 'route' | 'restore' | 'dom';
  /** Path without query and fragment; segments that look like ids are `:id`. */
  readonly path: string;
  /** Tells whether two views have the same address: 16 bits of a hash salted for this session, too few to tell which. */
  readonly address?: number;
  /** The customer reloaded the page. */
  readonly reload?: true;
  /** The customer went through the browser's history. */
  readonly history?: true;
  /** There is something to fill in on it. */
  readonly asks?: true;
  /** Steps whose selector or `data-antes-step` is in the page, as `journey/step` or `step`. */
  readonly steps: readonly string[];
}

/** `antes.step()`: the page names the step itself, or stops doing so. */
export interface StepRecord {
  readonly type: 'step';
  readonly at: number;
  readonly step: string | null;
}

export interface PageRecord {
  readonly type: 'page';
  readonly at: number;
  readonly visible: boolean;
  readonly focused: boolean;
}

/** A key went down somewhere: at most one per {@link TYPING_GRAIN_MS}. Which key is not kept. */
export interface KeyRecord {
  readonly type: 'key';
  readonly at: number;
}

/** A shortcut of the browser's, or the way out of something. */
export interface ShortcutRecord {
  readonly type: 'shortcut';
  readonly at: number;
  readonly what: 'find' | 'reload' | 'escape';
}

/** The focus was moved with Tab. */
export interface TabRecord {
  readonly type: 'tab';
  readonly at: number;
  /** Name of what has the focus now; `''` for nothing in particular. */
  readonly to: string;
  /** Inside a modal dialog, which keeps the focus on purpose. */
  readonly modal?: true;
  /** What had the focus before has gone or was switched off: the customer starts from nowhere. */
  readonly lost?: true;
}

/**
 * The customer moved through the page: at most one per {@link SCROLL_GRAIN_MS}. Without `y`, something inside the page
 * was scrolled.
 */
export interface ScrollRecord {
  readonly type: 'scroll';
  readonly at: number;
  /** How far down the page is, in CSS pixels, rounded to 50. */
  readonly y?: number;
  /** Height of what can be seen, in CSS pixels, rounded to 50. */
  readonly screen?: number;
  /** `bar`: with the scrollbar. `page`: the page's script did it. */
  readonly by?: 'wheel' | 'touch' | 'key' | 'bar' | 'page';
}

/** The mouse goes back and forth: at each sharp turn, how many there were lately. */
export interface TurnsRecord {
  readonly type: 'turns';
  readonly at: number;
  /** Turns of more than 90° after {@link TURN_LEG_PX} or more, in the last {@link TURNS_MS}; told from 4 on. */
  readonly turns: number;
}

/** Pointer or focus rested on a control that completes a step, and left it unpressed. Told from {@link HOVER_MIN_MS} on. */
export interface HoverRecord {
  readonly type: 'hover';
  readonly at: number;
  readonly target: string;
  readonly by: 'pointer' | 'focus';
  /** How long, rounded to 100. */
  readonly ms: number;
}

/** The customer made the page larger or turned the device. */
export interface ZoomRecord {
  readonly type: 'zoom';
  readonly at: number;
  /** Of the visual viewport, rounded to 0.1. */
  readonly scale: number;
  /** The device was turned. */
  readonly turned?: true;
  /** What lies in the middle is a picture or a map. */
  readonly picture?: true;
}

/** Something was copied, selected or held down. Only of what kind it was is kept. */
export interface CopyRecord {
  readonly type: 'copy';
  readonly at: number;
  /** `phone`: a declared number or `tel:` link. `reference`: an order or case number. `error`: in a message of failure. */
  readonly what: 'phone' | 'reference' | 'error' | 'other';
  /** `select` and `hold` are told of phone numbers only. */
  readonly how: 'copy' | 'select' | 'hold';
}

/** The connection was lost or has come back. */
export interface NetworkRecord {
  readonly type: 'network';
  readonly at: number;
  readonly online: boolean;
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

/** The customer is about to leave with something filled in and not sent. */
export interface ExitRecord {
  readonly type: 'exit';
  readonly at: number;
  /** The pointer left through the top; the browser's back; the page is being left. */
  readonly how: 'top' | 'back' | 'close';
}

/** Something that must not be interrupted began or ended. */
export interface HoldRecord {
  readonly type: 'hold';
  readonly at: number;
  readonly what: 'pointer' | 'composition' | 'dialog' | 'submit' | 'media';
  readonly on: boolean;
}

/** A request ended (from resource timing). */
export interface RequestRecord {
  readonly type: 'request';
  readonly at: number;
  readonly start: number;
  /** 0 where the browser or the server does not tell. */
  readonly status: number;
  readonly own: boolean;
  /** It never got an answer, as far as can be told (offline, refused, reset). */
  readonly lost?: true;
  /** It was for the page itself. */
  readonly page?: true;
}

export type Scalar = string | number | boolean;
export type Data = Readonly<Record<string, Scalar>>;

/** `antes.emit()`. */
export interface HostRecord {
  readonly type: 'host';
  readonly at: number;
  readonly event: string;
  readonly data: Data;
}

/** `antes.facts()`; `null` forgets one. */
export interface FactsRecord {
  readonly type: 'facts';
  readonly at: number;
  readonly facts: Readonly<Record<string, Scalar | readonly Scalar[] | null>>;
}

/** What became of an offer on the page: the answer of the UI, or of the customer. */
export interface HelpRecord {
  readonly type: 'help';
  readonly at: number;
  readonly offer: number;
  readonly phase:
    | 'shown'
    | 'opened'
    | 'acted'
    | 'failed'
    | 'dismissed'
    | 'snoozed'
    | 'solved'
    | 'unsolved'
    | 'gone'
    | 'withheld';
  /** With `withheld`: what stood in the way. With `shown`: the form it took, where that differs. */
  readonly why?: 'anchor-missing' | 'anchor-unreachable' | 'ui-failed';
  readonly as?: string;
}

/** The customer does not want to be offered help until `until` (session time). */
export interface MuteRecord {
  readonly type: 'mute';
  readonly at: number;
  readonly until: number;
}

export interface ContactRecord {
  readonly type: 'contact';
  readonly at: number;
  readonly channel: string;
  readonly reason: string;
}

/** What is known of this visitor from earlier sessions, where that may only be read now (consent was given later). */
export interface VisitorRecord {
  readonly type: 'visitor';
  readonly at: number;
  readonly visitor: unknown;
}

/** Wall-clock time at `at`: at the start, and whenever the two have drifted apart. */
export interface WallRecord {
  readonly type: 'wall';
  readonly at: number;
  readonly wall: number;
}

export type JournalRecord =
  | PressRecord
  | EffectRecord
  | FieldRecord
  | FieldErrorRecord
  | FieldOkRecord
  | MessageRecord
  | SubmitRecord
  | ExceptionRecord
  | ViewRecord
  | StepRecord
  | PageRecord
  | KeyRecord
  | ShortcutRecord
  | TabRecord
  | ScrollRecord
  | TurnsRecord
  | HoverRecord
  | ZoomRecord
  | CopyRecord
  | NetworkRecord
  | FreezeRecord
  | ExitRecord
  | HoldRecord
  | RequestRecord
  | HostRecord
  | FactsRecord
  | HelpRecord
  | MuteRecord
  | ContactRecord
  | WallRecord
  | VisitorRecord;

/** Keys closer together than this are one record; the interruption gate allows for it. */
export const TYPING_GRAIN_MS = 100;
export const SCROLL_GRAIN_MS = 250;
/** What counts as a leg of a mouse path, and for how long turns are counted (Balabit traces: 0.44 runs of 8 an hour). */
export const TURN_LEG_PX = 60;
export const TURNS_MS = 2_000;
export const HOVER_MIN_MS = 1_000;
