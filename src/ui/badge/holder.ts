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
}

/** One badge for all offers that were given up or found no place. */
export function createBadgeHolder(top: TopLayer, messages: Words): BadgeHolder {
  let words = messages;
  let badge: AntesBadge | undefined;
  let held: readonly Open[] = [];

  function draw(): void {
    if (!badge) return;
    badge.count = held.length;
    badge.words = words;
    if (!held.length) badge.remove();
    else if (!badge.isConnected) top.show(badge);
  }

  return {
    get element() {
      return badge;
    },
    async add(open) {
      held = [...held, open];
      const { createBadge } = await import('./index.js');
      badge ??= createBadge();
      badge.press = () => held.at(-1)?.(badge?.cameFrom);
      draw();
    },
    remove(open) {
      held = held.filter((other) => other !== open);
      draw();
    },
    words(next) {
      words = next;
      draw();
    },
  };
}
