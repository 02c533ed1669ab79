import { round as rounded, spread } from '../statistics.mjs';
import { measure, replacedBy } from './measure.mjs';
import { startSite } from './site.mjs';

/** What is told of a visit as it is, what beside the control of the same round. */
const ABSOLUTE = ['startMs', 'startLongestMs', 'loadMs', 'workersMs', 'threadMs', 'p98Ms', 'p98ThrottledMs', 'longTasks', 'shift', 'heapMB', 'listeners', 'nodes', 'requests', 'sent']; // prettier-ignore

const OVER = ['startMs', 'heapMB', 'listeners', 'nodes', 'longTasks'];

const spreads = (visits, figures) =>
  Object.fromEntries(figures.map((figure) => [figure, spread(visits.map((visit) => visit[figure]))]));

function summary(visits, controls) {
  const beside = visits.map((visit, i) => ({
    ...Object.fromEntries(OVER.map((figure) => [figure, visit[figure] - controls[i][figure]])),
    loadRatio: visit.loadMs / controls[i].loadMs,
    threadRatio: visit.threadMs / controls[i].threadMs,
    perInputUs: visit.perInputUs - controls[i].perInputUs,
  }));
  return { ...spreads(visits, ABSOLUTE), over: spreads(beside, Object.keys(beside[0])) };
}

const sum = (list, of) => list.reduce((total, one) => total + of(one), 0);

/**
 * Each round visits the page with every peer, one after the other, so that whatever the machine does meanwhile is the same
 * for all of them.
 */
export async function measurePeers({ browser, tracing, peers, rounds, say }) {
  const site = await startSite(peers);
  const visits = new Map(peers.map(({ id }) => [id, []]));
  const replaced = new Map();
  try {
    for (const peer of peers) replaced.set(peer.id, await replacedBy({ browser, site, peer }));
    const began = performance.now();
    let round = 0;
    // Another one, if it is likely to be over in time.
    const fits = () => (performance.now() - began) * ((round + 1) / round) < (rounds.withinMs ?? 0);
    for (; round < rounds.least || (round < (rounds.most ?? 0) && fits()); round++) {
      for (const peer of peers) {
        const visit = await measure({ browser, tracing, site, peer });
        visits.get(peer.id).push(visit);
        say(
          `${round + 1} ${peer.id}: start ${rounded(visit.startMs)} ms, load ${rounded(visit.loadMs)} ms, heap ${rounded(visit.heapMB)} MB, p98 ${visit.p98Ms} and ${visit.p98ThrottledMs} ms`,
        );
      }
    }
    return peers.map(({ id, title, what }) => {
      const files = site.sizes(visits.get(id)[0].scripts);
      return {
        id,
        title,
        what,
        minified: sum(files, ({ minified }) => minified),
        gzip: sum(files, ({ gzip }) => gzip),
        brotli: sum(files, ({ brotli }) => brotli),
        files: files.map(({ path, gzip }) => ({ path, gzip })),
        replaced: replaced.get(id).length,
        visits: visits.get(id).length,
        ...summary(visits.get(id), visits.get('control')),
      };
    });
  } finally {
    await site.close();
  }
}
