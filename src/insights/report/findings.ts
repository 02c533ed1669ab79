import type { Insights } from '../model.js';
import { spoken } from '../names.js';
import { share, whole } from './say.js';

const MOST = 5;
/** Fewer than that may be chance. */
const FEW = 10;

/** What to do next, in sentences, the most pressing first. */
export function findings(insights: Insights): readonly string[] {
  const { triggers, steps, reasons, totals, review } = insights;
  const ofVerdict = (word: string) => triggers.filter(({ guardrail }) => guardrail.verdict === word);
  const harmful = ofVerdict('harmful').map(({ trigger, owner, guardrail: { shown, control } }) => {
    const rates = `${share(shown.completed, shown.visits)} of those who see it get to the end, and ${share(control.completed, control.visits)} of those from whom it was held back`;
    return `Turn off “${spoken(trigger)}”${owner ? ` (${owner})` : ''}: it does harm. ${rates}.`;
  });
  const silent = [...steps].sort((a, b) => b.silent - a.silent)[0];
  const quiet =
    silent && silent.silent >= FEW
      ? [
          `Look at “${silent.title}”: ${whole(silent.silent)} visits struggled there, asked nobody and did not get to the end. That is ${share(silent.silent, totals.silent)} of all who suffer in silence.`,
        ]
      : [];
  const asked = [...reasons].sort((a, b) => b.contacts - a.contacts)[0];
  const contacts =
    asked && asked.contacts >= FEW
      ? [
          `Most contacts are about “${asked.title}”: ${whole(asked.contacts)} of ${whole(totals.contacts)}, owned by ${asked.owner}.`,
        ]
      : [];
  const helps = ofVerdict('helps').map(
    ({ trigger, guardrail: { shown, control } }) =>
      `Keep “${spoken(trigger)}”: it helps. ${share(shown.completed, shown.visits)} get to the end with it, ${share(control.completed, control.visits)} without.`,
  );
  const due = review.filter(({ urgent }) => !urgent).length;
  const more = harmful.length > 0 ? ' more' : '';
  const others =
    due > 0
      ? [
          `${due === 1 ? `One${more} trigger is` : `${whole(due)}${more} triggers are`} due for review, below.`,
        ]
      : [];
  return [...harmful, ...quiet, ...contacts, ...helps, ...others].slice(0, MOST);
}
