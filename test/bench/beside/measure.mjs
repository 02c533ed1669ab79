import { rememberNatives } from './patched.mjs';
import { EXPECTED, INPUTS, play, SLOW, WHOLE } from './load.mjs';
import { PAGE } from './site.mjs';
import { javaScriptIn, traced } from './trace.mjs';

/** After `load`, so that what is put off until the page is idle is counted as well. */
const SETTLED_MS = 1_000;
/** So that what is sent every few seconds is sent. */
const SENT_MS = 1_500;
/** Shorter ones are not told; half of that for those. */
const SHORTEST_MS = 16;

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/** Of all interactions, of which only the longer ones are told. */
function p98(told, count) {
  const all = [...told, ...Array(Math.max(0, count - told.length)).fill(SHORTEST_MS / 2)];
  return all.toSorted((a, b) => a - b)[Math.ceil(all.length * 0.98) - 1];
}

/** A page of its own, in a context without anything stored and a process without anything compiled. */
async function inNewPage(browser, act, prepare) {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.setViewport({ width: 1280, height: 900 });
    // A peer that fails is no cheaper for it.
    const errors = [];
    page.on('pageerror', (error) => errors.push(error));
    if (prepare) await page.evaluateOnNewDocument(prepare);
    const value = await act(page, await page.createCDPSession());
    if (errors.length > 0) throw new Error('A script of the page failed', { cause: errors[0] });
    return value;
  } finally {
    await context.close();
  }
}

const interactionsOf = async (page, cdp, size, pace) => {
  const since = await page.evaluate(() => performance.now());
  const count = await play(page, cdp, size, pace);
  await pause(300);
  return p98(await page.evaluate((at) => window.bench.interactions(at), since), count);
};

async function memoryOf(cdp) {
  await cdp.send('HeapProfiler.collectGarbage');
  const {
    usedSize,
    embedderHeapUsedSize = 0,
    backingStorageSize = 0,
  } = await cdp.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await cdp.send('Memory.getDOMCounters');
  return {
    heapMB: (usedSize + embedderHeapUsedSize + backingStorageSize) / 1e6,
    nodes,
    listeners: jsEventListeners,
  };
}

/** One visit with the whole load. */
export async function measure({ browser, tracing, site, peer }) {
  site.empty();
  return inNewPage(browser, async (page, cdp) => {
    const started = await traced(tracing, async () => {
      await page.goto(`${site.origin}${PAGE}?with=${peer.id}`, { waitUntil: 'load' });
      await pause(SETTLED_MS);
    });
    const metrics = async () =>
      Object.fromEntries(
        (await cdp.send('Performance.getMetrics')).metrics.map(({ name, value }) => [name, value]),
      );
    await cdp.send('Performance.enable');
    const before = await metrics();
    const loaded = await traced(tracing, async () => {
      const latency = await interactionsOf(page, cdp, WHOLE);
      await pause(SENT_MS);
      return latency;
    });
    const after = await metrics();
    const { done, seen } = await page.evaluate(() => ({ done: window.bench.done, seen: window.bench.seen }));
    if (JSON.stringify(done) !== JSON.stringify(EXPECTED))
      throw new Error(`${peer.id}: the load was not played as planned: ${JSON.stringify(done)}`);
    const memory = await memoryOf(cdp);
    const { requests, sent, scripts } = site.tally;
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOW.rate });
    const throttled = await interactionsOf(page, cdp, SLOW.size, SLOW.paceMs);
    const javaScript = javaScriptIn(loaded.events);
    const { main: startMs, longest: startLongestMs } = javaScriptIn(started.events);
    return {
      startMs,
      startLongestMs,
      loadMs: javaScript.main,
      workersMs: javaScript.workers,
      perInputUs: (javaScript.main / INPUTS) * 1_000,
      threadMs: (after.ThreadTime - before.ThreadTime) * 1_000,
      p98Ms: loaded.value,
      p98ThrottledMs: throttled,
      longTasks: seen.longTasks,
      shift: seen.shifted,
      ...memory,
      requests,
      sent,
      scripts: [...scripts],
    };
  });
}

/** What of the page's world is replaced once it has started. @returns {Promise<string[]>} */
export const replacedBy = ({ browser, site, peer }) =>
  inNewPage(
    browser,
    async (page) => {
      await page.goto(`${site.origin}${PAGE}?with=${peer.id}`, { waitUntil: 'load' });
      await pause(SETTLED_MS);
      return page.evaluate(() => window.replacedNatives());
    },
    rememberNatives,
  );
