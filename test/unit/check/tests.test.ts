import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { checkTests } from '../../../src/check/tests/check.js';
import { GATES, testSchema } from '../../../src/check/tests/schema.js';
import { starterTests } from '../../../src/cli/starter/tests.js';
import { shop } from '../../support/triggers.js';

const good = {
  config: 'antes.json',
  tests: [
    {
      name: 'a',
      records: [{ view: '/cart' }, { wait: '2s' }] as object[],
      expect: [{ trigger: 't', shown: true }] as object[],
    },
  ],
};
type File = typeof good;
const told = (change: (file: File) => unknown) => {
  const file = structuredClone(good);
  const changed = change(file);
  return checkTests(JSON.stringify(typeof changed === 'object' ? changed : file)).findings.map(
    ({ code, pointer, message, expected, suggestion }) =>
      `${code} ${pointer}: ${message}${expected ? `, expected ${expected}` : ''}${suggestion ? `; ${suggestion}?` : ''}`,
  );
};
const step = (one: object) => told(({ tests }) => void tests[0]!.records.push(one));
const expectation = (one: object) => told(({ tests }) => void (tests[0]!.expect = [one]));

describe('a file of tests', () => {
  it('that is sound is read', () => {
    const { file, findings } = checkTests(JSON.stringify(good));
    expect(findings).toEqual([]);
    expect(file).toEqual(good);
    expect(checkTests(JSON.stringify(starterTests('s', 'c'))).findings).toEqual([]);
  });
  it('that is no JSON says so, and where', () => {
    const [one] = checkTests('{\n  "config": "a.json",\n  tests: []\n}').findings;
    expect(one).toMatchObject({ code: 'JSON_INVALID', line: 3, column: 3 });
  });

  it.each<[string, () => string[], RegExp]>([
    ['a step with a misspelt verb', () => step({ wiat: '2s' }), /'wiat' is not allowed in a step.*wait\?/],
    ['a step without a verb', () => step({}), /A step has none of them, expected exactly one of wait/],
    ['a step with two verbs', () => step({ wait: '2s', view: '/a' }), /A step has 'wait' and 'view'/],
    ['a length of time', () => step({ wait: '2 seconds' }), /'wait' cannot be '2 seconds'.*2s\?/],
    [
      'a word that goes with another verb',
      () => step({ wait: '2s', answered: false }),
      /'answered' goes with 'press', and this is a step with 'wait'/,
    ],
    [
      'a word that goes with two verbs',
      () => step({ wait: '2s', data: {} }),
      /'data' goes with 'emit' or 'signal'/,
    ],
    [
      'an unknown signal',
      () => step({ signal: 'rage-clik' }),
      /'signal' cannot be 'rage-clik'.*rage-click\?/,
    ],
    ['nothing to repeat', () => step({ repeat: 3 }), /'steps' is missing beside 'repeat'/],
    [
      'a mistake inside of what is repeated',
      () => step({ repeat: 3, steps: [{ wait: '1s', by: 'key' }] }),
      /\/records\/2\/steps\/0\/by: 'by' goes with 'press'/,
    ],
    [
      'an expectation of two kinds',
      () => expectation({ trigger: 't', shown: true, notShown: true }),
      /An expectation has 'shown' and 'notShown'/,
    ],
    [
      'an expectation of nothing',
      () => expectation({ trigger: 't' }),
      /has none of them, expected exactly one of shown, notShown, withheldBy/,
    ],
    [
      'an unknown gate',
      () => expectation({ trigger: 't', withheldBy: 'limit' }),
      /'withheldBy' cannot be 'limit'.*limits\?/,
    ],
    [
      'records and a recording',
      () => told(({ tests }) => void Object.assign(tests[0]!, { recording: 'x.json' })),
      /A test has 'records' and 'recording'/,
    ],
    [
      'a date',
      () => told(({ tests }) => void Object.assign(tests[0]!, { start: 'tomorrow' })),
      /DATE_WRONG .*'start' cannot be 'tomorrow'/,
    ],
    ['no configuration', () => told(({ tests }) => ({ tests })), /'config' is missing/],
  ])('tells of %s', (_what, make, message) => expect(make().join('\n')).toMatch(message));

  it('tells of triggers that are not there', () => {
    const { names } = checkTests(JSON.stringify(good, null, 2));
    expect(names(['t'])).toEqual([]);
    expect(names(['u', 'tt'])).toMatchObject([
      { pointer: '/tests/0/expect/0/trigger', message: "There is no trigger 't' in the configuration" },
    ]);
  });
});

describe('what a new user stumbles over', () => {
  const withSteps = (...records: object[]) => ({
    config: 'antes.json',
    tests: [{ name: 'n', facts: { 'a.b': 1 }, records, expect: [{ trigger: 't', notShown: true }] }],
  });
  const say = (value: object) =>
    checkTests(JSON.stringify(value)).findings.map(({ code, pointer }) => `${code} ${pointer}`);

  it('a slip in a verb is told once', () => {
    expect(say(withSteps({ wiat: '3s' }))).toEqual(['KEY_UNKNOWN /tests/0/records/0/wiat']);
  });
  it('a whole address is no path', () => {
    const { findings } = checkTests(
      JSON.stringify(withSteps({ view: '/a' }, { repeat: 2, steps: [{ view: 'https://shop.example/a' }] })),
    );
    expect(findings).toMatchObject([
      { code: 'PATH_WRONG', pointer: '/tests/0/records/1/steps/0/view', suggestion: '/a' },
    ]);
  });
  it('facts that are not declared', () => {
    const { names } = checkTests(JSON.stringify(withSteps({ facts: { 'a.c': 1 } })));
    expect(names(['t'], ['a.b', 'a.c'])).toEqual([]);
    expect(names(['t'])).toEqual([]);
    expect(names(['t'], ['a.c']).map(({ pointer }) => pointer)).toEqual(['/tests/0/facts/a.b']);
    expect(names(['t'], ['a.b'])).toMatchObject([{ code: 'FACT_UNKNOWN', suggestion: 'a.b' }]);
  });
  it('"shown": false', () => {
    const { findings } = checkTests(
      JSON.stringify({
        config: 'a.json',
        tests: [{ name: 'n', records: [{ view: '/' }], expect: [{ trigger: 't', shown: false }] }],
      }),
    );
    expect(findings).toMatchObject([{ expected: '"notShown": true' }]);
  });
});

describe('the schema of tests', () => {
  it('is sound at its strictest, and agrees about the starter', () => {
    const ajv = new Ajv2020({ strict: true, strictTypes: false, allErrors: true });
    const valid = ajv.compile(testSchema());
    expect(valid(starterTests('s', 'c'))).toBe(true);
    expect(valid(good)).toBe(true);
    expect(valid({ ...good, tests: [] })).toBe(false);
  });
  it('knows every gate', () => {
    const [trace] = shop([{}]).engine.why('t0');
    expect(trace!.gates.map(({ gate }) => gate)).toEqual(GATES);
  });
});
