/** How badly something is affected, from not at all to not working. */
export type Impact = 'none' | 'maintenance' | 'minor' | 'major' | 'critical';

export interface Incident {
  readonly id: string;
  readonly title: string;
  /** What was said of it last. */
  readonly text: string;
  readonly impact: Impact;
  readonly phase: 'scheduled' | 'ongoing' | 'resolved';
  /** Components by the names they have in facts; none: it is not said which. */
  readonly components: readonly string[];
  /** Milliseconds since 1970. */
  readonly updatedAt: number | null;
  readonly from: number | null;
  readonly until: number | null;
}

export interface ProgressStep {
  readonly id: string;
  /** In the words of whoever feeds it. */
  readonly label: string | undefined;
  readonly text: string | undefined;
  readonly at: number | null;
}

/** How far an order, a case or a refund has come. */
export interface Progress {
  readonly id: string | undefined;
  readonly state: string;
  /** An ISO date or date-time. */
  readonly eta: string | undefined;
  readonly steps: readonly ProgressStep[];
  /** Number of the step it is at; -1 where that is none of them. */
  readonly current: number;
  /** It does not go on by itself: why, or an empty text. */
  readonly exception: string | undefined;
  readonly done: boolean;
  /** The best thing to do now. */
  readonly next: { readonly label: string; readonly link: string } | undefined;
}

export type SourceKind = 'order' | 'case' | 'refund' | 'incidents' | 'facts';

/** What is known from one source now, ready to be shown. */
export interface SourceState {
  readonly kind: SourceKind;
  /**
   * `loading`: nothing heard yet · `stale`: the last good news is older than it may be · `offline`: there is none, and
   * it cannot be had · `unauthorised`: only for whoever signs in · `empty`: there is nothing to tell.
   */
  readonly condition: 'loading' | 'fresh' | 'stale' | 'offline' | 'unauthorised' | 'empty';
  /** When the last good news came, in milliseconds since 1970. */
  readonly asOf: number | null;
  readonly progress: Progress | undefined;
  readonly incidents: readonly Incident[];
}

/** By the name of the source. */
export type SourceStates = Readonly<Record<string, SourceState>>;
