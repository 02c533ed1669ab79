// Written by `npm run schema` from src/report/schema. Change it there.

type Named<T> = Readonly<Record<string, T>>;

/** A stream begins: one tab, over all pages of a visit. */
export interface VisitBody {
  readonly type: 'visit';
  /** When it happened, on the clock of the device, in milliseconds since 1970. */
  readonly at: number;
  /** Id of the journey in which it happened. */
  readonly journey?: string;
  /** Id of the step on which it happened, if the configuration has it. */
  readonly step?: string;
  /** Of Antes. */
  readonly version: string;
  /** Tells one configuration from another. */
  readonly config: string;
  /** By the screen and the way it is pointed at. */
  readonly device: 'phone' | 'tablet' | 'desktop';
  /** Language of the page, without a region. */
  readonly lang: string;
  readonly holdout?: {
    /** Of `policy.holdout`. */
    readonly name: string;
    /** `held`: nothing is shown, to compare with. */
    readonly arm: 'help' | 'held';
  };
}

/** The customer enters a step of a journey, completes it, or leaves it for elsewhere. */
export interface StepBody {
  readonly type: 'step';
  /** When it happened, on the clock of the device, in milliseconds since 1970. */
  readonly at: number;
  /** Id of the journey in which it happened. */
  readonly journey?: string;
  /** Id of the step on which it happened, if the configuration has it. */
  readonly step?: string;
  /** What happened. */
  readonly phase: 'entered' | 'completed' | 'left';
  /** Whole seconds in which the customer saw the page and did something. */
  readonly active?: number;
  /** What was done again: a form sent, a field filled in, the button of the step pressed. */
  readonly retries?: number;
  /** How often the customer came back to a step that was behind them. */
  readonly backs?: number;
}

/** A journey begins, or ends: done, or given up. */
export interface JourneyBody {
  readonly type: 'journey';
  /** When it happened, on the clock of the device, in milliseconds since 1970. */
  readonly at: number;
  /** Id of the journey in which it happened. */
  readonly journey?: string;
  /** Id of the step on which it happened, if the configuration has it. */
  readonly step?: string;
  /** What happened. */
  readonly phase: 'started' | 'completed' | 'abandoned';
  /** Whole seconds in which the customer saw the page and did something. */
  readonly active?: number;
  /** What was done again: a form sent, a field filled in, the button of the step pressed. */
  readonly retries?: number;
  /** How often the customer came back to a step that was behind them. */
  readonly backs?: number;
  /** The highest level of struggle on the way. */
  readonly peak?: 'calm' | 'strained' | 'struggling' | 'stuck';
  /** How often the customer turned to a person on the way. */
  readonly contacts?: number;
}

/** A sign of struggle, by the name it has in the list of signals. Not what it was seen at. */
export interface SignalBody {
  readonly type: 'signal';
  /** When it happened, on the clock of the device, in milliseconds since 1970. */
  readonly at: number;
  /** Id of the journey in which it happened. */
  readonly journey?: string;
  /** Id of the step on which it happened, if the configuration has it. */
  readonly step?: string;
  /** Name of the signal. */
  readonly name: string;
  /** How many presses, errors … it is made of. */
  readonly count: number;
}

/** The struggle of the step has reached another level. */
export interface LevelBody {
  readonly type: 'level';
  /** When it happened, on the clock of the device, in milliseconds since 1970. */
  readonly at: number;
  /** Id of the journey in which it happened. */
  readonly journey?: string;
  /** Id of the step on which it happened, if the configuration has it. */
  readonly step?: string;
  /** The one reached. */
  readonly level: 'calm' | 'strained' | 'struggling' | 'stuck';
  /** The one before. */
  readonly from: 'calm' | 'strained' | 'struggling' | 'stuck';
}

/** The customer turns to a person. */
export interface ContactBody {
  readonly type: 'contact';
  /** When it happened, on the clock of the device, in milliseconds since 1970. */
  readonly at: number;
  /** Id of the journey in which it happened. */
  readonly journey?: string;
  /** Id of the step on which it happened, if the configuration has it. */
  readonly step?: string;
  /** The way, by its name in the configuration. */
  readonly channel: string;
  /** Why, where that is known. */
  readonly reason?: string;
  /** Who owns the reason. */
  readonly owner?: string;
  /** Whether the customer agreed that something is passed on. Not what. */
  readonly handoff: boolean;
  /** Days since the last contact or help for the same reason on this device, if at most 7. */
  readonly repeat?: number;
}

/** Something happened to an offer of help, or help was withheld. */
export interface HelpBody {
  readonly type: 'help';
  /** When it happened, on the clock of the device, in milliseconds since 1970. */
  readonly at: number;
  /** Id of the journey in which it happened. */
  readonly journey?: string;
  /** Id of the step on which it happened, if the configuration has it. */
  readonly step?: string;
  /** Number of the offer in this visit and tab. Nothing where it was withheld before it was one. */
  readonly offer?: number;
  /** Id of the trigger. */
  readonly trigger: string;
  /** Reason of the trigger, where it has one. */
  readonly reason?: string;
  /** Who owns the reason. */
  readonly owner?: string;
  /** What happened. */
  readonly phase:
    | 'shown'
    | 'opened'
    | 'acted'
    | 'dismissed'
    | 'snoozed'
    | 'solved'
    | 'rated'
    | 'withdrawn'
    | 'withheld';
  /** The form it took. */
  readonly as: 'inline' | 'hint' | 'notice' | 'banner' | 'panel' | 'status' | 'badge';
  /** With `withheld`: the gate that was closed. */
  readonly gate?: string;
  /** With `rated`: how hard the customer found it, from 1 (very easy) to 7 (very hard). */
  readonly effort?: number;
  /** Arm of the trigger’s experiment. */
  readonly variant?: string;
  /** Days since the last contact or help for the same reason on this device, if at most 7. */
  readonly repeat?: number;
}

/** The end of an offer, told once. An offer without one in the data was ignored and is not solved: the tab was closed. */
export interface OutcomeBody {
  readonly type: 'outcome';
  /** When it happened, on the clock of the device, in milliseconds since 1970. */
  readonly at: number;
  /** Id of the journey in which it happened. */
  readonly journey?: string;
  /** Id of the step on which it happened, if the configuration has it. */
  readonly step?: string;
  /** Number of the offer in this visit and tab. */
  readonly offer: number;
  /** Id of the trigger. */
  readonly trigger: string;
  /** Reason of the trigger, where it has one. */
  readonly reason?: string;
  /** Who owns the reason. */
  readonly owner?: string;
  /** `control`: it was held back, to compare with. */
  readonly arm: 'shown' | 'control';
  /** With `control`: what held it back. */
  readonly gate?: 'holdout' | 'experiment';
  /** Arm of the trigger’s experiment. */
  readonly variant?: string;
  /** What became of it, where it was shown. */
  readonly ended?: 'acted' | 'dismissed' | 'ignored' | 'withdrawn';
  /** Whether the problem was solved in time. Nothing where the trigger does not say how to tell. */
  readonly solved?: boolean;
  /** Whole seconds for which it was on screen, with the customer there. */
  readonly active: number;
  /** Whether the customer turned to a person after it. */
  readonly contacted: boolean;
}

/** Something does not work as configured. Once for each code and page. */
export interface ProblemBody {
  readonly type: 'problem';
  /** When it happened, on the clock of the device, in milliseconds since 1970. */
  readonly at: number;
  /** Id of the journey in which it happened. */
  readonly journey?: string;
  /** Id of the step on which it happened, if the configuration has it. */
  readonly step?: string;
  /** As in docs/problems.md. */
  readonly code: string;
}

/** Events that could not be delivered, by reason. Comes with the next that can. */
export interface DroppedBody {
  readonly type: 'dropped';
  /** When it happened, on the clock of the device, in milliseconds since 1970. */
  readonly at: number;
  /** Id of the journey in which it happened. */
  readonly journey?: string;
  /** Id of the step on which it happened, if the configuration has it. */
  readonly step?: string;
  readonly counts: Named<number>;
}

/** A trigger was turned off on this device, because the answers of the endpoint said that it does harm. */
export interface OffBody {
  readonly type: 'off';
  /** When it happened, on the clock of the device, in milliseconds since 1970. */
  readonly at: number;
  /** Id of the journey in which it happened. */
  readonly journey?: string;
  /** Id of the step on which it happened, if the configuration has it. */
  readonly step?: string;
  /** Id of the trigger. */
  readonly trigger: string;
}

/** What there is to tell, before it belongs to a stream. */
export type Body =
  | VisitBody
  | StepBody
  | JourneyBody
  | SignalBody
  | LevelBody
  | ContactBody
  | HelpBody
  | OutcomeBody
  | ProblemBody
  | DroppedBody
  | OffBody;

/** An event in its stream. */
export type WireEvent = Body & {
  readonly antes: 1;
  readonly sid: string;
  readonly seq: number;
  readonly visit: string;
};

/** As it goes out: with the time of this try. */
export type SentEvent = WireEvent & { readonly sent: number };
