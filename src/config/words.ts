import type { Config } from './types.js';

/** Segments that the config's own path patterns name. */
export function wordsOf(config: Config): ReadonlySet<string> {
  const steps = Object.values(config.journeys ?? {}).flatMap((journey) =>
    journey.steps.map(({ url }) => url),
  );
  const places = config.triggers.flatMap((trigger) => [trigger?.where?.url, trigger?.where?.notUrl]);
  const patterns = [...steps, ...places].filter((pattern) => typeof pattern === 'string');
  return new Set(patterns.flatMap((pattern) => pattern.split('/')).filter((part) => !/[:*]/.test(part)));
}
