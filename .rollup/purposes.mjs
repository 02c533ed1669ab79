/**
 * What no code says of itself: what a file, a key or a request is for. Everything else of `inventory.json` is found in
 * what was built; a test fails for what is there and not told here, and for keys and requests that are told and not there.
 */

/** What all help at an anchor shares. Rollup names such a shared part after one of its sources, now this one and now that. */
const AT_ANCHORS =
  'Puts help at its place once the page has drawn it, and joins it to its field for screen readers.';

/** Of files, by their names without the hash. */
export const FILES = {
  'antes.js': 'With the page: notices struggle, decides on help, tells the page. Fetches the others.',
  'antes.all.js': 'antes.js and all others in one file, for pages that pin one hash. Instead of antes.js.',
  'antes.load.js':
    'Instead of the tag of antes.js: fetches it where the browser is not too old to read it, also for tag managers.',
  'antes.ui.js': 'The first time help is shown: the widgets and English words.',
  'antes.inspect.js':
    'For developers, when they open it; never for customers: what is noticed, and why help is shown or not.',
  'inspect/editor': 'The same: the configuration, to be changed and tried.',
  'antes.sources.js': 'Where the configuration has sources: fetches orders, cases and incidents.',
  'antes.report.js': 'With consent, where the configuration names somewhere to report to: sends outcomes.',
  'chunks/ar': 'Words of the widgets in Arabic.',
  'chunks/de': 'Words of the widgets in German.',
  'chunks/es': 'Words of the widgets in Spanish.',
  'chunks/fr': 'Words of the widgets in French.',
  'chunks/pt': 'Words of the widgets in Portuguese.',
  'chunks/badge': 'A quiet mark in the corner that help is there.',
  'chunks/banner': 'A message across the page.',
  'chunks/anchor': AT_ANCHORS,
  'chunks/drawn': AT_ANCHORS,
  'chunks/cover': 'Finds help in the corner a place that covers nothing.',
  'chunks/extras': 'Which parts a card has beside its text: order, steps, a question. Fetches them.',
  'chunks/farewell': 'A word of thanks before help leaves.',
  'chunks/feedback': 'The question how much effort it was.',
  'chunks/focus-anchor': 'Sets the focus to the field that an action names, when the customer presses it.',
  'chunks/guide': 'Steps in help, and which of them are done.',
  'chunks/hint': 'Help beside a control.',
  'chunks/inline': 'Help in the flow of the page, next to a field.',
  'chunks/matcher': 'Compares values with what the configuration says.',
  'chunks/mount': AT_ANCHORS,
  'chunks/panel': 'The panel with all help and the ways to a person.',
  'chunks/part': 'What all parts of a card share.',
  'chunks/part-words': 'English words of the parts of cards.',
  'chunks/reasons': 'The answer to “why do I see this?”.',
  'chunks/status': 'How far an order, a case or an incident is.',
};

/** Of what is kept in the browser. `consent`: only with it. */
export const STORAGE = {
  'antes.probe': {
    area: 'localStorage, sessionStorage',
    purpose: 'Written and removed at once, to see whether storage works.',
    kept: 'not at all',
    consent: true,
  },
  'antes.session': {
    area: 'sessionStorage',
    purpose: 'What the engine needs to go on when the next page loads.',
    kept: 'with the tab; not used after 30 minutes',
    consent: true,
  },
  'antes.open': {
    area: 'sessionStorage',
    purpose: 'Says that a page is open, to know copies of a tab.',
    kept: 'with the tab',
    consent: true,
  },
  'antes.report': {
    area: 'sessionStorage',
    purpose: 'The number of this tab’s stream of reports, and what is under way in it.',
    kept: 'with the tab',
    consent: true,
  },
  'antes.inspect': {
    area: 'sessionStorage',
    purpose: 'Of a developer: the inspector is open in this tab, and what is tried in it.',
    kept: 'until the inspector is closed; with the tab',
    consent: false,
  },
  'antes.handoff': {
    area: 'sessionStorage',
    purpose: 'What the customer has agreed to pass on to a form of the same site.',
    kept: 'until that form takes it; with the tab',
    consent: false,
  },
  'antes.visitor': {
    area: 'localStorage',
    purpose: 'A random number for experiments; which help was shown and dismissed, and when.',
    kept: 'until consent is withdrawn',
    consent: true,
  },
  'antes.reasons': {
    area: 'localStorage',
    purpose: 'When this device last had help for each reason, to know who comes back with the same.',
    kept: '8 days',
    consent: true,
  },
  'antes.outbox': {
    area: 'localStorage',
    purpose: 'Events that could not be delivered yet. Each tab adds a number of its own to the key.',
    kept: '24 hours, 64 KiB',
    consent: true,
  },
  'antes.outbox.otlp': {
    area: 'localStorage',
    purpose: 'The same, for an OpenTelemetry receiver.',
    kept: '24 hours, 64 KiB',
    consent: true,
  },
};

/** Of requests, by the source that makes them. */
export const REQUESTS = {
  'src/core/ask.ts': 'The configuration, and its address once more where the page has broken `fetch`.',
  'src/sources/request.ts': 'What a source of the configuration says.',
  'src/sources/from-url.ts': 'The same; changes as they come, only while they are shown.',
  'src/contact/send.ts': 'What the customer has entered and ticked, when they ask for a call or a code.',
  'src/report/endpoint/post.ts': 'Outcomes, with consent.',
  'src/inspector/model/source.ts': 'Of a developer: the configuration once more, as it is written.',
};

/** Addresses that a configuration can name, as pointers. There is no other place that requests go to. */
export const ADDRESSES = {
  '/sources/*/url': 'orders, cases and incidents are fetched from here',
  '/contact/channels/*/url': 'a page; of a call back, where the request goes to',
  '/contact/handoff/url': 'what is passed on to a person goes here, when the customer agrees',
  '/report/endpoint': 'outcomes go here, with consent',
  '/report/otlp/url': 'the same as OpenTelemetry logs',
};
