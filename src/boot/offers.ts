import type { Action, ChannelName, Config } from '../config/types.js';
import type { Lookup } from '../core/matcher.js';
import { channelsOf, telOf } from '../contact/channels.js';
import type { Cause } from '../core/happenings.js';
import { orderActions } from '../decide/actions.js';
import { followUpId } from '../decide/follow-up.js';
import type { Offer, OfferAction } from '../state/stores.js';
import * as registry from '../detect/registry.js';
import { safeLink } from './links.js';
import { helpWord } from './plain.js';
import { directionOf, fill, localise, type Localised } from './texts.js';

/** What an offer is made from. */
export interface OfferSource {
  readonly id: number;
  /** `''` when the customer asked for it. */
  readonly trigger: string;
  readonly content: string;
  readonly as: Offer['as'];
  /** The happening that armed it. */
  readonly because: string;
  /** The way to a person, instead of a content. */
  readonly contact?: ChannelName | '';
}

export interface Texting {
  readonly config: Config;
  readonly facts: Lookup;
  readonly locale: string;
  /** Address of the page, for links without an origin. */
  readonly base: string;
  /** What did not work in this session. */
  readonly failed: readonly string[] | undefined;
}

/** An offer as the customer will read it, with the actions behind its buttons. */
export interface Made {
  readonly offer: Offer;
  readonly actions: readonly Action[];
}

export function makeOffer(
  { id, trigger, content: contentId, as, because, contact }: OfferSource,
  texting: Texting,
): Made | undefined {
  const { config, facts, locale } = texting;
  const found = contact === undefined ? localise(config, contentId, locale) : contactContent(texting);
  if (!found) return undefined;
  const { content, lang } = found;
  const source = config.triggers.find((one) => one && [one.id, followUpId(one.id)].includes(trigger));
  const mayShow = (fact: string) => config.facts?.[fact]?.show === true;
  const say = (text: string) => fill(text, facts, mayShow, lang);
  const actions = orderActions(content.actions ?? [], texting.failed);
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
      actions: actions.map((action) => drawn(action, say, texting, contact !== undefined)),
      tone: content.tone ?? 'info',
      feedback: content.feedback ?? 'helpful',
      lang,
      dir: directionOf(lang),
      because: trigger === '' ? undefined : causeOf(because),
      ...(contact !== undefined && { contact }),
      leaving: false,
    },
  };
}

/**
 * The ways to a person, as plain actions. The panel makes more of it; this is for where that cannot be had. A call that
 * is asked for has nowhere to go without it.
 */
function contactContent({ config, locale }: Texting): Localised {
  const channels = config.contact?.channels ?? {};
  const names = channelsOf(config).filter((name) => name !== 'callback' || channels[name]?.url === undefined);
  const lang = helpWord(locale) ? locale : 'en';
  return {
    content: {
      title: helpWord(lang)!,
      feedback: 'none',
      actions: names.map((contact) => ({
        label: channels[contact]!.label ?? channels[contact]!.number ?? contact,
        contact,
      })),
    },
    lang,
  };
}

function drawn(
  action: Action,
  say: (text: string) => string,
  { config, base }: Pick<Texting, 'config' | 'base'>,
  plainly: boolean,
): OfferAction {
  const href = hrefOf(action, plainly ? config.contact?.channels : undefined, base);
  return {
    label: say(action.label),
    style: action.style ?? 'secondary',
    ...(href === undefined ? {} : { href }),
  };
}

/** Where an action is a plain link: the customer may copy it, open it in a tab, and see where it leads. */
function hrefOf(
  { link, contact }: Action,
  channels: NonNullable<Config['contact']>['channels'],
  base: string,
): string | undefined {
  if (link !== undefined) return safeLink(link, base);
  const { number, url } = (contact && channels?.[contact]) || {};
  const to = number === undefined ? url : telOf(number);
  return to === undefined ? undefined : safeLink(to, base);
}

/** What a customer is told it is about: a signal says so itself. */
export const causeOf = (happening: string): Cause =>
  Object.values(registry).find(({ name }) => name === happening)?.cause ?? 'other';
