import { kB, number } from './say.mjs';

/** The rooms of what decides. */
const DECIDING = ['core', 'config', 'journey', 'decide', 'engine'];
const gzipOf = (rooms) =>
  rooms.filter(({ room }) => DECIDING.includes(room)).reduce((sum, { gzip }) => sum + gzip, 0);

/** What is between a budget that is missed and the least that could be measured, and what was done about it. */
const REASONS = [
  {
    what: '`antes.js`',
    missed: ({ gzip }) => gzip > 14_000,
    measured: ({ antes }) => `${kB(antes.gzip)} kB gzip of 14.`,
    floor: ({ rooms }) =>
      `What decides (${DECIDING.join(', ')}), without any signal or anything that listens, is ${kB(gzipOf(rooms))} kB of it.`,
    between:
      'The signals and their sentences, the language of triggers with its checks, and a page that is understood without patching it. All of it may be asked for in the first second.',
    tried:
      'Meanings of signals, widgets, languages, feeds and reports are elsewhere already. Other settings of the minifier give 0.2 %. Shorter names for all properties that are not public would give 2.4 % and leave nobody able to read a stack. The signals that most visits never raise, with what listens for them, are a sixth of the file: fetched when something like them begins, they would come after what they are about, or the engine would have to wait for them, and the same journal would no longer give the same decisions.',
  },
  {
    what: 'Evaluate and start',
    missed: ({ over }) => over.startMs.median > 5,
    measured: ({ antes }) => `${number(antes.over.startMs.median)} ms of 5.`,
    floor: ({ unused }) =>
      unused ? `The same bytes, not run, take ${number(unused.over.startMs.median)} ms.` : '',
    between:
      'Reading and compiling the configuration and its triggers (about a quarter), the first use of both storages and of their event (about a fifth), listeners, the first look for shadow roots, steps and errors, and code that runs for the first time.',
    tried:
      'Clocks of zones are read by Temporal where there is one (−13 ms: the first format of dates of a page is that slow), and Chromium compiles the script while it comes (−15 ms). It is no longer one task of all that but several: the page gets in between, and none is a long one on a processor four times slower. Left: storages could be tried later, but what was dismissed on the page before must be known before anything shows.',
  },
  {
    what: 'JavaScript over the load',
    missed: ({ over }) => over.loadRatio.median > 1.15 || over.perInputUs.median > 60,
    measured: ({ antes }) =>
      `${number(antes.over.loadRatio.median)} × of 1.15, ${number(antes.over.perInputUs.median)} µs an input of 60.`,
    floor: ({ listening }) =>
      listening
        ? `Listeners to the same events that do nothing: ${number(listening.over.loadRatio.median)} ×, ${number(listening.over.perInputUs.median)} µs.`
        : '',
    between:
      'For a press some 1.5 ms: its target and stable names, the state of the controls around it, the channels of its answer, and six changes that are each asked whether they answer it; for a key some 0.4 ms. One input in 3 ms leaves the processor no time to get warm; listeners that do nothing cost 20 to 40 µs an event there.',
    tried:
      'Events and nodes are read by the natives themselves instead of proxies, names and what is left alone are worked out once for each event, one timer serves all that wait (a third of the timers), and what most pages have none of is asked for at once. Few controls are found by lists that the browser walks no further than asked, not by selectors that make it look through the page. A profile of the load is flat now: no function of ours, and none of the browser’s, takes more than 6 % of the time that is ours. Left out: looking less often at what a page shows, which would tell of errors later.',
  },
  {
    what: 'Heap after the load',
    missed: ({ over }) => over.heapMB.median > 0.3,
    measured: ({ antes }) => `${number(antes.over.heapMB.median)} MB of 0.3.`,
    floor: ({ unused }) =>
      unused ? `The same bytes, not run: ${number(unused.over.heapMB.median)} MB.` : '',
    between:
      'By a snapshot, 60 % is what the engine of the browser makes of the code (machine code alone a third; it lets go of it when it is not used for some time), 7 % its text. The journal of up to two thousand records and all that is remembered take 0.4 MB.',
    tried:
      'Letters beyond Latin-1 are kept out of the script (half of its text). Compiling at once, for the start, costs 0.3 MB until unused code is let go.',
  },
];

/** One paragraph for each budget that is missed. */
export function unmet(peers, { rooms }) {
  const [antes, listening, unused] = ['antes', 'floor-listening', 'floor-unused'].map((id) =>
    peers.find((one) => one.id === id),
  );
  const missed = REASONS.filter((one) => one.missed(antes));
  return missed
    .map(({ what, measured, floor, between, tried }) => {
      const given = { antes, listening, unused, rooms };
      const least = floor(given);
      return `**${what}**: ${measured(given)}${least && ` The floor: ${least[0].toLowerCase()}${least.slice(1)}`} *In between:* ${between} *Done:* ${tried}`;
    })
    .join('\n\n');
}
