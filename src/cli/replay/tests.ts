import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { checkTests } from '../../check/tests/check.js';
import type { Finding } from '../../check/finding.js';
import type { Config } from '../../config/types.js';
import { createTrial, StepError, type Outcome, type Test, type TestFile } from '../../replay/trial.js';
import { reasonOf, UsageError, type Terminal } from '../command.js';
import { readRecordings, RecordingError } from '../recordings/read.js';
import { loadConfig, rrwebOptions, soundConfig } from './config.js';

export interface TestResult {
  readonly file: string;
  readonly name: string;
  readonly ok: boolean;
  readonly outcomes: readonly Outcome[];
  /** It could not be run. */
  readonly problem?: string;
}
export interface TestResults {
  readonly tests: readonly TestResult[];
  /** What is wrong in files; the tests in them did not run. */
  readonly wrong: readonly { readonly file: string; readonly findings: readonly Finding[] }[];
}

/** Runs files of tests, against their own configuration or the one that is given. */
export async function runTests(
  files: readonly string[],
  given: Config | undefined,
  terminal: Terminal,
): Promise<TestResults> {
  const tests: TestResult[] = [];
  const wrong: TestResults['wrong'][number][] = [];
  for (const file of files) {
    let text: string;
    try {
      text = readFileSync(file, 'utf8');
    } catch (error) {
      throw new UsageError(`Cannot read ${file}: ${reasonOf(error)}`);
    }
    const checked = checkTests(text);
    if (checked.findings.some(({ code, pointer }) => code === 'KEY_UNKNOWN' && pointer === '/triggers'))
      throw new UsageError(`${file} is a configuration; tests of it are in files named *.antes-test.json`);
    if (!checked.file) {
      wrong.push({ file, findings: checked.findings });
      continue;
    }
    const config = given ?? configOf(checked.file, file, terminal);
    const names = checked.names(
      config.triggers.flatMap((one) => (one === undefined ? [] : [one.id])),
      factsOf(config),
    );
    if (names.length > 0) {
      wrong.push({ file, findings: names });
      continue;
    }
    for (const test of checked.file.tests) tests.push(await runTest(file, test, checked.file, config));
  }
  return { tests, wrong };
}

function configOf({ config }: TestFile, file: string, terminal: Terminal): Config {
  return typeof config === 'string'
    ? loadConfig(join(dirname(file), config), terminal)
    : soundConfig(config, `${file}: /config`, terminal);
}

/** Declared ones; those of sources are the source's business. */
const factsOf = ({ facts, sources }: Config): readonly string[] | undefined =>
  sources === undefined ? Object.keys(facts ?? {}) : undefined;

async function runTest(
  file: string,
  test: Test,
  { visiting }: TestFile,
  config: Config,
): Promise<TestResult> {
  const about = { file, name: test.name };
  try {
    const outcomes =
      test.recording === undefined
        ? played(test, config, visiting)
        : await recorded(join(dirname(file), test.recording), test, config, visiting);
    return { ...about, ok: outcomes.every(({ met }) => met), outcomes };
  } catch (error) {
    if (!(error instanceof StepError || error instanceof RecordingError)) throw error;
    const where = error instanceof RecordingError ? `${test.recording}: ` : '';
    return { ...about, ok: false, outcomes: [], problem: `${where}${error.message}` };
  }
}

function played(test: Test, config: Config, visiting: TestFile['visiting']): readonly Outcome[] {
  const trial = createTrial(config, test, visiting && { visiting });
  trial.play();
  return trial.end().outcomes;
}

async function recorded(
  file: string,
  test: Test,
  config: Config,
  visiting: TestFile['visiting'],
): Promise<readonly Outcome[]> {
  let outcomes: readonly Outcome[] | undefined;
  await readRecordings(file, {
    rrweb: rrwebOptions(config),
    note: () => {},
    begin(start) {
      if (outcomes) throw new RecordingError('there are several recordings in it; a test takes one');
      const trial = createTrial(config, test, {
        visiting: { ...start.visiting, ...visiting },
        state: structuredClone(start.state),
      });
      return {
        feed: (record) => trial.feed(record),
        end: (until) => void ({ outcomes } = trial.end(until)),
      };
    },
  });
  return outcomes!;
}
