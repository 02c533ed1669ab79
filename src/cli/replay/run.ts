import type { Config } from '../../config/types.js';
import { compareStories, type Change } from '../../replay/compare.js';
import type { Story } from '../../replay/story.js';
import { createSumming, type Summary } from '../../replay/summary.js';
import { createTeller, type Teller, type TellerOptions } from '../../replay/teller.js';
import { readRecordings, RecordingError, type Start } from '../recordings/read.js';
import { rrwebOptions } from './config.js';

export interface Told {
  readonly recording: string;
  readonly story: Story;
  /** Against the other config, where there is one. */
  readonly changes: readonly Change[] | undefined;
}
export interface Problem {
  readonly recording: string;
  readonly problem: string;
}
export interface Results {
  readonly recordings: readonly Told[];
  readonly summary: Summary;
  readonly problems: readonly Problem[];
}

export interface RunOptions {
  readonly config: Config;
  readonly old: Config | undefined;
  /** Of these triggers only; all, if there are none. */
  readonly only: string | undefined;
  readonly visiting: TellerOptions;
  note(recording: string, text: string): void;
  /** Told now and then. */
  progress(done: { readonly recordings: number; readonly records: number; readonly ms: number }): void;
}

const PROGRESS_RECORDS = 20_000;

/** Runs every recording through the config, one record at a time; a bad recording is noted, and the rest goes on. */
export async function run(files: readonly string[], options: RunOptions): Promise<Results> {
  const { config, old, only, visiting, note, progress } = options;
  const recordings: Told[] = [];
  const problems: Problem[] = [];
  const summing = createSumming(config);
  const ids = config.triggers.flatMap((one) => (one === undefined ? [] : [one.id]));
  const triggers = [
    ...new Set([...ids, ...(old?.triggers ?? []).flatMap((one) => (one === undefined ? [] : [one.id]))]),
  ].filter((id) => only === undefined || id === only);
  let records = 0;

  function begin(start: Start) {
    const tellers = [config, ...(old ? [old] : [])].map((one): Teller => {
      // Each goes its own way from there.
      const state = structuredClone(start.state);
      return createTeller(one, { ...start.visiting, ...visiting, state });
    });
    if (start.state !== undefined && !tellers[0]!.engine.resumed)
      note(start.name, 'what was before its first record is of another version of Antes, and is left out');
    let n = 0;
    const safely = <T>(work: () => T, type: string): T => {
      try {
        return work();
      } catch (error) {
        throw new RecordingError(
          `record ${n}${type && ` (${type})`} is not as Antes writes it: ${(error as Error).message}`,
        );
      }
    };
    return {
      feed(record: Parameters<Teller['feed']>[0]) {
        n++;
        safely(() => tellers.forEach((teller) => teller.feed(record)), record.type);
        if (++records % PROGRESS_RECORDS === 0)
          progress({ recordings: recordings.length, records, ms: summing.summary.ms });
      },
      end(until: number) {
        const [story, before] = safely(() => tellers.map((teller) => teller.story(until)), '');
        summing.add(start.name, story!);
        const attempts = story!.attempts.filter(({ trigger }) => only === undefined || trigger === only);
        recordings.push({
          recording: start.name,
          story: { ...story!, attempts },
          changes: before && compareStories(triggers, before, story!),
        });
      },
    };
  }

  for (const file of files) {
    try {
      await readRecordings(file, { rrweb: rrwebOptions(config), begin, note });
    } catch (error) {
      if (!(error instanceof RecordingError)) throw error;
      problems.push({ recording: file, problem: error.message });
    }
    progress({ recordings: recordings.length, records, ms: summing.summary.ms });
  }
  return { recordings, problems, summary: summing.summary };
}
