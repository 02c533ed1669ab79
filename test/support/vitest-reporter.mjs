import { writeFileSync } from 'node:fs';
import { messageOf } from './digest-of-failures.mjs';

/** Leaves the sum, and what failed, where test/run.mjs looks for it. A file that could not be loaded counts as one failure. */
export default class CountingReporter {
  onTestRunEnd(modules, unhandledErrors) {
    const sum = { passed: 0, failed: 0, skipped: 0, failures: [] };
    const fail = (failure, [error = {}] = []) => {
      sum.failed += 1;
      sum.failures.push({ ...failure, message: messageOf(error) });
    };
    for (const error of unhandledErrors) fail({ test: 'outside of the tests' }, [error]);
    for (const module of modules) {
      const file = module.relativeModuleId;
      const before = sum.failed;
      for (const test of module.children.allTests()) {
        const { state, errors } = test.result();
        if (state === 'failed') fail({ file, test: test.fullName }, errors);
        else sum[state] += 1;
      }
      // Errors of the file itself, and of the hooks of its suites.
      for (const suite of [module, ...module.children.allSuites()])
        for (const error of suite.errors()) fail({ file, test: suite.fullName }, [error]);
      if (!module.ok() && sum.failed === before) fail({ file });
    }
    if (sum.passed + sum.failed + sum.skipped === 0) fail({ test: 'no test was found' });
    if (process.env.ANTES_COUNTS) writeFileSync(process.env.ANTES_COUNTS, JSON.stringify(sum));
  }
}
