import type { Review, TriggerRow } from './model.js';
import type { Names } from './names.js';
import { wilson } from './statistics/intervals.js';

/** Offers before anything is said about how they end. */
const FEW = 30;
/** Help that is closed by more than half is in the way. */
const MOSTLY = 0.5;
/** Help that solves less than a tenth is beside the point. */
const HARDLY = 0.1;

const percent = new Intl.NumberFormat('en', { style: 'percent' }).format;

/** Triggers that somebody should look at, and why; those that do harm first. */
export function reviewOf(triggers: readonly TriggerRow[], names: Names, now: number): readonly Review[] {
  const configured = names.triggers();
  const ids = [...new Set([...configured.map(({ id }) => id), ...triggers.map(({ trigger }) => trigger)])];
  return ids
    .flatMap((id): Review[] => {
      const row = triggers.find(({ trigger }) => trigger === id);
      const trigger = configured.find((one) => one.id === id);
      const because = [
        ...harm(row),
        ...ends(row),
        ...use(row, trigger !== undefined),
        ...date(trigger?.reviewBy, now),
      ];
      if (because.length === 0) return [];
      const owner = row?.owner ?? names.owner(trigger?.reason ?? row?.reason);
      return [{ trigger: id, owner, because, urgent: harm(row).length > 0 }];
    })
    .sort((a, b) => Number(b.urgent) - Number(a.urgent));
}

function harm(row: TriggerRow | undefined): string[] {
  const { difference } = row?.guardrail.completion ?? {};
  return [
    ...(row?.guardrail.verdict === 'harmful' && difference
      ? [
          `It does harm: ${percent(row.guardrail.shown.completed / row.guardrail.shown.visits)} get to the end after it, ${percent(row.guardrail.control.completed / row.guardrail.control.visits)} without it`,
        ]
      : []),
    ...(row && row.off > 0 ? [`It has turned itself off in ${row.off} tabs`] : []),
  ];
}

function ends(row: TriggerRow | undefined): string[] {
  if (!row || row.shown < FEW) return [];
  const closed = wilson({ hits: row.dismissed, of: row.shown }).low > MOSTLY;
  const useless = row.judged >= FEW && wilson({ hits: row.solved, of: row.judged }).high < HARDLY;
  return [
    ...(closed ? [`${percent(row.dismissed / row.shown)} of those who see it close it`] : []),
    ...(useless ? [`It solves only ${percent(row.solved / row.judged)}`] : []),
  ];
}

const use = (row: TriggerRow | undefined, configured: boolean): string[] =>
  configured && (row?.shown ?? 0) === 0 ? ['It was never shown'] : [];

function date(reviewBy: string | undefined, now: number): string[] {
  const day = reviewBy === undefined ? Number.NaN : Date.parse(reviewBy);
  return day < now ? [`It was to be looked at by ${reviewBy}`] : [];
}
