/** What the page, the ui and the customer tell Antes. */

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
    | 'rated'
    | 'gone'
    | 'withheld';
  /** With `withheld`: what stood in the way (`elsewhere`: help in another tab). With `shown`: the form it took, where that differs. */
  readonly why?: 'anchor-missing' | 'anchor-unreachable' | 'ui-failed' | 'elsewhere';
  readonly as?: string;
  /** With `snoozed`: for good. */
  readonly forever?: true;
  /** With `snoozed`: and all that is there for the same reason. */
  readonly alike?: true;
  /** With `rated`: how hard it was, from 1 (very easy) to 7 (very hard). */
  readonly effort?: number;
  /** With `acted` and `failed`: what the action does, as the config has it (`call pay.paypal`). */
  readonly deed?: string;
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

/** The company's own evaluation found that these do harm: they are off, and all others are on again. */
export interface OffRecord {
  readonly type: 'off';
  readonly at: number;
  readonly triggers: readonly string[];
}

/** What is known of this visitor from other tabs and pages, or from earlier sessions (consent was given later). */
export interface VisitorRecord {
  readonly type: 'visitor';
  readonly at: number;
  readonly visitor: unknown;
}
