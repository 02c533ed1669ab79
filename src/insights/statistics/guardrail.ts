import { difference, type Estimate } from './intervals.js';
import { evidence, type Pair } from './sequential.js';

/** What was counted in one arm of a trigger: visits, and those of them that then got to the end, or turned to a person. */
export interface ArmCounts {
  readonly visits: number;
  readonly completed: number;
  readonly contacted: number;
}

/** One closed stretch of time, such as a day that is over: visits to which help was shown, and those from which it was held back. */
export interface GuardrailCounts {
  readonly shown: ArmCounts;
  readonly control: ArmCounts;
}

export interface GuardrailOptions {
  /** How often, at most, a trigger that does no harm may ever be called harmful. Default 0.05. */
  readonly alpha?: number;
}

/** One figure in both arms. */
export interface Lift {
  /** Shown minus control, of all visits, with a 95 % interval for one look. Nothing where an arm is empty. */
  readonly difference: Estimate | undefined;
  /** How strongly what was seen speaks for fewer, and for more, in the shown arm: 20 is 20 to 1. */
  readonly fewer: number;
  readonly more: number;
}

export type Verdict = 'harmful' | 'helps' | 'no evidence' | 'no control';

export interface Guardrail {
  /** By completion alone. Only `harmful` turns a trigger off. */
  readonly verdict: Verdict;
  /** The second figure to watch: help that offers a person may lead to more contacts, and be right to. */
  readonly contacts: 'more' | 'fewer' | 'no evidence' | 'no control';
  readonly completion: Lift;
  readonly contact: Lift;
  readonly shown: ArmCounts;
  readonly control: ArmCounts;
}

const NOBODY: ArmCounts = { visits: 0, completed: 0, contacted: 0 };
const ALPHA = 0.05;

const add = (a: ArmCounts, b: ArmCounts): ArmCounts => ({
  visits: a.visits + b.visits,
  completed: a.completed + b.completed,
  contacted: a.contacted + b.contacted,
});

/**
 * Whether a trigger does harm: whether those who saw it complete less often than those from whom it was held back, beyond a
 * bound that holds however often one looks (see {@link evidence}). `counts` are stretches of time in their order, each over.
 * Give it the same stretches again and some more, every day: what it said once it says for ever.
 */
export function guardrail(
  counts: Iterable<GuardrailCounts>,
  { alpha = ALPHA }: GuardrailOptions = {},
): Guardrail {
  const all = [...counts];
  const shown = all.reduce((sum, one) => add(sum, one.shown), NOBODY);
  const control = all.reduce((sum, one) => add(sum, one.control), NOBODY);
  const lift = (what: 'completed' | 'contacted'): Lift => {
    const pairs = all.map((one): Pair => ({
      shown: { hits: one.shown[what], of: one.shown.visits },
      control: { hits: one.control[what], of: one.control.visits },
    }));
    const { rarer, moreFrequent } = evidence(pairs);
    return {
      difference: difference(
        { hits: shown[what], of: shown.visits },
        { hits: control[what], of: control.visits },
      ),
      fewer: rarer,
      more: moreFrequent,
    };
  };
  const completion = lift('completed');
  const contact = lift('contacted');
  const bound = 1 / alpha;
  const compared = shown.visits > 0 && control.visits > 0;
  return {
    verdict: !compared
      ? 'no control'
      : completion.fewer >= bound
        ? 'harmful'
        : completion.more >= bound
          ? 'helps'
          : 'no evidence',
    contacts: !compared
      ? 'no control'
      : contact.more >= bound
        ? 'more'
        : contact.fewer >= bound
          ? 'fewer'
          : 'no evidence',
    completion,
    contact,
    shown,
    control,
  };
}
