/**
 * Runs in every page of the browser tests: a test during which the page reports an error is a failed test.
 * The collector is a classic script in the page's head (see wtr.config.mjs) so that it is there first; this
 * module is put in front of each test file and takes what was collected after each test.
 */
declare global {
  var pageProblems: string[];
}

/** Takes the problems since the last call: `console.error`, errors, rejections, CSP and Trusted Types reports. */
export const takeProblems = (): string[] => globalThis.pageProblems.splice(0);

// Rejections and policy reports come in tasks of their own; Chromium and Firefox let a zero timeout overtake them.
const SETTLE_MS = 10;
// A test may hold its page's timers.
const { setTimeout: later } = window;
const settled = () => new Promise((resolve) => later(resolve, SETTLE_MS));

export async function failOnProblems(test: Pick<Mocha.Test, 'state' | 'err'>): Promise<void> {
  await settled();
  const problems = takeProblems();
  if (problems.length === 0) return;
  // Marked rather than thrown: an error in a hook would end the file and hide the tests that follow.
  test.state = 'failed';
  test.err = new Error(`${test.err?.message ?? 'The page reported problems'}\n${problems.join('\n')}`);
}

afterEach(async function () {
  if (this.currentTest) await failOnProblems(this.currentTest);
});

after(async () => {
  await settled();
  const late = takeProblems();
  if (late.length > 0) throw new Error(`After the last test:\n${late.join('\n')}`);
});
