import type { Trace } from '../decide/decide.js';
import type { Part } from '../replay/condition.js';
import type { Attempt, Held } from '../replay/story.js';
import { fillIn, sentencesIn } from './words.js';
import { sayPart } from './part.js';
import { sayGate, type GateLike } from './gate.js';

export interface SayOptions {
  /** `en`, `es` or `pt`; `es-MX` is Spanish. English, where nothing is said or known. */
  readonly locale?: string;
  /** Session time of the trace, for how long a gate stays closed. */
  readonly at?: number;
  /** What its condition still lacks, where that is known. */
  readonly lacks?: readonly Part[];
}

/** A trace of `antes.why()` in words. */
export interface Said {
  readonly trigger: string;
  /** One sentence: `Not shown: it waits for a pause; the last key was 0.4 s ago.` */
  readonly summary: string;
  /** Every gate, in order. */
  readonly gates: readonly SaidGate[];
  /** Those that stand in the way. */
  readonly closed: readonly SaidGate[];
}
export interface SaidGate {
  readonly gate: string;
  readonly pass: boolean;
  readonly text: string;
}

/** Says why a trigger is or is not shown. */
export function sayWhy(trace: Trace, { locale = 'en', at, lacks = [] }: SayOptions = {}): Said {
  const words = sentencesIn(locale);
  const gates = trace.gates.map((gate) => ({
    gate: gate.gate,
    pass: gate.pass,
    text:
      gate.gate === 'when' && !gate.pass && lacks.length > 0
        ? `${sayGate(words, gate, at)}: ${lacks.map((part) => sayPart(words, part)).join(', ')}`
        : sayGate(words, gate, at),
  }));
  // The moment matters only to what is armed.
  const closed = gates.filter(
    ({ gate, pass }) => !pass && (trace.state !== 'idle' || gate !== 'interruption'),
  );
  const summary =
    trace.state === 'shown'
      ? words.shown
      : closed.length === 0
        ? words.ready
        : fillIn(words.notShown, { why: closed.map(({ text }) => text).join(words.list.join) });
  return { trigger: trace.trigger, summary, gates, closed };
}

/** What became of a trigger in a recording, line by line, each with its time. */
export interface Line {
  readonly at: number;
  readonly text: string;
}

/** `time` writes session times, such as `1:02.4`. */
export function sayAttempt(
  attempt: Attempt,
  { locale = 'en', time }: SayOptions & { time(ms: number): string },
): Line[] {
  const { story, ...words } = sentencesIn(locale);
  const all = { ...words, story };
  const closed = ({ gate: name, value, data }: Held): GateLike => ({
    gate: name,
    pass: false,
    value,
    ...(data && { data }),
  });
  const why = (gate: string | null): string | undefined => {
    const held = attempt.held.find((one) => one.gate === gate);
    return held && sayGate(all, closed(held));
  };
  const { armed, because, due, held, shown, as, end, gate, ended, left, solved } = attempt;
  const lines: Line[] = [
    { at: armed, text: because === '' ? story.armedByState : fillIn(story.armed, { because }) },
    ...(due === null ? [] : [{ at: due, text: story.due }]),
    ...held
      .filter((one) => one.gate !== gate)
      .map((one) => ({
        at: one.at,
        text: fillIn(one.until > one.at ? story.held : story.heldOnce, {
          until: time(one.until),
          why: sayGate(all, closed(one)),
        }),
      })),
  ];
  if (shown !== null)
    lines.push({ at: shown, text: as === 'badge' ? story.badge : fillIn(story.shown, { as: as ?? '' }) });
  if (left !== null && ended !== null && left !== 'solved')
    lines.push({ at: ended, text: fillIn(story.left, { why: left }) });
  if (solved !== null) lines.push({ at: solved, text: story.solved });
  const reason = why(gate);
  if (end === 'withheld')
    lines.push({ at: ended ?? armed, text: fillIn(story.withheld, { why: reason ?? gate ?? '' }) });
  else if (end === 'gone') lines.push({ at: ended ?? armed, text: story.gone });
  else if (end === 'waiting')
    lines.push({
      at: held.at(-1)?.until ?? armed,
      text: reason === undefined ? story.waitingFree : fillIn(story.waiting, { why: reason }),
    });
  // What happened at the same time stays in the order in which it is told here.
  return lines
    .map((line, i) => ({ line, i }))
    .sort((a, b) => a.line.at - b.line.at || a.i - b.i)
    .map(({ line }) => line);
}
