import type { Words } from '../words.js';
import type { TopLayer } from '../top-layer.js';
import type { AntesBadge } from './badge.js';

/** Opens an offer that the badge holds; told where the focus was before the badge. */
export type Open = (cameFrom: Element | undefined) => void;

export interface BadgeHolder {
  readonly element: AntesBadge | undefined;
  /** Adds an offer; a press on the badge opens the latest one. Resolves once it can be seen. */
  add(open: Open): Promise<void>;
  remove(open: Open): void;
  words(messages: Words): void;
  stop(): void;
}

export interface Held {
  readonly top: TopLayer;
  readonly held: readonly Open[];
  /** What it does while it holds nothing; where that is nothing too, there is no badge. */
  readonly idle: Open | undefined;
  readonly words: Words;
}
export type Draw = (badge: AntesBadge | undefined, held: Held) => AntesBadge;

/** One badge for all offers that were given up or found no place; always there where it has something to do by itself. */
export function createBadgeHolder(top: TopLayer, messages: Words, idle?: Open): BadgeHolder {
  let words = messages;
  let badge: AntesBadge | undefined;
  let drawn: Draw | undefined;
  let held: readonly Open[] = [];
  let stopped = false;

  function draw(): void {
    if (!stopped) badge = drawn?.(badge, { top, held, idle, words });
  }
  async function load(): Promise<void> {
    drawn ??= (await import('./index.js')).draw;
    draw();
  }
  if (idle) load().catch(() => undefined);

  return {
    get element() {
      return badge;
    },
    add(open) {
      held = [...held, open];
      return load();
    },
    remove(open) {
      held = held.filter((other) => other !== open);
      draw();
    },
    words(next) {
      words = next;
      draw();
    },
    stop: () => void (stopped = true),
  };
}
