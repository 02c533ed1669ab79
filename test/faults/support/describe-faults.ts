import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, it } from 'vitest';
import { describeEngines, type Engine, type EngineName, type Page } from '../../support/engines/index.js';
import { type Expected, survive } from './survive.js';
import type { Hostile } from './host.js';

export interface FaultEntry {
  readonly id: string;
  readonly area: string;
  readonly fault: string;
  readonly inject: string;
  readonly expect: string;
}
export const FAULTS = JSON.parse(
  readFileSync(new URL('../faults.json', import.meta.url), 'utf8'),
) as readonly FaultEntry[];

export interface Tools {
  /** One test of a fault. An id may have several; `what` says what this one is about. */
  fault(id: string, what: string, run: (page: Page) => Promise<void>): void;
  /** The page is the same with Antes as without; help comes; nothing is left. */
  survives(id: string, what: string, hostile: Hostile, expected?: Expected): void;
  readonly engine: () => Engine;
  readonly engineName: EngineName;
}

/** The faults of one area, in each engine, in one browser and one tab. */
export function describeFaults(area: string, body: (tools: Tools) => void): void {
  const ids = new Set(FAULTS.flatMap((one) => (one.area === area ? [one.id] : [])));
  if (ids.size === 0) throw new Error(`No faults of the area '${area}'`);
  describeEngines(`faults: ${area}`, (engine, engineName) => {
    let page: Page;
    beforeAll(async () => {
      page = await engine().newPage();
    });
    afterAll(() => page?.close());
    const fault: Tools['fault'] = (id, what, run) => {
      if (!ids.has(id)) throw new Error(`No fault ${id} in the area '${area}'`);
      it(`${id}: ${what}`, () => run(page));
    };
    body({
      fault,
      survives: (id, what, hostile, expected) => fault(id, what, (at) => survive(at, hostile, expected)),
      engine,
      engineName,
    });
  });
}
