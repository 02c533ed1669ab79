import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { start } from '../../../src/index.js';
import { GARBAGE } from '../fuzz/garbage.js';

type Anything = Parameters<typeof start>;
const CODES = /^CONFIG_(?:INVALID|VERSION|MISSING|UNREACHABLE|NOT_JSON|TOO_LARGE|TOO_DEEP)$/;
const refuse = () => {
  throw new Error('no');
};
/** Starts with it, and ends it; what was told of it. */
function tried(...given: unknown[]): readonly string[] {
  const antes = start(...(given as Anything));
  expect(antes.config).to.deep.equal({ version: 1, triggers: [] });
  const codes = antes.problems.map(({ code }) => code);
  antes.stop();
  return codes;
}

describe('start()', () => {
  const circular: Record<string, unknown> = {};
  circular['self'] = circular;
  const refusing = new Proxy({}, { get: refuse, has: refuse, ownKeys: refuse, getPrototypeOf: refuse });
  const SPECIAL: Readonly<Record<string, unknown>> = {
    undefined: undefined,
    null: null,
    'a number': 1,
    'a symbol': Symbol('x'),
    'a big number': 10n,
    'a function': () => {},
    'a proxy that refuses everything': refusing,
    'a getter that throws': {
      get version() {
        return refuse();
      },
    },
    'a circle': circular,
    'a million keys': Object.fromEntries(Array.from({ length: 1e6 }, (_, i) => [`k${i}`, i])),
    'a window': window,
    'an element': document.body,
  };
  for (const [what, given] of Object.entries(SPECIAL))
    it(`LOAD-17: takes ${what} for a configuration, and for options, and says what is wrong`, () => {
      const codes = tried(given);
      expect(codes.length).to.equal(1);
      expect(codes[0]).to.match(CODES);
      expect(tried({}, given)).to.deep.equal(['CONFIG_VERSION']);
    });

  it('returns something whose on() takes anything for a type', () => {
    const antes = start({ version: 1, triggers: [] });
    for (const type of GARBAGE) expect(antes.on(type as 'help', () => {})).to.be.a('function');
    antes.stop();
  });

  it('LOAD-17: takes anything at all without an error', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (given, options) => {
        // What is an address would be asked for.
        const config = typeof given === 'string' ? `#${given}` : given;
        const antes = start(config as Anything[0], options as Anything[1]);
        expect(antes.problems).not.to.deep.equal([]);
        antes.stop();
      }),
      { numRuns: 500 },
    );
  });
});
