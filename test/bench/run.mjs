/**
 * `npm run bench`: Antes beside others of its kind on one page with one load, in turn, and how its cost grows. Writes
 * test/bench/results.json, and from it docs/performance.md with its pictures. Needs a build, Chromium and a quiet machine;
 * about ten minutes.
 *
 *   --quick         few rounds, for development
 *   --rounds=5      visits of each peer; otherwise at least three, and as many as fit into eight and a half minutes
 *   --peers=a,b     only these beside the control and Antes (ids in test/bench/peers)
 *   --only=a,b      only these parts, the others as they were: peers, widgets, triggers, nodes, records, shift, size
 *   --no-write      only tells the figures
 *   --report        measures nothing: writes the page from results.json
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import puppeteer from 'puppeteer-core';
import { findBrowsers } from '../support/browsers.mjs';
import { CHROMIUM_ARGS } from '../support/chromium-args.mjs';
import { measurePeers } from './beside/peers.mjs';
import { versionOf } from './beside/bundle.mjs';
import { PEERS } from './peers/index.mjs';
import { writeReport } from './report/write.mjs';
import { roomsOf } from './rooms.mjs';
import { measure } from '../size.mjs';
import { measureNodes } from './scaling/nodes.mjs';
import { measureRecords, measureShift } from './scaling/sessions.mjs';
import { measureTriggers } from './scaling/triggers.mjs';
import { measureWidgets, WIDGET_PEERS } from './widgets.mjs';

const root = resolve(import.meta.dirname, '../..');
const FILE = join(import.meta.dirname, 'results.json');
const ALWAYS = ['control', 'antes', 'floor-listening', 'floor-unused'];
/** Peers that send are to find the ordinary browser of a person, and nobody outside of this machine. */
const BROWSER_ARGS = [
  ...CHROMIUM_ARGS,
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  '--disable-blink-features=AutomationControlled',
];

/** What was measured before. */
const before = existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : {};

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    rounds: { type: 'string' },
    peers: { type: 'string' },
    only: { type: 'string' },
    'no-write': { type: 'boolean', default: false },
    report: { type: 'boolean', default: false },
  },
});
if (!existsSync(join(root, 'dist/cdn/antes.js'))) {
  console.error('Nothing is built yet: npm run build');
  process.exit(1);
}
const { quick } = options;
/** How often each peer is visited. */
const rounds = options.rounds
  ? { least: Number(options.rounds) }
  : quick
    ? { least: 1 }
    : { least: 3, most: 7, withinMs: 8.5 * 60_000 };
const names = options.peers?.split(',');
const peers = PEERS.filter(({ id }) => !names || ALWAYS.includes(id) || names.includes(id));

/** The browser as people have it, not as one that is steered. */
async function launch() {
  const executablePath = findBrowsers().chromium;
  const start = (args) => puppeteer.launch({ executablePath, args });
  const first = await start(BROWSER_ARGS);
  const agent = (await first.userAgent()).replace('Headless', '');
  await first.close();
  return start([...BROWSER_ARGS, `--user-agent=${agent}`]);
}

const PARTS = {
  size: () => ({ rooms: roomsOf('antes.js'), budgets: measure().map(({ what, size }) => ({ what, size })) }),
  peers: ({ browser, tracing }) => measurePeers({ browser, tracing, peers, rounds, say }),
  widgets: ({ browser }) => measureWidgets({ browser, rounds: quick ? 3 : 11 }),
  nodes: ({ browser, tracing }) =>
    measureNodes({
      browser,
      tracing,
      counts: quick ? [1_000, 100_000] : [1_000, 3_000, 10_000, 30_000, 100_000],
      rounds: quick ? 1 : 2,
    }),
  triggers: () => measureTriggers({ rounds: quick ? 2 : 7 }),
  records: () => measureRecords(quick ? [1_000, 10_000, 100_000] : [1_000, 10_000, 100_000, 1_000_000]),
  shift: () => measureShift(),
};
const wanted = options.only?.split(',') ?? Object.keys(PARTS);
const unknown = wanted.filter((part) => !Object.hasOwn(PARTS, part));
if (unknown.length > 0)
  throw new Error(`There is no part ${unknown.join(', ')}: ${Object.keys(PARTS).join(', ')}`);

const began = performance.now();
function say(text) {
  console.log(`${((performance.now() - began) / 1_000).toFixed(0).padStart(4)} s  ${text}`);
}

async function run() {
  const browser = await launch();
  const found = {};
  try {
    const tracing = await browser.target().createCDPSession();
    for (const part of wanted) {
      say(part);
      found[part] = await PARTS[part]({ browser, tracing });
    }
    const packages = [...new Set([...peers, ...WIDGET_PEERS].flatMap((peer) => peer.packages))];
    found.about = {
      day: new Date().toISOString().slice(0, 10),
      commit: execFileSync('git', ['rev-parse', '--short=8', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim(),
      processor: `${cpus().length} × ${cpus()[0].model}`,
      memoryGB: Math.round(totalmem() / 2 ** 30),
      system: `${process.platform} ${process.arch}`,
      browser: await browser.version(),
      node: process.version,
      load: loadavg().map((load) => Number(load.toFixed(1))),
      rounds: found.peers?.[0].visits ?? before.about?.rounds,
      quick,
      versions: Object.fromEntries(packages.map((name) => [name, versionOf(name)])),
    };
  } finally {
    await browser.close();
  }
  return found;
}

const found = options.report ? {} : await run();
if (options['no-write']) console.log(JSON.stringify(found, null, 2));
else {
  const results = { ...before, ...found };
  writeFileSync(FILE, `${JSON.stringify(results, null, 2)}\n`);
  await writeReport(root, results);
  say('docs/performance.md');
}
