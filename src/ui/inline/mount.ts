import { real } from '../../core/real.js';
import { clock } from '../clock.js';
import type { AntesCard } from '../card/card.js';
import type { PlaceOptions, Placed } from '../place.js';
import type { Stage } from '../stage.js';
import { createLimit } from '../limit.js';
import { describe } from './describe.js';
import { findAnchor, isUsable, nextPlace } from './anchor.js';
import { parseText } from '../text.js';
import { plainText } from './plain-text.js';
import type { Room } from './room.js';
import { keepInSight } from './sight.js';
import { undoAll } from '../undo-all.js';

type Unplaced = 'anchor-missing' | 'anchor-unreachable';

const CODES = { 'anchor-missing': 'ANCHOR_MISSING', 'anchor-unreachable': 'ANCHOR_UNREACHABLE' } as const;
const SAY = {
  'anchor-missing': 'was not found on the page',
  'anchor-unreachable': 'is there but cannot be used now: hidden, inert or covered',
} as const;

export interface MountOptions extends Pick<PlaceOptions, 'offer' | 'lost'> {
  readonly card: AntesCard;
  /** What the card goes behind. */
  placeFor(anchor: Element): Element;
  /** Puts the card behind `place`. */
  makeRoom(place: Element, anchor: Element): Pick<Room, 'empty' | 'stop'>;
  /** It is read with the page, right after its anchor; else it stands beside the flow until it is opened. */
  readonly inFlow: boolean;
  readonly stage: Pick<Stage, 'guard' | 'port' | 'badge'>;
}

/** A page that draws itself anew may take this long to bring an anchor back. */
const REAPPEAR_MS = 2_000;

/** Puts the card after its anchor and keeps it there while the page draws itself anew. */
export function mount({
  card,
  makeRoom,
  placeFor,
  inFlow,
  offer,
  stage,
  lost,
}: MountOptions): Placed | undefined {
  const { guard, port, badge } = stage;
  const name = offer.anchor ?? '';
  const description = `${offer.title} ${plainText(parseText(offer.body, real(document).baseURI))}`;
  let room: Pick<Room, 'empty' | 'stop'> | undefined;
  let restore = () => {};
  let anchor: Element;
  let frame = 0;
  let cancelWait: (() => void) | undefined;
  let leaving = false;
  let over = false;
  const mayReturn = createLimit();
  const { localName } = card;
  if (/-\d/.test(localName))
    port.problem('TAG_TAKEN', localName, 'The page has an element of the name without the number.');
  const sight = keepInSight(() => (inFlow ? card : anchor), badge, guard);
  const look = guard('ui/anchor', onMutation);
  const observer = new MutationObserver(look);
  // WebKit's observers are not told of what is carried into another document.
  card.removed = look;

  function put(): Unplaced | undefined {
    const found = findAnchor(name);
    if (!found) return 'anchor-missing';
    if (!isUsable(found)) return 'anchor-unreachable';
    for (let place: Element | null = placeFor(found); place; place = nextPlace(place)) {
      room = makeRoom(place, found);
      if (card.getClientRects().length) {
        anchor = found;
        if (inFlow) restore = describe(found, card, description);
        // What floats is not cut off where its anchor has been scrolled away.
        sight.watch();
        watch();
        return undefined;
      }
      room.stop();
    }
    return 'anchor-unreachable';
  }

  function take(): void {
    undoAll(
      guard,
      sight.stop,
      () => observer.disconnect(),
      restore,
      () => room?.stop(),
    );
    restore = () => {};
    room = undefined;
  }

  /** Only while a card is out: a re-rendered anchor, or a page that clears what it does not know. */
  function watch(): void {
    for (let root = real(anchor).getRootNode(); ; root = real(root.host).getRootNode()) {
      observer.observe(root, { childList: true, subtree: true });
      if (!(root instanceof ShadowRoot)) break;
    }
  }

  /** Whoever still watches when it is over has nothing to do. */
  const isInPlace = () => over || (real(anchor).isConnected && card.isConnected);

  function onMutation(): void {
    if (isInPlace()) return;
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(guard('ui/anchor', again));
  }

  function again(): void {
    if (isInPlace()) return;
    if (leaving) return stop();
    take();
    let why: Unplaced | undefined = 'anchor-unreachable';
    try {
      why = putBack();
    } finally {
      // Also where something of the browser's throws: there is another form.
      if (why) giveUp(why);
    }
  }
  function putBack(): Unplaced | undefined {
    if (findAnchor(name)) {
      cancelWait?.();
      cancelWait = undefined;
      return mayReturn() ? put() : 'anchor-unreachable';
    }
    // Nothing there to put it after; perhaps the page is still drawing.
    observer.observe(document, { childList: true, subtree: true });
    cancelWait ??= clock.after(
      REAPPEAR_MS,
      guard('ui/anchor', () => giveUp('anchor-missing')),
    );
    return undefined;
  }

  function giveUp(why: Unplaced): void {
    stop();
    if (card.offer?.leaving) return lost(why);
    const then = offer.orElse === 'nothing' ? 'not shown' : `shown as a ${offer.orElse}`;
    port.problem(
      CODES[why],
      `/triggers/${offer.trigger}/show/anchor`,
      `The anchor "${name}" ${SAY[why]}; the help is ${then}.`,
    );
    lost(why);
  }

  function stop(): void {
    over = true;
    take();
    undoAll(
      guard,
      () => cancelWait?.(),
      () => cancelAnimationFrame(frame),
    );
  }

  let why: Unplaced | undefined;
  try {
    why = put();
  } catch (error) {
    // Half of it would stay, and nobody could stop it.
    stop();
    throw error;
  }
  if (why) {
    giveUp(why);
    return undefined;
  }
  return {
    get anchor() {
      return anchor;
    },
    leave(gone) {
      leaving = true;
      restore();
      restore = () => {};
      const end = () => {
        stop();
        gone();
      };
      if (room) room.empty(end);
      else end();
    },
    unreachable: () => giveUp('anchor-unreachable'),
    stop,
  };
}
