/**
 * How many records the engine takes on one core, on ordinary journeys of simulated people: with no triggers, with those of
 * the demo shop, and with 10, 100 and 1,000 that nothing here concerns. `npm run bench:engine`.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { importSource } from '../../.rollup/import-source.mjs';

const root = resolve(import.meta.dirname, '../..');
const GOAL = 500_000;
const MAX_RATIO = 1.2;
const JOURNEYS = 200;
const ROUNDS = 7;

const load = (/** @type {string} */ entry) => importSource(resolve(root, entry), { platform: 'node' });
const { createEngine } = await load('src/engine.ts');
const { ordinaryJourneys } = await load('test/bench/journeys.ts');
const journeys = ordinaryJourneys(JOURNEYS);
const records = journeys.reduce((sum, one) => sum + one.length, 0);

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
const configs = {
  'no triggers': { version: 1, triggers: [] },
  'the demo shop': JSON.parse(readFileSync(join(root, 'demo/antes.json'), 'utf8')),
  '10 idle': idle(10),
  '100 idle': idle(100),
  '1,000 idle': idle(1_000),
};

/** CPU time, so that what else the machine does is not counted; in turn, so that it is the same for all. */
const best = Object.fromEntries(Object.keys(configs).map((name) => [name, Infinity]));
for (let round = 0; round < ROUNDS; round++) {
  for (const [name, config] of Object.entries(configs)) {
    // Compiling the triggers happens once, however long a session lasts.
    const engines = journeys.map(() => createEngine(config, { seed: 'bench' }));
    const before = process.cpuUsage();
    journeys.forEach((one, i) => {
      for (const record of one) engines[i].feed(record);
    });
    const { user, system } = process.cpuUsage(before);
    best[name] = Math.min(best[name], ((user + system) * 1_000) / records);
  }
}
console.log(`${JOURNEYS} journeys, ${records.toLocaleString('en')} records; the best of ${ROUNDS} rounds`);
for (const [name, ns] of Object.entries(best))
  console.log(
    `${name.padEnd(14)} ${Math.round(1e9 / ns)
      .toLocaleString('en')
      .padStart(9)} records/s`,
  );
const ratio = best['1,000 idle'] / best['10 idle'];
const fast = 1e9 / best['the demo shop'] >= GOAL;
console.log(
  `${fast ? 'ok  ' : 'FAIL'}  ${GOAL.toLocaleString('en')} records/s with the demo shop's triggers`,
);
console.log(
  `${ratio <= MAX_RATIO ? 'ok  ' : 'FAIL'}  1,000 idle triggers cost ${ratio.toFixed(2)} times what 10 do (${MAX_RATIO} at most)`,
);
process.exitCode = fast && ratio <= MAX_RATIO ? 0 : 1;
