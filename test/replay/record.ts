import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startShop, type Shop } from '../e2e/support/shop.js';
import { explainFailure, told } from '../e2e/support/told.js';
import { describeEngines } from '../support/engines/index.js';
import { RECORDINGS, type Recording } from './recordings.js';
import { STORIES } from './stories.js';

/**
 * `npm run recordings`: plays the stories in the demo shop and records each with rrweb, beside Antes. Needs a build, and
 * Chromium or Firefox: ANTES_BROWSERS says which.
 */
const MAX_BYTES = 150_000;

describeEngines('recordings', (engine, engineName) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await startShop({ scripts: ['collect-problems.js', 'witness.js', 'rrweb.js', 'side-by-side.js'] });
  });
  afterAll(() => shop.close());

  it.each(Object.entries(STORIES))('%s', async (story, play) => {
    const page = await engine().newPage();
    try {
      await play(page, shop);
      const seen = await page.evaluate(() =>
        (globalThis as unknown as { sideBySide(): Pick<Recording, 'events' | 'records'> }).sideBySide(),
      );
      const signals = (await told(page))
        .filter(({ type }) => type === 'signal')
        .map(({ detail }) => ({ name: detail['name'], target: detail['target'], step: detail['step'] }));
      expect(seen.events.length).toBeGreaterThan(20);
      const origin = new RegExp(shop.origin.replaceAll('.', '\\.'), 'g');
      const text = JSON.stringify({ story, engine: engineName, ...seen, signals }).replace(
        origin,
        'https://shop.example',
      );
      const packed = gzipSync(text, { level: 9 });
      expect(packed.length).toBeLessThan(MAX_BYTES);
      writeFileSync(new URL(`${story}.${engineName}.json.gz`, RECORDINGS), packed);
      console.log(
        `${story} (${engineName}): ${seen.events.length} events, ${packed.length} bytes, signals: ${signals.map(({ name }) => name).join(', ') || 'none'}`,
      );
    } catch (error) {
      await explainFailure(page, { task: { name: story, result: { state: 'fail' } } });
      throw error;
    } finally {
      await page.close();
    }
  });
});
