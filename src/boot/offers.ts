import type { Action, ChannelName, Config } from '../config/types.js';
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
      ...(content.guide && { guide: content.guide.map((step) => ({ ...step, text: say(step.text) })) }),
      tone: content.tone ?? 'info',
      feedback: content.feedback ?? 'helpful',
      source: content.source,
      steps: content.steps,
      lang,
      dir: directionOf(lang),
      because: trigger === '' ? undefined : causeOf(because),
      leaving: false,
    },
  };
}

/** The ways to reach a person, in the order of the config: what `open()` shows when nothing else is asked for. */
export function makeContact(id: number, { config, locale, base }: Omit<Texting, 'facts'>): Made | undefined {
  const { order = [], channels = {} } = config.contact ?? {};
  const names = [...order, ...(Object.keys(channels) as ChannelName[])].filter(
    (name) => channels[name] !== undefined,
  );
  const actions = [...new Set(names)].map((contact): Action => ({
    label: channels[contact]!.label ?? channels[contact]!.number ?? contact,
    contact,
  }));
  if (actions.length === 0) return undefined;
  const [language = locale] = locale.split('-');
  return {
    actions,
    offer: {
      id,
      trigger: '',
      reason: '',
      as: 'notice',
      anchor: undefined,
      orElse: 'notice',
      title: CONTACT_TITLES[language] ?? CONTACT_TITLES['en']!,
      body: '',
      actions: actions.map((action) => drawn(action, (text) => text, { config, base })),
      tone: 'info',
      feedback: 'none',
      lang: language in CONTACT_TITLES ? language : 'en',
      dir: 'ltr',
      because: undefined,
      leaving: false,
    },
  };
}

const CONTACT_TITLES: Readonly<Record<string, string>> = {
  en: 'Talk to us',
  es: 'Hable con nosotros',
  pt: 'Fale connosco',
};

function drawn(
  action: Action,
  say: (text: string) => string,
  { config, base }: Pick<Texting, 'config' | 'base'>,
): OfferAction {
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
