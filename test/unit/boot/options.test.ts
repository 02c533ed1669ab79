import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { soundOptions } from '../../../src/boot/options.js';
import { readConfig } from '../../../src/config/read.js';

beforeAll(() => void Object.assign(globalThis, { Element: Promise }));
const throwing = new Proxy(
  {},
  {
    get() {
      throw new Error('no');
    },
    ownKeys() {
      throw new Error('no');
    },
  },
);

describe('options', () => {
  it('that make sense are taken', () => {
    const options = {
      locale: 'es',
      consent: 'pending',
      debug: true,
      storage: null,
      seed: 'x',
      facts: { a: 1 },
    };
    expect(soundOptions(options)).toEqual(options);
  });
  it('that do not are as if they had not been said', () => {
    expect(
      soundOptions({
        locale: 5,
        consent: 'yes',
        debug: 'true',
        storage: {},
        clock: { now: 1 },
        root: 'html',
        more: 1,
      }),
    ).toEqual({});
  });
  it('of any kind never throw', () => {
    expect(soundOptions(throwing)).toEqual({});
    fc.assert(fc.property(fc.anything(), (given) => void soundOptions(given)));
  });
});

it('a config that cannot be read is told', () => {
  const told: string[] = [];
  expect(readConfig(throwing, (code) => told.push(code) > 0).triggers).toEqual([]);
  expect(told).toEqual(['CONFIG_INVALID']);
});
