import { sayDuration } from '../core/duration.js';
import type { Detector, Tools } from './detector.js';
import { startedBy, startsWith } from './presses.js';
import { isAgain } from './again.js';
import { count, forget, type Tally } from './tally.js';
import { PROMO } from './words.js';

const DEFAULTS = {
  weight: 0.4,
  /** Something removed this soon after the total changed was removed because of it. */
  shockMs: 120_000,
  /** A new total this soon after something was removed only tells of that. */
  echoMs: 1_000,
  /** Codes refused … */
  codes: 2,
  /** … within this time. */
  withinMs: 300_000,
  /** One refusal shows in several ways: at the field, as an event, as a failed request. */
  apartMs: 1_000,
};

interface State {
  /** When the total last went another way, by `:` and item; `:` alone is any. */
  totals: Record<string, number>;
  removedAt: number;
  readonly codes: Tally;
  codeAt: number;
  /** When a form for a code was last sent. */
  sentAt: number;
  /** The customer asked for this page once more: what it says was said before. */
  again: boolean;
}
const MAX_ITEMS = 50;

function refused(how: string, state: State, tools: Tools<typeof DEFAULTS>): void {
  const { at, set, raise } = tools;
  if (at - state.codeAt < set.apartMs) return;
  state.codeAt = at;
  const times = count(state.codes, 'code', at, set.withinMs);
  if (times.length < set.codes) return;
  const spanMs = at - times[0]!;
  raise({
    target: 'promotion-code',
    count: times.length,
    because: `${times.length} promotion codes were refused in ${sayDuration(spanMs)}`,
    evidence: { how, codes: times.length, min: set.codes, spanMs, withinMs: set.withinMs },
  });
}

export const cartChurn: Detector<'cart-churn', State, typeof DEFAULTS> = {
  name: 'cart-churn',
  meaning:
    'Something was taken out of the cart after the total changed, or promotion codes are refused again and again.',
  cause: 'other',
  defaults: DEFAULTS,
  start: () => ({
    totals: {},
    removedAt: -1_000_000,
    codes: {},
    codeAt: -1_000_000,
    sentAt: -1_000_000,
    again: false,
  }),
  on: {
    view(record, state) {
      if (record.how === 'load') state.again = isAgain(record);
    },
    host({ event, data }, state, tools) {
      const { at, set } = tools;
      const item = `:${data['item'] ?? ''}`;
      if (/^(?:coupon|promo)-rejected$/.test(event)) refused('event', state, tools);
      else if (/^(?:coupon|promo)-accepted$/.test(event)) forget(state.codes, 'code');
      else if (event === 'total-changed' || event === 'shipping-shown') {
        if (at - state.removedAt <= set.echoMs) return;
        for (const old of Object.keys(state.totals))
          if (at - state.totals[old]! > set.shockMs) delete state.totals[old];
        if (Object.keys(state.totals).length < MAX_ITEMS) state.totals[item] = at;
      } else if (event === 'item-removed') {
        state.removedAt = at;
        const shownAt = Math.max(state.totals[item] ?? -Infinity, state.totals[':'] ?? -Infinity);
        const afterMs = at - shownAt;
        if (afterMs > set.shockMs) return;
        state.totals = {};
        tools.raise({
          target: 'cart',
          count: 1,
          because: `something was taken out of the cart ${sayDuration(afterMs)} after the total had changed`,
          evidence: { afterMs, withinMs: set.shockMs },
        });
      }
    },
    'field-error'(record, state, tools) {
      if (record.atLoad && state.again) return;
      if (PROMO.test(record.field) || PROMO.test(record.form)) refused('field', state, tools);
    },
    message(record, state, tools) {
      if (record.atLoad && state.again) return;
      if (PROMO.test(record.region)) refused('message', state, tools);
    },
    submit(record, state) {
      if (PROMO.test(record.form)) state.sentAt = record.at;
    },
    request(record, state, tools) {
      if (!record.own || record.status < 400) return;
      const press = startedBy(tools.presses, record);
      const sent = startsWith(record, state.sentAt);
      if (sent || (press && (PROMO.test(press.target) || PROMO.test(press.region))))
        refused('request', state, tools);
    },
  },
};
