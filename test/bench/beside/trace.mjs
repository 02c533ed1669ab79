/**
 * How long JavaScript kept the main thread: the outermost slices of a trace, in time of the thread itself, which other
 * processes of the machine do not add to.
 */
const SLICES = new Set([
  'EvaluateScript', 'v8.compile', 'v8.compileModule', 'v8.evaluateModule', 'v8.run', 'v8.callFunction',
  'FunctionCall', 'EventDispatch', 'TimerFire', 'FireAnimationFrame', 'FireIdleCallback', 'RunMicrotasks',
  'XHRReadyStateChange', 'XHRLoad', 'MinorGC', 'MajorGC',
]); // prettier-ignore
const CATEGORIES = ['devtools.timeline', 'v8', '__metadata'];

async function read(cdp, stream) {
  let text = '';
  for (;;) {
    const { data, eof } = await cdp.send('IO.read', { handle: stream, size: 4 << 20 });
    text += data;
    if (eof) break;
  }
  await cdp.send('IO.close', { handle: stream });
  return JSON.parse(text).traceEvents;
}

/** Milliseconds in the outermost of them, and in the longest one. */
function outermost(events) {
  let until = 0;
  let sum = 0;
  let longest = 0;
  for (const { ts, dur, tdur } of events.toSorted((a, b) => a.ts - b.ts || b.dur - a.dur)) {
    if (ts < until) continue;
    until = ts + dur;
    sum += tdur ?? dur;
    longest = Math.max(longest, tdur ?? dur);
  }
  return { sum: sum / 1_000, longest: longest / 1_000 };
}

const NONE = { sum: 0, longest: 0 };

/** @returns {{ main: number, longest: number, workers: number }} milliseconds of JavaScript; the longest is of the main thread */
export function javaScriptIn(events) {
  const names = new Map();
  for (const { name, pid, tid, args } of events)
    if (name === 'thread_name') names.set(`${pid} ${tid}`, args.name);
  const byThread = new Map();
  for (const slice of events) {
    if (slice.ph !== 'X' || !SLICES.has(slice.name)) continue;
    const thread = `${slice.pid} ${slice.tid}`;
    if (!byThread.has(thread)) byThread.set(thread, []);
    byThread.get(thread).push(slice);
  }
  const times = [...byThread].map(([thread, slices]) => [names.get(thread) ?? '', outermost(slices)]);
  const of = (name) => times.filter(([thread]) => thread.startsWith(name)).map(([, time]) => time);
  const { sum: main, longest } = of('CrRendererMain').reduce((a, b) => (b.sum > a.sum ? b : a), NONE);
  return { main, longest, workers: of('DedicatedWorker').reduce((a, { sum }) => a + sum, 0) };
}

/** What `act` makes the browser do. @param {import('puppeteer-core').CDPSession} cdp of the browser */
export async function traced(cdp, act) {
  await cdp.send('Tracing.start', {
    transferMode: 'ReturnAsStream',
    traceConfig: { includedCategories: CATEGORIES, excludedCategories: ['*'] },
  });
  const value = await act();
  const complete = new Promise((done) => cdp.once('Tracing.tracingComplete', done));
  await cdp.send('Tracing.end');
  const { stream } = await complete;
  return { value, events: await read(cdp, stream) };
}
