import type { Scalar } from '../core/records.js';

/** The configuration as teams write it (see docs/triggers.md). Everything but `version` and `triggers` may be left out. */
export interface Config {
  readonly version: 1;
  readonly locale?: string;
  readonly facts?: Named<Fact>;
  readonly audiences?: Named<Filter>;
  readonly journeys?: Named<Journey>;
  readonly reasons?: Named<Reason>;
  readonly sources?: Named<Source>;
  readonly contact?: Contact;
  readonly content?: Named<Content>;
  readonly translations?: Named<Named<Texts>>;
  readonly policy?: Policy;
  readonly triggers: readonly Trigger[];
}

export type Named<T> = Readonly<Record<string, T>>;
/** A length of time: `500ms`, `90s`, `10m`, `2h`, `7d`. */
export type Duration = string;

export interface Fact {
  readonly type: 'string' | 'number' | 'boolean' | 'date' | 'list';
  readonly values?: readonly Scalar[];
  /** May appear in texts. */
  readonly show?: boolean;
  /** May be passed to an agent on contact. */
  readonly handoff?: boolean;
  readonly description?: string;
}

/** A value (equals), a list (one of), or tests. A missing fact matches nothing; only `exists: false` asks for absence. */
export type Matcher = Scalar | readonly Scalar[] | MatcherTests;
export interface MatcherTests {
  readonly is?: Scalar;
  readonly not?: Scalar | readonly Scalar[];
  readonly in?: readonly Scalar[];
  readonly gt?: number;
  readonly gte?: number;
  readonly lt?: number;
  readonly lte?: number;
  readonly contains?: Scalar;
  readonly startsWith?: string;
  readonly endsWith?: string;
  readonly exists?: boolean;
  readonly before?: Duration;
  readonly olderThan?: Duration;
}
export type Filter = Named<Matcher>;

export interface EventPattern {
  readonly event: string;
  readonly where?: Filter;
}

export type Per = 'step' | 'journey' | 'session' | 'visitor';

export interface EventCondition extends EventPattern {
  readonly min?: number;
  readonly within?: Duration;
  readonly distinct?: string;
  readonly per?: Per;
}
export interface SequenceCondition {
  readonly sequence: readonly EventPattern[];
  readonly within: Duration;
}
export interface AbsenceCondition {
  readonly after: EventPattern;
  readonly without: readonly EventPattern[];
  readonly for: Duration;
  readonly clock?: 'active' | 'wall';
}
export interface ScoreCondition {
  readonly score: 'struggle' | 'effort' | 'exit';
  readonly above: number;
}
export interface FactsCondition {
  readonly facts: Filter;
}
export interface AllCondition {
  readonly all: readonly Condition[];
}
export interface AnyCondition {
  readonly any: readonly Condition[];
}
export interface NotCondition {
  readonly not: Condition;
}
export type Condition =
  | EventCondition
  | SequenceCondition
  | AbsenceCondition
  | ScoreCondition
  | FactsCondition
  | AllCondition
  | AnyCondition
  | NotCondition;

export interface Step {
  readonly id: string;
  readonly url?: string;
  readonly selector?: string;
  /** Usual active time; stalls are measured against it. */
  readonly expected?: Duration;
  readonly reason?: string;
  /** Selector of the control that completes the step. */
  readonly commit?: string;
}
export interface Journey {
  readonly title?: string;
  readonly owner?: string;
  readonly steps: readonly Step[];
  readonly done?: EventPattern;
  readonly idleOut?: Duration;
}

export interface Reason {
  readonly title: string;
  readonly owner: string;
  readonly quadrant: 'eliminate' | 'simplify' | 'automate' | 'leverage';
  readonly contactCost?: number;
  readonly handoff?: readonly string[];
  readonly queue?: string;
}

export interface Source {
  readonly kind: 'order' | 'case' | 'incidents' | 'facts';
  readonly url?: string;
  readonly adapter?: 'native' | 'statuspage' | 'incident-io' | 'instatus';
  readonly host?: true;
  readonly every?: Duration;
  readonly staleAfter?: Duration;
  readonly components?: Named<readonly string[]>;
}

export type ChannelName = 'chat' | 'callback' | 'phone' | 'email' | 'form';
export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';
export interface Hours {
  readonly days?: readonly Weekday[];
  readonly hours?: string;
  readonly zone: string;
}
export interface ContactChannel {
  readonly label?: string;
  readonly number?: string;
  readonly url?: string;
  readonly call?: string;
  readonly hours?: Hours;
  /** A fact that holds the waiting time in minutes. */
  readonly wait?: string;
}
export interface Contact {
  readonly order?: readonly ChannelName[];
  readonly channels?: Readonly<Partial<Record<ChannelName, ContactChannel>>>;
}

export interface Action {
  readonly label: string;
  readonly link?: string;
  /** A function the page registered. */
  readonly call?: string;
  /** Anchor to move the customer to. */
  readonly focus?: string;
  /** Another content. */
  readonly open?: string;
  readonly contact?: ChannelName;
  /** Counts as solved. */
  readonly resolve?: boolean;
  readonly style?: 'primary' | 'secondary' | 'link';
}
export type Tone = 'info' | 'success' | 'warning' | 'problem';
export interface Content {
  readonly title: string;
  /** Plain text with `**bold**`, lists, links and `{facts}`. */
  readonly body?: string;
  readonly actions?: readonly Action[];
  readonly source?: string;
  readonly feedback?: 'none' | 'helpful' | 'effort';
  readonly tone?: Tone;
}
export interface Texts {
  readonly title?: string;
  readonly body?: string;
  /** Labels, in the order of the content's actions. */
  readonly actions?: readonly string[];
}

export interface Limit {
  readonly times: number;
  readonly per: 'step' | 'journey' | 'session' | 'forever' | Duration;
}
export type Wait = 'typing' | 'composing' | 'dialog' | 'paying' | 'media' | 'dragging' | 'reading-error';
export interface Policy {
  /** `false` is the kill switch. */
  readonly enabled?: boolean;
  readonly limits?: readonly Limit[];
  readonly gap?: Duration;
  readonly wait?: readonly Wait[];
  /** How long a dismissed message stays away: the first, second, third time … */
  readonly snooze?: readonly Duration[];
  readonly holdout?: { readonly share: number; readonly name: string; readonly by?: AssignBy };
  readonly helpOrder?: readonly string[];
  readonly ignore?: { readonly urls?: readonly string[]; readonly selectors?: readonly string[] };
  readonly signals?: Named<Readonly<Record<string, number | boolean | Duration>>>;
}
export type AssignBy = 'visitor' | 'account' | 'session';

export interface Where {
  readonly journey?: string | readonly string[];
  readonly step?: string | readonly string[];
  readonly url?: string;
  readonly notUrl?: string;
  readonly device?: 'phone' | 'tablet' | 'desktop';
  readonly audience?: string | readonly string[];
}
export type As = 'inline' | 'hint' | 'notice' | 'banner' | 'panel' | 'status' | 'badge';
export interface Show {
  readonly content: string;
  readonly as: As;
  /** A `data-antes-anchor` name, or a selector. */
  readonly anchor?: string;
  readonly side?: 'auto' | 'top' | 'bottom' | 'start' | 'end';
  /** What to do where the anchor is missing. */
  readonly orElse?: 'notice' | 'badge' | 'nothing';
}
export interface Schedule {
  readonly from?: string;
  readonly until?: string;
  readonly days?: readonly Weekday[];
  readonly hours?: string;
  readonly zone?: string;
}
export interface Variant {
  readonly share: number;
  readonly content?: string;
  readonly as?: As;
  readonly nothing?: true;
}
export type Priority = 'incident' | 'blocker' | 'help' | 'tip';
export interface Trigger {
  readonly id: string;
  readonly note?: string;
  readonly status?: 'draft' | 'test' | 'live' | 'off';
  readonly reviewBy?: string;
  readonly reason?: string;
  readonly priority?: Priority;
  readonly where?: Where;
  readonly when: Condition;
  readonly unless?: Condition;
  readonly timing?: {
    readonly at?: 'pause' | 'boundary' | 'now';
    readonly delay?: Duration;
    readonly giveUpAfter?: Duration;
  };
  readonly show: Show;
  readonly limits?: readonly Limit[];
  readonly schedule?: Schedule;
  readonly solved?: { readonly by: EventPattern; readonly within?: Duration };
  readonly experiment?: { readonly name: string; readonly by?: AssignBy; readonly variants: Named<Variant> };
}
