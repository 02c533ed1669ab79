import type { Insights } from './model.js';
import type { Guardrail } from './statistics/guardrail.js';

type Cell = string | number | undefined;
type Columns = Readonly<Record<string, Cell>>;

const comparison = ({ verdict, contacts, shown, control, completion, contact }: Guardrail): Columns => ({
  verdict,
  contacts_verdict: contacts,
  shown_visits: shown.visits,
  shown_completed: shown.completed,
  shown_contacted: shown.contacted,
  control_visits: control.visits,
  control_completed: control.completed,
  control_contacted: control.contacted,
  completion_lift: completion.difference?.value,
  completion_lift_low: completion.difference?.low,
  completion_lift_high: completion.difference?.high,
  contact_lift: contact.difference?.value,
  contact_lift_low: contact.difference?.low,
  contact_lift_high: contact.difference?.high,
});

export type TableName =
  | 'totals'
  | 'reasons'
  | 'triggers'
  | 'steps'
  | 'journeys'
  | 'days'
  | 'channels'
  | 'review';

const TABLES: Readonly<Record<TableName, (insights: Insights) => readonly Columns[]>> = {
  totals: ({ totals }) => [{ ...totals }],
  reasons: ({ reasons }) => reasons.map((row) => ({ ...row })),
  triggers: ({ triggers }) => triggers.map(({ guardrail, ...row }) => ({ ...row, ...comparison(guardrail) })),
  steps: ({ steps }) =>
    steps.map(({ signals, ...row }) => ({ ...row, signals: signals.map(({ name }) => name).join(' ') })),
  journeys: ({ journeys }) => journeys.map((row) => ({ ...row })),
  days: ({ days }) => days.map((row) => ({ ...row })),
  channels: ({ channels }) => channels.map((row) => ({ ...row })),
  review: ({ review }) =>
    review.map(({ because, urgent, ...row }) => ({
      ...row,
      urgent: String(urgent),
      because: because.join('; '),
    })),
};

/** RFC 4180. What a spreadsheet would take for a formula is told apart by a quote mark in front, as OWASP advises; also where blanks or wide forms stand before or for its first sign. */
function cell(value: Cell): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[\s=+\-@＝＋－＠]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The tables of the report as CSV, by name. */
export function tables(insights: Insights): Readonly<Record<TableName, string>> {
  const csv = (rows: readonly Columns[]): string => {
    const head = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    return [head, ...rows.map((row) => head.map((name) => row[name]))]
      .map((cells) => `${cells.map(cell).join(',')}\r\n`)
      .join('');
  };
  return Object.fromEntries(
    Object.entries(TABLES).map(([name, rowsOf]) => [name, csv(rowsOf(insights))]),
  ) as unknown as Readonly<Record<TableName, string>>;
}
