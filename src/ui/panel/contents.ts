import type { Content } from '../../config/types.js';
import type { Offer, UiPort } from '../../state/stores.js';
import type { Entry } from './search.js';

/** A content that customers may come upon by themselves. */
export interface Found extends Entry {
  readonly offer: Offer;
}

/** A text with a gap in it says less than none. */
const isComplete = ({ title, body = '' }: Content, facts: UiPort['facts']): boolean =>
  [...`${title} ${body}`.matchAll(/\{([^{},]+)[^{}]*\}/g)].every(([, fact]) => {
    const value = facts(fact!.trim());
    return value !== undefined && value !== null;
  });

/** Everything that can be found, in the customer's language. */
export function contentsOf({ config, facts, read }: UiPort): readonly Found[] {
  return Object.entries(config.content ?? {}).flatMap(([name, content]) => {
    if (content.search === false || !isComplete(content, facts)) return [];
    const offer = read(name);
    return offer ? [{ name, offer, title: offer.title, body: offer.body }] : [];
  });
}

/** Whether it is meant for this place and this customer at all, whatever has happened and was shown. */
const MEANT: readonly string[] = ['enabled', 'status', 'schedule', 'where', 'audience'];
const MAX_SUGGESTIONS = 4;

/** Contents of the triggers that are meant for this step. Those that are meant for every page say nothing about this one. */
export function suggestionsOf({ config, why }: UiPort, contents: readonly Found[]): readonly Found[] {
  const fitting = why()
    .filter(({ gates }) => gates.every(({ gate, pass }) => pass || !MEANT.includes(gate)))
    .map(({ trigger }) => trigger);
  const names = config.triggers.flatMap((one) =>
    one?.where !== undefined && fitting.includes(one.id) ? [one.show.content] : [],
  );
  return [...new Set(names)]
    .flatMap((name) => contents.filter((content) => content.name === name))
    .slice(0, MAX_SUGGESTIONS);
}
