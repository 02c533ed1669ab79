import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { messageOf } from './digest-of-failures.mjs';

const testsOf = (suite, within = []) =>
  suite
    ? [
        ...suite.tests.map((test) => ({ ...test, name: [...within, test.name].join(' > ') })),
        ...suite.suites.flatMap((one) => testsOf(one, [...within, one.name])),
      ]
    : [];

/**
 * Leaves the sum, and what failed, where test/run.mjs looks for it.
 * A session without results (the page crashed, the module did not load, the browser did not start) is a failure.
 * @param {{ file?: string | undefined }} options where that is, as JSON
 * @returns {import('@web/test-runner').Reporter}
 */
export const countingReporter = ({ file }) => ({
  onTestRunFinished({ sessions }) {
    const sum = { passed: 0, failed: 0, skipped: 0, failures: [] };
    for (const session of sessions) {
      const tests = testsOf(session.testResults);
      const failed = tests.filter((test) => !test.passed && !test.skipped);
      const skipped = tests.filter((test) => test.skipped).length;
      sum.skipped += skipped;
      sum.passed += tests.length - failed.length - skipped;
      const crashed = !session.passed || session.errors.length > 0 || tests.length === 0;
      if (failed.length === 0 && crashed) failed.push({ error: session.errors[0] });
      for (const { name: test, error = { message: 'no result' } } of failed)
        sum.failures.push({
          engine: session.browser.name,
          file: relative(process.cwd(), session.testFile),
          test,
          message: messageOf(error),
        });
    }
    // No session at all means that no test file was found or no browser came up.
    if (sum.passed + sum.failures.length + sum.skipped === 0)
      sum.failures.push({ test: 'no test was found' });
    sum.failed = sum.failures.length;
    if (file) writeFileSync(file, JSON.stringify(sum));
    console.log(`browser: ${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
  },
});
