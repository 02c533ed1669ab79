import { sayDuration } from '../core/duration.js';
import type { ExceptionRecord } from '../core/records.js';
import { about } from './about.js';
import { mayTell, type Told } from './cool-down.js';
import type { Detector, Tools } from './detector.js';
import { PENDING_MS, startedBy, type Press } from './presses.js';

const DEFAULTS = {
  weight: 0.5,
  /** An error this soon after a press, or after the end of a request that the press started, belongs to it. */
  withinMs: 1_000,
  /** Later ones belong to it only while its work is still under way: it has no answer yet, or its request has just ended. */
  chainMs: 5_000,
  /** Browsers tell of the end of a request a little after the page's own code has had it. */
  requestLagMs: 250,
  /** So many errors in this time that nobody pressed for: the page fails by itself, and proves nothing about presses. */
  ambientMin: 2,
  ambientMs: 10_000,
};

interface State {
  readonly told: Told;
  /** When errors came that nobody pressed for. */
  loose: number[];
  /** The newest request that a press started: that press, and when the request ended. */
  chain: { readonly press: number; readonly at: number } | null;
  /** An error that belongs to this press if it turns out to have waited for a request. */
  doubt: { readonly press: number; readonly at: number; readonly kind: ExceptionRecord['kind'] } | null;
}

function tell(press: Press, at: number, kind: string, state: State, tools: Tools<typeof DEFAULTS>): void {
  if (!mayTell(state.told, press.id, tools.at, PENDING_MS)) return;
  const afterMs = at - press.at;
  tools.raise(
    about([press], `an error in the page ${sayDuration(afterMs)} after a press on '${press.target}'`, {
      press: press.id,
      afterMs,
      kind,
    }),
  );
}

/** Only what runs code of the page: nothing that is switched off, and no swipe. */
const newest = (presses: readonly Press[]): Press | undefined =>
  presses.findLast((p) => !p.disabled && !p.gesture);

export const errorClick: Detector<'error-click', State, typeof DEFAULTS> = {
  name: 'error-click',
  meaning: "A press made the page's own code fail.",
  cause: 'press',
  defaults: DEFAULTS,
  start: () => ({ told: {}, loose: [], chain: null, doubt: null }),
  on: {
    request(record, state, tools) {
      const press = startedBy(tools.presses, record);
      if (!press) return;
      state.chain = { press: press.id, at: tools.at };
      const { doubt } = state;
      if (doubt?.press === press.id && tools.at - doubt.at <= tools.set.requestLagMs)
        tell(press, doubt.at, doubt.kind, state, tools);
    },
    exception({ own, kind }, state, tools) {
      if (!own) return;
      const { at, presses, set } = tools;
      const press = newest(presses);
      const afterMs = at - (press?.at ?? -Infinity);
      state.loose = state.loose.filter((time) => at - time <= set.ambientMs);
      const ambient = state.loose.length >= set.ambientMin;
      if (ambient || !press || afterMs > set.chainMs) {
        state.loose.push(at);
        if (state.loose.length > set.ambientMin) state.loose.shift();
        return;
      }
      const { chain } = state;
      const chained = chain && at - chain.at <= set.withinMs && presses.find(({ id }) => id === chain.press);
      if (afterMs <= set.withinMs || (press.answeredAt === undefined && !press.void))
        tell(press, at, kind, state, tools);
      else if (chained && at - chained.at <= set.chainMs) tell(chained, at, kind, state, tools);
      else state.doubt = { press: press.id, at, kind };
    },
  },
};
