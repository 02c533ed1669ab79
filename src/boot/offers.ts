import type { Action, Config } from '../config/types.js';
import type { Lookup } from '../core/matcher.js';
import type { Offer, OfferAction } from '../state/stores.js';
import type { Cause } from '../core/happenings.js';
import * as registry from '../detect/registry.js';
import { safeLink } from './links.js';
import { directionOf, fill, localise } from './texts.js';

/** What an offer is made from. */
export interface OfferSource {
  readonly id: number;
  /** `''` when the customer asked for it. */
  readonly trigger: string;
  readonly content: string;
  readonly as: Offer['as'];
  /** The happening that armed it. */
  readonly because: string;
}

export interface Texting {
  readonly config: Config;
  readonly facts: Lookup;
  readonly locale: string;
  /** Address of the page, for links without an origin. */
  readonly base: string;
}

/** An offer as the customer will read it, with the actions behind its buttons. */
export interface Made {
  readonly offer: Offer;
  readonly actions: readonly Action[];
}

export function makeOffer(
  { id, trigger, content: contentId, as, because }: OfferSource,
  texting: Texting,
): Made | undefined {
  const { config, facts, locale } = texting;
  const found = localise(config, contentId, locale);
  if (!found) return undefined;
  const { content, lang } = found;
  const source = config.triggers.find((one) => one?.id === trigger);
  const mayShow = (fact: string) => config.facts?.[fact]?.show === true;
  const say = (text: string) => fill(text, facts, mayShow, lang);
  const actions = content.actions ?? [];
  return {
    actions,
    offer: {
      id,
      trigger,
      reason: source?.reason ?? '',
      as,
      anchor: source?.show.anchor,
      orElse: source?.show.orElse ?? 'badge',
      title: say(content.title),
      body: say(content.body ?? ''),
      actions: actions.map((action) => drawn(action, say, texting)),
      tone: content.tone ?? 'info',
      feedback: content.feedback ?? 'helpful',
      lang,
      dir: directionOf(lang),
      because: trigger === '' ? undefined : causeOf(because),
      leaving: false,
    },
  };
}

function drawn(action: Action, say: (text: string) => string, { config, base }: Texting): OfferAction {
  const href = hrefOf(action, config, base);
  return {
    label: say(action.label),
    style: action.style ?? 'secondary',
    ...(href === undefined ? {} : { href }),
  };
}

/** Where an action is a plain link: the customer may copy it, open it in a tab, and see where it leads. */
function hrefOf({ link, contact }: Action, config: Config, base: string): string | undefined {
  if (link !== undefined) return safeLink(link, base);
  const channel = contact === undefined ? undefined : config.contact?.channels?.[contact];
  if (channel?.number !== undefined) return safeLink(`tel:${channel.number.replace(/[^+\d]/g, '')}`, base);
  return channel?.url === undefined ? undefined : safeLink(channel.url, base);
}

/** What a customer is told it is about: a signal says so itself. */
const causeOf = (happening: string): Cause =>
  Object.values(registry).find(({ name }) => name === happening)?.cause ?? 'other';
