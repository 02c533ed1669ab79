import type { Context } from './context.js';
import { type Change, contains, outwards, type Recorded } from './tree.js';

/**
 * What changes by itself: clocks, carousels, chat bubbles. The rule of the live page (observe/ambient.ts), without what
 * only the page knows: which changes one of its listeners made while the event was on its way.
 */
export interface Ambient {
  /** The customer did something: changes right after it may be its answer. */
  input(): void;
  note(changes: readonly Change[]): void;
  has(change: Change, pressed: Recorded): boolean;
}

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
/** What the listeners of an event change at once is told within this time; nothing changes by itself just then. */
const AT_ONCE_MS = 5;

interface Pace {
  count: number;
  last: number;
}

function kindOf(change: Change): string {
  if (change.kind === 'attribute') return `@${change.name}`;
  if (change.kind === 'text') return '#text';
  const [node] = [...change.came, ...change.gone];
  return node?.type === 'element' ? `${node.tag}.${node.attributes.get('class') ?? ''}` : '#text';
}

export function createAmbient({ now }: Context): Ambient {
  const places = new Map<number, Map<string, Pace>>();
  let inputAt = -Infinity;

  const note = (place: Recorded, kind: string) => {
    const kinds = places.get(place.id) ?? new Map<string, Pace>();
    places.set(place.id, kinds);
    const { count, last } = kinds.get(kind) ?? { count: 0, last: -Infinity };
    const gap = now() - last;
    if (gap < BURST_MS) return;
    if (kinds.size >= MAX_KINDS) kinds.clear();
    kinds.set(kind, { count: gap > SLOW_MS ? 1 : count + (gap > RECENT_MS ? 1 : 2), last: now() });
  };
  const isRestless = (pace: Pace | undefined) =>
    !!pace && pace.count >= RESTLESS && now() - pace.last <= SLOW_MS;
  const restless = (place: Recorded | undefined, kind: string) =>
    !!place && isRestless(places.get(place.id)?.get(kind));

  return {
    input: () => void (inputAt = now()),
    note(changes) {
      if (now() - inputAt < INPUT_MS) return;
      for (const change of changes) {
        const kind = kindOf(change);
        note(change.target, kind);
        if (change.target.parent) note(change.target.parent, `>${kind}`);
      }
    },
    has(change, pressed) {
      if (now() - inputAt <= AT_ONCE_MS) return false;
      const kind = kindOf(change);
      // What holds the pressed control as well is only ambient in itself.
      const around = outwards(change.target)
        .slice(1, MAX_ANCESTORS + 1)
        .filter((el) => !contains(el, pressed));
      return (
        restless(change.target, kind) ||
        restless(around[0], `>${kind}`) ||
        // New nodes keep changing inside a place that is replaced all the time.
        around.some((el) =>
          [...(places.get(el.id) ?? [])].some(([each, pace]) => /^[a-z]/.test(each) && isRestless(pace)),
        )
      );
    },
  };
}
