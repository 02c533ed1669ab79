/**
 * Runs tests for Stryker, in the process that it starts for this. To start Vitest for each change takes two seconds
 * or more; the tests of pure rooms take some milliseconds, and so does a change here.
 * They are the tests of `npm test`, written for Vitest and judged by Vitest's own `expect`.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { compileFunction } from 'node:vm';
import {
  determineHitLimitReached,
  DryRunStatus,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { build } from 'esbuild';
import { createVitest, KNOWN_OF_VI } from './vitest.mjs';

/** The tests of the rooms that are changed, and of those that are told to reach them. */
const FOLDERS = (process.env['ANTES_TESTS'] ?? 'decide,journey,why')
  .split(',')
  .map((room) => `test/unit/${room}`);

/** Thousands of random journeys: slow, and what only they would notice has no test that says what is right. */
const RANDOM = /(?:properties|generated)\.test\.ts$/;

/** With timers to hold or things to put up first for several tests; only pure tests are understood here. */
const isPure = (file) => {
  const source = readFileSync(file, 'utf8');
  return (
    !/\b(?:beforeAll|afterAll)\b.*from 'vitest'/.test(source) &&
    [...source.matchAll(/\bvi\.(\w+)/g)].every(([, name]) => KNOWN_OF_VI.includes(name))
  );
};

/** A change that reaches a place this many times more often than the source does has made a loop without an end. */
const HIT_FACTOR = 20;
const HITS_ALLOWED = 5_000;

/** What the first run has told: kept for when Stryker starts this process again. */
const NOTES = 'mutation-notes.json';

const require = createRequire(import.meta.url);

/** Where the changed sources look for which change is on, and tell that it was reached. */
const switches = (globalThis.__stryker__ ??= {});

/** All tests as one script, so that they can be loaded anew for each change. */
async function bundle() {
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
  ).filter((file) => file.endsWith('.test.ts') && !RANDOM.test(file) && isPure(file));
  const { outputFiles } = await build({
    stdin: {
      contents: [
        "require('./test/support/seed.ts');",
        ...files.map((file) => `inFile('${file}'); require('./${file}');`),
      ].join('\n'),
      resolveDir: process.cwd(),
    },
    // Stryker works on a copy, and goes there only now.
    absWorkingDir: process.cwd(),
    bundle: true,
    write: false,
    platform: 'node',
    // What a package calls its module: some of the others ask for their files in a way that no bundler sees.
    mainFields: ['module', 'main'],
    external: ['vitest', 'fast-check'],
    logLevel: 'error',
  });
  return outputFiles[0].text;
}

class Runner {
  #load;
  /** Test → how long it takes, and how often it reaches each place. */
  #notes = {};

  capabilities = () => ({ reloadEnvironment: true });

  async init() {
    // What is found today is found tomorrow.
    process.env.ANTES_SEED = '1';
    this.#load = compileFunction(await bundle(), ['require', 'inFile']);
    if (existsSync(NOTES)) this.#notes = JSON.parse(readFileSync(NOTES, 'utf8'));
  }

  async dryRun() {
    const tests = await this.#run(this.#tests());
    const { mutantCoverage } = switches;
    for (const { id, timeSpentMs } of tests)
      this.#notes[id] = { took: timeSpentMs, hits: mutantCoverage.perTest[id] ?? {} };
    writeFileSync(NOTES, JSON.stringify(this.#notes));
    return { status: DryRunStatus.Complete, tests, mutantCoverage };
  }

  async mutantRun({ testFilter, activeMutant, mutantActivation }) {
    if (mutantActivation === 'static') switches.activeMutant = activeMutant.id;
    Object.assign(switches, { hitCount: 0, hitLimit: HITS_ALLOWED });
    let tests;
    try {
      tests = this.#tests();
    } catch (error) {
      // Not even loaded: that is noticed.
      return toMutantRunResult({ status: DryRunStatus.Complete, tests: [told('load', '', 0, error)] });
    }
    switches.activeMutant = activeMutant.id;
    const wanted = testFilter ? new Set(testFilter) : undefined;
    // What is quick goes first: most changes are found by any of many tests.
    const took = ({ id }) => this.#notes[id]?.took ?? 0;
    const chosen = tests.filter(({ id }) => !wanted || wanted.has(id)).sort((a, b) => took(a) - took(b));
    const results = await this.#run(chosen, activeMutant.id);
    switches.activeMutant = undefined;
    return toMutantRunResult(
      determineHitLimitReached(switches.hitCount, switches.hitLimit) ?? {
        status: DryRunStatus.Complete,
        tests: results,
      },
    );
  }

  /** Loaded anew each time: what modules remember must not pass from one change to the next. */
  #tests() {
    const { tests, vitest, inFile } = createVitest();
    switches.currentTestId = undefined;
    this.#load((name) => (name === 'vitest' ? vitest : require(name)), inFile);
    const known = new Map();
    return tests.map(({ file, name, run }) => {
      const title = `${file} › ${name}`;
      const before = known.get(title) ?? 0;
      known.set(title, before + 1);
      return { id: before ? `${title} (${before + 1})` : title, file, run };
    });
  }

  /** Up to the first that fails, where it is about a change. */
  async #run(tests, mutant) {
    const results = [];
    for (const { id, file, run } of tests) {
      switches.currentTestId = id;
      switches.hitCount = 0;
      switches.hitLimit = HITS_ALLOWED + HIT_FACTOR * (this.#notes[id]?.hits[mutant] ?? 0);
      const start = performance.now();
      let failure;
      try {
        await run();
      } catch (error) {
        failure = error ?? new Error('thrown');
      }
      switches.currentTestId = undefined;
      results.push(told(id, file, performance.now() - start, failure));
      if (failure && mutant !== undefined) break;
    }
    return results;
  }
}

const told = (id, fileName, timeSpentMs, failure) => ({
  id,
  name: id,
  fileName,
  timeSpentMs,
  ...(failure
    ? { status: TestStatus.Failed, failureMessage: String(failure.message ?? failure) }
    : { status: TestStatus.Success }),
});

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'antes', Runner)];
