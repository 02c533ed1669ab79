import { INPUTS, PACE_MS, SLOW } from '../beside/load.mjs';
import { budgets } from './budgets.mjs';
import { isFloor, kB, number, spreadOf, table } from './say.mjs';
import { standing } from './standing.mjs';
import { unmet } from './unmet.mjs';

const picture = (name, text) => `![${text}](img/performance/${name}.svg)`;

const cost = (peers) =>
  table(
    ['', 'gzip kB', 'brotli kB', 'evaluate + start, ms', 'JS CPU ×', 'µs more an input', 'heap MB over', 'listeners more', 'natives replaced'], // prettier-ignore
    peers.map(
      ({ id, title, what, gzip, brotli, over, replaced }) =>
      id === 'control'
        ? [`*${title}*`, '–', '–', '–', '1', '–', '–', '–', '–']
        : [`**${title}**<br>${what}`, kB(gzip), kB(brotli), spreadOf(over.startMs), spreadOf(over.loadRatio), spreadOf(over.perInputUs), spreadOf(over.heapMB), spreadOf(over.listeners), String(replaced)], // prettier-ignore
    ),
  );

const felt = (peers) =>
  table(
    ['', 'longest task of the start, ms', 'p98, ms', 'p98 at 4× slower, ms', 'long tasks', 'main thread in all ×', 'workers, ms', 'requests', 'kB sent'], // prettier-ignore
    peers.map(
      ({ title, startLongestMs, p98Ms, p98ThrottledMs, longTasks, over, workersMs, requests, sent }) => [
        title,
        spreadOf(startLongestMs),
        spreadOf(p98Ms),
        spreadOf(p98ThrottledMs),
        spreadOf(longTasks),
        spreadOf(over.threadRatio),
        spreadOf(workersMs),
        spreadOf(requests),
        spreadOf(sent, '', kB),
      ],
    ),
  );

const loaded = (peers) => {
  const { files } = peers.find(({ id }) => id === 'antes-all');
  const names = files.map(({ path, gzip }) => `\`${path.split('/').at(-1)}\` ${kB(gzip)}`);
  return names.join(', ').replaceAll(/-[\w-]{6,8}\.js/g, '.js');
};

const rooms = (size) =>
  table(
    ['room', 'minified kB', 'gzip kB, its share'],
    size.rooms.map(({ room, minified, gzip }) => [`\`${room}\``, kB(minified), kB(gzip)]),
  );

const painted = (widgets) =>
  table(
    ['', 'first, ms', 'later, ms', 'gzip kB'],
    widgets.map(({ title, first, later, gzip }) => [
      title,
      spreadOf(first),
      spreadOf(later),
      gzip ? kB(gzip) : '–',
    ]),
  );

const where = ({ day, commit, processor, memoryGB, system, browser, node, rounds, quick, load, versions }) =>
  `Measured on ${day} at ${commit}: ${rounds} ${rounds === 1 ? 'round' : 'rounds'}, ${browser}, Node ${node} on ${system}, ${processor}, ${memoryGB} GB; load of the machine at the end ${load.join(', ')}.${quick ? ' **A quick run, for development: the figures are rough.**' : ''}

${Object.entries(versions)
  .map(([name, version]) => `\`${name}\` ${version}`)
  .join(', ')}.`;

/** docs/performance.md */
export const page = ({ peers: all, ...results }) =>
  pageOf({ ...results, all, peers: all.filter((one) => !isFloor(one)) });

const pageOf = ({ about, all, peers, widgets, triggers, nodes, records, shift, size }) => `# What it costs

<!-- Made by \`npm run bench\` from test/bench/results.json. Do not edit. -->

Antes beside what else pages load to know how their customers fare: on one page, with one load of trusted input, in turn, in one run. Figures are the median of the rounds, in brackets the least and the most. *Over*, *more* and *×* compare with the page alone in the same round.

${where(about)}

## Where Antes stands

${standing(peers)}

\`antes.js\` is large for a script in every page, and larger than was meant ([budgets](#budgets)). What it is made of is [below](#what-the-bytes-are). The peers do other things than Antes, and more of some: they record, replay, and send what they see to be looked at later. What is compared is what a page pays for having them.

## Beside others

${cost(peers)}

\`Antes\` sees and decides, with the triggers of the demo shop; \`Antes, all on\` is the shop's configuration as it is, which loads ${loaded(peers)} (gzip kB).

${picture('bytes', 'Bytes to load')}

${picture('start', 'Milliseconds to evaluate and start')}

${picture('load', 'JavaScript over the load, times that of the page alone')}

${picture('heap', 'Heap after the load')}

### What customers feel, and what is sent

${felt(peers)}

The load comes faster than any hand, so latencies are long for everybody, the page alone included: compare, do not quote. *Longest task of the start* is what the page waits for at a stretch until one second after \`load\`. Antes sends nothing where nothing is to be reported; *Antes, all on* reports what happened to the visit, not what was pressed.

## Budgets

${budgets({ peers, widgets, triggers, sizes: size.budgets })}

### Where budgets are not met

${unmet(all, size)}

## What the bytes are

\`antes.js\` is one file, because what sees and what decides is needed before anything can be shown. By [room](architecture.md):

${rooms(size)}

Widgets, languages, order feeds and reports are files of their own, fetched when they are needed first.

## Help on screen

From the decision to help that has been painted, code in the browser's cache, beside libraries that show a text at an element. *First* includes loading and running the code; Antes loads no widget before the first help.

${painted(widgets)}

The other libraries are loaded and run with the page, before the clock starts; Antes fetches its widgets within the time that is measured.

## How the cost grows

Presses in ever larger pages, one each 60 ms, all that follows from them included:

${picture('nodes', 'JavaScript for a press by the size of the page')}

${table(
  ['nodes', 'the page alone, µs', 'with Antes, µs'],
  nodes.map(({ nodes: count, control, antes }) => [number(count), spreadOf(control), spreadOf(antes)]),
)}

Records in the engine, by how many triggers there are that they do not concern (${number(triggers.journeys)} journeys of simulated people, ${number(triggers.records)} records):

${picture('triggers', 'Time for a record by the number of idle triggers')}

${table(
  ['triggers', 'µs a record'],
  triggers.rows.map(({ name, ns }) => [name, number(ns / 1_000)]),
)}

One session that goes on and on, with the triggers of the demo shop:

${picture('records', 'Time for a record by the length of the session')}

${table(
  ['records', 'ms in all', 'heap MB over the first'],
  records.map(({ records: count, ms, heapMB }) => [number(count), number(ms), number(heapMB)]),
)}

And a session of ${shift.length} hours in which somebody buys all the time, by the clock of the engine: what it keeps of the visit (its state) does not grow with the hours; the heap does by some tenths of a megabyte in all.

${picture('shift', 'State of the engine over the hours of a session')}

${table(
  ['hour', 'records so far', 'heap MB over the first', 'state, kB'],
  shift.map(({ hour, records: count, heapMB, stateKB }) => [
    String(hour),
    number(count),
    number(heapMB),
    number(stateKB),
  ]),
)}

## How it is measured

- **The page** (\`test/bench/beside/page.mjs\`): a checkout with a catalogue, about 2,000 nodes, and a script of its own that answers each press. One server gives it, its own requests, every peer's code and every peer's collector; everything else is unreachable.
- **The load** (\`load.mjs\`): ${number(INPUTS)} inputs, dispatched by the browser as a device would (moves, presses, keys, wheel), at one group each ${PACE_MS} ms; they make the page ask its server 200 times and change 2,000 times. A visit in which the page did not count exactly that is an error.
- **The peers** (\`test/bench/peers\`): from npm, started as their own guides say, with automatic capture; bundled by esbuild, minified, for production. Parts that they load later are counted once they were really loaded.
- **In turn**: every round visits the page with each of them, in a context without anything stored.
- **JavaScript** is the outermost slices of a trace of the main thread, in the thread's own processor time, which other processes disturb less than the time on the clock. Garbage collection counts. *Evaluate + start* is all of that until one second after \`load\`, less that of the page alone. *Main thread in all* has layout and painting too. Counts of instructions would be steadier; virtual machines such as this one have no counter for them (\`perf stat\` says "not supported").
- **Heap** is what is in use after a forced collection, with what the browser holds for scripts.
- **Latency** is the 98th percentile of Event Timing, which counts in steps of 8 ms, over all interactions of the load; then over ${SLOW.interactions} more, one each ${SLOW.paceMs} ms, with the processor slowed down ${SLOW.rate} times.
- **Natives replaced**: functions and accessors of the page's own world that are others once the peer has started.

## Repeat it

\`\`\`sh
npm run build
npm run bench              # about ten minutes, on a machine that does nothing else
npm run bench -- --quick   # few rounds, for development
\`\`\`

It writes \`test/bench/results.json\` and this page. More options are at the top of \`test/bench/run.mjs\`; only some parts: \`npm run bench -- --only=widgets\`.
`;
