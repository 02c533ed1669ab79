import type { ChannelName, Config } from '../config/types.js';
import type { Handoff, Situation } from '../contact/handoff.js';
import type { Happening } from '../core/happenings.js';
import type { Trace } from '../decide/decide.js';
import { deedOf } from '../decide/actions.js';
import type { Guard } from '../core/guard.js';
import type { Lookup } from '../core/matcher.js';
import { createGuard } from '../core/guard.js';
import type { Report } from '../core/problems.js';
import type { ContactRecord, HelpRecord } from '../core/records.js';
import type { Answer, Offer, UiPort } from '../state/stores.js';
import { contact, perform, type ActionDeps, type HostFunction } from './actions.js';
import type { AntesEvents } from './antes.js';
import type { Board } from './board.js';
import { noteFollowed, noteTicks, ticksOf, type Notes } from './notes.js';

export interface PortDeps {
  readonly config: Config;
  readonly functions: ReadonlyMap<string, HostFunction>;
  readonly report: Report;
  readonly guard: Guard;
  readonly board: Board;
  readonly root: Element;
  readonly facts: Lookup;
  situation(): Situation;
  readonly notes: Notes;
  focus(anchor: string): boolean | Promise<boolean>;
  open(content?: string): void;
  reach(channel: ChannelName, offer: Offer): void;
  why(): readonly Trace[];
  read(content: string): Offer | undefined;
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
  const { config, functions, report, guard, board, root, facts, notes } = deps;
  const { focus, open, reach, answer, record, emit } = deps;
  const actionDeps: ActionDeps = {
    config,
    functions,
    report,
    focus,
    open,
    reach,
    solved: (offer) => answer(offer.id, { phase: 'solved' }),
    // A person is reached, whatever fails in telling of it.
    contacted: guard('boot/contact', (channel: ChannelName, reason: string, handoff?: Handoff) => {
      const { url } = config.contact?.channels?.[channel] ?? {};
      const isLink = url !== undefined && channel !== 'callback';
      if (isLink && !noteFollowed(notes, `${channel} ${reason}`)) return;
      record({ type: 'contact', channel, reason });
      emit('contact', { channel, reason, handoff });
    }),
  };
  /** Asked for by the customer, it is the same guide whenever it is opened. */
  const guideOf = (id: number) => (id > 0 ? String(id) : (board.get(id)?.name ?? ''));
  return {
    stores: board.stores,
    root,
    config,
    facts,
    situation: deps.situation,
    contact: (...choice) => contact(actionDeps, ...choice),
    why: deps.why,
    read: deps.read,
    ticks: (id) => ticksOf(notes, guideOf(id)),
    tick: (id, done) => noteTicks(notes, guideOf(id), done),
    open,
    answer: guard('boot/answer', answer),
    mute: guard('boot/mute', deps.mute),
    heard(tell) {
      deps.listeners.add(tell);
      return () => void deps.listeners.delete(tell);
    },
    async act(id, index) {
      const one = board.get(id);
      const action = one?.actions[index];
      if (!one || !action) return false;
      const worked = await perform(action, one.offer, actionDeps).catch(() => false);
      if (id > 0)
        guard.run('boot/act', () =>
          record({ type: 'help', offer: id, phase: worked ? 'acted' : 'failed', deed: deedOf(action) }),
        );
      return worked;
    },
    guard: createGuard((_code, path, message) => report('UI_FAILED', path, message)),
    problem: report,
  };
}
