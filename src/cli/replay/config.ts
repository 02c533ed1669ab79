import { readFileSync } from 'node:fs';
import { parseConfig } from '../../config/load.js';
import { readConfig } from '../../config/read.js';
import type { Config } from '../../config/types.js';
import { wordsOf } from '../../config/words.js';
import { createEngine } from '../../engine/engine.js';
import { matchesPath } from '../../journey/path-pattern.js';
import type { RrwebOptions } from '../../recordings/context.js';
import { reasonOf, UsageError, type Terminal } from '../command.js';

/** A configuration as the page would use it; what the page would report goes to stderr. */
export function loadConfig(file: string, terminal: Terminal): Config {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`Cannot read ${file}: ${reasonOf(error)}`);
  }
  const loaded = parseConfig(text, file);
  if (!('value' in loaded)) throw new UsageError(`${loaded.message} See antes check ${file}`);
  return soundConfig(loaded.value, file, terminal);
}

export function soundConfig(value: unknown, file: string, { err }: Terminal): Config {
  let problems = 0;
  const report = (_code: string, path: string, message: string): boolean => {
    problems++;
    err(`${file}: ${path || '/'}: ${message}\n`);
    return true;
  };
  const config = readConfig(value, report);
  createEngine(config, { report });
  if (problems > 0) err(`${file}: antes check says more about it\n`);
  return config;
}

/** What observe would know of this config, for recordings of pages. */
export function rrwebOptions(config: Config): RrwebOptions {
  const steps = Object.entries(config.journeys ?? {}).flatMap(([journey, value]) =>
    value.steps.map((step) => ({ ...step, id: `${journey}/${step.id}` })),
  );
  const urls = config.policy?.ignore?.urls ?? [];
  return {
    words: wordsOf(config),
    steps: steps.flatMap(({ id, selector }) => (selector === undefined ? [] : [{ id, selector }])),
    commits: steps.flatMap(({ commit }) => (commit === undefined ? [] : [commit])),
    ignore: [...(config.policy?.ignore?.selectors ?? [])],
    ignoreUrl: (path) => urls.some((url) => matchesPath(url, path)),
  };
}
