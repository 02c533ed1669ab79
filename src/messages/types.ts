import type { Cause } from '../core/happenings.js';

/** By plural form (`Intl.PluralRules`); `{n}` is the number. */
export type Plural = Partial<Readonly<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/** The words of a card, which every page needs that shows help. */
export interface CardMessages {
  readonly lang: string;
  /** The badge, and what comes before a title when help is announced: "Help: …". */
  readonly help: string;
  readonly close: string;
  readonly why: string;
  readonly helped: string;
  readonly yes: string;
  readonly no: string;
  readonly thanks: string;
  readonly working: string;
  readonly done: string;
  readonly failed: string;
  readonly retry: string;
  readonly solved: string;
  readonly newTab: string;
}

/** The words of the parts that are fetched when they are needed, by part. */
export interface PartMessages extends StatusMessages {
  readonly badge: {
    /** Name of the badge. */
    readonly suggestions: Plural;
    /** The customer has turned help off … */
    readonly muted: string;
    /** … and can do this. */
    readonly turnOn: string;
  };
  readonly reasons: {
    /** Answers to "why am I seeing this?", by kind of cause. */
    readonly because: Readonly<Record<Cause, string>>;
    /** Said by the customer: this some other time, all of this kind some other time, this never again, nothing for a day. */
    readonly notNow: string;
    readonly less: string;
    readonly notAgain: string;
    readonly notToday: string;
  };
  readonly feedback: {
    /** How hard it was, on a scale from 1 to 7, and what its ends mean. */
    readonly effort: string;
    readonly easy: string;
    readonly hard: string;
    readonly send: string;
  };
  readonly guide: {
    /** Brings the customer to what a step is about. */
    readonly showMe: string;
    readonly notHere: string;
    /** Heard after the text of a step that is done. */
    readonly done: string;
    /** `{n}` of `{total}` steps are done. */
    readonly progress: string;
  };
}

/** Words of the parts that tell how things stand. */
export interface StatusMessages {
  readonly status: {
    readonly progress: string;
    /** Steps by their value, where neither the config nor the feed names them. */
    readonly steps: Readonly<Record<string, string>>;
    /** Of a step that is behind: only heard. */
    readonly passed: string;
    readonly details: string;
    /** `{date}` is the day it should be there. */
    readonly expected: string;
    /** `{time}` is when it was looked up. */
    readonly updated: string;
    readonly stale: string;
    readonly loading: string;
    readonly offline: string;
    readonly unauthorised: string;
    readonly empty: string;
    /** Of an incident: since `{time}`. */
    readonly since: string;
    /** Of maintenance to come: `{time}` is when, from and until. */
    readonly planned: string;
    /** It is over. */
    readonly workingAgain: string;
  };
  readonly contact: {
    readonly title: string;
    /** What the ways to a person are called where the company does not say it in this language. */
    readonly names: Readonly<Record<ChannelWord, string>>;
    /** What starts them, once the customer has agreed to what is passed on. */
    readonly start: Readonly<Record<ChannelWord, string>>;
    /** `{time}`, `{when}`: a time, or a day and a time. */
    readonly openUntil: string;
    readonly opens: string;
    readonly closed: string;
    readonly noWait: string;
    readonly wait: Plural;
    readonly instead: string;
    readonly back: string;
    readonly review: string;
    readonly reviewHint: string;
    readonly lines: Readonly<Record<'about' | 'where' | 'wrong' | 'tried' | 'seen', string>>;
    readonly phone: string;
    readonly phoneMissing: string;
    readonly phoneWrong: string;
    readonly moment: string;
    readonly moments: Readonly<Record<'soon' | 'morning' | 'afternoon', string>>;
    readonly sending: string;
    readonly failed: string;
    readonly noCode: string;
    readonly called: string;
    /** `{phone}`, and `{when}` somebody will be there. */
    readonly calledSoon: string;
    readonly calledLater: string;
    readonly code: string;
    readonly codeHint: string;
  };
  readonly panel: {
    readonly search: string;
    readonly results: Plural;
    readonly nothing: string;
    readonly suggestions: string;
    readonly back: string;
  };
}

/** Names of the ways to a person, as the configuration has them. */
type ChannelWord = 'chat' | 'callback' | 'phone' | 'email' | 'form';

/** All words of the widgets. Plain data, so that one language is one file and a translator needs no code. */
export interface Messages extends CardMessages, PartMessages {}
