import type { Context } from '../context.js';

/**
 * What changes by itself: clocks, carousels, chat bubbles. Their changes answer no press. A place counts as ambient when
 * the same kind of change was seen there twice within three seconds, or three times at longer intervals, while the
 * customer was doing nothing. Remembered by place and kind, so that nodes which are replaced each time are recognised,
 * and a dialog appended to `body` is not mistaken for the bubble that comes and goes there.
 */
export interface Ambient {
  /** `pressed` is never inside an ambient subtree: only the very place of a change around it counts. */
  has(record: MutationRecord, pressed: Element): boolean;
  stop(): void;
}

/** Records looked at per batch. A page that changes by itself soon shows it in any sample. */
const SAMPLE = 32;
/** Changes this soon after input may be its answer. */
const INPUT_MS = 500;
/** Changes closer together are one. */
const BURST_MS = 150;
const RECENT_MS = 3_000;
/** Carousels turn every 3 to 10 s. */
const SLOW_MS = 15_000;
const MAX_ANCESTORS = 6;
const MAX_KINDS = 16;

interface Pace {
  count: number;
  last: number;
  previous: number;
}

export function createAmbient({
  bus,
  dom,
  mutations,
  now,
}: Pick<Context, 'bus' | 'dom' | 'mutations' | 'now'>): Ambient {
  const places = new WeakMap<Node, Map<string, Pace>>();
  let inputAt = -Infinity;
  let input: Event | undefined;

  const kindOf = (record: MutationRecord): string => {
    if (record.type === 'attributes') return `@${record.attributeName}`;
    if (record.type === 'characterData') return '#text';
    const node = record.addedNodes[0] ?? record.removedNodes[0];
    return dom.isElement(node) ? `${dom.tag(node)}.${dom.attr(node, 'class') ?? ''}` : '#text';
  };
  /** Text nodes are replaced as often as they are changed: their element is the place. */
  const placeOf = (record: MutationRecord): Node | null =>
    record.type === 'characterData' ? dom.up(record.target) : record.target;

  const note = (place: Node, kind: string, at: number) => {
    let kinds = places.get(place);
    if (!kinds) places.set(place, (kinds = new Map()));
    const pace = kinds.get(kind);
    if (!pace || at - pace.last > SLOW_MS) {
      if (kinds.size >= MAX_KINDS) kinds.clear();
      kinds.set(kind, { count: 1, last: at, previous: -Infinity });
    } else if (at - pace.last >= BURST_MS) {
      pace.count++;
      pace.previous = pace.last;
      pace.last = at;
    }
  };
  const restless = (pace: Pace | undefined, at: number): boolean =>
    !!pace &&
    at - pace.last <= SLOW_MS &&
    (pace.count >= 3 || (pace.count >= 2 && pace.last - pace.previous <= RECENT_MS));

  const touched = (event: Event) => {
    inputAt = now();
    input = event;
  };
  const stops = [
    ...['pointerdown', 'keydown', 'click', 'change', 'submit'].map((type) =>
      bus.on(type, 'observe/ambient', touched),
    ),
    mutations.on('observe/ambient', (batch) => {
      const at = now();
      if (at - inputAt < INPUT_MS) return;
      // Spread over the batch, so that one busy widget cannot hide the others.
      const step = Math.max(1, Math.floor(batch.length / SAMPLE));
      for (let i = 0, n = 0; i < batch.length && n < SAMPLE; i += step, n++) {
        const record = batch[i] as MutationRecord;
        const place = placeOf(record);
        if (!place) continue;
        const kind = kindOf(record);
        note(place, kind, at);
        const parent = dom.up(place);
        if (parent) note(parent, `>${kind}`, at);
      }
    }),
  ];
  return {
    has(record, pressed) {
      // Mutations are delivered after each listener: while the event is on its way, one of its listeners made them.
      if (input?.eventPhase) return false;
      const at = now();
      const place = placeOf(record);
      if (!place) return true;
      const kind = kindOf(record);
      if (restless(places.get(place)?.get(kind), at)) return true;
      let node = dom.up(place);
      if (node && !dom.contains(node, pressed) && restless(places.get(node)?.get(`>${kind}`), at))
        return true;
      // New nodes keep changing inside a place that is replaced all the time.
      for (let i = 0; node && i < MAX_ANCESTORS && !dom.contains(node, pressed); i++, node = dom.up(node)) {
        for (const [each, pace] of places.get(node) ?? [])
          if (!/^[@>#]/.test(each) && restless(pace, at)) return true;
      }
      return false;
    },
    stop() {
      for (const stop of stops) stop();
      input = undefined;
    },
  };
}
