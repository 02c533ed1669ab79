import type { Insights, StepRow } from '../model.js';
import { spoken } from '../names.js';
import { bars, funnel, overTime, quadrants } from './charts.js';
import { draw } from './draw.js';
import { markup, type Markup } from './markup.js';
import { empty, figure, section, table, withId } from './parts.js';
import { amount, decimal, share, whole } from './say.js';

/** Where customers get stuck. */
export async function stepsSection({ journeys, steps }: Insights): Promise<Markup> {
  const title = 'Where customers struggle';
  const lead =
    'Every step of the way: who came, who got past it, and who struggled there, whether or not they got past it.';
  const walked = journeys
    .map((journey) => ({
      ...journey,
      steps: steps.filter((step) => step.journey === journey.journey && step.entered > 0),
    }))
    .filter((journey) => journey.steps.length > 0);
  if (walked.length === 0) return section('steps', title, lead, empty('No steps were walked in this time.'));
  const parts: Markup[] = [];
  for (const journey of walked) {
    const alt = `${journey.title}: ${journey.steps.map((step) => `${step.title}, ${whole(step.entered)} came, ${share(step.completed, step.entered)} got past it, ${share(step.struggling, step.entered)} struggled`).join('; ')}.`;
    parts.push(
      markup`<div class="side">
          ${figure(
            `${journey.title}: ${share(journey.completed, journey.started)} of ${whole(journey.started)} got to the end`,
            await draw(funnel(journey.steps), alt),
          )}${table<StepRow>(
            `Steps of ${journey.title}`,
            [
              { head: 'Step', cell: ({ title: name, step }) => withId(name, step) },
              { head: 'Came', numeric: true, cell: (step) => whole(step.entered) },
              { head: 'Got past', numeric: true, cell: (step) => share(step.completed, step.entered) },
              { head: 'Struggled', numeric: true, cell: (step) => share(step.struggling, step.entered) },
              { head: 'Stuck', numeric: true, cell: (step) => share(step.stuck, step.entered) },
              {
                head: 'Seconds',
                numeric: true,
                cell: (step) =>
                  step.activeSeconds === undefined ? '–' : whole(Math.round(step.activeSeconds)),
              },
            ],
            journey.steps,
          )}
        </div>
        ${table<StepRow>(
          `What is seen most, ${journey.title}`,
          [
            { head: 'Step', cell: ({ title: name }) => name },
            {
              head: 'Signs of struggle, in so many visits',
              cell: ({ signals }) =>
                signals.map(({ name, visits }) => `${spoken(name)} ${whole(visits)}`).join(' · ') || '–',
            },
            { head: 'Tried again', numeric: true, cell: ({ retries }) => whole(retries) },
            { head: 'Went back', numeric: true, cell: ({ backs }) => whole(backs) },
          ],
          journey.steps,
        )}`,
    );
  }
  return section('steps', title, lead, ...parts);
}

/** Those nobody hears of. */
export async function silentSection({ steps, totals }: Insights): Promise<Markup> {
  const silent = steps.filter((step) => step.silent > 0).sort((a, b) => b.silent - a.silent);
  const title = 'Silent sufferers';
  const lead = `${whole(totals.silent)} visits struggled, asked nobody, and did not get to the end: ${share(totals.silent, totals.struggling)} of all who struggled. No call centre knows of them.`;
  if (silent.length === 0) return section('silent', title, lead, empty('Nobody, in this time.'));
  const rows = silent.map(({ title: name, silent: n }) => ({ name, n }));
  return section(
    'silent',
    title,
    lead,
    markup`<div class="side">
      ${figure(
        'Silent sufferers by step',
        await draw(
          bars(rows, 'visits'),
          `Silent sufferers by step: ${rows.map(({ name, n }) => `${name} ${whole(n)}`).join(', ')}.`,
        ),
      )}${table<StepRow>(
        'Of those who struggled there',
        [
          { head: 'Step', cell: ({ title: name, step }) => withId(name, step) },
          { head: 'Struggled', numeric: true, cell: (step) => whole(step.struggling) },
          { head: 'In silence', numeric: true, cell: (step) => whole(step.silent) },
          { head: 'Share', numeric: true, cell: (step) => share(step.silent, step.struggling) },
          { head: 'Asked a person', numeric: true, cell: (step) => whole(step.contacted) },
        ],
        silent,
      )}
    </div>`,
  );
}

/** Why people need help, and who can do something about it. */
export async function reasonsSection({ reasons }: Insights): Promise<Markup> {
  const title = 'Who owns it';
  const lead =
    'Every reason has an owner, and a place: what irritates both sides is to go, what both value is to grow.';
  if (reasons.length === 0) return section('reasons', title, lead, empty('No reason came up in this time.'));
  const placed = reasons.filter(({ quadrant }) => quadrant !== undefined);
  const alt = `Reasons by quadrant: ${placed.map((row) => `${row.title}, ${row.quadrant}, ${whole(row.visits)} visits`).join('; ')}.`;
  const owners = [...reasons].sort((a, b) =>
    a.owner === b.owner ? b.visits - a.visits : a.owner < b.owner ? -1 : 1,
  );
  return section(
    'reasons',
    title,
    lead,
    ...(placed.length > 0
      ? [figure('Value and irritation: the bigger, the more visits', await draw(quadrants(placed), alt))]
      : [empty('Give the configuration with --config, and the reasons stand in their quadrants here.')]),
    table(
      'Reasons by owner',
      [
        { head: 'Reason', cell: ({ title: name, reason }) => withId(name, reason) },
        { head: 'Owner', cell: ({ owner }) => owner },
        { head: 'Quadrant', cell: ({ quadrant }) => quadrant ?? '–' },
        { head: 'Visits', numeric: true, cell: (row) => whole(row.visits) },
        { head: 'Help shown', numeric: true, cell: (row) => whole(row.shown) },
        {
          head: 'Solved',
          numeric: true,
          cell: (row) => (row.judged > 0 ? share(row.solved, row.judged) : '–'),
        },
        { head: 'Contacts', numeric: true, cell: (row) => whole(row.contacts) },
        {
          head: 'They cost',
          numeric: true,
          cell: (row) => (row.cost === undefined ? '–' : amount(row.cost)),
        },
        {
          head: 'Solved the first time',
          numeric: true,
          cell: (row) => share(row.touches - row.repeats, row.touches),
        },
      ],
      owners,
    ),
    markup`<p class="fine">
      “Solved the first time”: of all helps and contacts about it, those after which the same device did not
      come back for the same reason within seven days. Costs are contacts times <code>contactCost</code> of
      the reason.
    </p>`,
  );
}

/** How often it takes a person. */
export async function contactsSection({ days, channels, totals }: Insights): Promise<Markup> {
  const title = 'Contacts for every order';
  const per100 = totals.completed > 0 ? decimal((100 * totals.contacts) / totals.completed) : '–';
  const lead = `${per100} contacts for every hundred journeys that got to the end.`;
  const told = days.filter(({ completed }) => completed > 0);
  if (told.length === 0)
    return section('contacts', title, lead, empty('No journey got to its end in this time.'));
  const rates = told.map(({ contacts, completed }) => (100 * contacts) / completed);
  const alt = `Contacts per 100 completed journeys, by day: from ${decimal(Math.min(...rates))} to ${decimal(Math.max(...rates))}, ${decimal(rates.at(-1)!)} on the last day, ${told.at(-1)!.day}.`;
  return section(
    'contacts',
    title,
    lead,
    markup`<div class="side">
      ${figure('Day by day', await draw(overTime(told), alt))}${table(
        'Ways to a person',
        [
          { head: 'Way', cell: ({ channel }) => spoken(channel) },
          { head: 'Contacts', numeric: true, cell: ({ contacts }) => whole(contacts) },
          { head: 'Share', numeric: true, cell: ({ contacts }) => share(contacts, totals.contacts) },
        ],
        channels,
      )}
    </div>`,
    table(
      'Week by week',
      [
        { head: 'Week from', cell: ({ day }) => day },
        { head: 'Visits', numeric: true, cell: ({ visits }) => whole(visits) },
        { head: 'Completed', numeric: true, cell: ({ completed }) => whole(completed) },
        { head: 'Contacts', numeric: true, cell: ({ contacts }) => whole(contacts) },
        {
          head: 'Per 100',
          numeric: true,
          cell: ({ contacts, completed }) => (completed > 0 ? decimal((100 * contacts) / completed) : '–'),
        },
      ],
      weeksOf(days),
    ),
  );
}

const DAYS = 7;
const weeksOf = (days: Insights['days']): Insights['days'] =>
  Array.from({ length: Math.ceil(days.length / DAYS) }, (_, i) => {
    const week = days.slice(i * DAYS, (i + 1) * DAYS);
    const sum = (of: 'visits' | 'completed' | 'contacts') => week.reduce((total, one) => total + one[of], 0);
    return {
      day: week[0]!.day,
      visits: sum('visits'),
      completed: sum('completed'),
      contacts: sum('contacts'),
    };
  });
