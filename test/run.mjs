/**
 * `npm test`: everything, from a fresh clone to one line with the sum. `npm test -- unit e2e` runs only these
 * stages. Node's own modules only, because the first thing to do may be to install the others.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { digestOfFailures } from './support/digest-of-failures.mjs';
import { install } from './support/install.mjs';

const root = resolve(import.meta.dirname, '..');
const scratch = mkdtempSync(join(tmpdir(), 'antes-test-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));

const total = { passed: 0, failed: 0 };
/** @type {import('./support/digest-of-failures.mjs').Failure[]} */
const failures = [];
const bin = (name, ...args) => run(join(root, 'node_modules/.bin', name), ...args);
const node = (...args) => run(process.execPath, ...args);

/** So much of what a command said last is kept: the digest shows it of a stage that counts no tests. */
const KEPT_CHARACTERS = 4_000;
let lastSaid = '';
/** So long what a command has said last may take to get here. */
const PIPES_MS = 2_000;

/** Runs a command with its output shown as it comes; resolves to whether it succeeded. */
const run = (command, ...args) => runWith({}, command, ...args);

/** The same with more in its environment. */
function runWith(env, command, ...args) {
  return new Promise((done) => {
    const colours = process.stdout.isTTY ? { FORCE_COLOR: '1' } : {};
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...colours, ANTES_COUNTS: newCountsFile(), ...env },
    });
    const show = (to) => (chunk) => {
      to.write(chunk);
      lastSaid = (lastSaid + chunk).slice(-KEPT_CHARACTERS);
    };
    child.stdout.on('data', show(process.stdout));
    child.stderr.on('data', show(process.stderr));
    child.once('error', (error) => (show(process.stderr)(`${error}\n`), done(false)));
    child.once('close', (code) => done(code === 0));
    // A browser that is left behind may hold the pipes open.
    child.once('exit', (code) => setTimeout(done, PIPES_MS, code === 0).unref());
  });
}

/** Where the runners of the current stage leave their numbers: each a file of its own. */
const countsFiles = [];
function newCountsFile() {
  const file = join(scratch, `counts-${countsFiles.length}.json`);
  countsFiles.push(file);
  return file;
}

/** The sum of what the runners have left; nothing where none has. */
function takeCounts() {
  const found = countsFiles.splice(0).filter(existsSync);
  if (found.length === 0) return undefined;
  const sum = { passed: 0, failed: 0, failures: [] };
  for (const file of found) {
    const { passed, failed, failures: those = [] } = JSON.parse(readFileSync(file, 'utf8'));
    rmSync(file);
    sum.passed += passed;
    sum.failed += failed;
    sum.failures.push(...those);
  }
  return sum;
}

const vitestWith = (env, config, ...files) =>
  runWith(
    env,
    join(root, 'node_modules/.bin/vitest'),
    'run',
    ...files,
    '--config',
    config,
    '--reporter=default',
    '--reporter=./test/support/vitest-reporter.mjs',
  );
const vitest = (config) => vitestWith({}, config);

/** Browsers mostly wait: WebKit's, the slowest, beside the other two, one after the other. */
const SIDE_BY_SIDE = [['webkit'], ['chromium', 'firefox']];
async function inEngines(config) {
  const { wantedEngines } = await import('./support/browsers.mjs');
  const groups = SIDE_BY_SIDE.map((names) => names.filter((name) => wantedEngines().includes(name)));
  const runs = groups
    .filter(({ length }) => length > 0)
    .map((names) => vitestWith({ ANTES_BROWSERS: names.join(',') }, config));
  return (await Promise.all(runs)).every(Boolean);
}

const demanded = (name) => {
  process.env.ANTES_E2E = name;
  return vitest('test/vitest.e2e.config.mjs');
};

/** In this order: what is cheap and says most comes first. A stage is one check unless its runner counts tests. */
const stages = {
  build: () => bin('rollup', '--config', '--silent'),
  typecheck: async () => {
    const projects = ['.', 'src/insights', 'src/cli', 'test', 'demo', 'docs/.vitepress'].filter((folder) =>
      existsSync(join(root, folder, 'tsconfig.json')),
    );
    const results = [];
    // The first two write the declarations that the package ships.
    for (const project of projects) results.push(await bin('tsc', '-p', project));
    return results.every(Boolean);
  },
  lint: async () => {
    const linted = await bin('oxlint', '--type-aware', '--deny-warnings');
    return (await bin('oxfmt', '--check')) && linted;
  },
  unit: async () => {
    // What is shipped is looked at too.
    const isBuilt = existsSync(join(root, 'dist/cdn/integrity.json')) || (await stages.build());
    return isBuilt && vitest('test/vitest.config.mjs');
  },
  fuzz: () => vitest('test/vitest.fuzz.config.mjs'),
  browser: () => bin('wtr', '--config', 'test/wtr.config.mjs'),
  e2e: () => inEngines('test/vitest.e2e.config.mjs'),
  faults: () => inEngines('test/vitest.faults.config.mjs'),
  docs: async () => {
    // Its live examples run what is built.
    const isBuilt = existsSync(join(root, 'dist/cdn/integrity.json')) || (await stages.build());
    return (
      isBuilt &&
      (await bin('vitepress', 'build', 'docs')) &&
      vitestWith({ ANTES_BROWSERS: 'chromium' }, 'test/vitest.docs.config.mjs')
    );
  },
  lighthouse: async () => {
    const isBuilt = existsSync(join(root, 'docs/.vitepress/dist/index.html')) || (await stages.docs());
    return isBuilt && vitestWith({ ANTES_E2E: 'lighthouse' }, 'test/vitest.docs.config.mjs');
  },
  places: () =>
    vitestWith(
      { ANTES_PLACES: 'each' },
      'test/vitest.faults.config.mjs',
      'test/faults/lifecycle-places.test.ts',
      // Each test makes up to fifty visits.
      '--testTimeout=1200000',
    ),
  people: () => demanded('people'),
  looks: () => demanded('looks'),
  visual: () => demanded('visual'),
  size: () => node('test/size.mjs'),
  packages: async () => {
    const isBuilt =
      (existsSync(join(root, 'dist/cdn/integrity.json')) || (await stages.build())) &&
      (existsSync(join(root, 'dist/types/index.d.ts')) || (await stages.typecheck()));
    return isBuilt && vitest('test/vitest.packages.config.mjs');
  },
  reproducible: () => node('test/reproducible.mjs'),
};
const NEEDS_BROWSERS = [
  'browser',
  'e2e',
  'faults',
  'docs',
  'lighthouse',
  'people',
  'places',
  'looks',
  'visual',
];
/** Only when asked for by name: minutes of simulated people, a visit for each call of ours, hundreds of pages, two builds, pictures of one machine. */
const ON_DEMAND = ['people', 'places', 'looks', 'visual', 'reproducible', 'lighthouse'];

const endOf = (text) => text.trimEnd().split('\n').slice(-20).join('\n');

async function runStage(name) {
  console.log(`\n── ${name} ${'─'.repeat(60 - name.length)}`);
  const start = performance.now();
  lastSaid = '';
  const ok = await stages[name]();
  const counts = takeCounts() ?? { passed: ok ? 1 : 0, failed: 0 };
  for (const failure of counts.failures ?? []) failures.push({ stage: name, ...failure });
  // A runner that crashed, or that found something wrong outside of its tests, is a failure too.
  if (!ok && counts.failed === 0) {
    counts.failed = 1;
    failures.push({ stage: name, message: endOf(lastSaid) });
  }
  total.passed += counts.passed;
  total.failed += counts.failed;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`── ${name}: ${counts.failed > 0 ? 'FAILED' : 'ok'} in ${seconds} s`);
}

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in stages));
if (unknown.length > 0) {
  console.error(`No stage ${unknown.join(', ')}. There are: ${Object.keys(stages).join(', ')}`);
  process.exit(2);
}
const wanted = Object.keys(stages).filter((name) =>
  asked.length === 0 ? !ON_DEMAND.includes(name) : asked.includes(name),
);

install(root);
if (wanted.some((name) => NEEDS_BROWSERS.includes(name))) {
  const { installBrowsers } = await import('./support/browsers.mjs');
  for (const name of installBrowsers()) failures.push({ stage: 'install', message: `${name} is missing` });
  total.failed += failures.length;
}
for (const name of wanted) await runStage(name);

console.log(['', ...digestOfFailures(failures)].join('\n'));
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
