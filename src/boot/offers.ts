import type { Action, ChannelName, Config } from '../config/types.js';
import type { Lookup } from '../core/matcher.js';
import { channelsOf, telOf } from '../contact/channels.js';
import type { Cause } from '../core/happenings.js';
import { orderActions } from '../decide/actions.js';
import { followUpId } from '../decide/follow-up.js';
import type { Offer, OfferAction } from '../state/stores.js';
import * as registry from '../detect/registry.js';
import { safeLink } from '../core/safe-link.js';
import { plainWords } from './plain.js';
import { directionOf, fill, localise, type Localised } from './texts.js';

/** What an offer is made from. */
export interface OfferSource {
  readonly id: number;
  /** `''` when the customer asked for it. */
  readonly trigger: string;
  /** A name in the config, or the content itself. */
  readonly content: string | Localised;
  readonly as: Offer['as'];
  /** The happening that armed it. */
  readonly because: string;
  readonly contact?: Offer['contact'];
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
  /** Of the content, where it has one. */
  readonly name: string;
  readonly offer: Offer;
  readonly actions: readonly Action[];
}

export function makeOffer(
  { id, trigger, content: given, as, because, contact }: OfferSource,
  texting: Texting,
): Made | undefined {
  const { config, facts, locale } = texting;
  const found = typeof given === 'string' ? localise(config, given, locale) : given;
  if (!found) return undefined;
  const { content, lang } = found;
  const source = config.triggers.find((one) => one && [one.id, followUpId(one.id)].includes(trigger));
  const mayShow = (fact: string) => config.facts?.[fact]?.show === true;
  const say = (text: string) => fill(text, facts, mayShow, lang);
  const ways = channelsOf(config);
  // A way to a person that is no link may still be a function of the page.
  const usable = (content.actions ?? []).filter(({ contact: way, link }) =>
    way === undefined ? link === undefined || safeLink(link, texting.base) : ways.includes(way),
  );
  // The ways to a person have one order everywhere.
  const actions = contact === undefined ? orderActions(usable, texting.failed) : usable;
  return {
    name: typeof given === 'string' ? given : '',
    actions,
    offer: {
      id,
      trigger,
      reason: source?.reason ?? '',
      as,
      anchor: source?.show.anchor,
      side: source?.show.side,
      orElse: source?.show.orElse ?? 'badge',
      title: say(content.title),
      body: say(content.body ?? ''),
      actions: actions.map((action) => drawn(action, say, texting)),
      ...(content.guide && { guide: content.guide.map((step) => ({ ...step, text: say(step.text) })) }),
      tone: content.tone ?? 'info',
      feedback: content.feedback ?? 'helpful',
      source: content.source,
      steps: content.steps,
      lang,
      dir: directionOf(lang),
      because: trigger === '' ? undefined : causeOf(because),
      ...(contact !== undefined && { contact }),
      leaving: false,
    },
  };
}

/** Where a channel is a plain link. A call that is asked for has nowhere to go without the panel. */
const linkOf = (config: Config, name: ChannelName): string | undefined => {
  const { number, url } = config.contact?.channels?.[name] ?? {};
  return number === undefined ? (name === 'callback' ? undefined : url) : telOf(number);
};

/** The ways to a person, as plain actions. The panel makes more of it; this is for where that cannot be had. */
export function contactContent(config: Config, lang: string): Localised {
  const actions = channelsOf(config).flatMap((contact): Action[] => {
    const { label, number, call } = config.contact!.channels![contact]!;
    const link = linkOf(config, contact);
    // A form to be called back needs the panel.
    return link || call ? [{ label: label ?? number ?? contact, contact, ...(link && { link }) }] : [];
  });
  return { content: { title: plainWords(lang)[0], feedback: 'none', actions }, lang };
}

/** Where it is a link, the customer may copy it, open it in a tab, and see where it leads. */
function drawn(
  { label, style = 'secondary', link, contact }: Action,
  say: (text: string) => string,
  { config, base }: Texting,
): OfferAction {
  const href = link && safeLink(link, base);
  const way = contact && linkOf(config, contact);
  const to = way && safeLink(way, base);
  return {
    label: say(label),
    style,
    ...(href && { href }),
    ...(to && { person: { channel: contact, href: to } }),
  };
}

/** What a customer is told it is about: a signal says so itself. */
export const causeOf = (happening: string): Cause =>
  Object.values(registry).find(({ name }) => name === happening)?.cause ?? 'other';
