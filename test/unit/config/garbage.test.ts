import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readConfig } from '../../../src/config/read.js';
import type { ProblemCode } from '../../../src/core/problems.js';
import { createEngine } from '../../../src/engine.js';

const SECTIONS = [
  'locale',
  'facts',
  'audiences',
  'journeys',
  'reasons',
  'sources',
  'contact',
  'content',
  'translations',
  'policy',
  'report',
  'triggers',
];
/** What no JSON can be, but a page's own script can hand over. */
const odd = fc.anything({
  maxDepth: 2,
  maxKeys: 4,
  withBigInt: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withObjectString: true,
  withSet: true,
  withSparseArray: true,
  withTypedArray: true,
});
const inside = fc
  .dictionary(fc.constantFrom(...SECTIONS), odd, { maxKeys: 4 })
  .map((parts) => ({ version: 1, ...parts }));

it(
  'LOAD-17: a configuration that is anything at all is read without an error, 100,000 times',
  { timeout: 120_000 },
  () => {
    let n = 0;
    fc.assert(
      fc.property(fc.oneof(odd, inside), (given) => {
        const codes: ProblemCode[] = [];
        const config = readConfig(given, (code) => codes.push(code) > 0);
        if (config.version !== 1) throw new Error('No configuration');
        // What has no version is no configuration, and that is told.
        if ((given as { version?: unknown } | null | undefined)?.version !== 1 && !codes.length)
          throw new Error('Nothing was told');
        // What is left of it can be worked with.
        if (++n % 100 === 0)
          createEngine(config, {
            seed: 's',
            session: 's',
            device: 'desktop',
            test: false,
            report: () => true,
          });
      }),
      { numRuns: 100_000 },
    );
    expect(n).toBe(100_000);
  },
);

it('LOAD-17: what cannot be read in a configuration costs its own part', () => {
  const refuse = () => {
    throw new Error('no');
  };
  const trigger = { id: 't', when: { event: 'x' }, show: { content: 'c', as: 'notice' } };
  const circular: Record<string, unknown> = { id: 'round' };
  circular['when'] = circular;
  const codes: string[] = [];
  const report = (code: ProblemCode, path: string) => codes.push(`${code} ${path}`) > 0;
  const config = readConfig(
    {
      version: 1,
      content: { c: { title: 'Help' } },
      facts: new Proxy({}, { ownKeys: refuse, get: refuse }),
      triggers: [
        circular,
        {
          ...trigger,
          id: 'bad',
          get when() {
            return refuse();
          },
        },
        trigger,
      ],
    },
    report,
  );
  createEngine(config, { seed: 's', session: 's', device: 'desktop', test: false, report });
  expect(codes.toSorted()).toEqual([
    'CONFIG_INVALID /facts',
    'CONFIG_INVALID /triggers/1',
    'CONFIG_TOO_DEEP /triggers/0',
  ]);
});
