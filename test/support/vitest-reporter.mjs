import { writeFileSync } from 'node:fs';

/** Leaves the sum where test/run.mjs looks for it. A file that could not be loaded counts as one failure. */
export default class CountingReporter {
  onTestRunEnd(modules, unhandledErrors) {
    const sum = { passed: 0, failed: unhandledErrors.length, skipped: 0 };
    for (const module of modules) {
      const before = sum.failed;
      for (const test of module.children.allTests()) sum[test.result().state] += 1;
      // Errors of the file itself, and of the hooks of its suites.
      if (!module.ok() && sum.failed === before) sum.failed += 1;
    }
    if (sum.passed + sum.failed + sum.skipped === 0) sum.failed = 1;
    if (process.env.ANTES_COUNTS) writeFileSync(process.env.ANTES_COUNTS, JSON.stringify(sum));
  }
}
