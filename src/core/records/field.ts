/** Forms: fields, errors, messages of failure, sending. */

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
export type ErrorSource = 'invalid' | 'aria' | 'linked' | 'text' | 'summary' | 'class';

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
