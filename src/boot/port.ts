import type { ChannelName, Config } from '../config/types.js';
import { handoffFacts, type Handoff } from '../contact/handoff.js';
import type { Happening, Place } from '../core/happenings.js';
import type { Guard } from '../core/guard.js';
import type { Lookup } from '../core/matcher.js';
import type { Report } from '../core/problems.js';
import type { ContactRecord, HelpRecord } from '../core/records.js';
import type { Answer, Offer, UiPort } from '../state/stores.js';
import { perform, type ActionDeps, type HostFunction } from './actions.js';
import type { AntesEvents } from './antes.js';
import type { Board } from './board.js';

export interface PortDeps {
  readonly config: Config;
  readonly functions: ReadonlyMap<string, HostFunction>;
  readonly report: Report;
  readonly guard: Guard;
  readonly board: Board;
  readonly root: Element;
  readonly facts: Lookup;
  here(): Place;
  /** Signals of late, for whoever takes over. */
  readonly recent: readonly { readonly name: string; readonly count: number }[];
  focus(anchor: string): boolean | Promise<boolean>;
  open(content: string): void;
  answer(offer: number, answer: Answer): void;
  mute(duration: string | null): void;
  readonly listeners: Set<(happening: Happening) => void>;
  record(body: Omit<HelpRecord, 'at'> | Omit<ContactRecord, 'at'>): void;
  emit<K extends keyof AntesEvents>(type: K, detail: AntesEvents[K]): void;
}

/** What happens, to everybody who follows it. */
export const tellAll =
  (listeners: PortDeps['listeners']) =>
  (happening: Happening): void =>
    listeners.forEach((tell) => tell(happening));

/** The way back from the widgets: their answers, and what their buttons do. */
export function createPort(deps: PortDeps): UiPort {
  const {
    config,
    functions,
    report,
    guard,
    board,
    root,
    facts,
    focus,
    open,
    answer,
    mute,
    listeners,
    record,
    emit,
  } = deps;
  const handoff = (offer: Offer): Handoff => {
    const { step, journey } = deps.here();
    return {
      reason: offer.reason,
      step,
      journey,
      signals: [...deps.recent],
      facts: handoffFacts(config, offer.reason, facts),
      help: offer.trigger,
    };
  };
  const actionDeps: ActionDeps = {
    config,
    functions,
    report,
    facts,
    handoff,
    focus,
    open,
    solved: (offer) => answer(offer.id, { phase: 'solved' }),
    contacted(channel: ChannelName, along) {
      record({ type: 'contact', channel, reason: along.reason });
      emit('contact', { channel, reason: along.reason, handoff: along });
    },
  };
  return {
    stores: board.stores,
    root,
    config,
    facts,
    handoff,
    contacted: guard('boot/contact', actionDeps.contacted),
    answer: guard('boot/answer', answer),
    mute: guard('boot/mute', mute),
    heard(tell) {
      listeners.add(tell);
      return () => void listeners.delete(tell);
    },
    async act(id, index) {
      const one = board.get(id);
      const action = one?.actions[index];
      if (!one || !action) return false;
      const worked = await perform(action, one.offer, actionDeps).catch(() => false);
      if (id > 0) record({ type: 'help', offer: id, phase: worked ? 'acted' : 'failed' });
      return worked;
    },
    problem: report,
  };
}
