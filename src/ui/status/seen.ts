import type { Messages } from '../../messages/types.js';
import type { Offer } from '../../state/stores.js';
import type { Words } from '../words.js';
import type { createWhen } from './when.js';

/** What everything in a status is written with. */
export interface Seen {
  readonly offer: Offer | undefined;
  readonly words: Words;
  readonly say: Messages;
  readonly when: ReturnType<typeof createWhen>;
  /** Wall clock. */
  readonly now: number;
}
