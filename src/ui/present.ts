import { clock } from './clock.js';
import { LEAVING_MS } from '../core/leaving.js';
import { LOAD_MS } from '../core/load-limit.js';
import type { Answer, Offer } from '../state/stores.js';
import type { AntesCard } from './card/card.js';
import { FORMS, formOf, type Form } from './forms.js';
import { AntesNotice } from './notice/notice.js';
import { afterPaint } from './paint.js';
import type { Placed } from './place.js';
import type { Stage } from './stage.js';
import { isReachable } from './tree.js';
import { undoAll } from './undo-all.js';

/** One offer on the page, from the moment it is made until nothing of it is left. */
export interface Presentation {
  update(offer: Offer): void;
  /** The words have changed. */
  words(): void;
  /** Makes itself small, if it can: something else needs the room. Or is itself again. */
  resize(small: boolean): void;
  /** The offer is no longer made: goes at once, but for space that is kept so that nothing moves. */
  withdraw(): void;
  /** Nothing of it is left. */
  stop(): void;
}

/** Answers of a customer who is through with it. */
const ENDS: readonly Answer['phase'][] = ['dismissed', 'snoozed', 'gone'];

const extrasFor = (
  offer: Offer,
  stage: Stage,
  callOff: (cancel: () => void) => void,
): Promise<readonly Element[]> | readonly Element[] =>
  (offer.source ?? offer.guide) !== undefined || offer.feedback === 'effort'
    ? import('./extras.js').then(
        (module) => module.extrasOf(offer, stage, callOff),
        () => [],
      )
    : [];

export function present(offer: Offer, stage: Stage, ended: () => void): Presentation {
  const { port, guard, badge, announcer } = stage;
  let card: AntesCard | undefined;
  let mounted: Placed | undefined;
  /** Gone, but for the space it took. */
  let parting: Placed | undefined;
  /** Takes away the form it has now. */
  let clear = () => {};
  let cancelFarewell: (() => void) | undefined;
  let shown = false;
  let leaving = false;
  let collapsed = false;

  const answer = (given: Answer) => port.answer(offer.id, given);
  const orElse = (why: NonNullable<Answer['why']>, form?: unknown) => {
    // The badge is a chunk of its own too; a notice is always here, and where it fails nothing is left to try.
    // What is leaving does not come back in another form.
    if (!leaving && offer.orElse !== 'nothing' && form !== 'notice')
      return open(why === 'ui-failed' ? 'notice' : offer.orElse);
    end();
    answer(shown ? { phase: 'gone' } : { phase: 'withheld', why });
  };

  function open(form: Form, byCustomer?: Element | null): void {
    clear();
    let wanted = true;
    clear = () => (wanted = false);
    // Of a form that was taken away meanwhile nothing more comes, and no other in its place.
    const isWanted = () => wanted;
    const fails = () => wanted && failed(form);
    const inTime = clock.after(
      LOAD_MS,
      guard('ui/present', () => {
        wanted = false;
        failed(form);
      }),
    );
    callOff(inTime);
    const opened = form === 'badge' ? openBadge(isWanted) : openCard(form, isWanted, byCustomer);
    opened.then(inTime, fails);
  }

  /** Whatever takes the form away calls this off first. */
  function callOff(cancel: () => void): void {
    const undo = clear;
    clear = () => {
      undoAll(guard, undo, cancel);
    };
  }

  function dress<C extends AntesCard>(fresh: C, extras: readonly Element[]): C {
    fresh.offer = offer;
    fresh.extras = extras;
    fresh.words = stage.words;
    fresh.owner = { stage, act: (index) => port.act(offer.id, index), answer: onAnswer };
    card = fresh;
    return fresh;
  }

  async function openBadge(isWanted: () => boolean): Promise<void> {
    card = undefined;
    const press = (cameFrom: Element | undefined) => {
      answer({ phase: 'opened', as: 'notice' });
      open('notice', cameFrom ?? null);
    };
    callOff(() => badge.remove(press));
    await badge.add(press);
    if (isWanted()) tellShown('badge');
  }

  function takeOut(): void {
    const last = card;
    card = undefined;
    if (!last) return;
    // What we take out ourselves is not put back.
    last.removed = undefined;
    last.remove();
  }
  function lost(why: NonNullable<Answer['why']>, form?: unknown): void {
    clear();
    clear = () => {};
    takeOut();
    mounted = undefined;
    orElse(why, form);
  }
  /** What the form was, if it is known; of a promise, why. */
  function failed(form?: unknown): void {
    callOff(
      clock.after(
        LEAVING_MS,
        guard('ui/present', () => {
          lost('ui-failed', form);
          port.problem('UI_FAILED', `/triggers/${offer.trigger}`, 'Help was not shown.');
        }),
      ),
    );
  }

  async function openCard(
    form: Exclude<Form, 'badge'>,
    isWanted: () => boolean,
    byCustomer?: Element | null,
  ): Promise<void> {
    // A chunk that cannot be had is one more reason to show the help in another form.
    const module = await FORMS[form]().catch(() => undefined);
    const extras = await extrasFor(offer, stage, callOff);
    await (form === 'notice' ? stage.settled : module?.ready?.(offer.anchor, guard));
    if (!isWanted()) return;
    if (!module) return failed(form);
    mounted = module.place({
      dress: (fresh) => dress(fresh, extras),
      offer,
      stage,
      lost: (why) => lost(why, form),
    });
    if (!mounted) return;
    callOff(() => {
      mounted?.stop();
      mounted = undefined;
    });
    if (byCustomer === undefined) return tellShown(form, mounted.unreachable);
    await card?.updateComplete;
    card?.focus();
    if (card) card.cameFrom = byCustomer ?? undefined;
  }

  /** Once it has really been painted and a press would reach it. */
  function tellShown(form: Form, unreachable?: () => void): void {
    const undo = clear;
    callOff(
      afterPaint(
        guard('ui/present', () => {
          clear = undo;
          // Taken out by the page and not yet put back.
          if (card && !card.isConnected) return tellShown(form, unreachable);
          if (unreachable && card && !isReachable(card)) return unreachable();
          if (shown) return;
          shown = true;
          answer({ phase: 'shown', as: form });
          if (!mounted?.told) announcer.say(`${stage.words.help}: ${offer.title}`, offer.lang);
        }),
      ),
    );
  }

  function onAnswer(given: Answer, byKey: boolean): void {
    if (!ENDS.includes(given.phase)) return answer(given);
    // It goes when told, whatever becomes of the focus.
    const back = guard.always('ui/present', () => (card?.focused ? focusAfter(byKey) : [])) ?? [];
    end();
    back.some((target) =>
      guard.always('ui/present', () => {
        target.focus({ preventScroll: true });
        return target.matches(':focus-within');
      }),
    );
    answer(given);
  }

  /** Where the focus may go, best first. A tap does not put it into the field: that would open the keyboard. */
  function focusAfter(byKey: boolean): HTMLElement[] {
    const targets = [byKey ? mounted?.anchor : undefined, card?.cameFrom, badge.element];
    return targets.filter((target) => target instanceof HTMLElement && target.isConnected) as HTMLElement[];
  }

  /** What a first notice has no use for yet is fetched when it leaves. */
  async function leave(solved: boolean): Promise<void> {
    if (leaving) return;
    leaving = true;
    const farewell = card && (await import('./farewell.js').catch(() => undefined));
    if (card && farewell) cancelFarewell = farewell.whenFree(card, solved, guard, gone);
    else if (leaving) gone();
  }
  function gone(): void {
    parting = mounted;
    mounted = undefined;
    if (parting) parting.leave(end);
    else end();
    answer({ phase: 'gone' });
  }

  function end(): void {
    stop();
    ended();
  }
  function stop(): void {
    leaving = false;
    undoAll(
      guard,
      () => cancelFarewell?.(),
      () => parting?.stop(),
      clear,
      takeOut,
    );
    parting = undefined;
    clear = () => {};
  }

  open(formOf(offer));
  return {
    update(next) {
      if (next.leaving === 'solved' && offer.leaving !== 'solved' && card)
        announcer.say(stage.words.solved, stage.words.lang);
      offer = next;
      if (card) card.offer = next;
      if (next.leaving) leave(next.leaving === 'solved').catch(failed);
    },
    words() {
      if (card) card.words = stage.words;
    },
    resize(small) {
      if (!(small ? card instanceof AntesNotice && !card.focused : collapsed && !card)) return;
      collapsed = small;
      open(small ? 'badge' : 'notice');
    },
    withdraw() {
      if (!parting) end();
    },
    stop,
  };
}
