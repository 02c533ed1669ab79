/**
 * As much of rrweb's format as is read here (versions 1 and 2). Recordings come from files: nothing in them is taken for
 * granted, so every part may be missing. Numbers are rrweb's own (`@rrweb/types`).
 */

export const EVENT = {
  domContentLoaded: 0,
  load: 1,
  fullSnapshot: 2,
  incremental: 3,
  meta: 4,
  custom: 5,
  plugin: 6,
} as const;

export const SOURCE = {
  mutation: 0,
  mouseMove: 1,
  mouseInteraction: 2,
  scroll: 3,
  viewportResize: 4,
  input: 5,
  touchMove: 6,
  media: 7,
  drag: 12,
  selection: 14,
} as const;

export const MOUSE = {
  up: 0,
  down: 1,
  click: 2,
  contextMenu: 3,
  focus: 5,
  blur: 6,
  touchStart: 7,
  touchEnd: 9,
  touchCancel: 10,
} as const;

export const NODE = { document: 0, doctype: 1, element: 2, text: 3, cdata: 4, comment: 5 } as const;

/** How much of an event this is can only be told by reading it. */
export type Loose = Readonly<Record<string, unknown>>;

export interface RrwebEvent {
  readonly type: number;
  /** Wall-clock milliseconds. */
  readonly timestamp: number;
  readonly data?: unknown;
}

export const isObject = (value: unknown): value is Loose => typeof value === 'object' && value !== null;
export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
export const num = (value: unknown): number =>
  typeof value === 'number' && Number.isFinite(value) ? value : Number.NaN;
export const text = (value: unknown): string => (typeof value === 'string' ? value : '');

export const isEvent = (value: unknown): value is RrwebEvent =>
  isObject(value) && Number.isInteger(value['type']) && num(value['timestamp']) >= 0;

/** Later than this, a time is in milliseconds; some products write their own events in seconds. */
const SECONDS_BEFORE = 100_000_000_000;
export const millis = (timestamp: number, first: number): number =>
  timestamp < SECONDS_BEFORE && first >= SECONDS_BEFORE ? timestamp * 1_000 : timestamp;
