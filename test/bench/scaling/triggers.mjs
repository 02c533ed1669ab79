import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { importSource } from '../../../.rollup/import-source.mjs';

const root = resolve(import.meta.dirname, '../../..');
const JOURNEYS = 200;

/** Triggers of all kinds whose events never come here. */
const idle = (count) => ({
  version: 1,
  facts: { 'never.told': { type: 'number' } },
  content: { text: { title: 'Text' } },
  triggers: Array.from({ length: count }, (_, i) => ({
    id: `idle-${i}`,
    when: [
      { event: `never-${i}`, min: 2, within: '1m' },
      { sequence: [{ event: 'never' }, { event: `never-${i}` }], within: '1m' },
      { after: { event: `never-${i}` }, without: [{ event: 'step-completed' }], for: '30s' },
      { all: [{ event: `never-${i}` }, { score: 'struggle', above: 0.9 }] },
    ][i % 4],
    show: { content: 'text', as: 'notice' },
  })),
});
const configs = () => [
  { name: 'no triggers', count: 0, config: { version: 1, triggers: [] } },
  { name: 'the demo shop', config: JSON.parse(readFileSync(join(root, 'demo/antes.json'), 'utf8')) },
  ...[10, 30, 100, 300, 1_000].map((count) => ({
    name: `${count.toLocaleString('en')} idle`,
    count,
    config: idle(count),
  })),
];

/** The engine and the journeys of simulated people, from the sources. */
export async function loadEngine() {
  const load = (/** @type {string} */ entry) => importSource(resolve(root, entry), { platform: 'node' });
  const { createEngine } = await load('src/engine.ts');
  const { ordinaryJourneys } = await load('test/bench/journeys.ts');
  return { createEngine, ordinaryJourneys };
}

/**
 * What a record costs, by how many triggers there are that nothing here concerns. CPU time, so that what else the machine
 * does is not counted; in turn, so that it is the same for all; the best of the rounds.
 */
export async function measureTriggers({ rounds }) {
  const { createEngine, ordinaryJourneys } = await loadEngine();
  const journeys = ordinaryJourneys(JOURNEYS);
  const records = journeys.reduce((sum, one) => sum + one.length, 0);
  const rows = configs().map((one) => ({ ...one, ns: Infinity }));
  for (let round = 0; round < rounds; round++) {
    for (const row of rows) {
      // Compiling the triggers happens once, however long a session lasts.
      const engines = journeys.map(() => createEngine(row.config, { seed: 'bench' }));
      const before = process.cpuUsage();
      journeys.forEach((one, i) => {
        for (const record of one) engines[i].feed(record);
      });
      const { user, system } = process.cpuUsage(before);
      row.ns = Math.min(row.ns, ((user + system) * 1_000) / records);
    }
  }
  return { journeys: JOURNEYS, records, rows: rows.map(({ name, count, ns }) => ({ name, count, ns })) };
}
