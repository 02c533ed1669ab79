import type { Guard } from '../core/guard.js';
import type { Words } from './words.js';
import type { UiPort } from '../state/stores.js';
import type { Announcer } from './announcer.js';
import type { BadgeHolder } from './badge/holder.js';
import type { TopLayer } from './top-layer.js';

/** What every presentation works with. */
export interface Stage {
  readonly port: UiPort;
  readonly guard: Guard;
  readonly top: TopLayer;
  readonly badge: BadgeHolder;
  readonly announcer: Announcer;
  /** What is put into the layer goes to a free corner of its own accord from then on. */
  readonly settled: Promise<unknown>;
  readonly words: Words;
}
