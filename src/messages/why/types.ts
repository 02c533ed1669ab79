/**
 * Sentences that say why help was or was not shown, for the people who make it. Plain data, so that one language is one
 * file and a translator needs no code: `{name}` is filled in. A sentence that is missing is an error of types.
 */
export interface WhySentences {
  readonly lang: string;
  /** Units of time; `{n}` is the number. */
  readonly units: Readonly<Record<'ms' | 's' | 'min' | 'h' | 'd', string>>;
  /** How a limit is counted: `{n}` where it is a length of time. */
  readonly per: Readonly<Record<'step' | 'journey' | 'session' | 'forever' | 'time', string>>;
  readonly list: { readonly join: string };

  /** The state of a trigger, `{why}` being the gates in its way. */
  readonly shown: string;
  readonly notShown: string;
  readonly ready: string;

  /** Gates; the second word is how it stands. */
  readonly gates: Readonly<Record<GateSentence, string>>;

  /** How far parts of a condition have come. */
  readonly parts: Readonly<Record<PartSentence, string>>;

  /** What became of a trigger in a recording. */
  readonly story: Readonly<Record<StorySentence, string>>;
}

export type GateSentence =
  | 'enabled.yes'
  | 'enabled.no'
  | 'status.live'
  | 'status.test'
  | 'status.testOnly'
  | 'status.draft'
  | 'status.off'
  | 'status.harmful'
  | 'consent.yes'
  | 'schedule.always'
  | 'schedule.open'
  | 'schedule.closed'
  | 'schedule.closedFor'
  | 'where.here'
  | 'where.elsewhere'
  | 'audience.everybody'
  | 'audience.in'
  | 'audience.out'
  | 'holdout.none'
  | 'holdout.exempt'
  | 'holdout.out'
  | 'holdout.in'
  | 'experiment.none'
  | 'experiment.variant'
  | 'experiment.nothing'
  | 'when.true'
  | 'when.false'
  | 'unless.none'
  | 'unless.false'
  | 'unless.true'
  | 'snoozed.no'
  | 'snoozed.muted'
  | 'snoozed.dismissed'
  | 'limits.none'
  | 'limits.open'
  | 'limits.spent'
  | 'gap.exempt'
  | 'gap.first'
  | 'gap.over'
  | 'gap.short'
  | 'contest.free'
  | 'contest.screen'
  | 'contest.lost'
  | 'interruption.open'
  | 'interruption.boundary'
  | 'interruption.typing'
  | 'interruption.acting'
  | 'interruption.composing'
  | 'interruption.dialog'
  | 'interruption.dragging'
  | 'interruption.media'
  | 'interruption.reading'
  | 'interruption.paying'
  | 'interruption.hidden'
  | 'interruption.noBoundary'
  | 'anchor.none'
  | 'anchor.later'
  | 'anchor.missing'
  | 'ui.failed'
  | 'other';

export type PartSentence =
  | 'event'
  | 'eventNever'
  | 'eventDone'
  | 'eventWithin'
  | 'sequence'
  | 'after'
  | 'notYet'
  | 'struggle'
  | 'effort'
  | 'exit'
  | 'factUnknown'
  | 'factOdd'
  | 'fact'
  | 'mustNot';

export type StorySentence =
  | 'armed'
  | 'armedByState'
  | 'due'
  | 'held'
  | 'heldOnce'
  | 'shown'
  | 'badge'
  | 'withheld'
  | 'gone'
  | 'waiting'
  | 'waitingFree'
  | 'left'
  | 'solved'
  | 'never';
