/**
 * How fast recorded journeys are replayed, on one core: in the engine, and by the command line from files.
 * `npm run bench:replay`, or with a number of journeys: `npm run bench:replay -- 2000`.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build as bundle } from 'esbuild';
import { build as buildCli } from '../support/build-cli.mjs';

const root = resolve(import.meta.dirname, '../..');
const GOAL_HOURS = 200;
const HOUR = 3_600_000;

const load = async (entry) => {
  const { outputFiles } = await bundle({
    entryPoints: [resolve(root, entry)],
    bundle: true,
    format: 'esm',
    platform: 'node',
    loader: { '.json': 'json' },
    write: false,
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
};

const count = Number(process.argv[2] ?? 500);
const { ordinaryJourneys } = await load('test/bench/journeys.ts');
const { createTeller } = await load('src/replay.ts');
const config = JSON.parse(readFileSync(join(root, 'demo/antes.json'), 'utf8'));
const journeys = ordinaryJourneys(count);
const hours = journeys.reduce((sum, records) => sum + records.at(-1).at, 0) / HOUR;
const records = journeys.reduce((sum, one) => sum + one.length, 0);

/** CPU seconds, so that what else the machine does is not counted. */
const cpu = () => Object.values(process.cpuUsage()).reduce((sum, us) => sum + us, 0) / 1e6;
const report = (what, seconds) => {
  const rate = (hours / seconds) * 60;
  const perSecond = Math.round(records / seconds).toLocaleString('en');
  console.log(
    `${rate >= GOAL_HOURS ? 'ok  ' : 'FAIL'}  ${what.padEnd(12)} ${Math.round(rate).toLocaleString('en').padStart(8)} h/min (goal ${GOAL_HOURS}), ${perSecond} records/s`,
  );
  return rate >= GOAL_HOURS;
};

console.log(`${count} ordinary journeys, ${hours.toFixed(1)} h, ${records.toLocaleString('en')} records`);
const replayAll = () => {
  for (const one of journeys) {
    const teller = createTeller(config, { seed: 'bench' });
    for (const record of one) teller.feed(record);
    teller.story(one.at(-1).at);
  }
};
replayAll();
const before = cpu();
replayAll();
const good = [report('in memory', cpu() - before)];

const folder = mkdtempSync(join(tmpdir(), 'antes-bench-'));
try {
  const cli = await buildCli(join(folder, 'package/dist/cli.js'));
  mkdirSync(join(folder, 'journeys'));
  journeys.forEach((one, i) => {
    const visiting = { seed: `s${i}`, session: `s${i}`, device: 'desktop', test: false };
    const journal = { antes: 'bench', version: 1, visiting, records: one, until: one.at(-1).at };
    writeFileSync(join(folder, 'journeys', `${String(i).padStart(6, '0')}.json`), JSON.stringify(journal));
  });
  const start = process.hrtime.bigint();
  const run = () =>
    execFileSync(
      process.execPath,
      [cli, 'replay', join(root, 'demo/antes.json'), join(folder, 'journeys'), '--json'],
      {
        maxBuffer: 1e9,
      },
    );
  const first = run();
  good.push(report('from files', Number(process.hrtime.bigint() - start) / 1e9));
  const same = first.equals(run());
  console.log(`${same ? 'ok  ' : 'FAIL'}  the same bytes on a second run`);
  good.push(same);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = good.every(Boolean) ? 0 : 1;
