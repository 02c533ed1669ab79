import type { LineWords } from '../../contact/lines.js';
import type { Messages } from '../../messages/types.js';
import type { UiPort } from '../../state/stores.js';

/** What the lines of a hand-off are said with: our words, and the company's texts as the customer has read them. */
export function lineWords({ config, read }: UiPort, words: Messages): LineWords {
  const texts = config.translations?.[words.lang];
  return {
    lang: words.lang,
    ...words.contact.lines,
    causes: words.reasons.because,
    titleOf(trigger) {
      const { show, solved } =
        config.triggers.find((one) => one && [one.id, `${one.id}.then`].includes(trigger)) ?? {};
      const content = trigger.endsWith('.then') ? solved?.then : show?.content;
      return content === undefined ? undefined : read(content)?.title;
    },
    labelOf(deed) {
      for (const [name, { actions = [] }] of Object.entries(config.content ?? {})) {
        const i = actions.findIndex((action) =>
          Object.entries(action).some(([verb, value]) => `${verb} ${String(value)}` === deed),
        );
        if (i >= 0) return texts?.[name]?.actions?.[i] ?? actions[i]!.label;
      }
      return undefined;
    },
  };
}
