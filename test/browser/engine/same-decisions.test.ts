import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { digest } from '../../support/digest.js';

type Digest = ReturnType<typeof digest>;

/** Another one every day, so that no engine is right about the same few cases for ever; told, so that it can be repeated. */
const seed = Math.floor(Date.now() / 86_400_000);
const RUNS = 300;

describe('the engine', () => {
  it(`decides here as in Node (seed ${seed})`, async function () {
    this.timeout(60_000);
    const here = digest(seed, RUNS);
    const inNode = await executeServerCommand<Digest, { seed: number; numRuns: number }>('engine-digest', {
      seed,
      numRuns: RUNS,
    });
    const different = here.hashes.flatMap((one, i) => (one === inNode.hashes[i] ? [] : [i]));
    expect(different, 'cases that are decided differently').to.deep.equal([]);
    expect(inNode.hashes.length).to.equal(RUNS);
    expect(here.offers).to.be.greaterThan(20);
  });
});
