import { afterAll, beforeAll, describe } from 'vitest';
import { wantedEngines } from '../browsers.mjs';
import { type Engine, type EngineName, ENGINE_NAMES } from './page.js';
import { openPuppeteer } from './puppeteer.js';
import { openWebKit } from './webkit.js';

export type { Engine, EngineName, Page, Point, Timed } from './page.js';

export const openEngine = (name: EngineName): Promise<Engine> =>
  name === 'webkit' ? openWebKit() : openPuppeteer(name);

/**
 * Describes the same behaviour once for each engine (all three, or those of ANTES_BROWSERS).
 * `engine()` is for use inside tests and hooks: the browser is opened before the first of them.
 */
export function describeEngines(
  name: string,
  body: (engine: () => Engine, engineName: EngineName) => void,
): void {
  const wanted = wantedEngines();
  for (const engineName of ENGINE_NAMES.filter((candidate) => wanted.includes(candidate))) {
    describe(`${name} (${engineName})`, () => {
      let engine: Engine;
      beforeAll(async () => {
        engine = await openEngine(engineName);
      });
      afterAll(() => engine?.close());
      body(() => engine, engineName);
    });
  }
}
