import { afterAll, beforeAll, describe, it } from 'vitest';
import { wantedEngines } from '../browsers.mjs';
import { type Engine, type EngineName, ENGINE_NAMES, type Preferences } from './page.js';
import { openPuppeteer } from './puppeteer.js';
import { openWebKit } from './webkit.js';

export type { Engine, EngineName, Page, Point, Preferences, Timed } from './page.js';

export const openEngine = (name: EngineName, preferences: Preferences = {}): Promise<Engine> =>
  name === 'webkit' ? openWebKit(preferences) : openPuppeteer(name, preferences);

/** What an engine cannot be asked for is not tried in it. */
const can = (name: EngineName, { forcedColors = false }: Preferences): boolean =>
  name !== 'webkit' || !forcedColors;

/**
 * Describes the same behaviour once for each engine (all three, or those of ANTES_BROWSERS).
 * `engine()` is for use inside tests and hooks: the browser is opened before the first of them.
 */
export function describeEngines(
  name: string,
  body: (engine: () => Engine, engineName: EngineName) => void,
  preferences: Preferences = {},
): void {
  const wanted = wantedEngines();
  const here = ENGINE_NAMES.filter((one) => wanted.includes(one) && can(one, preferences));
  // A file without a single test is taken for a mistake.
  if (here.length === 0) describe.skip(name, () => it('in other engines', () => {}));
  for (const engineName of here) {
    describe(`${name} (${engineName})`, () => {
      let engine: Engine;
      beforeAll(async () => {
        engine = await openEngine(engineName, preferences);
      });
      afterAll(() => engine?.close());
      body(() => engine, engineName);
    });
  }
}
