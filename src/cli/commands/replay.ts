import type { TellerOptions } from '../../replay/teller.js';
import { LOCALES } from '../../why/words.js';
import { EXIT, UsageError, type Command, type Given, type Terminal } from '../command.js';
import { isTest, recordingFiles, testFiles } from '../recordings/files.js';
import { loadConfig } from '../replay/config.js';
import { jsonReport, textReport, type Telling } from '../replay/report.js';
import { run, type Results } from '../replay/run.js';
import { count, length } from '../replay/say.js';
import { testJson, testText } from '../replay/test-report.js';
import { runTests, type TestResults } from '../replay/tests.js';

const HELP = `Usage: antes replay CONFIG RECORDING… [options]
       antes replay --expect FILE… [options]

Runs recorded journeys through a configuration: for every trigger, when it would have
been armed, due and shown, or which gate would have kept it back. Help that was on
screen when it was recorded does not count: the screen is imagined anew.

RECORDING is a journal of Antes (what antes.journal() gives, as JSON), its records one
a line, or a recording made by rrweb; each may be packed with gzip. Of a folder, every
.json, .jsonl and .ndjson in it is taken.

Options:
  --trigger ID     every step of one trigger, in every recording
  --compare OLD    what changes against another configuration
  --expect FILE    runs tests of triggers (*.antes-test.json, or folders of them), and
                   fails if one is not met. Without CONFIG each file names its own
  --json           for programs
  --locale CODE    language of reasons: ${LOCALES.join(', ')} (default: en)
  --device WORD    phone, tablet or desktop, whatever was recorded
  --seed TEXT      draws shares and variants from this, whatever was recorded
  --missing NAMES  anchors that are not on the page, with commas between
  --test           triggers in "test" may show
  --quiet          no progress, and no notes about recordings
  --help           this text

Exit codes:
  0  done, and every expectation is met
  1  an expectation is not met
  2  wrong use, or a file that cannot be read; everything else was replayed
`;

const DEVICES = ['phone', 'tablet', 'desktop'] as const;

const text = (value: Given['options'][string]): string | undefined =>
  typeof value === 'string' ? value : undefined;

function oneOf<T extends string>(
  name: string,
  value: string | undefined,
  words: readonly T[],
): T | undefined {
  if (value !== undefined && !words.includes(value as T))
    throw new UsageError(`--${name} is one of ${words.join(', ')}, not '${value}'`);
  return value as T | undefined;
}

export const replay: Command = {
  name: 'replay',
  summary: 'what triggers would have done in recorded journeys; tests of triggers',
  help: HELP,
  options: {
    trigger: { type: 'string' },
    compare: { type: 'string' },
    expect: { type: 'string', multiple: true },
    json: { type: 'boolean' },
    locale: { type: 'string' },
    device: { type: 'string' },
    seed: { type: 'string' },
    missing: { type: 'string' },
    test: { type: 'boolean' },
    quiet: { type: 'boolean' },
  },
  async run({ files, options }, terminal: Terminal) {
    const expect = Array.isArray(options['expect']) ? (options['expect'] as string[]) : [];
    // `--expect tests/*.antes-test.json` is many files to the shell, and only the first belongs to the option.
    const tests = testFiles([...expect, ...files.filter(isTest)]);
    const [configFile, ...paths] = files.filter((file) => !isTest(file));
    if (configFile === undefined && expect.length === 0 && tests.length === 0)
      throw new UsageError(
        'Which configuration, and which recordings? Usage: antes replay CONFIG RECORDING…',
      );
    if (paths.length === 0 && tests.length === 0)
      throw new UsageError(
        expect.length > 0
          ? `There are no *.antes-test.json in ${expect.join(', ')}`
          : 'Which recordings? Usage: antes replay CONFIG RECORDING…',
      );
    const config = configFile === undefined ? undefined : loadConfig(configFile, terminal);
    const only = text(options['trigger']);
    const old = text(options['compare']);
    const telling: Telling = {
      config: configFile ?? '',
      old,
      only,
      locale: oneOf('locale', text(options['locale']), LOCALES) ?? 'en',
    };
    const results =
      config && paths.length > 0 ? await replayed(paths, { config, telling, options }, terminal) : undefined;
    const tested = tests.length > 0 ? await runTests(tests, config, terminal) : undefined;
    tell(results, tested, telling, options['json'] === true, terminal);
    if ((results?.problems.length ?? 0) > 0 || (tested?.wrong.length ?? 0) > 0) return EXIT.FAILED;
    return tested?.tests.some(({ ok }) => !ok) ? EXIT.FOUND : EXIT.OK;
  },
};

interface Replaying {
  readonly config: ReturnType<typeof loadConfig>;
  readonly telling: Telling;
  readonly options: Given['options'];
}

async function replayed(
  paths: readonly string[],
  { config, telling: { old, only }, options }: Replaying,
  terminal: Terminal,
): Promise<Results> {
  const files = recordingFiles(paths);
  if (files.length === 0) throw new UsageError(`There are no recordings in ${paths.join(', ')}`);
  if (only !== undefined && !config.triggers.some((one) => one?.id === only))
    throw new UsageError(`There is no trigger '${only}' in the configuration`);
  const quiet = options['quiet'] === true;
  const device = oneOf('device', text(options['device']), DEVICES);
  const seed = text(options['seed']);
  const missing = text(options['missing'])?.split(',');
  const visiting: TellerOptions = {
    ...(device && { device }),
    ...(seed !== undefined && { seed }),
    ...(missing && { missing: new Set(missing) }),
    ...(options['test'] === true && { test: true }),
  };
  const bar = createBar(quiet || !process.stderr.isTTY, files.length, terminal);
  const results = await run(files, {
    config,
    old: old === undefined ? undefined : loadConfig(old, terminal),
    only,
    visiting,
    note: (recording, what) => void (quiet || bar.say(`${recording}: ${what}\n`)),
    progress: bar.show,
  });
  bar.say('');
  for (const { recording, problem } of results.problems) terminal.err(`${recording}: ${problem}\n`);
  return results;
}

const REDRAW_MS = 100;

/** One line on a terminal that is written over and over. */
function createBar(off: boolean, total: number, { err }: Terminal) {
  let drawn = 0;
  return {
    show({ recordings, records, ms }: { recordings: number; records: number; ms: number }): void {
      if (off || Date.now() - drawn < REDRAW_MS) return;
      drawn = Date.now();
      err(`\r\u001B[K${recordings} of ${count(total, 'file')}, ${length(ms)}, ${count(records, 'record')}`);
    },
    say: (what: string): void => err(`${drawn > 0 ? '\r\u001B[K' : ''}${what}`),
  };
}

function tell(
  results: Results | undefined,
  tested: TestResults | undefined,
  telling: Telling,
  json: boolean,
  terminal: Terminal,
): void {
  const { out } = terminal;
  if (json) {
    const told = {
      ...(results && jsonReport(results, telling)),
      ...(tested && { expectations: testJson(tested) }),
    };
    out(`${JSON.stringify(told, null, 2)}\n`);
    return;
  }
  if (results) out(textReport(results, telling));
  if (results && tested) out('\n');
  if (tested) out(testText(tested, telling.locale, terminal));
}
