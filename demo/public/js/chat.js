// @ts-check
// A small chat window. The colleague in it is simulated by the server.

const texts = JSON.parse(document.getElementById('chat-texts')?.textContent ?? '{}');

/** @type {HTMLElement | undefined} */
let panel;
/** @type {Element | null} */
let cameFrom = null;

/**
 * Opens the chat; what the page already knows is shown, so the customer need not repeat it.
 * @param {unknown} [handoff]
 */
export async function openChat(handoff) {
  cameFrom = document.activeElement;
  panel ??= await build();
  panel.hidden = false;
  const known = linesOf(handoff);
  if (known.length > 0) {
    say('known', [texts.known, ...known]);
    tellShop(handoff);
  }
  panel.querySelector('textarea')?.focus();
}

/** So that whoever answers has it before them. @param {unknown} handoff */
function tellShop(handoff) {
  fetch('/api/chat/handoff', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ handoff }),
  }).catch(() => undefined);
}

function closeChat() {
  if (!panel) return;
  panel.hidden = true;
  if (cameFrom instanceof HTMLElement && cameFrom.isConnected) cameFrom.focus();
}

async function build() {
  const box = element('section', {
    class: 'chat',
    role: 'dialog',
    'aria-labelledby': 'chat-title',
    id: 'chat',
  });
  const close = element('button', { class: 'chat__close', type: 'button', 'aria-label': texts.close }, '×');
  close.addEventListener('click', closeChat);
  const log = element('div', {
    class: 'chat__log',
    role: 'log',
    'aria-label': texts.log,
    tabindex: '0',
    id: 'chat-log',
  });
  const form = element('form', { class: 'chat__form', id: 'chat-form' });
  const field = element('textarea', {
    id: 'chat-message',
    name: 'message',
    rows: '2',
    maxlength: '1000',
    required: '',
  });
  form.append(
    element('label', { for: 'chat-message' }, texts.label),
    field,
    element('button', { class: 'button button--small' }, texts.send),
  );
  form.addEventListener('submit', send);
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    closeChat();
  });
  const head = element('header', { class: 'chat__head' });
  head.append(element('h2', { id: 'chat-title' }, texts.title), close);
  box.append(head, log, form);
  document.body.append(box);

  const answer = await fetch('/api/hours')
    .then((response) => response.json())
    .catch(() => undefined);
  say('shop', [answer?.hours?.chat?.open === false ? texts.helloClosed : texts.hello], log);
  return box;
}

/** @param {Event} event */
async function send(event) {
  event.preventDefault();
  const form = /** @type {HTMLFormElement} */ (event.currentTarget);
  const field = /** @type {HTMLTextAreaElement} */ (form.querySelector('textarea'));
  const message = field.value.trim();
  if (!message) return;
  try {
    const response = await fetch('/api/chat', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ message }),
    });
    if (!response.ok) throw new Error(String(response.status));
    const { reply } = await response.json();
    say('you', [message]);
    say('shop', [reply]);
    field.value = '';
  } catch {
    say('failed', [texts.failed]);
  }
  field.focus();
}

/** @param {'you' | 'shop' | 'known' | 'failed'} author @param {string[]} lines @param {Element | null} [log] */
function say(author, lines, log = document.getElementById('chat-log')) {
  const item = element('div', { class: `chat__line chat__line--${author}` });
  if (author === 'you' || author === 'shop') item.append(element('strong', {}, texts[author]));
  for (const line of lines) item.append(element('p', {}, line));
  log?.append(item);
  log?.scrollTo(0, log.scrollHeight);
}

/** A hand-off may be a list of lines, of label and value, or an object of facts. @param {unknown} handoff @returns {string[]} */
function linesOf(handoff) {
  if (!handoff || typeof handoff !== 'object') return [];
  const { lines } = /** @type {{ lines?: unknown }} */ (handoff);
  const list = Array.isArray(handoff) ? handoff : Array.isArray(lines) ? lines : Object.entries(handoff);
  return list.flatMap((line) => {
    if (typeof line === 'string') return [line];
    const [label, value] = Array.isArray(line) ? line : [line?.label, line?.text ?? line?.value];
    return ['string', 'number'].includes(typeof value) ? [label ? `${label}: ${value}` : String(value)] : [];
  });
}

/** @param {string} name @param {Record<string, string>} attributes @param {string} [text] */
function element(name, attributes, text) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  if (text !== undefined) node.textContent = text;
  return node;
}
