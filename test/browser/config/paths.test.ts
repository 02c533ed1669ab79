import { expect } from '@open-wc/testing';
import { matchesPath } from '../../../src/journey/path-pattern.js';
import { PATH_CASES } from '../../support/path-cases.js';

const wrong = () => PATH_CASES.filter(([pattern, path, is]) => matchesPath(pattern, path) !== is);

/** The quickest of some: what else the machine does is not the matter. */
function quickest(work: () => unknown): number {
  const took = Array.from({ length: 20 }, () => {
    const began = performance.now();
    for (let i = 0; i < 10; i++) work();
    return (performance.now() - began) / 10;
  });
  return Math.min(...took);
}

describe('patterns of addresses', () => {
  it('CFG-17: mean the same in every engine, with URLPattern and without', () => {
    expect(PATH_CASES.length).to.be.at.least(300);
    expect(wrong()).to.deep.equal([]);
    const own = Object.getOwnPropertyDescriptor(globalThis, 'URLPattern');
    Reflect.deleteProperty(globalThis, 'URLPattern');
    try {
      expect('URLPattern' in globalThis).to.equal(false);
      expect(wrong()).to.deep.equal([]);
    } finally {
      if (own) Object.defineProperty(globalThis, 'URLPattern', own);
    }
  });

  it('CFG-16: take at most a millisecond for 10 KB, whatever is written in them', () => {
    const patterns = [
      '/^(a+)+$',
      '/(a|aa)+$',
      '/(.*)*x',
      `/${'*a'.repeat(50)}b`,
      `/${'*/'.repeat(50)}b`,
      `/${':x?/'.repeat(12)}b`,
      `/*/${'a/'.repeat(50)}b`,
    ];
    const paths = [
      `/${'a'.repeat(10_000)}`,
      `/${'a'.repeat(50)}!`,
      `/${'a/'.repeat(5_000)}`,
      '/'.repeat(10_000),
    ];
    for (const pattern of patterns)
      for (const path of paths)
        expect(
          quickest(() => matchesPath(pattern, path)),
          `${pattern.slice(0, 20)} on ${path.slice(0, 9)}`,
        ).to.be.at.most(1);
  });
});
