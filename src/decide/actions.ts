import type { Action } from '../config/types.js';

/** What an action does, in the order of what it asks of the customer: stay, read, leave the page, talk to somebody. */
const EFFORT = ['focus', 'call', 'resolve', 'open', 'link', 'contact'] as const;

/** Three of them are done where the customer is: which comes first, the content says. */
const effortOf = (action: Action): number =>
  Math.max(
    2,
    EFFORT.findIndex((verb) => verb in action),
  );

/** The same deed in whatever content: `call pay.paypal`. */
export const deedOf = (action: Action): string => {
  const verb = EFFORT.find((one) => one in action)!;
  return `${verb} ${String(action[verb])}`;
};

/**
 * The next best action first: what the content calls primary, then by effort, and last and quietly what has been tried
 * in this session and did not work.
 */
export function orderActions(actions: readonly Action[], failed: readonly string[] = []): readonly Action[] {
  const rank = (action: Action) =>
    failed.includes(deedOf(action)) ? EFFORT.length : action.style === 'primary' ? -1 : effortOf(action);
  return [...actions]
    .sort((a, b) => rank(a) - rank(b))
    .map((action) => (rank(action) === EFFORT.length ? { ...action, style: 'link' } : action));
}
