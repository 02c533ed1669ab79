import { writeFileSync } from 'node:fs';

const testsOf = (suite) => (suite ? [...suite.tests, ...suite.suites.flatMap(testsOf)] : []);

/**
 * Prints one line for each test file and browser, and the sum in a form that test/run.mjs can add up.
 * A session without results (the page crashed, the module did not load, the browser did not start) is a failure.
 * @param {{ file?: string | undefined }} options where the sum goes, as JSON
 * @returns {import('@web/test-runner').Reporter}
 */
export const countingReporter = ({ file }) => ({
  onTestRunFinished({ sessions }) {
    const sum = { passed: 0, failed: 0, skipped: 0 };
    for (const session of sessions) {
      const tests = testsOf(session.testResults);
      const failed = tests.filter((test) => !test.passed && !test.skipped).length;
      const skipped = tests.filter((test) => test.skipped).length;
      const crashed = failed === 0 && (!session.passed || session.errors.length > 0 || tests.length === 0);
      sum.failed += failed + (crashed ? 1 : 0);
      sum.skipped += skipped;
      sum.passed += tests.length - failed - skipped;
    }
    // No session at all means that no test file was found or no browser came up.
    if (sum.passed + sum.failed + sum.skipped === 0) sum.failed = 1;
    if (file) writeFileSync(file, JSON.stringify(sum));
    console.log(`browser: ${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
  },
});
