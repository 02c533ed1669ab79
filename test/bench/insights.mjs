/**
 * How fast a report is made from files: `npm run bench:insights`, or with a number of millions of events:
 * `npm run bench:insights -- 2`. The files are made first, in .cache, and used again.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { generateMonth } from '../../demo/simulated-month/month.js';

const root = resolve(import.meta.dirname, '../..');
const millions = Number(process.argv[2] ?? 10);
const PER_FILE = 1_000_000;
const GOAL_SECONDS = 60;
const folder = join(root, '.cache/bench-insights');
const built = join(root, 'dist/insights.js');

if (!existsSync(built)) {
  console.error('Nothing is built yet: npm run build');
  process.exit(1);
}

/** A million events, and the same with other visits as often as is asked for. */
function makeFiles() {
  mkdirSync(folder, { recursive: true });
  const name = (i) => join(folder, `${String(i).padStart(3, '0')}.ndjson`);
  const missing = Array.from({ length: millions }, (_, i) => i).filter((i) => !existsSync(name(i)));
  if (missing.length > 0) {
    const lines = [];
    for (const event of generateMonth({ seed: 1, visits: 200_000, from: Date.UTC(2026, 9, 1) })) {
      if (lines.push(JSON.stringify(event)) === PER_FILE) break;
    }
    const text = `${lines.join('\n')}\n`;
    for (const i of missing) {
      // Under another name until it is whole.
      writeFileSync(
        `${name(i)}.part`,
        text.replaceAll('"sid":"', `"sid":"${i}`).replaceAll('"visit":"', `"visit":"${i}`),
      );
      renameSync(`${name(i)}.part`, name(i));
    }
  }
  return Array.from({ length: millions }, (_, i) => name(i));
}

const files = makeFiles();
const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
console.log(`${millions} million events, ${(bytes / 1e9).toFixed(2)} GB, ${cpus().length} cores`);
const { insights, renderReport } = await import(pathToFileURL(built).href);
const config = JSON.parse(readFileSync(join(root, 'demo/antes.json'), 'utf8'));
const start = process.hrtime.bigint();
const say = (what) =>
  console.log(`${(Number(process.hrtime.bigint() - start) / 1e9).toFixed(1).padStart(6)} s  ${what}`);
const found = await insights({ files }, { config, progress: say });
const page = await renderReport(found);
const seconds = Number(process.hrtime.bigint() - start) / 1e9;
say(`${found.read.events} events, a page of ${Math.round(page.length / 1e3)} kB`);
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
// What else the machine does is not counted in the second figure.
const cpu = (userCPUTime + systemCPUTime) / 1e6;
console.log(
  `${cpu.toFixed(1)} s of processor time, at most ${(maxRSS / 1e6).toFixed(1)} GB of memory, load ${loadavg()[0].toFixed(1)}`,
);
const goal = (GOAL_SECONDS * millions) / 10;
const ok = seconds <= goal;
console.log(`${ok ? 'ok  ' : 'FAIL'}  ${seconds.toFixed(1)} s (goal ${goal} s)`);
process.exitCode = ok ? 0 : 1;
