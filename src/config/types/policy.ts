// Written by `npm run schema` from src/config/schema. Change it there.

import type { AssignBy, ChannelName, Duration, Named } from '../types.js';

/** At most so many times per so long. */
export interface Limit {
  /** How often. */
  readonly times: number;
  /** `step`, `journey`, `session`, `forever`, or a length of time of at least a second. */
  readonly per: 'step' | 'journey' | 'session' | 'forever' | string;
}

export type Wait = 'typing' | 'composing' | 'dialog' | 'paying' | 'media' | 'dragging' | 'reading-error';

/** Rules for all triggers together. You need none: each has a default. */
export interface Policy {
  /** `false` is the kill switch: no help at all. Detection goes on. */
  readonly enabled?: boolean;
  /** Of what was really shown, by all triggers together. */
  readonly limits?: readonly Limit[];
  /** Between two helps at least this long. */
  readonly gap?: Duration;
  /** What is never interrupted. */
  readonly wait?: readonly Wait[];
  /** How long help that was closed stays away: the first, second, third time. */
  readonly snooze?: readonly Duration[];
  readonly holdout?: {
    /** How many of them. */
    readonly share: number;
    /** A new name draws anew. */
    readonly name?: string;
    /** Who always gets the same. */
    readonly by?: AssignBy;
  };
  /** The order of the ways to reach a person, the same on every page (WCAG 3.2.6), where `contact.order` says nothing. */
  readonly helpOrder?: readonly ChannelName[];
  /** `true`: the help button is always there and opens the panel: search, suggestions, and a person. */
  readonly launcher?: boolean;
  /** Hosts on which `?antes=inspect` in the address of the page opens the inspector; `*.` stands for all below. Where nothing is said, on the developer's own machine. `[]`: nowhere. With `debug`, and by `antes.inspect()`, it opens anyway. */
  readonly inspector?: readonly string[];
  readonly ignore?: {
    /** Requests that are no answer to a press. */
    readonly urls?: readonly string[];
    /** Parts of the page that give no records. */
    readonly selectors?: readonly string[];
  };
  readonly signals?: Named<Named<number | boolean | Duration>>;
}
