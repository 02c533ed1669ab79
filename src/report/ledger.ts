import type { Config } from '../config/types.js';
import type { Body, HelpBody } from './events.js';
import type { Heard, Told } from './heard.js';
import { createKnown, type Known } from './known.js';
import { begin, contacted, learn, outcomes, type Offers } from './offers.js';
import {
  countContact,
  entered,
  journeyEnded,
  levelled,
  startProgress,
  stepped,
  type Progress,
} from './progress.js';
import { remember, repeatOf, type Reasons } from './repeats.js';

/** Everything that reporting remembers of a visit. Plain data: may be stored, and resumed on the next page. */
export interface LedgerState {
  begun: boolean;
  readonly progress: Progress;
  readonly offers: Offers;
  /** Codes told on this page. */
  problems: string[];
}
export const startLedger = (): LedgerState => ({
  begun: false,
  progress: startProgress(),
  offers: {},
  problems: [],
});

/** What happens → what is told of it. Pure: no clock, no page, no network. */
export interface Ledger {
  readonly state: LedgerState;
  heard(heard: Heard): readonly Body[];
}

/** `reasons` is what this device remembers; it is added to. */
export function createLedger(
  config: Config,
  state: LedgerState = startLedger(),
  reasons: Reasons = {},
): Ledger {
  const known = createKnown(config);
  return {
    state,
    heard: (heard) => [
      ...tell(heard, heard.told, known, state, reasons),
      ...outcomes(state.offers, known, heard),
    ],
  };
}

function tell(heard: Heard, told: Told, known: Known, state: LedgerState, reasons: Reasons): readonly Body[] {
  const { progress, offers } = state;
  const where = { at: heard.at, ...known.place(heard.journey, heard.step) };
  switch (told.kind) {
    case 'here': {
      state.problems = [];
      if (state.begun) return [];
      state.begun = true;
      return entered(progress, known, heard, heard.retries);
    }
    case 'step-entered':
      return entered(progress, known, heard);
    case 'step-completed':
      return stepped(progress, heard, 'completed');
    case 'step-left':
      return stepped(progress, heard, 'left');
    case 'journey-completed':
      return journeyEnded(progress, known, heard, told.journey, 'completed');
    case 'journey-left':
      return journeyEnded(progress, known, heard, told.journey, 'abandoned');
    case 'level':
      return levelled(progress, known, heard, told.level);
    case 'signal':
      return [{ type: 'signal', ...where, name: told.name, count: told.count }];
    case 'help': {
      const body = help(told, where, known, reasons);
      if (!body) return [];
      if (body.phase === 'shown' || isHeldBack(body)) begin(offers, heard, told);
      if (body.phase === 'shown') remember(reasons, body.reason, heard.at);
      return [body];
    }
    case 'ended':
      learn(offers, heard, told.offer, { how: told.how });
      return [];
    case 'verdict':
      learn(offers, heard, told.offer, { solved: told.solved });
      return [];
    case 'contact': {
      const reason = known.reason(told.reason);
      countContact(progress);
      contacted(offers);
      const repeat = repeatOf(reasons, reason.reason, heard.at);
      remember(reasons, reason.reason, heard.at);
      const channel = known.channel(told.channel);
      return [{ type: 'contact', ...where, channel, ...reason, handoff: told.handoff, ...repeat }];
    }
    case 'problem':
      if (state.problems.includes(told.code)) return [];
      state.problems.push(told.code);
      return [{ type: 'problem', ...where, code: told.code }];
    case 'off':
      return known.about(told.trigger) ? [{ type: 'off', ...where, trigger: told.trigger }] : [];
    default:
      // Kept by another build.
      return [];
  }
}

/** In a control arm: it would have been shown at this very moment. */
const isHeldBack = ({ phase, gate }: Pick<HelpBody, 'phase' | 'gate'>): boolean =>
  phase === 'withheld' && (gate === 'holdout' || gate === 'experiment');

function help(
  { offer, trigger, phase, as, gate, effort, variant }: Extract<Told, { kind: 'help' }>,
  where: { readonly at: number },
  known: Known,
  reasons: Reasons,
): HelpBody | undefined {
  const about = known.about(trigger);
  if (!about) return undefined;
  const body = { phase, ...(gate !== undefined && { gate }) };
  return {
    type: 'help',
    ...where,
    ...(offer !== undefined && { offer }),
    ...about,
    phase,
    as,
    ...(gate !== undefined && { gate }),
    ...(effort !== undefined && { effort }),
    ...(variant !== undefined && { variant }),
    ...((phase === 'shown' || isHeldBack(body)) && repeatOf(reasons, about.reason, where.at)),
  };
}
