import { words } from '../core/markup.js';
import type { Attempt } from './attempt.js';
import type { Context } from './context.js';
import { isTab } from './shortcuts.js';
import { attr, holds, isElement, matches, outwards, parentOf, tag } from './dom.js';

/**
 * What changes by itself: clocks, carousels, chat bubbles, fading toasts. Their changes answer no press. Found in three
 * ways: the page says so (roles, names that developers give such things), the place changed by itself before the press, or
 * it goes on doing so afterwards, and then the answer it was taken for is taken back. Remembered by place and kind, so
 * that nodes which are replaced each time are recognised, and a dialog appended to `body` is not mistaken for the bubble
 * that comes and goes there.
 */
export interface Ambient {
  /** No press made this change, as far as can be known now. Asked before the change is noted. */
  is(change: Change, attempt: Attempt): boolean;
  /** It goes on since before the press, even where it comes in the task of the press. */
  ran(change: Change, attempt: Attempt): boolean;
  /** It is taken for an answer until its place turns out to move by itself: what `guess` returns is called then. */
  doubt(change: Change, attempt: Attempt, guess: () => () => void): void;
  /** It happened; `taken`: as the answer to a press. */
  note(change: Change, taken: boolean): void;
}

/** Something that moved: a place in the page, and in which way. */
export interface Change {
  readonly place: Node;
  /** Attributes start with `@`, events with `~`, elements with their tag. */
  readonly kind: string;
  readonly come: Node | undefined;
  readonly gone: Node | undefined;
}

/** Changes this soon after input may be its answer. */
const INPUT_MS = 500;
/** The Tab key moves the focus; what it shows comes with it. Who tabs through a page would never see it move otherwise. */
const TAB_MS = 60;
/** Changes closer together are one. */
const BURST_MS = 150;
/** Changes at least as close as this are one movement: an animation by script, a fading toast. */
const RUN_GAP_MS = 150;
/** So many changes are a movement. */
const RUN_MIN = 3;
/** A movement that goes on so long is no transition. */
const LONG_RUN_MS = 1_500;
const RECENT_MS = 3_000;
/** Carousels turn every 3 to 10 s. */
const SLOW_MS = 15_000;
/** An answer this late is none where the place moved by itself before. Dead clicks are told then. */
const LATE_MS = 2_500;
/** A rhythm: its beats differ by no more than this share of the longest. */
const STEADY = 0.25;
/** What a press set going first moves one full beat after it; what was going before, anywhere within the beat. */
const FULL_BEAT = 0.85;
/** Toasts come and go within this time: going says nothing about a press made meanwhile. */
const PASSING_MS = 10_000;
const MAX_ANCESTORS = 6;
const MAX_KINDS = 16;
const MAX_TIMES = 5;
const MAX_DOUBTS = 24;

const DECLARED =
  'marquee,time,[role=timer],[role=marquee],[role=log],[aria-live=off],[data-ride=carousel],[data-bs-ride],' +
  '[aria-roledescription*=carou i],[aria-roledescription*=carr i],[aria-roledescription*=karus i],[aria-roledescription*=slide i]';
/** Names that developers give to what moves by itself; English like all class names, whatever the page speaks. */
const NAMED = words(
  'clock|timer|countdown|ticker|marquee|carousel|slider|slides?|slideshow|swiper|slick|splide|glide|flickity|embla|owl|rotator|' +
    'chat|chatbot|livechat|typing|messenger|intercom|crisp|drift|tawk|zendesk|ads?|advert|advertisement|sponsored',
);

/** The kind of a place that scrolls. */
export const SCROLL = '~scroll';

interface Pace {
  /** Changes that nobody asked for, then all of them; newest last. */
  own: number[];
  all: number[];
  /** The movement under way: since when, how many changes, and how many presses there had been. */
  since: number;
  run: number;
  inputs: number;
}
type Maybe = Pace | null | undefined;
interface Doubt {
  readonly place: Node;
  readonly parent: Node;
  readonly kind: string;
  readonly attempt: Attempt;
  readonly at: number;
  readonly undo: () => void;
}

/** Text nodes are replaced as often as they are changed: their element is the place. */
export function changeOf(record: MutationRecord): Change {
  const { target, type } = record;
  const place = isElement(target) ? target : (parentOf(target) ?? target);
  // The browser makes the lists of a record when they are asked for: only where there is something in them.
  if (type !== 'childList') {
    const kind = type === 'attributes' ? `@${record.attributeName}` : '#text';
    return { place, kind, come: undefined, gone: undefined };
  }
  const come = record.addedNodes[0];
  const gone = record.removedNodes[0];
  const node = come ?? gone;
  return { place, kind: isElement(node) ? `${tag(node)}.${attr(node, 'class')}` : '#text', come, gone };
}

const declares = (el: Element) =>
  matches(el, DECLARED) || NAMED.test(`${attr(el, 'class') ?? ''} ${attr(el, 'id') ?? ''}`);

export function createAmbient({ hear, now, on }: Context): Ambient {
  const places = new WeakMap<Node, Map<string, Pace>>();
  /** When nodes came that have not been there for long. */
  const born = new WeakMap<Node, number>();
  let doubts: Doubt[] = [];
  let inputAt = -Infinity;
  let inputs = 0;

  on<KeyboardEvent>('pointerdown keydown click change submit', (event) => {
    const { key, type } = event;
    const isWay = isTab(event) || key === 'Shift';
    inputAt = isWay ? Math.max(inputAt, now() - INPUT_MS + TAB_MS) : now();
    if (type.endsWith('down') && !isWay) inputs++;
  });
  // A slow swipe is input until its end.
  hear('record', ({ type }) => type === 'hold' && (inputAt = now()));

  const paceOf = (place: Node | null | undefined, kind: string) => place && places.get(place)?.get(kind);
  const restless = (pace: Maybe) => {
    if (!pace) return false;
    const [first = -Infinity, second = -Infinity, third = -Infinity] = pace.own.toReversed();
    if (now() - first > SLOW_MS) return false;
    return first - second <= RECENT_MS || (first - second <= SLOW_MS && second - third <= SLOW_MS);
  };
  /** A movement that began before the press, and is more than presses in a row make of it. */
  const ranBefore = (pace: Maybe, { down }: Attempt) =>
    !!pace &&
    pace.since < down &&
    now() - pace.all.at(-1)! <= RUN_GAP_MS &&
    pace.run >= Math.max(RUN_MIN, 2 * (inputs - pace.inputs) + 2);

  const write = (place: Node, kind: string, own: boolean, at: number) => {
    let kinds = places.get(place);
    if (!kinds) places.set(place, (kinds = new Map()));
    let pace = kinds.get(kind);
    if (!pace) {
      if (kinds.size >= MAX_KINDS) kinds.clear();
      kinds.set(kind, (pace = { own: [], all: [], since: at, run: 0, inputs }));
    }
    const last = pace.all.at(-1) ?? -Infinity;
    if (at === last) return;
    if (at - last > RUN_GAP_MS) Object.assign(pace, { since: at, run: 0, inputs });
    pace.run++;
    if (at - last < BURST_MS) {
      pace.all[pace.all.length - 1] = at;
      return;
    }
    for (const times of own ? [pace.all, pace.own] : [pace.all]) {
      if (at - (times.at(-1) ?? at) > SLOW_MS) times.length = 0;
      times.push(at);
      if (times.length > MAX_TIMES) times.shift();
    }
  };
  const movesByItself = (pace: Maybe, { at, attempt }: Doubt) => {
    if (!pace) return false;
    const beats = pace.all.slice(-3);
    const gaps = beats.slice(1).map((beat, i) => beat - beats[i]!);
    const longest = Math.max(...gaps);
    const steady = gaps.length === 2 && longest - Math.min(...gaps) <= longest * STEADY;
    if (pace.own.some((time) => time < attempt.down))
      return steady || restless(pace) || now() - pace.since >= LONG_RUN_MS;
    return steady && beats[0]! >= at - BURST_MS && at - attempt.down < longest * FULL_BEAT;
  };

  return {
    ran: ({ place, kind }, attempt) => ranBefore(paceOf(place, kind), attempt),
    is({ place, kind, come, gone }, attempt) {
      const pressed = attempt.el;
      // What holds the pressed control as well is only ambient in itself.
      const chain = outwards(place).slice(0, MAX_ANCESTORS + 1);
      const around = chain.slice(1).filter((el) => !holds(el, pressed));
      const pace = paceOf(place, kind);
      if (restless(pace) || ranBefore(pace, attempt)) return true;
      if (pace?.own.length && now() - attempt.at > LATE_MS) return true;
      if (around[0] && restless(paceOf(around[0], `>${kind}`))) return true;
      // New nodes keep changing inside a place that is replaced all the time, and a chat that grows scrolls itself.
      const grown = kind === SCROLL && !holds(place, pressed) ? [place, ...around] : around;
      if (grown.some((el) => [...(places.get(el) ?? [])].some(([k, p]) => /^[a-z]/.test(k) && restless(p))))
        return true;
      // What had just come when the press was made passes by itself.
      const passing = come
        ? undefined
        : (gone ?? (/^@(?:class|style|hidden)$/.test(kind) ? place : undefined));
      const at = passing && born.get(passing);
      if (
        at !== undefined &&
        at < attempt.down &&
        attempt.down - at < PASSING_MS &&
        !holds(passing!, pressed)
      )
        return true;
      const outer = isElement(place) && !holds(place, pressed) ? [place, ...around] : around;
      const node = come ?? gone;
      return (
        (outer.some(declares) || (isElement(node) && declares(node))) &&
        !outwards(pressed).slice(0, MAX_ANCESTORS).some(declares)
      );
    },
    doubt({ place, kind }, attempt, guess) {
      const parent = parentOf(place) ?? place;
      const known = (one: Doubt) => one.attempt === attempt && one.kind === kind && one.parent === parent;
      if (doubts.some(known)) return;
      doubts.push({ place, parent, kind, attempt, at: now(), undo: guess() });
      if (doubts.length > MAX_DOUBTS) doubts.shift();
    },
    note({ place, kind, come }, taken) {
      const at = now();
      if (isElement(come)) born.set(come, at);
      const own = !taken && at - inputAt >= INPUT_MS;
      const parent = parentOf(place);
      write(place, kind, own, at);
      if (parent) write(parent, `>${kind}`, own, at);
      if (doubts.length === 0 || !own) return;
      doubts = doubts.filter((one) => at - one.at <= SLOW_MS);
      const proven = doubts.filter(
        (one) =>
          one.kind === kind &&
          ((one.place === place && movesByItself(paceOf(place, kind), one)) ||
            (one.parent === parent && movesByItself(paceOf(parent, `>${kind}`), one))),
      );
      if (proven.length === 0) return;
      // What moves by itself has answered none of the presses, however close together they were.
      const settled = doubts.filter((one) =>
        proven.some(
          (other) =>
            other === one || (other.place === one.place && (other.kind === one.kind || one.kind === SCROLL)),
        ),
      );
      doubts = doubts.filter((one) => !settled.includes(one));
      for (const { undo } of settled) undo();
    },
  };
}
