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

/** What pure tests use of Vitest, with a list that they are collected in: `file`, `name`, `run`. */
export function createVitest() {
  const tests = [];
  const path = [];
  let file = '';
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
  const it = named((name, run) => void tests.push({ file, name: [...path, name].join(' › '), run }));
  const describe = named((name, within) => {
    path.push(name);
    within();
    path.pop();
  });
  return {
    tests,
    inFile: (next) => void (file = next),
    vitest: {
      expect,
      it: Object.assign(it, { each: each(it) }),
      describe: Object.assign(describe, { each: each(describe) }),
    },
  };
}
