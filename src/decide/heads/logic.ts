import type { Verdict } from '../../core/matcher.js';
import { list } from '../expect.js';
import type { Head } from '../rule.js';

/** `all` and `any`: one certain verdict decides; otherwise anything missing leaves it open. */
const several = (key: 'all' | 'any'): Head => ({
  keys: [key],
  compile(node, { at, id, inside }) {
    const children = list(node[key], `${at}/${key}`, 1, 8).map((child, i) =>
      inside(child, `${at}/${key}/${i}`, `${id}.${i}`),
    );
    const decisive = key === 'any';
    return (now) => {
      let verdict: Verdict = !decisive;
      for (const child of children) {
        const one = child(now);
        if (one === decisive) return decisive;
        if (one === undefined) verdict = undefined;
      }
      return verdict;
    };
  },
});

export const all: Head = several('all');
export const any: Head = several('any');

/** The opposite; of something missing there is none. */
export const not: Head = {
  keys: ['not'],
  compile(node, { at, id, inside }) {
    const child = inside(node['not'], `${at}/not`, `${id}.n`, true);
    return (now) => {
      const one = child(now);
      return one === undefined ? undefined : !one;
    };
  },
};
