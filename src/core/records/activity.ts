/** What the customer does besides pressing and filling in. */

/** A key went down somewhere: at most one per {@link TYPING_GRAIN_MS}. Which key is not kept. */
export interface KeyRecord {
  readonly type: 'key';
  readonly at: number;
}

/** The browser's search in the page, or the way out of something. That a page was reloaded its view tells. */
export interface ShortcutRecord {
  readonly type: 'shortcut';
  readonly at: number;
  readonly what: 'find' | 'escape';
}

/** The focus was moved with Tab. */
export interface TabRecord {
  readonly type: 'tab';
  readonly at: number;
  /** Name of what has the focus now; `''` for nothing in particular. */
  readonly to: string;
  /** With Shift: the other way round. */
  readonly back?: true;
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

/** A sign of life: the mouse moved. At most one per {@link MOVE_GRAIN_MS}; where to is not kept. */
export interface MoveRecord {
  readonly type: 'move';
  readonly at: number;
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

/** Keys closer together than this are one record; the interruption gate allows for it. */
export const TYPING_GRAIN_MS = 100;
export const SCROLL_GRAIN_MS = 250;
/** What counts as a leg of a mouse path, and for how long turns are counted (Balabit traces: 0.44 runs of 8 an hour). */
export const TURN_LEG_PX = 60;
export const TURNS_MS = 2_000;
/** Long against a pause, short against {@link AWAY_MS} of journey/activity.ts. */
export const MOVE_GRAIN_MS = 10_000;
export const HOVER_MIN_MS = 1_000;
