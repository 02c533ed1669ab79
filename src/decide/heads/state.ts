import { compileFilter } from '../../core/matcher.js';
import { oneOf, part } from '../expect.js';
import type { Head } from '../rule.js';

/** Score at which an armed trigger counts its cause as gone: well below what armed it, so that decay alone does not flicker. */
const SCORE_HOLD = 0.6;

/** The engine's running score for the step. */
export const score: Head = {
  keys: ['score', 'above'],
  compile({ score: name, above }, { at, negated, usesScore }) {
    const which = oneOf(name, ['struggle'], `${at}/score`);
    const limit = part(above, `${at}/above`);
    // What asks for a low score may come true at any.
    usesScore(negated ? -1 : limit);
    return (now) => {
      // A low score that is asked for is judged as it is.
      const since = negated ? undefined : now.since;
      // Help that is being read does not leave because the score decays.
      return since === 'shown' || now[which] > (since === 'armed' ? limit * SCORE_HOLD : limit);
    };
  },
};

/** What is known now. */
export const facts: Head = {
  keys: ['facts'],
  compile(node, { at, usesFacts }) {
    const filter = node['facts'];
    const test = compileFilter(filter, `${at}/facts`);
    usesFacts(Object.keys(filter as object));
    return (now) => test(now.facts, now.wall);
  },
};
