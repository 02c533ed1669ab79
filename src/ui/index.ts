import { clock } from './clock.js';
import { en } from '../messages/en.js';
import type { Offer, UiPort } from '../state/stores.js';
import { createAnnouncer } from './announcer.js';
import { createBadgeHolder } from './badge/holder.js';
import { AntesLayer } from './layer/layer.js';
import { AntesNotice } from './notice/notice.js';
import { present, type Presentation } from './present.js';
import { register } from './register.js';
import { SafeElement } from './safe.js';
import type { Stage } from './stage.js';
import { startTopLayer } from './top-layer.js';
import { undoAll } from './undo-all.js';
import { startWords, type Words } from './words.js';

/** Brings the customer to an anchor: scrolls it into view and focuses it, or the first control inside. */
export const focusAnchor = (anchor: string): Promise<boolean> =>
  import('./inline/index.js').then(
    (inline) => inline.focusAnchor(anchor),
    () => false,
  );

/** The first help waits no longer than this for what finds it a free corner: that may be on its way for ever. */
const PATIENCE_MS = 300;

/** Shows what is in `$offers` and tells what became of it. Returns the way to take everything away again. */
export function startUi(port: UiPort): () => void {
  const { guard } = port;
  SafeElement.guard = guard;
  register('antes-layer', AntesLayer);
  register('antes-notice', AntesNotice);
  const top = startTopLayer(port.root, guard, () => {
    port.problem('HOST_REMOVED', 'ui', 'The page keeps removing help; it stays out.');
    for (const [id, presentation] of all) {
      presentation.withdraw();
      port.answer(id, { phase: 'gone' });
    }
  });
  const announcer = createAnnouncer(top.layer, guard);
  const badge = createBadgeHolder(top, en, port.config.policy?.launcher ? () => port.open() : undefined);
  let words: Words = en;
  let stopped = false;
  const manager = import('./cover.js').then(
    guard('ui/cover', ({ startCover }) => {
      if (!stopped) stops.push(startCover(top.layer, resize, guard));
    }),
    // Help is shown without it as well; and a page that is being left has only given it up.
    () => undefined,
  );
  const stage: Stage = {
    port,
    guard,
    top,
    badge,
    announcer,
    settled: Promise.race([manager, new Promise<void>((done) => clock.after(PATIENCE_MS, done))]),
    get words() {
      return words;
    },
  };

  const all = new Map<number, Presentation>();
  /** Made and not yet taken back: an offer that was closed is not shown again. */
  let made = new Set<number>();

  function onOffers(offers: readonly Offer[]): void {
    const ids = new Set(offers.map(({ id }) => id));
    const known = made;
    made = ids;
    for (const [id, presentation] of all) if (!ids.has(id)) presentation.withdraw();
    for (const offer of offers) {
      if (known.has(offer.id)) all.get(offer.id)?.update(offer);
      else
        all.set(
          offer.id,
          present(offer, stage, () => all.delete(offer.id)),
        );
    }
  }

  const resize = (small: boolean) => all.forEach((presentation) => presentation.resize(small));
  const stops: (() => void)[] = [
    startWords(port.stores.$locale, (messages) => {
      words = messages;
      badge.words(messages);
      for (const presentation of all.values()) presentation.words();
    }),
    port.stores.$offers.subscribe(guard('ui/offers', onOffers)),
    badge.stop,
    announcer.stop,
  ];

  return () => {
    stopped = true;
    for (const presentation of all.values()) stops.push(presentation.stop);
    all.clear();
    undoAll(guard, ...[top.stop, ...stops].reverse());
  };
}
