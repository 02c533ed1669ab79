import type { ChannelName, Config } from '../config/types.js';
import type { Guard } from '../core/guard.js';
import type { Lookup } from '../core/matcher.js';
import type { Report } from '../core/problems.js';
import type { Offer } from '../state/stores.js';
import type { Board } from './board.js';
import { contactContent, makeOffer, type OfferSource } from './offers.js';
import { tellLinks } from './tell-links.js';

export interface ShowingDeps {
  readonly config: Config;
  readonly board: Board;
  readonly guard: Guard;
  readonly report: Report;
  readonly facts: Lookup;
  failed(): readonly string[] | undefined;
  /** The language of the page, or of what is called so on it. */
  locale(anchor?: string): string;
  /** Address of the page. */
  base(): string;
  /** Something is to be shown. */
  need(): void;
  /** It could not be made into words: nobody will ever see it. */
  lost(offer: number): void;
}

/** What goes to the widgets: offers of the engine, and what the customer asks for. */
export interface Showing {
  present(source: OfferSource): void;
  /** The offer that comes of it, if there is such a content. */
  open(content?: string): number | undefined;
  reach(channel: ChannelName, offer: Offer): void;
  read(content: string): Offer | undefined;
}

export function createShowing(deps: ShowingDeps): Showing {
  const { config, board, guard, report } = deps;
  tellLinks(config, deps.base(), report);
  /** What the customer asks for counts down, and is none of the engine's. */
  let asked = 0;
  /** The customer reads the language of the place, which need not be that of the page. */
  const localeOf = ({ trigger }: OfferSource) =>
    deps.locale(config.triggers.find((one) => one?.id === trigger)?.show.anchor);
  const made = (source: OfferSource) =>
    guard.run('boot/offer', () =>
      makeOffer(source, {
        config,
        facts: deps.facts,
        failed: deps.failed(),
        locale: localeOf(source),
        base: deps.base(),
      }),
    );
  const wished = (
    as: Offer['as'],
    content: OfferSource['content'],
    more?: Partial<OfferSource>,
  ): OfferSource => ({
    id: --asked,
    trigger: '',
    content,
    as,
    because: '',
    ...more,
  });
  function present(source: OfferSource): number | undefined {
    const one = made(source);
    if (!one) {
      deps.lost(source.id);
      return undefined;
    }
    board.put(one, localeOf(source));
    deps.need();
    return source.id;
  }
  const person = (contact: Offer['contact'], trigger = '') =>
    present(wished('panel', contactContent(config, deps.locale()), { contact, trigger }));
  return {
    present,
    open(content) {
      if (content === undefined) return person('');
      if (Object.hasOwn(config.content ?? {}, content)) return present(wished('notice', content));
      report('UNKNOWN_NAME', `/content/${content}`, `There is no content '${content}' to open.`);
      return undefined;
    },
    reach: (contact, { trigger }) => void person(contact, trigger),
    read(content) {
      const one = made(wished('panel', content));
      return one && board.know(one);
    },
  };
}
