import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { wilson } from '../../src/insights/statistics/intervals.js';
import { fires, type Fired, type Truth } from '../simulate/guardrail.js';
import { table } from './parts.js';

/** One number repeats everything. */
const SEED = 20_261_126;
const HARM_TRIALS = 1_000;
const CALM_TRIALS = 4_000;
const BATCH = 200;

const whole = new Intl.NumberFormat('en').format;
const percent = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 1 }).format;
const points = (effect: number) => `${(effect * 100).toFixed(0).replace('-', '−')} points`;

const rate = ({ fired, trials }: Fired): string => {
  const { low, high } = wilson({ hits: fired, of: trials });
  return `${percent(fired / trials)} (${percent(low)}–${percent(high)})`;
};

const EFFECTS = [-0.02, -0.05, -0.1, -0.2];
const SIZES = [1_000, 5_000, 20_000, 100_000];
const CONTROLS = [
  { control: 0.05, what: 'the holdout, 5 %' },
  { control: 0.2, what: 'an experiment with a control of 20 %' },
];
const BASE = 0.6;

function harm(control: number, seed: number): string {
  const rows = EFFECTS.map((effect, row) => {
    const cells = SIZES.map((visits, column) => {
      const truth: Truth = { base: BASE, effect, control, visits, batch: BATCH };
      return fires(truth, HARM_TRIALS, seed + 10 * row + column);
    });
    const { medianVisits } = cells.at(-1)!;
    return [points(effect), ...cells.map(rate), medianVisits === undefined ? '–' : whole(medianVisits)];
  });
  return table(['true effect', ...SIZES.map((size) => `${whole(size)} visits`), 'half of all by'], rows);
}

const CALM: readonly (Omit<Truth, 'visits' | 'batch' | 'control'> & { what: string })[] = [
  { what: 'no effect, 60 % complete', base: 0.6, effect: 0 },
  { what: 'no effect, 3 % complete', base: 0.03, effect: 0 },
  { what: 'no effect, 60 % ± 15 points over the week', base: 0.6, effect: 0, swing: 0.15 },
  { what: 'helps by 2 points', base: 0.6, effect: 0.02 },
];

function calm(seed: number): string {
  const rows = CALM.flatMap(({ what, ...truth }, row) =>
    CONTROLS.map(({ control, what: compared }, column) => [
      what,
      compared,
      rate(
        fires({ ...truth, control, visits: 100_000, batch: BATCH }, CALM_TRIALS, seed + 10 * row + column),
      ),
    ]),
  );
  return table(['truth', 'compared with', 'called harmful, ever'], rows);
}

/** docs/guardrail.md */
export function report(root: string): void {
  const page = `# How far the guardrail can be trusted

<!-- Made by \`npm run report:guardrail\` from the seed ${SEED}. Do not edit. -->

A trigger whose help makes people give up is to stop by itself. A trigger that does no harm must not be stopped by bad luck, although somebody, or a server, looks at the figures every day for ever. This page says how often each happens, in simulated shops where the truth is known.

The counts are looked at after every ${BATCH} visits to which the help was shown or would have been shown, and the first look that says *harmful* ends it. That is the most tempting way to look; a test made for one look, at 5 %, is fooled by it in far more than 5 % of cases. Figures in brackets are 95 % intervals (Wilson) over the repetitions.

## When help does no harm

100,000 visits, ${whole(100_000 / BATCH)} looks, ${whole(CALM_TRIALS)} repetitions. The promise is: at most 5 %.

${calm(SEED)}

## When help harms

Without the help, ${percent(BASE)} complete. How often the guardrail has fired by so many visits, ${whole(HARM_TRIALS)} repetitions each:

${CONTROLS.map(({ control, what }, i) => `**Compared with ${what}**\n\n${harm(control, SEED + 1_000 * (i + 1))}`).join('\n\n')}

*Half of all by*: the visits after which half of those that fired within 100,000 visits had done so.

What follows from that: the default holdout of 5 % finds help that costs ten points within a few thousand visits, and needs many more for small harm. Where a trigger is risky or rarely shown, give it an experiment of its own with a control of 20 % or more (\`"experiment"\`): it finds the same harm with about a third of the visits.

## How it decides

For every day that is over there is a small table: how many saw the help and how many of them completed, and the same for those from whom it was held back. Given the sums of the table, only one thing is left that tells the arms apart: the odds ratio. The guardrail multiplies, over the days, how much better "the help harms" explains the table than "it makes no difference", as a mixture of eleven strengths of harm. Where help does no harm, this product passes 20 with a probability of at most 1 in 20, *ever*: not at one look but over all of them together (Ville's inequality). It is exact for arms of any size, and shares that change from day to day do not disturb it. Literature: ter Schure, Pérez-Ortiz, Ly and Grünwald, *The anytime-valid logrank test* (NEJSDS 2024); Turner and Grünwald, *Safe sequential testing and effect estimation in stratified count data* (AISTATS 2023); Turner, Ly and Grünwald, *Generic E-variables for exact sequential k-sample tests* (JSPI 2024). The code is \`src/insights/statistics\`.

What it needs to be right:

- **The arms are drawn by chance.** Antes draws them by visitor. A visit counts in the arm of its first offer of the trigger.
- **A day counts when it is over.** Until then its visits may still complete.
- **Visits are taken as independent.** No visitor can be recognised in the data, so two visits of one person are two. Where people come often and always do the same, the figures look a little surer than they are.
- **5 % holds for each trigger.** Of 20 harmless triggers, one may be stopped in its life.

Contacts are watched by the same bound and told beside it. They do not turn anything off: help that offers a person leads to more contacts, and may be right to.

## Do it again

\`\`\`sh
npm run report:guardrail
\`\`\`
`;
  writeFileSync(join(root, 'docs/guardrail.md'), page);
  process.stdout.write('docs/guardrail.md\n');
}
