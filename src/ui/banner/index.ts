import { inUse } from '../farewell.js';
import { real } from '../../core/real.js';
import { clock } from '../clock.js';
import { findAnchor, isUsable } from '../inline/anchor.js';
import { place as placeInline } from '../inline/index.js';
import { makeRoom, type Room } from '../inline/room.js';
import { keepInSight } from '../inline/sight.js';
import { createLimit } from '../limit.js';
import { allWords } from '../part-words.js';
import type { Place, Placed } from '../place.js';
import { register } from '../register.js';
import { affected } from './affected.js';
import { createAlarm } from './alarm.js';
import { AntesBanner } from './banner.js';
import { findSpot } from './place.js';
import { undoAll } from '../undo-all.js';

/** "This works again" is read by people who have begun to do something else. */
const OVER_SHOWN_MS = 8_000;
/** A page that draws itself anew is looked at when it is done. */
const LOOK_MS = 300;

/** At the top of the page, in its flow; where the offer names an anchor, once more at the step that is affected. */
export const place: Place = ({ dress, offer, stage, lost }) => {
  const { guard, port, badge } = stage;
  register('antes-banner', AntesBanner);
  const twin = createTwin();
  const banner = dress(new AntesBanner());
  const sight = keepInSight(() => banner, badge, guard);
  const mayReturn = createLimit();
  const observer = new MutationObserver(guard('ui/banner', soon));
  let room: Room | undefined;
  let cancelLook: (() => void) | undefined;
  let cancelOver: (() => void) | undefined;
  let leaving = false;
  let alarm: (() => void) | undefined;

  function put(): boolean {
    const spot = findSpot();
    if (!spot) return false;
    room = makeRoom(banner, spot.place, guard, { before: spot.before, atTop: true });
    return banner.getClientRects().length > 0;
  }

  function soon(): void {
    cancelLook ??= clock.after(LOOK_MS, guard('ui/banner', look));
  }
  /** The page has drawn something: ours may be gone, and the affected step may be there. */
  function look(): void {
    cancelLook = undefined;
    if (leaving) return;
    if (!banner.isConnected) {
      room?.stop();
      if (!mayReturn() || !put()) return lost('anchor-unreachable');
    }
    twin.look();
  }

  function createTwin(): { readonly anchor: Element | undefined; look(): void; leave(): void; stop(): void } {
    let placed: Placed | undefined;
    const mayPlace = createLimit();
    return {
      get anchor() {
        return banner.twin?.focused ? placed?.anchor : undefined;
      },
      look() {
        const { step } = affected(offer, port);
        if (placed || !step || offer.anchor === undefined) return;
        const anchor = findAnchor(offer.anchor);
        if (!anchor || !isUsable(anchor) || !mayPlace()) return;
        placed = placeInline({
          offer,
          // No badge shows the way to what stands at the top as well.
          stage: { ...stage, badge: { ...badge, add: () => Promise.resolve(), remove: () => undefined } },
          lost: () => {
            placed = undefined;
            banner.twin = undefined;
          },
          dress(card) {
            card.offer = banner.offer;
            card.words = banner.words;
            card.owner = banner.owner;
            banner.twin = card;
            return card;
          },
        });
        // Seen here, nobody needs to be led to the top.
        const box = banner.twin?.getBoundingClientRect();
        if (box && box.bottom > 0 && box.top < innerHeight) sight.stop();
      },
      leave() {
        placed?.leave(() => (placed = banner.twin = undefined));
      },
      stop() {
        placed?.stop();
        placed = banner.twin = undefined;
      },
    };
  }

  function stop(): void {
    undoAll(
      guard,
      () => observer.disconnect(),
      () => cancelLook?.(),
      () => cancelOver?.(),
      sight.stop,
      () => twin.stop(),
      () => room?.stop(),
      () => alarm?.(),
    );
  }

  if (!put()) {
    room?.stop();
    lost('anchor-unreachable');
    return undefined;
  }
  try {
    sight.watch();
    twin.look();
    if (affected(offer, port).blocked) alarm = createAlarm(offer, stage);
    observer.observe(real(document).documentElement, { childList: true, subtree: true });
  } catch (error) {
    stop();
    throw error;
  }

  return {
    told: alarm !== undefined,
    get anchor() {
      return twin.anchor;
    },
    leave(gone) {
      leaving = true;
      const end = () => {
        stop();
        gone();
      };
      const go = () => {
        twin.leave();
        if (room) room.empty(end);
        else end();
      };
      if (banner.offer?.leaving !== 'withdrawn' || !affected(offer, port).over) return go();
      // In the place of what it told: the good news.
      const { workingAgain } = allWords(stage.words).status;
      banner.words = { ...stage.words, solved: workingAgain };
      banner.offer = { ...banner.offer, leaving: 'solved' };
      stage.announcer.say(workingAgain, stage.words.lang);
      cancelOver = clock.after(OVER_SHOWN_MS, guard('ui/banner', whenUnused));
      function whenUnused(): void {
        if (!inUse(banner)) return go();
        cancelOver = clock.after(LOOK_MS, guard('ui/banner', whenUnused));
      }
    },
    stop,
  };
};
