import type { Cause } from '../core/happenings.js';

/** The widgets' own words. Plain data, so that one language is one file and a translator needs no code. */
export interface Messages {
  readonly lang: string;
  /** The badge, and what comes before a title when help is announced: "Help: …". */
  readonly help: string;
  readonly close: string;
  readonly why: string;
  /** Said by the customer: not this again. */
  readonly notAgain: string;
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
  /** Name of the badge by plural form (`Intl.PluralRules`); `{n}` is the number. */
  readonly suggestions: Partial<Readonly<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };
  /** Answers to "why am I seeing this?", by kind of cause. */
  readonly because: Readonly<Record<Cause, string>>;
}
