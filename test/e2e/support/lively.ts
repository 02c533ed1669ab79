import { script, serve, type Site, WATCH } from './site.js';

/** How many buttons that do nothing. */
export const DEAD = 10;
/** A filter waits until the hand rests; no longer than the verdict about a burst does (250 ms), for then it is late. */
const DEBOUNCE_MS = 150;

const list = (count: number, of: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => of(i)).join('');

const BODY = `
<header><span id="clock" role="timer">0:00</span><span id="hand">|</span></header>
<main>
  <section aria-label="Amount"><button id="less">−</button><output id="amount">1</output><button id="more">+</button></section>
  <section aria-label="Questions">${list(4, (i) => `<h3><button id="question-${i}" aria-expanded="false" aria-controls="answer-${i}">Question ${i}</button></h3><div id="answer-${i}" hidden>Answer ${i}</div>`)}</section>
  <section aria-label="Views"><div role="tablist">${list(3, (i) => `<button role="tab" id="tab-${i}" aria-selected="${i === 0}" aria-controls="view">View ${i}</button>`)}</div><div role="tabpanel" id="view">View 0</div></section>
  <section aria-label="Filters">${list(3, (i) => `<button class="filter" id="filter-${i}">Filter ${i}</button>`)}<label><input type="checkbox" id="in-stock"> In stock</label><ul id="found"></ul></section>
  <section aria-label="Broken">${list(DEAD, (i) => `<button id="dead-${i}">Broken ${i}</button>`)}<button id="off" aria-disabled="true">Not yet</button></section>
</main>
<div id="carousel"><div id="slides">${list(3, (i) => `<div class="slide">Slide ${i}</div>`)}</div></div>
<aside id="bubble" aria-label="Chat"><span id="dots">.</span><div id="messages"></div><b id="unread">0</b></aside>`;

const STYLE = `
body{font:16px/1.5 sans-serif;margin:24px} main{max-width:640px} section{margin:16px 0} button{padding:8px 14px;margin:3px}
#carousel{position:absolute;top:24px;right:24px;width:320px;overflow:hidden} #slides{display:flex;transition:transform .4s} .slide{flex:0 0 320px;height:120px;background:#cde}
#bubble{position:fixed;right:24px;bottom:24px;width:220px;border:1px solid #999;animation:breathe 1s infinite alternate} #messages{height:90px;overflow:auto} @keyframes breathe{to{opacity:.7}}`;

/** What answers: at once, or, the filters, after a rest. */
const ANSWERS = `
const $ = (id) => document.getElementById(id);
const amount = (by) => () => ($('amount').value = Number($('amount').value) + by);
$('more').onclick = amount(1); $('less').onclick = amount(-1);
for (const button of document.querySelectorAll('[aria-expanded]')) button.onclick = () => {
  const open = button.getAttribute('aria-expanded') !== 'true';
  button.setAttribute('aria-expanded', String(open));
  $(button.getAttribute('aria-controls')).hidden = !open;
};
const tabs = [...document.querySelectorAll('[role=tab]')];
for (const tab of tabs) tab.onclick = () => {
  for (const one of tabs) one.setAttribute('aria-selected', String(one === tab));
  $('view').textContent = tab.textContent;
};
let timer, count = 0;
const filter = () => { clearTimeout(timer); timer = setTimeout(() => {
  $('found').innerHTML = '<li>Result ' + ++count + '</li>';
}, ${DEBOUNCE_MS}); };
for (const button of document.querySelectorAll('.filter')) button.onclick = filter;
$('in-stock').onchange = filter;`;

/** What moves by itself, and answers nobody. */
const MOVES = `
let seconds = 0, slide = 0, unread = 0;
setInterval(() => { $('clock').textContent = '0:' + String(++seconds).padStart(2, '0'); }, 1000);
setInterval(() => { $('hand').style.rotate = performance.now() / 10 + 'deg'; }, 100);
setInterval(() => { slide = (slide + 1) % 3; $('slides').style.transform = 'translateX(' + -320 * slide + 'px)'; }, 1200);
setInterval(() => { $('dots').textContent = '.'.repeat(1 + (performance.now() / 400 | 0) % 3); }, 400);
setInterval(() => {
  const message = document.createElement('p');
  message.textContent = 'Message ' + ++unread;
  $('messages').append(message);
  if ($('messages').children.length > 20) $('messages').firstChild.remove();
  $('messages').scrollTop = 1e6;
  $('unread').textContent = unread;
}, 900);`;

const page = (moves: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Things</title>${WATCH}${script('data-config="/antes.json"')}<style>${STYLE}</style></head><body>${BODY}<script>${ANSWERS}${moves}</script></body></html>`;

/** A page where much answers and some things do not: `/quiet`, and `/lively`, where a clock, a carousel and a chat move. */
export const serveLively = (): Promise<Site> =>
  serve(
    (path) =>
      ({
        '/quiet': page(''),
        '/lively': page(MOVES),
        '/antes.json': JSON.stringify({ version: 1, triggers: [] }),
      })[path],
  );
