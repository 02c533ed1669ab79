/** `npm run mutation`, with rooms or files to narrow it: `npm run mutation -- decide journey/steps`. */
export default {
  plugins: ['./test/mutation/runner.mjs', './test/mutation/sentences.mjs'],
  testRunner: 'antes',
  coverageAnalysis: 'perTest',
  ignorers: ['sentences'],
  // A file that is not there: the types are not checked here, and TypeScript 7 has no interface that Stryker knows.
  tsconfigFile: '.cache/none.json',
  ignorePatterns: ['**', '!src/**', '!test/**', '!package.json', '!tsconfig.json'],
  tempDirName: '.cache/stryker',
  incremental: false,
  reporters: ['clear-text', 'progress-append-only', 'json', 'html'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: '.cache/mutation/report.json' },
  htmlReporter: { fileName: '.cache/mutation/report.html' },
  concurrency: 2,
  timeoutMS: 5_000,
  allowEmpty: false,
  thresholds: { high: 90, low: 85, break: 85 },
};
