import { PERSONAS } from '../simulate/personas.js';
import { TROUBLES } from '../simulate/troubles/index.js';
import type { Detected, PersonaSeen, SignalFigures } from '../simulate/detection.js';
import type { Study } from '../simulate/iweb-study.js';
import { study as explainStudy } from './page-study.js';
import { figure, table } from './parts.js';

const counts = (counted: Readonly<Record<string, number>>): string =>
  Object.entries(counted)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, n]) => `\`${name}\` ${n}`)
    .join(', ') || '–';

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** What was asked for, by signal: the least recall. */
const ASKED: readonly (readonly [string, readonly string[], number])[] = [
  ['error loop', ['field-error-loop'], 0.95],
  ['payment failure', ['payment-failure'], 0.95],
  ['blocked press', ['blocked-click'], 0.95],
  ['endless spinner', ['slow-click', 'impatient-click'], 0.95],
  ['error after a press', ['error-click'], 0.95],
  ['rage', ['rage-click'], 0.95],
  ['stalls', ['field-stall', 'step-stall'], 0.8],
  ['u-turn', ['u-turn'], 0.8],
  ['phone seeking', ['phone-seeking'], 0.8],
  ['contact seeking', ['contact-seeking'], 0.8],
];

function asked(
  { signals, personas, falseOffersPerHour, falseOffers, hours }: Detected,
  rated: Study,
): string {
  const of = (names: readonly string[]) => signals.filter(({ signal }) => names.includes(signal));
  const unanswered = sum(
    personas.map(({ signals: seen }) =>
      sum(['rage-click', 'rage-key', 'dead-click', 'blocked-click'].map((name) => seen[name] ?? 0)),
    ),
  );
  const lowest = (list: readonly SignalFigures[]) =>
    list.map(({ recall }) => recall).sort((a, b) => a.value - b.value)[0]!;
  const slowest = (waits: boolean) =>
    Math.max(
      ...signals.filter((one) => one.sessions > 0 && one.waits === waits).map((one) => one.delayMs.value),
    );
  return table(
    ['what', 'asked for', 'measured'],
    [
      [
        'offers to people who are fine',
        '≤ 0.2 per active hour',
        `${figure(falseOffersPerHour)}: ${falseOffers} in ${hours.toFixed(1)} hours`,
      ],
      ['rage, dead or blocked presses on pages that answer', '0', String(unanswered)],
      ...ASKED.map(([what, names, least]) => [`recall: ${what}`, `≥ ${least}`, figure(lowest(of(names)), 3)]),
      [
        'median delay, where the definition does not wait',
        '≤ 300 ms',
        `at most ${Math.round(slowest(false))} ms`,
      ],
      ['median delay, where it waits (after the wait)', '≤ 2 s', `at most ${Math.round(slowest(true))} ms`],
      [
        'human ratings (iWeb): area under the ROC curve',
        '> 0.85',
        figure({ value: rated.score.auc, ...rated.score }, 3),
      ],
    ],
  );
}

const people = (personas: readonly PersonaSeen[]): string =>
  table(
    ['who', 'the trap', 'active hours', 'signals', 'offers'],
    personas.map(({ name, trap, activeMs, signals, offers }) => [
      name,
      trap,
      (activeMs / 3_600_000).toFixed(1),
      counts(signals),
      counts(offers),
    ]),
  );

const bySignal = (signals: readonly SignalFigures[]): string =>
  table(
    ['signal', 'sessions', 'recall', 'precision', 'median delay, ms', 'false alarms per active hour'],
    signals.map(({ signal, waits, sessions, recall, precision, delayMs, falsePerHour }) => [
      `\`${signal}\`${waits ? ' ⏱' : ''}`,
      String(sessions),
      figure(recall),
      figure(precision),
      sessions
        ? `${Math.round(delayMs.value)} (${Math.round(delayMs.low)}–${Math.round(delayMs.high)})`
        : '–',
      figure(falsePerHour),
    ]),
  );

function confusions({ troubles }: Detected): string {
  const seen = troubles.filter(({ others }) => Object.keys(others).length > 0);
  const merged = new Map<string, Record<string, number>>();
  for (const { trouble, others } of seen) {
    const sums = merged.get(trouble.signal) ?? {};
    for (const [name, n] of Object.entries(others)) sums[name] = (sums[name] ?? 0) + n;
    merged.set(trouble.signal, sums);
  }
  return table(
    ['trouble', 'other signals, in all its sessions'],
    [...merged].map(([name, n]) => [`\`${name}\``, counts(n)]),
  );
}

/** docs/detection.md */
export function page(detected: Detected, rated: Study, seed: number): string {
  const { troubles, hours, signals } = detected;
  const early = sum(signals.map((one) => one.early));
  const helped = troubles.filter((one) => ASKED.some(([, names]) => names.includes(one.trouble.signal)));
  return `# How well it detects

<!-- Made by \`npm run report:detection\` from the seed ${seed}. Do not edit. -->

Two questions: does it see people who struggle, and does it leave people alone who do not? This page answers them with simulated shoppers, whose troubles are known, and with a published study in which people said themselves how it went.

${asked(detected, rated)}

Figures in brackets are 95 % intervals.

**What this does not show.** The shoppers are simulated, in the same house in which the detectors were written. Their timing is human (measured), what they do is made up from the [definitions](signals.md). A recall of 1 says: whenever a definition is met, in the middle of everything else that people do, by mouse, finger and keyboard, it is seen, and in time. It does not say that everybody who struggles meets a definition.
Precision depends on how many struggle; here every trouble is as frequent as any other, and more frequent than in any real shop. The false alarms per hour do not depend on that. The engine alone is measured here; whether pages are read rightly is tested in real browsers.

## People who are fine

${hours.toFixed(1)} active hours of ${PERSONAS.length} kinds of people. Each does something that looks like struggle to those who only count clicks and seconds. Movements follow Fitts' law with the spread of 43,613 mouse movements; clicks, double clicks, keys, pauses, corrections and reading gaps are drawn from published measurements (test/simulate/timing.json names them). The shop answers their presses at once, after a moment, after a request, with a spinner, with another page.

${people(detected.personas)}

![False alarms per active hour, by signal](img/detection/false-alarms.svg)

Offers are those of the demo shop, with one trigger more: help for everybody in the checkout whose struggle is above 0.7.

## People in trouble

${TROUBLES.length} kinds of trouble, ${troubles[0]!.sessions} sessions of each with every way in that makes sense for it (mouse, finger, keys): a fluent session, with the trouble put into it at a random place. **Recall** is the share of these in which the signal came. **Delay** counts from the moment at which the definition is met; ⏱ marks definitions that wait themselves (for an answer that does not come, for a verdict), and there the wait is over by then. **Precision** is the share of all signals of a name, in both kinds of sessions, that were right. ${early} of ${sum(troubles.map(({ hits }) => hits))} signals came more than 100 ms before their definition was met.

${bySignal(signals)}

![Recall by signal](img/detection/recall.svg)

![Median delay by signal](img/detection/delay.svg)

Where one trouble was taken for another, or something else was seen besides:

${confusions(detected)}

In ${sum(helped.map((one) => one.helped))} of ${sum(helped.map(({ sessions }) => sessions))} sessions with one of the troubles in the first table, help was offered; the demo shop has triggers for only some of them.

${explainStudy(rated)}

## Do it again

\`\`\`sh
npm run report:detection                    # this page and its pictures, byte for byte
npm run report:detection -- --iweb FILE     # the figures of another part of the study
\`\`\`

The simulator is in \`test/simulate\`; \`test/unit/simulate\` holds the figures of the first table up on a smaller scale.
`;
}
