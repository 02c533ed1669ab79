import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { mayBeSelector } from '../../../src/check/selector.js';
import { NO_SELECTORS, SELECTORS } from '../../support/selectors.js';
import { fuzz, SEED } from './fuzz.js';

function isTaken(text: string): boolean {
  try {
    document.createDocumentFragment().querySelector(text);
    return true;
  } catch {
    return false;
  }
}

/** What may be next to each other in a selector, and what may not. */
const PIECES = [
  ...Array.from('#.[]():>+~,*|&"\'=^$!@{}/\\- \n\t1ais\0ñ'),
  '\\31 ',
  '#a',
  '.b',
  '[c]',
  '[c=d]',
  '[c="d" i]',
  'n|e',
  ' , ',
  ' > ',
  ':hover',
  '::after',
  ':not(',
  ':is(',
  ':where(',
  ':has(',
  ':nth-child(2n+1',
  ':lang(',
];

describe(`what is called no selector (${SEED})`, () => {
  it('is none for this browser either', async function () {
    this.timeout(60_000);
    expect(NO_SELECTORS.filter(isTaken)).to.deep.equal([]);
    let taken = 0;
    await fuzz(20_000, fc.array(fc.constantFrom(...PIECES), { maxLength: 9 }), (pieces) => {
      const text = pieces.join('');
      if (!isTaken(text)) return;
      taken++;
      expect(mayBeSelector(text), JSON.stringify(text)).to.equal(true);
    });
    expect(taken).to.be.greaterThan(100);
  });

  it('is none of those that browsers are known to take', () => {
    // An older one knows fewer words, and forgives less.
    const unknown = SELECTORS.filter((text) => !isTaken(text));
    expect(unknown.length, unknown.join('   ')).to.be.below(SELECTORS.length / 2);
    expect(SELECTORS.filter((text) => !mayBeSelector(text))).to.deep.equal([]);
  });
});
