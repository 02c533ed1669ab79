import { below } from '../../core/pointer.js';
import { compileFilter } from '../../core/matcher.js';
import { oneOf, part } from '../expect.js';
import type { Head } from '../rule.js';

/** Score at which an armed trigger counts its cause as gone: well below what armed it, so that decay alone does not flicker. */
const SCORE_HOLD = 0.6;

/** A running score of the step. */
export const score: Head = {
  keys: ['score', 'above'],
  compile({ score: name, above }, { at, lasting, usesScore }) {
    const which = oneOf(name, ['struggle', 'effort', 'exit'], `${at}/score`);
    const limit = part(above, `${at}/above`);
    usesScore(which, limit);
    // Help that is being read does not leave because the score decays.
    return (now) =>
      lasting(now)
        ? now.since === 'shown' || now.score(which) > limit * SCORE_HOLD
        : now.score(which) > limit;
  },
};

/** What is known now. Dates in it come near and grow old by themselves. */
export const facts: Head = {
  keys: ['facts'],
  compile(node, { at, id, usesFacts }) {
    const filter = node['facts'];
    const test = compileFilter(filter, `${at}/facts`);
    usesFacts(Object.keys(filter as object).map((name) => [name, below(`${at}/facts`, name)]));
    return (now) => test(now.facts, now.wall, (wall) => now.wakeAt(now.at + wall - now.wall, id));
  },
};
