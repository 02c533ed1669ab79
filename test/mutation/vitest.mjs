import { format } from 'node:util';
import {
  ASYMMETRIC_MATCHERS_OBJECT,
  chai,
  customMatchers,
  getState,
  GLOBAL_EXPECT,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  setState,
} from '@vitest/expect';
import * as spies from '@vitest/spy';

// As Vitest puts its own `expect` together.
for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(plugin);
const expect = (value, message) => chai.expect(value, message);
Object.assign(expect, chai.expect, globalThis[ASYMMETRIC_MATCHERS_OBJECT], {
  getState: () => getState(expect),
  setState: (state) => setState(state, expect),
});
globalThis[GLOBAL_EXPECT] = expect;
setState({ assertionCalls: 0 }, expect);
expect.extend(expect, customMatchers);

/** What was there before a test has put something else: nothing of it is left for the next, also where a change broke the test. */
const replaced = new Map();
const vi = {
  fn: spies.fn,
  spyOn: spies.spyOn,
  restoreAllMocks: spies.restoreAllMocks,
  stubGlobal(name, value) {
    if (!replaced.has(name)) replaced.set(name, Object.getOwnPropertyDescriptor(globalThis, name));
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: true });
  },
  unstubAllGlobals() {
    for (const [name, before] of replaced)
      if (before) Object.defineProperty(globalThis, name, before);
      else Reflect.deleteProperty(globalThis, name);
    replaced.clear();
  },
};

/** What of `vi` is here: tests that use more of it are left out. */
export const KNOWN_OF_VI = Object.keys(vi);

/** What pure tests use of Vitest, with a list that they are collected in: `file`, `name`, `run`. */
export function createVitest() {
  const tests = [];
  const path = [];
  /** What is to be done before and after each test: of the file, and of each `describe` around it. */
  let levels = [{ before: [], after: [] }];
  let finished = [];
  let file = '';
  /** A test with all that belongs to it; the first failure is the one that is told. */
  const whole = (run, around) => async () => {
    finished = [];
    try {
      for (const hook of around.flatMap(({ before }) => before)) await hook();
      await run();
    } finally {
      for (const hook of [...finished, ...around.toReversed().flatMap(({ after }) => after)]) await hook();
      vi.unstubAllGlobals();
      vi.restoreAllMocks();
    }
  };
  const named =
    (fn) =>
    (name, ...rest) =>
      fn(String(name), ...rest);
  const each = (fn) => (cases) => (name, run) => {
    const areLists = cases.every((one) => Array.isArray(one));
    for (const one of cases) {
      const values = areLists ? one : [one];
      fn(format(name, ...values), () => run(...values));
    }
  };
  const it = named((name, run) => {
    tests.push({ file, name: [...path, name].join(' › '), run: whole(run, levels) });
  });
  const describe = named((name, within) => {
    const outer = levels;
    levels = [...outer, { before: [], after: [] }];
    path.push(name);
    within();
    path.pop();
    levels = outer;
  });
  return {
    tests,
    inFile(next) {
      file = next;
      levels = [{ before: [], after: [] }];
    },
    vitest: {
      vi,
      beforeEach: (hook) => void levels.at(-1).before.push(hook),
      afterEach: (hook) => void levels.at(-1).after.unshift(hook),
      onTestFinished: (hook) => void finished.unshift(hook),
      expect,
      it: Object.assign(it, { each: each(it) }),
      describe: Object.assign(describe, { each: each(describe) }),
    },
  };
}
