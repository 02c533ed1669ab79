import { list } from './say.mjs';

/** What is compared, the less the better. */
const FIGURES = {
  'bytes to load (gzip)': ({ gzip }) => gzip,
  'evaluating and starting': ({ over }) => over.startMs.median,
  'longest task of the start': ({ startLongestMs }) => startLongestMs.median,
  'JavaScript over the load': ({ over }) => over.loadRatio.median,
  'heap after the load': ({ over }) => over.heapMB.median,
  'interaction latency, p98': ({ p98Ms }) => p98Ms.median,
  'interaction latency on a processor four times slower, p98': ({ p98ThrottledMs }) => p98ThrottledMs.median,
  'bytes sent, Antes with nothing to report': ({ sent }) => sent.median,
};

const isOther = ({ id }) => id !== 'control' && !id.startsWith('antes');

/** In plain words, where Antes stands in each figure: better than whom, and worse than whom. */
export function standing(peers) {
  const antes = peers.find(({ id }) => id === 'antes');
  return Object.entries(FIGURES)
    .map(([what, of]) => {
      const better = peers.filter((one) => isOther(one) && of(one) < of(antes)).map(({ title }) => title);
      const count = peers.filter(isOther).length;
      const even = peers.filter((one) => isOther(one) && of(one) === of(antes)).map(({ title }) => title);
      if (better.length === 0 && even.length > 0)
        return `- **${what}**: no more than any other, and as much as ${list(even)}.`;
      if (better.length === 0) return `- **${what}**: less than every other.`;
      const place =
        better.length === count ? 'more than every other' : `${better.length} of ${count} need less`;
      return `- **${what}**: not ahead; ${place}: ${list(better)}.`;
    })
    .join('\n');
}
