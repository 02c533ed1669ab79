// @ts-check
// What every page of the shop does in the browser, beside what its forms and links do by themselves.
import { openChat } from './chat.js';

const queue = /** @type {{ push(command: (antes: any) => void): unknown }} */ (
  /** @type {any} */ (window).antes
);
const { facts } = JSON.parse(document.getElementById('page-facts')?.textContent ?? '{}');

queue.push((antes) => antes.facts(facts));
queue.push((antes) => antes.register('chat.open', openChat));

for (const button of document.querySelectorAll('[data-open-chat]'))
  button.addEventListener('click', () => openChat());

// What the customer agreed to pass on to this form. It is read once, and nobody has to write it again.
const message = /** @type {HTMLTextAreaElement | null} */ (document.querySelector('#callback-form #message'));
const told = message && sessionStorage.getItem('antes.handoff');
if (message && told) {
  sessionStorage.removeItem('antes.handoff');
  const { lines = [] } = JSON.parse(told);
  message.value ||= lines.map((/** @type {any} */ { label, text }) => `${label}: ${text}`).join('\n');
}

// The summary of errors is what the customer must meet first after a form came back.
/** @type {HTMLElement | null} */ (document.querySelector('[data-focus]'))?.focus();

document.querySelector('[data-helped]')?.addEventListener('submit', (event) => {
  const helped = /** @type {SubmitEvent} */ (event).submitter?.getAttribute('value') === 'yes';
  if (helped) queue.push((antes) => antes.emit('answer-found'));
});

const order = document.querySelector('[data-order]')?.getAttribute('data-order');
if (order) followOrder(order, facts['order.state']);

/** Shows the next stage when there is one. @param {string} id @param {string} state */
function followOrder(id, state) {
  const EVERY_MS = 15_000;
  const look = async () => {
    if (document.visibilityState === 'visible') {
      const answer = await fetch(`/orders/${id}.json`).catch(() => undefined);
      const news = answer?.ok ? (await answer.json()).order.state : state;
      if (news !== state) return location.reload();
    }
    if (state !== 'delivered') setTimeout(look, EVERY_MS);
    return undefined;
  };
  setTimeout(look, EVERY_MS);
}
