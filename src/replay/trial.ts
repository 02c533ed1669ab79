import { readConfig } from '../config/read.js';
import type { As, Config } from '../config/types.js';
import { parseDuration, parseTime } from '../core/duration.js';
import type { JournalRecord } from '../core/records.js';
import type { Trace } from '../decide/decide.js';
import type { Visiting } from '../decide/state.js';
import { lacking, type Part } from './condition.js';
import { createPlayer, StepError, type Step } from './steps.js';
import type { Attempt, Story } from './story.js';
import { createTeller, type Teller } from './teller.js';

/** What a test says of one trigger. Exactly one of `shown`, `notShown` and `withheldBy`. */
export interface Expectation {
  readonly trigger: string;
  readonly shown?: true;
  readonly notShown?: true;
  readonly withheldBy?: string;
  /** By then, counted from the start; without it and `at`, by the end. */
  readonly within?: string;
  /** At that very moment. */
  readonly at?: string;
  readonly as?: As;
  readonly content?: string;
  /** How often it was shown. */
  readonly times?: number;
}

/** One test of a `*.antes-test.json`. */
export interface Test {
  readonly name: string;
  readonly records?: readonly Step[];
  readonly recording?: string;
  readonly facts?: Readonly<Record<string, string | number | boolean>>;
  /** Date and time at which it begins. */
  readonly start?: string;
  /** Anchors that are not on the page. */
  readonly missing?: readonly string[];
  readonly visiting?: Partial<Visiting>;
  readonly expect: readonly Expectation[];
}

export interface TestFile {
  readonly config: string | Config;
  readonly visiting?: Partial<Visiting>;
  readonly tests: readonly Test[];
}

/** How one expectation turned out, with all that is needed to say why. Plain data. */
export interface Outcome {
  readonly expected: Expectation;
  readonly met: boolean;
  /** What the trigger did in the whole test. */
  readonly attempts: readonly Attempt[];
  /** The moment that it was about, and every gate as it stood then. */
  readonly at: number;
  readonly trace: Trace | undefined;
  /** What its condition still lacked then. */
  readonly lacks: readonly Part[];
}

export interface Trial {
  /** Plays the records that the test is written with. Throws {@link StepError}. */
  play(): void;
  /** Takes one record of a recording. */
  feed(record: JournalRecord): void;
  end(until?: number): { readonly story: Story; readonly outcomes: readonly Outcome[] };
}

/** Monday 23 November 2026, 10:00 in Madrid: a day on which shops are open. */
const START = '2026-11-23T10:00:00+01:00';

/** Runs one test: the same config, records and seed always end the same. */
export function createTrial(
  config: Config,
  test: Test,
  { visiting, state }: { visiting?: Partial<Visiting>; state?: unknown } = {},
): Trial {
  const teller: Teller = createTeller(
    readConfig(config, () => false),
    {
      seed: 'test',
      session: 'test',
      ...visiting,
      ...test.visiting,
      ...(test.missing && { missing: new Set(test.missing) }),
      state,
    },
  );
  const { engine } = teller;
  const moments = test.expect.map(({ at, within }) => parseDuration(at ?? within) ?? Infinity);
  const ahead = [...new Set(moments)].sort((a, b) => a - b);
  const seen = new Map<string, Pick<Outcome, 'trace' | 'lacks'>>();
  /** Since when the test runs, in session time: recordings may begin late. */
  let zero = engine.state.at;
  let begun = false;

  function look(moment: number): void {
    test.expect.forEach(({ trigger }, i) => {
      if (moments[i] !== moment) return;
      const trace = engine.why(trigger)[0];
      const source = config.triggers.find((one) => one?.id === trigger);
      // Only of what could be compiled.
      const lacks = trace && source ? lacking(source.when, trigger, engine.state) : [];
      seen.set(`${moment} ${trigger}`, { trace, lacks });
    });
  }
  /** Lets time pass, and stops at each moment that somebody asks about. */
  function pass(until: number): void {
    while (ahead.length > 0 && zero + ahead[0]! <= until) {
      const moment = ahead.shift()!;
      teller.advance(zero + moment);
      look(moment);
    }
    teller.advance(until);
  }
  function begin(): void {
    begun = true;
    if (test.facts) teller.feed({ type: 'facts', at: engine.state.at, facts: test.facts });
  }

  return {
    play() {
      teller.feed({ type: 'wall', at: 0, wall: parseTime(test.start ?? START) });
      begin();
      createPlayer(teller, pass).play(test.records ?? []);
    },
    feed(record) {
      if (!begun) {
        zero = record.at;
        begin();
      }
      // A new page judges by itself what was waited for on the one before.
      if (record.type !== 'view' || record.how !== 'load') pass(record.at);
      teller.feed(record);
    },
    end(given = engine.state.at) {
      // What is asked about later than the last record is waited for.
      const last = Math.max(0, ...moments.filter((one) => one !== Infinity));
      pass(Math.max(given, zero + last));
      look(Infinity);
      const story = teller.story(engine.state.at);
      const outcomes = test.expect.map((expected, i): Outcome => {
        const moment = moments[i]!;
        const attempts = story.attempts.filter((one) => one.trigger === expected.trigger);
        const { trace, lacks } = seen.get(`${moment} ${expected.trigger}`)!;
        const at = moment === Infinity ? story.until : zero + moment;
        return { expected, attempts, at, trace, lacks, met: isMet(expected, attempts, at, trace) };
      });
      return { story, outcomes };
    },
  };
}

function isMet(
  { shown, notShown, withheldBy, at: moment, as, content, times }: Expectation,
  attempts: readonly Attempt[],
  at: number,
  trace: Trace | undefined,
): boolean {
  const seen = attempts.filter(
    (one) =>
      one.shown !== null &&
      one.shown <= at &&
      (moment === undefined || one.ended === null || one.ended > at) &&
      (as === undefined || one.as === as) &&
      (content === undefined || one.content === content),
  );
  if (shown) return times === undefined ? seen.length > 0 : seen.length === times;
  if (notShown) return seen.length === 0;
  if (seen.length > 0) return false;
  const closed = trace?.gates.some((one) => one.gate === withheldBy && !one.pass) ?? false;
  // At that very moment only what stands in the way then counts.
  if (moment !== undefined) return closed;
  return (
    closed ||
    attempts.some((one) => one.shown === null && one.held.some((h) => h.gate === withheldBy && h.at <= at))
  );
}

export { StepError };
