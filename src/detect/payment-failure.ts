import type { Detector } from './detector.js';

const DEFAULTS = { weight: 1 };

/** How many failures there were in which journey. */
interface State {
  journey: string | null;
  n: number;
}

export const paymentFailure: Detector<'payment-failure', State, typeof DEFAULTS> = {
  name: 'payment-failure',
  meaning: 'The page says that a payment was declined or failed.',
  cause: 'payment',
  defaults: DEFAULTS,
  start: () => ({ journey: null, n: 0 }),
  on: {
    host(record, state, tools) {
      if (record.event === 'order-placed' || record.event === 'payment-accepted') state.n = 0;
      if (record.event !== 'payment-failure') return;
      // The bank's page between two attempts is no step, and yet on the way.
      if (state.journey !== tools.journey) Object.assign(state, { journey: tools.journey, n: 0 });
      state.n++;
      // What the page tells besides must not take other signals out of the score.
      const { replaces: _, alsoReplaces: __, ...told } = record.data;
      tools.raise({
        target: 'payment',
        count: state.n,
        because: state.n === 1 ? 'a payment failed' : `${state.n} payments failed`,
        evidence: told,
      });
    },
  },
};
