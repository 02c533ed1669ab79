import type { Offer } from '../state/stores.js';
import { clock } from './clock.js';
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

/** What has not come by then is left out: less than what the help itself is waited for. */
const PATIENCE_MS = 5_000;

/**
 * What belongs into the card of this offer. One that cannot be had is left out: the help itself is there. `callOff` takes the
 * way to stop waiting, for when the card is not wanted any more.
 */
export async function extrasOf(
  offer: Offer,
  stage: Stage,
  callOff: (cancel: () => void) => void,
): Promise<readonly Element[]> {
  let isLate = false;
  let cancel = () => {};
  const end = new Promise<undefined>((done) => {
    cancel = clock.after(PATIENCE_MS, () => {
      isLate = true;
      done(undefined);
    });
  });
  callOff(cancel);
  const found = EXTRAS.filter(({ wanted }) => wanted(offer)).map(({ load }) =>
    Promise.race([
      end,
      load()
        .then(({ create }) => (isLate ? undefined : create(offer, stage)))
        .catch(() => undefined),
    ]),
  );
  const came = await Promise.all(found);
  cancel();
  return came.filter((element) => element !== undefined);
}
