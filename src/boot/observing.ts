import { below } from '../core/pointer.js';
import type { Config, Step } from '../config/types.js';
import { matchesPath } from '../journey/path-pattern.js';
import type { ObserveOptions, Selected } from '../observe/index.js';
import { wordsOf } from '../config/words.js';

/** Channels at whose address a person answers. */
const LEADS = { phone: 'phone', email: 'mail', chat: 'chat' } as const;

/** What the config says of the page; the rest is known only while Antes runs. */
export function observingOf(config: Config): Omit<ObserveOptions, 'ownUrl' | 'salt' | 'known'> {
  const { ignore = {} } = config.policy ?? {};
  return {
    ignoreSelectors: (ignore.selectors ?? []).map((selector, i) => ({
      selector,
      path: `/policy/ignore/selectors/${i}`,
    })),
    ignoreUrls: [...(ignore.urls ?? [])],
    words: wordsOf(config),
    matchesUrl: matchesPath,
    steps: selected(config, 'selector'),
    commits: selected(config, 'commit'),
    contacts: Object.entries(LEADS).flatMap(([channel, leads]) => {
      const url = config.contact?.channels?.[channel as keyof typeof LEADS]?.url;
      return url === undefined ? [] : [{ url, leads }];
    }),
  };
}

/** The numbers at which the configured channels can be reached. */
export const phonesOf = ({ contact }: Config): readonly string[] =>
  Object.values(contact?.channels ?? {}).flatMap(({ number }) => number ?? []);

/** The selectors of one kind that steps have; ids as `journey/step`. */
const selected = (
  { journeys = {} }: Config,
  key: keyof Step & ('selector' | 'commit'),
): (Selected & { readonly id: string })[] =>
  Object.entries(journeys).flatMap(([journey, { steps }]) =>
    steps.flatMap((step, i) => {
      const selector = step[key];
      const path = `${below('/journeys', journey)}/steps/${i}/${key}`;
      return selector === undefined ? [] : [{ id: `${journey}/${step.id}`, selector, path }];
    }),
  );
