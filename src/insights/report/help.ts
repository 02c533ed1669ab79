import type { Insights, TriggerRow } from '../model.js';
import { spoken } from '../names.js';
import type { ArmCounts, Guardrail, Lift } from '../statistics/guardrail.js';
import { ends, lifts, type LiftRow } from './charts.js';
import { draw } from './draw.js';
import { markup, type Markup } from './markup.js';
import { contactsVerdict, empty, figure, section, table, verdict, withId } from './parts.js';
import { decimal, interval, points, share, whole } from './say.js';

interface Compared {
  readonly name: string;
  readonly id?: string;
  readonly guardrail: Guardrail;
}

const compared = ({ allHelp, triggers }: Insights): readonly Compared[] =>
  [
    { name: 'All help together', guardrail: allHelp },
    ...triggers.map(({ trigger, guardrail }) => ({ name: spoken(trigger), id: trigger, guardrail })),
  ].filter(({ guardrail }) => guardrail.shown.visits > 0 && guardrail.control.visits > 0);

const sentence = (rows: readonly LiftRow[], what: string): string =>
  `${what}, in percentage points: ${rows.map(({ name, difference }) => `${name} ${points(difference.value)}`).join('; ')}.`;

const toneOf = (word: string): LiftRow['tone'] =>
  word === 'helps' || word === 'fewer' ? 'good' : word === 'harmful' || word === 'more' ? 'bad' : 'none';

const armsTable = (
  caption: string,
  rows: readonly Compared[],
  what: 'completed' | 'contacted',
  liftOf: (guardrail: Guardrail) => Lift,
  chip: (guardrail: Guardrail) => Markup,
): Markup => {
  const arm = (of: ArmCounts) =>
    markup`${share(of[what], of.visits)} <span class="of">of ${whole(of.visits)}</span>`;
  return table(
    caption,
    [
      { head: 'Help', cell: ({ name, id }) => withId(name, id) },
      { head: 'With it', numeric: true, cell: ({ guardrail }) => arm(guardrail.shown) },
      { head: 'Held back', numeric: true, cell: ({ guardrail }) => arm(guardrail.control) },
      {
        head: 'Difference, points',
        numeric: true,
        cell: ({ guardrail }) => interval(liftOf(guardrail).difference),
      },
      { head: 'Verdict', cell: ({ guardrail }) => chip(guardrail) },
    ],
    rows,
  );
};

/** What help changes, against those from whom it was held back by chance. */
export async function liftSection(insights: Insights): Promise<Markup> {
  const rows = compared(insights);
  const title = 'Does the help help?';
  const lead =
    'By chance, some visitors are not shown help that others are. What differs between the two by more than chance, the help has done.';
  if (rows.length === 0)
    return section(
      'lift',
      title,
      lead,
      empty(
        'Nothing was held back from anybody yet, so there is nothing to compare with. A holdout of 5 % is the default as soon as something is reported; it needs some visits.',
      ),
    );
  const pick = (
    of: (guardrail: Guardrail) => LiftRow['difference'] | undefined,
    tone: (guardrail: Guardrail) => string,
  ) =>
    rows.flatMap(({ name, guardrail }): LiftRow[] => {
      const difference = of(guardrail);
      return difference ? [{ name, difference, tone: toneOf(tone(guardrail)) }] : [];
    });
  const completion = pick(
    ({ completion: lift }) => lift.difference,
    ({ verdict: word }) => word,
  );
  const contact = pick(
    ({ contact: lift }) => lift.difference,
    ({ contacts }) => contacts,
  );
  return section(
    'lift',
    title,
    lead,
    markup`<div class="side">
      ${figure(
        'How many more get to the end',
        await draw(
          lifts(completion, 'percentage points'),
          sentence(completion, 'More visits that get to the end'),
        ),
      )}${figure(
        'How many more turn to a person',
        await draw(
          lifts(contact, 'percentage points'),
          sentence(contact, 'More visits that turn to a person'),
        ),
      )}
    </div>`,
    armsTable('Visits that get to the end', rows, 'completed', ({ completion: lift }) => lift, verdict),
    armsTable(
      'Visits that turn to a person',
      rows,
      'contacted',
      ({ contact: lift }) => lift,
      contactsVerdict,
    ),
    markup`<p class="fine">
      Differences are in percentage points, with a 95 % interval for a single look. The verdict is stricter:
      it holds however often somebody looks, and calls help that does no harm harmful in at most one trigger
      of twenty, ever. “No evidence” means that it cannot be told yet.
    </p>`,
  );
}

/** What was offered, and what became of it. */
export async function offersSection({ triggers }: Insights): Promise<Markup> {
  const shown = triggers.filter((row) => row.shown > 0);
  const title = 'What was offered, and what became of it';
  const lead = 'Every offer ends in one way. Closed at once is an answer too.';
  if (shown.length === 0) return section('offers', title, lead, empty('No help was shown in this time.'));
  const alt = `How offers end: ${shown.map((row) => `${spoken(row.trigger)} ${share(row.acted, row.shown)} acted, ${share(row.dismissed, row.shown)} dismissed`).join('; ')}.`;
  return section(
    'offers',
    title,
    lead,
    figure('How offers end', await draw(ends(shown, spoken), alt)),
    table<TriggerRow>(
      'Offers by trigger',
      [
        { head: 'Trigger', cell: ({ trigger }) => withId(spoken(trigger), trigger) },
        { head: 'Owner', cell: ({ owner }) => owner ?? '–' },
        { head: 'Shown', numeric: true, cell: (row) => whole(row.shown) },
        { head: 'Acted', numeric: true, cell: (row) => share(row.acted, row.shown) },
        { head: 'Dismissed', numeric: true, cell: (row) => share(row.dismissed, row.shown) },
        { head: 'Ignored', numeric: true, cell: (row) => share(row.ignored, row.shown) },
        {
          head: 'Solved',
          numeric: true,
          cell: (row) => (row.judged > 0 ? share(row.solved, row.judged) : 'not asked'),
        },
        { head: 'Then contacted', numeric: true, cell: (row) => share(row.contacted, row.shown) },
        {
          head: 'Effort, 1–7',
          numeric: true,
          cell: (row) => (row.effort === undefined ? '–' : `${decimal(row.effort)} (${whole(row.ratings)})`),
        },
      ],
      shown,
    ),
    markup`<p class="fine">
      Effort is what customers said, and how many did. “Not asked”: the trigger has no <code>solved</code>, so
      nobody can tell.
    </p>`,
  );
}
