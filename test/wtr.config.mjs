import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import puppeteer from 'puppeteer-core';
import { bundlePlugin } from './support/bundle-plugin.mjs';
import { findBrowsers, wantedEngines } from './support/browsers.mjs';
import { CHROMIUM_ARGS } from './support/chromium-args.mjs';
import { collectorPlugin } from './support/collector-plugin.mjs';
import { pointerPlugin } from './support/pointer-plugin.mjs';
import { pagePlugin } from './support/page-plugin.mjs';
import { digestPlugin } from './support/digest-plugin.mjs';
import { pressPlugin } from './support/press-plugin.mjs';
import { webkitLauncher } from './support/webkit-launcher.mjs';
import { countingReporter } from './support/wtr-reporter.mjs';

const rootDir = resolve(import.meta.dirname, '..');
const found = findBrowsers();
const collector = readFileSync(resolve(import.meta.dirname, 'support/collect-problems.js'), 'utf8');

/** What chance is drawn from, and how many times as much as in CI is tried. */
const fuzz = {
  seed: Number(process.env.ANTES_SEED) || Math.floor(Math.random() * 2 ** 31),
  times: Number(process.env.ANTES_FUZZ_TIMES) || 1,
};

const launchers = {
  chromium: () => chromeLauncher({ launchOptions: { executablePath: found.chromium, args: CHROMIUM_ARGS } }),
  // The same launcher speaks WebDriver BiDi when puppeteer is told that the browser is Firefox.
  firefox: () =>
    chromeLauncher({ puppeteer, launchOptions: { browser: 'firefox', executablePath: found.firefox } }),
  webkit: () => webkitLauncher(),
};

export default {
  rootDir,
  files: [resolve(rootDir, 'test/browser/**/*.test.ts')],
  nodeResolve: { exportConditions: ['browser', 'production'] },
  // One page at a time in a browser: only the page in front has the focus.
  concurrency: 1,
  // They mostly wait. WebKit's, the slowest, has the machine nearly to itself: the other two are through when it begins.
  concurrentBrowsers: 2,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 120_000,
  testFramework: { config: { ui: 'bdd', timeout: 10_000 } },
  plugins: [
    bundlePlugin({ rootDir }),
    pressPlugin(),
    pointerPlugin(),
    pagePlugin(),
    digestPlugin(),
    collectorPlugin(),
  ],
  // nanostores reads `process.env.NODE_ENV`, which the build replaces.
  testRunnerHtml: (
    framework,
  ) => `<!doctype html><html lang="en"><head><title>Test</title><script>${collector}</script>
<script>globalThis.process={env:{NODE_ENV:'production'}};globalThis.antesFuzz=${JSON.stringify(fuzz)}</script></head>
<body><script type="module" src="${framework}"></script></body></html>`,
  filterBrowserLogs: ({ args }) => !/Lit is in dev mode|^expected:/.test(String(args[0])),
  browsers: wantedEngines().map((name) => launchers[name]()),
  reporters: [
    defaultReporter({ reportTestProgress: false }),
    countingReporter({ file: process.env.ANTES_COUNTS }),
  ],
};
