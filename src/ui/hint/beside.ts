/** A part of the window, in pixels from its upper left corner. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Between what is placed and what it stands at. */
const GAP_PX = 6;
/** From the edges of the window. */
const EDGE_PX = 8;
/** Beside something tall it stands near its upper edge. */
const MAX_ROW_PX = 56;
/** Covering something that must stay in sight is worse than any part that is out of the window … */
const COVERS = 1e6;
/** … and covering something that can be pressed is worse than standing on the other side. */
const BLOCKS = 1_000;

type Size = Pick<Box, 'width' | 'height'>;

const right = (box: Box) => box.left + box.width;
const bottom = (box: Box) => box.top + box.height;
const overlaps = (a: Box, b: Box) =>
  a.left < right(b) && b.left < right(a) && a.top < bottom(b) && b.top < bottom(a);
const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(value, high));

/** Pixels of `box` that are out of `window`, as the sum over its sides. */
const outside = (box: Box, window: Box): number =>
  Math.max(0, window.left - box.left) +
  Math.max(0, right(box) - right(window)) +
  Math.max(0, window.top - box.top) +
  Math.max(0, bottom(box) - bottom(window));

/** Sides of an anchor, as the line runs. */
export type Side = 'top' | 'bottom' | 'start' | 'end';
type Spots = Readonly<Record<Side, Box>>;

/** The wanted side first, then the others in their order. */
const ordered = (spots: Spots, sides: readonly Side[], wanted?: string): readonly Box[] =>
  [...sides].sort((a, b) => Number(b === wanted) - Number(a === wanted)).map((side) => spots[side]);

/** Where a small button may stand at `anchor`, best first: where it is wanted, behind it, above or below its end, before it. */
export function buttonPlaces(
  anchor: Box,
  { width, height }: Size,
  rtl: boolean,
  wanted?: string,
): readonly Box[] {
  const row = anchor.top + (Math.min(anchor.height, MAX_ROW_PX) - height) / 2;
  const beside = [right(anchor) + GAP_PX, anchor.left - GAP_PX - width] as const;
  const [end, start] = rtl ? [beside[1], beside[0]] : beside;
  const corner = rtl ? anchor.left : right(anchor) - width;
  const size = { width, height };
  const spots = {
    end: { left: end, top: row, ...size },
    top: { left: corner, top: anchor.top - height - 1, ...size },
    bottom: { left: corner, top: bottom(anchor) + 1, ...size },
    start: { left: start, top: row, ...size },
  };
  return ordered(spots, ['end', 'top', 'bottom', 'start'], wanted);
}

/** Where what a button opens may stand: where it is wanted, below, above, behind, before what both `anchor` and the button take. */
export function tipPlaces(
  anchor: Box,
  button: Box,
  size: Size,
  window: Box,
  rtl: boolean,
  wanted?: string,
): readonly Box[] {
  const { width, height } = size;
  const along = clamp(
    rtl ? right(anchor) - width : anchor.left,
    window.left + EDGE_PX,
    right(window) - EDGE_PX - width,
  );
  const across = clamp(button.top, window.top + EDGE_PX, bottom(window) - EDGE_PX - height);
  const after = Math.max(right(anchor), right(button)) + GAP_PX;
  const before = Math.min(anchor.left, button.left) - GAP_PX - width;
  const spots = {
    bottom: { left: along, top: Math.max(bottom(anchor), bottom(button)) + GAP_PX, ...size },
    top: { left: along, top: Math.min(anchor.top, button.top) - GAP_PX - height, ...size },
    end: { left: rtl ? before : after, top: across, ...size },
    start: { left: rtl ? after : before, top: across, ...size },
  };
  return ordered(spots, ['bottom', 'top', 'end', 'start'], wanted);
}

export interface Choice {
  readonly index: number;
  readonly box: Box;
  /** Nowhere is it out of the way. */
  readonly covers: boolean;
}

/**
 * The first place that is in the window and hides nothing of `keep`; where there is none, the one that is least wrong.
 * It stays at the place with the number `at` for as long as nothing is wrong with that.
 */
export function choose(
  places: readonly Box[],
  window: Box,
  keep: readonly Box[],
  { at, blocks = () => false }: { at?: number | undefined; blocks?: (box: Box) => boolean } = {},
): Choice {
  const judged = places.map((box, index) => {
    const covers = keep.some((one) => overlaps(one, box));
    return {
      index,
      box,
      covers,
      cost: (covers ? COVERS : 0) + outside(box, window) + (blocks(box) ? BLOCKS : 0),
    };
  });
  const current = at === undefined ? undefined : judged[at];
  if (current?.cost === 0) return current;
  return judged.reduce((best, one) => (one.cost < best.cost ? one : best));
}
