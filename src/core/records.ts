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
  readonly what: 'focus' | 'input' | 'change' | 'leave';
  readonly field: string;
  readonly form: string;
  /** Long answers and things to look up elsewhere are given more time. */
  readonly kind: 'text' | 'long-text' | 'lookup' | 'choice';
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

/** The customer moved through the page: at most one per {@link SCROLL_GRAIN_MS}. */
export interface ScrollRecord {
  readonly type: 'scroll';
  readonly at: number;
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
  | SubmitRecord
  | ExceptionRecord
  | ViewRecord
  | StepRecord
  | PageRecord
  | KeyRecord
  | ScrollRecord
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
