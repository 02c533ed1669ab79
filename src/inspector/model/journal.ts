import { readConfig } from '../../config/read.js';
import type { Config } from '../../config/types.js';
import type { Journal } from '../../core/journal.js';
import { isObject } from '../../core/sound.js';
import type { EngineState } from '../../engine/engine.js';
import { createTeller } from '../../replay/teller.js';
import { sayAttempt } from '../../why/why.js';
import { sayAt } from './entries.js';

/** What a configuration makes of a journal, trigger by trigger. */
export interface Replay {
  /** How long, and of how many records. */
  readonly summary: string;
  readonly triggers: readonly {
    readonly trigger: string;
    readonly shown: boolean;
    readonly lines: readonly string[];
  }[];
  /** Those that nothing armed. */
  readonly never: readonly string[];
}

/** Larger files are none that a page has written. */
const MAX_LETTERS = 20_000_000;

const isJournal = (value: unknown): value is Journal =>
  isObject(value) &&
  value['version'] === 1 &&
  isObject(value['visiting']) &&
  typeof value['until'] === 'number' &&
  Array.isArray(value['records']) &&
  value['records'].every((one) => isObject(one) && typeof one['type'] === 'string');

/** Reads a journal, or says what is wrong with it. */
export function readJournal(text: string): { readonly journal: Journal } | { readonly wrong: string } {
  if (text.length > MAX_LETTERS) return { wrong: 'The file is too large for a journal.' };
  try {
    const journal: unknown = JSON.parse(text);
    return isJournal(journal)
      ? { journal }
      : { wrong: 'This is no journal: it must be what antes.journal() gives, as JSON.' };
  } catch {
    return { wrong: 'This is not JSON.' };
  }
}

const copy = <T>(state: T): T => JSON.parse(JSON.stringify(state)) as T;

/**
 * The part of a journal from a moment on, with the state that the engine had then; the journal itself where that moment is
 * longer ago than what is remembered.
 */
export function since(journal: Journal, at: number, state: EngineState): Journal {
  if (journal.state && journal.records[0] && journal.records[0].at > at) return journal;
  const records = journal.records.filter((one) => one.at >= at);
  return { ...journal, state: copy(state), records };
}

/** Runs a journal through a configuration. Throws where its records are not as Antes writes them. */
export function runAgain(config: Config, { records, state, until, visiting }: Journal): Replay {
  const sound = readConfig(config, () => false);
  const teller = createTeller(sound, { ...visiting, ...(state !== undefined && { state: copy(state) }) });
  for (const record of records) teller.feed(record);
  const story = teller.story(until);
  const triggers = story.attempts.map((attempt) => ({
    trigger: attempt.trigger,
    shown: attempt.shown !== null,
    lines: sayAttempt(attempt, { time: sayAt }).map(({ at, text }) => `${sayAt(at)} ${text}`),
  }));
  const isAnew = state !== undefined && !teller.engine.resumed;
  const armed = new Set(triggers.map(({ trigger }) => trigger));
  return {
    summary: `${sayAt(story.ms)} min, ${story.records} records${isAnew ? '; what was before is of another version, and left out' : ''}`,
    triggers,
    never: teller.engine.triggers.map(({ id }) => id).filter((id) => !armed.has(id)),
  };
}
