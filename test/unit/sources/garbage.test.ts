import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ADAPTERS } from '../../../src/sources/adapters.js';
import { factsOf } from '../../../src/sources/facts.js';
import type { SourceKind } from '../../../src/state/sources.js';
import { sourcePage } from '../../support/source-page.js';
import {
  incidentIoSummary,
  instatusComponents,
  instatusSummary,
  nativeOrder,
  statuspageSummary,
} from './adapters/documents.js';

const KINDS: readonly SourceKind[] = ['order', 'case', 'refund', 'incidents', 'facts'];
const documents = [statuspageSummary, incidentIoSummary, instatusSummary, instatusComponents, nativeOrder];

/** A sound document in which one value, anywhere, is something else. */
const spoilt = fc
  .tuple(fc.constantFrom(...documents), fc.nat(), fc.jsonValue({ maxDepth: 3 }))
  .map(([document, where, value]) => {
    let n = 0;
    const total = JSON.stringify(document).split(/[[{,]/).length;
    const target = where % total;
    return JSON.parse(JSON.stringify(document), (_key, old: unknown) =>
      n++ === target ? value : old,
    ) as unknown;
  });
const anything = fc.oneof(fc.jsonValue({ maxDepth: 5 }), spoilt);

describe('whatever a feed sends', () => {
  it('no adapter throws, and facts are plain values under their kind', () => {
    fc.assert(
      fc.property(
        anything,
        anything,
        fc.constantFrom(...Object.values(ADAPTERS)),
        fc.constantFrom(...KINDS),
        (document, second, adapter, kind) => {
          const known = ['payments', 'website'];
          const news = adapter.read(document, { kind, known, now: 1e12 }, second);
          for (const [name, value] of Object.entries(news ? factsOf(kind, news, known) : {})) {
            expect(name.startsWith(`${kind}.`)).toBe(true);
            expect(value === null || ['string', 'number', 'boolean'].includes(typeof value)).toBe(true);
            if (typeof value === 'string') expect(value.length).toBeLessThanOrEqual(500);
          }
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('nothing is thrown into the page, and the state is one of those there are', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            status: fc.constantFrom(200, 200, 200, 204, 401, 403, 404, 410, 429, 500, 503),
            raw: fc.oneof(
              anything.map((one) => JSON.stringify(one)),
              fc.string(),
              fc.constant('<!doctype html>'),
            ),
            lost: fc.boolean(),
          }),
          { minLength: 1, maxLength: 6 },
        ),
        fc.constantFrom(...KINDS),
        fc.constantFrom(
          'native' as const,
          'statuspage' as const,
          'incident-io' as const,
          'instatus' as const,
        ),
        async (replies, kind, adapter) => {
          const page = sourcePage({ s: { kind, url: '/s.json', adapter, components: { payments: [] } } });
          let n = 0;
          page.reply = () => {
            const { lost, ...reply } = replies[n++ % replies.length]!;
            return lost ? { lost: true } : reply;
          };
          for (let i = 0; i < 8; i++) {
            await page.clock.pass(120_000);
            expect(['fresh', 'stale', 'offline', 'unauthorised', 'empty']).toContain(
              page.state('s')?.condition,
            );
          }
          expect(page.mostInFlight).toBe(1);
          expect(page.problems.filter((one) => one.startsWith('PART'))).toEqual([]);
          page.stop();
          expect(page.clock.waiting).toBe(0);
        },
      ),
      { numRuns: 60 },
    );
  });
});
