import { mayTell, type Told } from './cool-down.js';
import type { Detector, Tools } from './detector.js';
import { CONTACT } from './words.js';

const DEFAULTS = {
  weight: 0.6,
  /** From the help page to the form to the chat is one search for help. */
  coolDownMs: 60_000,
};

function seek(
  how: string,
  because: string,
  target: string,
  told: Told,
  { at, journey, place, set, raise }: Tools<typeof DEFAULTS>,
): void {
  // Outside of a journey, asking is an ordinary thing to do.
  if (journey === null || !mayTell(told, 'contact', at, set.coolDownMs)) return;
  raise({
    target,
    count: 1,
    because: `${because} while '${journey}' was under way`,
    evidence: { how, journey, path: place.path },
  });
}

export const contactSeeking: Detector<'contact-seeking', Told, typeof DEFAULTS> = {
  name: 'contact-seeking',
  meaning: 'In the middle of a journey the customer looks for help, for answers or for somebody to talk to.',
  cause: 'other',
  defaults: DEFAULTS,
  start: () => ({}),
  on: {
    view(record, told, tools) {
      // Steps of the journey may have any path; and a page that is only shown again was asked for before.
      if (record.how === 'dom' || record.reload || tools.place.journey !== null || !CONTACT.test(record.path))
        return;
      seek('page', 'a page for contact or answers was opened', record.path, told, tools);
    },
    press({ exempt, leads, target }, told, tools) {
      if ((leads !== 'chat' && leads !== 'mail') || exempt === 'wake-up') return;
      seek(
        leads,
        leads === 'mail' ? 'an e-mail link was pressed' : 'a chat was asked for',
        target,
        told,
        tools,
      );
    },
    host({ event, data }, told, tools) {
      if (event === 'chat-opened') seek('chat', 'a chat was opened', 'chat', told, tools);
      else if (event === 'searched' && data['intent'] === 'contact')
        seek('search', 'the customer searched for a way to get help', 'search', told, tools);
    },
  },
};
