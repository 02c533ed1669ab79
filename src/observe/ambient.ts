import type { Context } from './context.js';
import { attr, contains, isElement, outwards, parentOf, tag } from './dom.js';

/**
 * What changes by itself: clocks, carousels, chat bubbles. Their changes answer no press. A place counts as ambient when
 * the same kind of change was seen there twice within three seconds, or three times at longer intervals, while the
 * customer was doing nothing. Remembered by place and kind, so that nodes which are replaced each time are recognised,
 * and a dialog appended to `body` is not mistaken for the bubble that comes and goes there.
 */
export type Ambient = (record: MutationRecord, pressed: Element) => boolean;

/** Changes this soon after input may be its answer. */
const INPUT_MS = 500;
/** Changes closer together are one. */
const BURST_MS = 150;
const RECENT_MS = 3_000;
/** Carousels turn every 3 to 10 s. */
const SLOW_MS = 15_000;
/** A change soon after another counts double. */
const RESTLESS = 3;
const MAX_ANCESTORS = 6;
const MAX_KINDS = 16;

interface Pace {
  count: number;
  last: number;
}

/** Attributes start with `@`, elements with their tag. */
function kindOf({ type, attributeName, addedNodes, removedNodes }: MutationRecord): string {
  if (type === 'attributes') return `@${attributeName}`;
  const node = addedNodes[0] ?? removedNodes[0];
  return isElement(node) ? `${tag(node)}.${attr(node, 'class')}` : '#text';
}
/** Text nodes are replaced as often as they are changed: their element is the place. */
const placeOf = ({ target }: MutationRecord): Node =>
  isElement(target) ? target : (parentOf(target) ?? target);

export function createAmbient({ hear, now, on }: Context): Ambient {
  const places = new WeakMap<Node, Map<string, Pace>>();
  let inputAt = -Infinity;
  let input: Event | undefined;

  const note = (place: Node, kind: string) => {
    const kinds = places.get(place) ?? new Map<string, Pace>();
    places.set(place, kinds);
    const { count, last } = kinds.get(kind) ?? { count: 0, last: -Infinity };
    const gap = now() - last;
    if (gap < BURST_MS) return;
    if (kinds.size >= MAX_KINDS) kinds.clear();
    kinds.set(kind, { count: gap > SLOW_MS ? 1 : count + (gap > RECENT_MS ? 1 : 2), last: now() });
  };
  const isRestless = (pace: Pace | undefined) =>
    !!pace && pace.count >= RESTLESS && now() - pace.last <= SLOW_MS;
  const restless = (place: Node | undefined, kind: string) =>
    !!place && isRestless(places.get(place)?.get(kind));

  on('pointerdown keydown click change submit', (event) => {
    inputAt = now();
    input = event;
  });
  // A slow swipe is input until its end.
  hear('record', ({ type }) => type === 'hold' && (inputAt = now()));
  hear('mutated', (batch) => {
    if (now() - inputAt < INPUT_MS) return;
    for (const record of batch) {
      const place = placeOf(record);
      const kind = kindOf(record);
      const parent = parentOf(place);
      note(place, kind);
      if (parent) note(parent, `>${kind}`);
    }
  });
  return (record, pressed) => {
    // Mutations are delivered after each listener: while the event is on its way, one of its listeners made them.
    if (input?.eventPhase) return false;
    const place = placeOf(record);
    const kind = kindOf(record);
    // What holds the pressed control as well is only ambient in itself.
    const around = outwards(place)
      .slice(1, MAX_ANCESTORS + 1)
      .filter((el) => !contains(el, pressed));
    return (
      restless(place, kind) ||
      restless(around[0], `>${kind}`) ||
      // New nodes keep changing inside a place that is replaced all the time.
      around.some((el) =>
        [...(places.get(el) ?? [])].some(([each, pace]) => /^[a-z]/.test(each) && isRestless(pace)),
      )
    );
  };
}
