import { DOM_EVENTS } from './dom-events.mjs';
import { nameOf, textOf, walk } from './walk.mjs';

/** What a reviewer of a page with payments asks for: is it used, and where? */
const MEMBERS = `
  value valueAsNumber checked selectedIndex validity validationMessage inputType textContent title key
  code getSelection getComputedStyle attachInternals href pathname userActivation maxTouchPoints
  language onLine getEntriesByType doNotTrack globalPrivacyControl matchMedia locks userAgentData
`
  .trim()
  .split(/\s+/);
const UNWANTED = `
  cookie cookieStore referrer clipboardData readText innerText selectedOptions FormData files indexedDB
  caches serviceWorker WebSocket RTCPeerConnection geolocation getUserMedia userAgent plugins
  getContext toDataURL postMessage BroadcastChannel PaymentRequest Worker SharedWorker
`
  .trim()
  .split(/\s+/);
const WATCHED = new Set([...MEMBERS, ...UNWANTED]);
const REQUESTS = ['fetch', 'sendBeacon', 'EventSource', 'XMLHttpRequest', 'WebSocket', 'WebTransport'];
const LISTENS = ['on', 'listen', 'addEventListener'];
const ATTRIBUTES = ['attr', 'getAttribute', 'hasAttribute'];
const OBSERVERS = ['Mutation', 'Resize', 'Intersection', 'Performance', 'Reporting'].map(
  (what) => `${what}Observer`,
);
const KEY = /(?:^|_)(?:KEY|PROBE|LASTING)$/;
const OWN = /^antes\.[a-z]+(?:\.[a-z]+)*$/;

/** Whether a text is the key of something, and not a value. */
const isKey = (node, parent) => parent?.type === 'Property' && parent.key === node && !parent.computed;
/** A member that is only set: `a.title = x`. */
const isSet = (node, parent) =>
  parent?.type === 'AssignmentExpression' && parent.operator === '=' && parent.left === node;

/** What is done then: a function, or what makes one. */
const isDone = (node) => /^(?:(?:ArrowFunction|Function|Call)Expression|Identifier)$/.test(node?.type ?? '');

const eventsOf = (text) => {
  const words = text.split(' ').map((word) => word.replace('!', ''));
  return words.every((word) => DOM_EVENTS.has(word)) ? words : [];
};

/**
 * What a module does to the page around it, found in its syntax tree.
 * @param {any} ast
 * @param {{ listens?: boolean }} [options] `listens`: in its room events are kept in variables and handed on
 */
export function factsOf(ast, { listens = true } = {}) {
  const facts = {
    events: new Set(),
    storage: new Set(),
    usesStorage: false,
    own: new Set(),
    requests: new Set(),
    members: new Set(),
    attributes: new Set(),
    observers: new Set(),
    elements: new Set(),
    told: new Set(),
    symbols: new Set(),
    addresses: new Set(),
  };
  /** Events that are named in it, and whether some are listened to whose names are kept elsewhere. */
  const named = new Set();
  let indirect = false;

  const call = (node) => {
    const name = nameOf(node.callee) ?? '';
    const texts = node.arguments.map(textOf);
    const [first] = texts;
    if (LISTENS.includes(name)) {
      const events = texts.flatMap((text) => (text === undefined ? [] : eventsOf(text)));
      for (const event of events) facts.events.add(event);
      indirect ||= events.length === 0;
    }
    if (/^(?:get|set|remove)Item$/.test(name)) facts.usesStorage = true;
    if (ATTRIBUTES.includes(name))
      for (const text of texts) if (text !== undefined) facts.attributes.add(text);
    if (name === 'for' && first !== undefined) facts.symbols.add(first);
  };
  const text = (value, node, parents) => {
    const parent = parents.at(-1);
    if (OBSERVERS.includes(value)) facts.observers.add(value);
    // A row of a table: the event, and what is done then.
    const isRow =
      parent?.type === 'ArrayExpression' && parent.elements[0] === node && isDone(parent.elements[1]);
    if (isRow) for (const event of eventsOf(value)) facts.events.add(event);
    // Not what is compared, or the value of something.
    if (!/^(?:BinaryExpression|Property)$/.test(parent?.type))
      for (const event of eventsOf(value)) named.add(event);
    if (WATCHED.has(value) && parent?.type === 'CallExpression') facts.members.add(value);
    if (/^antes-[a-z]+(?:-[a-z]+)*$/.test(value)) facts.elements.add(value);
    if (/^antes:[a-z]+$/.test(value)) facts.told.add(value);
    if (/^(?:https?|wss?):\/\/./.test(value)) facts.addresses.add(value);
    if (!OWN.test(value) || isKey(node, parent) || value.endsWith('.js')) return;
    const holder = parents.findLast(({ type }) => type === 'VariableDeclarator' || type === 'Property');
    const name = nameOf(holder?.id ?? holder?.key ?? {}) ?? '';
    facts[KEY.test(name) || name === 'key' ? 'storage' : 'own'].add(value);
  };

  walk(ast, (node, parents) => {
    const parent = parents.at(-1);
    if (node.type === 'CallExpression' || node.type === 'NewExpression') call(node);
    const value = textOf(node);
    if (value !== undefined) text(value, node, parents);
    if (node.type === 'MemberExpression') {
      const name = nameOf(node) ?? '';
      if (WATCHED.has(name) && !isSet(node, parent)) facts.members.add(name);
    }
    if (node.type === 'Identifier' && OBSERVERS.includes(node.name)) facts.observers.add(node.name);
    // A table whose keys are events.
    if (node.type === 'ObjectExpression') {
      const keys = node.properties.map(({ key, value: done }) =>
        isDone(done) && key ? (key.name ?? key.value) : '',
      );
      if (keys.every((key) => DOM_EVENTS.has(key))) for (const key of keys) named.add(key);
    }
    // Not only where it is called: it may be handed on.
    if (node.type === 'Identifier' && REQUESTS.includes(node.name) && !isKey(node, parent))
      facts.requests.add(node.name);
    if (node.type === 'Identifier' && UNWANTED.includes(node.name) && parent?.type !== 'MemberExpression')
      if (!isKey(node, parent)) facts.members.add(node.name);
    if (node.type === 'ObjectPattern')
      for (const { key } of node.properties)
        if (key && WATCHED.has(nameOf(key))) facts.members.add(nameOf(key));
    // `stream.onmessage = …`
    const left = node.type === 'AssignmentExpression' ? (nameOf(node.left) ?? '') : '';
    if (left.startsWith('on') && DOM_EVENTS.has(left.slice(2))) facts.events.add(left.slice(2));
    // Lit: html`<button @click=${…}>`
    if (node.type === 'TemplateElement')
      for (const [, event] of node.value.raw.matchAll(/@([a-z]+)=$/g)) facts.events.add(event);
  });
  if (indirect && listens) for (const event of named) facts.events.add(event);
  return facts;
}

/** Of these it is told that nothing uses them, where that is so. */
export const unwanted = UNWANTED;
