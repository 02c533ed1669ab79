// Written by `npm run schema` from src/config/schema. Change it there.

import type {
  Contact,
  Content,
  Fact,
  Filter,
  Journey,
  Named,
  Policy,
  Reason,
  Report,
  Source,
  Translations,
  Trigger,
} from '../types.js';

/** When which help is offered, what it says, and where. */
export interface Config {
  /** Lets an editor complete and explain this file. */
  readonly $schema?: string;
  /** Of the language of this file. */
  readonly version: 1;
  /** The language that the texts are in. */
  readonly locale?: string;
  readonly facts?: Named<Fact>;
  readonly audiences?: Named<Filter>;
  readonly journeys?: Named<Journey>;
  readonly reasons?: Named<Reason>;
  readonly sources?: Named<Source>;
  /** The ways to reach a person. */
  readonly contact?: Contact;
  readonly content?: Named<Content>;
  /** The same in other languages. */
  readonly translations?: Translations;
  /** Rules for all triggers together. */
  readonly policy?: Policy;
  /** Where outcomes are reported to. */
  readonly report?: Report;
  /** At most 1,000. In a contest, the earlier one goes first. */
  readonly triggers: readonly Trigger[];
}
