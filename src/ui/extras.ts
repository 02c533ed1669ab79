import type { Offer } from '../state/stores.js';
import type { Create } from './part.js';
import type { Stage } from './stage.js';

/** A part of a card that not every card has, in a chunk of its own. This table is one too: most cards have none of them. */
interface Extra {
  wanted(offer: Offer): boolean;
  load(): Promise<{ create: Create }>;
}

/** In the order in which they stand in a card, below its text. */
const EXTRAS: readonly Extra[] = [
  { wanted: ({ source }) => source !== undefined, load: () => import('./status/index.js') },
  { wanted: ({ guide }) => guide !== undefined, load: () => import('./guide/index.js') },
  { wanted: ({ feedback }) => feedback === 'effort', load: () => import('./feedback/index.js') },
];

/** What belongs into the card of this offer. One that cannot be had is left out: the help itself is there. */
export async function extrasOf(offer: Offer, stage: Stage): Promise<readonly Element[]> {
  const found = EXTRAS.filter(({ wanted }) => wanted(offer)).map(({ load }) =>
    load()
      .then(({ create }) => create(offer, stage))
      .catch(() => undefined),
  );
  return (await Promise.all(found)).filter((element) => element !== undefined);
}
