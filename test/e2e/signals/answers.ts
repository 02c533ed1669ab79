import { on, RESTLESS, type Case, type Table } from './case.js';
import type { Hand } from './hand.js';

/** A press, and later three fast ones: neither is trouble, by whatever channel the page answers. */
const thrice =
  (selector: string) =>
  async (hand: Hand): Promise<void> => {
    await hand.click(selector);
    await hand.wait(700);
    await hand.click(selector, 3);
  };
/** What is said of presses; changing an option four times is another matter. */
const OF_PRESSES =
  'rage-click dead-click blocked-click impatient-click repeated-click false-affordance error-click missed-tap rage-key request-failure'.split(
    ' ',
  );
const SET = { 'dead-click': { wait: '900ms' } };
const answers = (body: string, selector = '#b', more: Partial<Case> = {}): Case => ({
  body,
  set: SET,
  act: thrice(selector),
  also: [...OF_PRESSES, ...(more.act ? [] : ['slow-click'])],
  watchMs: 1_300,
  ...more,
});
const B = '<button id="b">Press</button>';
const once = (selector: string) => (hand: Hand) => hand.click(selector);

/** Help of ours that is there only because the page asks for it. */
const GUIDE = {
  content: { guide: { title: 'How to pay' } },
  triggers: [
    {
      id: 'stuck',
      when: { event: 'stuck' },
      timing: { at: 'now' },
      show: { content: 'guide', as: 'notice' },
    },
    { id: 'later', when: { event: 'later' }, show: { content: 'guide', as: 'notice' } },
  ],
};

/** What answers, and by which channel: no signal at all may come of it. */
const channels: Readonly<Record<string, Case>> = {
  checkbox: answers('<input type="checkbox" id="b">', '#b', { in: 'all' }),
  'checkbox by its label': answers('<label for="c" id="b">Gift</label><input type="checkbox" id="c">', '#b', {
    in: 'all',
  }),
  'hidden checkbox with :checked': answers(
    '<style>#c { position:absolute; opacity:0 } #more { display:none } #c:checked ~ #more { display:block }</style><input type="checkbox" id="c"><label for="c" id="b">More</label><div id="more">Text</div>',
    '#b',
    { in: 'all' },
  ),
  'checkbox that is not displayed': answers(
    '<style>#c, #more { display:none } #c:checked ~ #more { display:block }</style><input type="checkbox" id="c"><label for="c" id="b">Menu</label><div id="more">Text</div>',
  ),
  radio: answers('<input type="radio" name="r" id="b"><input type="radio" name="r">', '#b', { in: 'all' }),
  select: answers('<select id="b"><option>A<option>B</select>', '#b', { act: once('#b') }),
  details: answers('<details><summary id="b">More</summary><p>Text</p></details>', '#b', { in: 'all' }),
  'modal dialog': answers(
    `${B}<dialog id="d"><button id="x">Close</button></dialog>${on('b', 'd.showModal()')}${on('x', 'd.close()')}`,
    '#b',
    {
      act: async (hand) => {
        await hand.click('#b');
        await hand.wait(300);
        await hand.click('#x');
        await hand.wait(300);
      },
      in: 'all',
    },
  ),
  popover: answers('<button id="b" popovertarget="p">Info</button><div id="p" popover>Text</div>', '#b', {
    in: 'all',
  }),
  contenteditable: answers('<div id="b" contenteditable="true" style="padding:20px">Text</div>', '#b', {
    in: 'all',
  }),
  'clipboard, with thanks': answers(
    `${B}<span id="s"></span>${on('b', "navigator.clipboard?.writeText('x').catch(() => {}); s.textContent = 'Copied'; setTimeout(() => { s.textContent = '' }, 500)")}`,
    '#b',
    { act: once('#b') },
  ),
  'execCommand copy': answers(
    `<input id="i" value="x">${B}${on('b', "i.select(); document.execCommand('copy')")}`,
    '#b',
    { act: once('#b') },
  ),
  download: answers('<a id="b" href="data:text/plain,x" download="x.txt">Invoice</a>', '#b', {
    act: once('#b'),
  }),
  'download by script': answers(
    `${B}${on('b', "const a = document.createElement('a'); a.href = URL.createObjectURL(new Blob(['x'])); a.download = 'x.txt'; document.body.append(a); a.click(); a.remove()")}`,
    '#b',
    { act: once('#b') },
  ),
  mailto: answers('<a id="b" href="mailto:a@example.com" onclick="event.preventDefault()">Mail</a>', '#b', {
    act: once('#b'),
  }),
  'anchor far away': answers(
    '<a id="b" href="#far">Down</a><div style="height:2500px"></div><h2 id="far">Far</h2>',
    '#b',
    { act: once('#b'), in: 'all' },
  ),
  'anchor where it is already': answers('<a id="b" href="#near">Near</a><h2 id="near">Near</h2>', '#b', {
    act: once('#b'),
  }),
  scrollIntoView: answers(
    `${B}<div style="height:2500px"></div><h2 id="far">Far</h2>${on('b', "far.scrollIntoView({ behavior: 'smooth' })")}`,
    '#b',
    { act: once('#b') },
  ),
  'help that the page opens': answers(`${B}${on('b', "antes.open('guide')")}`, '#b', {
    config: GUIDE,
    in: 'all',
  }),
  'help that the page opens when the pointer goes down': answers(
    `${B}<script>b.addEventListener('pointerdown', () => antes.open('guide'));</script>`,
    '#b',
    { config: GUIDE },
  ),
  'help that the page opens a moment later': answers(
    `${B}${on('b', "setTimeout(() => antes.open('guide'), 200)")}`,
    '#b',
    { config: GUIDE, act: once('#b') },
  ),
  'help of a trigger that the page tells': answers(`${B}${on('b', "antes.emit('stuck')")}`, '#b', {
    config: GUIDE,
    in: 'all',
  }),
  'help that the page opens, beside a clock': answers(
    `${RESTLESS}${B}${on('b', "antes.open('guide')")}`,
    '#b',
    { config: GUIDE, act: once('#b'), watchMs: 2_500 },
  ),
  'help of a trigger that waits for a pause': answers(`${B}${on('b', "antes.emit('later')")}`, '#b', {
    config: GUIDE,
    act: once('#b'),
    also: OF_PRESSES,
    set: { 'dead-click': { wait: '2.5s' } },
    watchMs: 3_500,
  }),
  'a class far away': answers(
    `<style>.dark { background: #222 }</style>${B}${on('b', "document.documentElement.classList.toggle('dark')")}`,
    '#b',
    {
      act: async (hand) => {
        await hand.click('#b', 3);
      },
    },
  ),
  'only an ARIA attribute': answers(
    `<button id="b" aria-pressed="false">Like</button>${on('b', "b.setAttribute('aria-pressed', String(b.getAttribute('aria-pressed') !== 'true'))")}`,
    '#b',
    { in: 'all' },
  ),
  'only a style': answers(`${B}<div id="s">x</div>${on('b', "s.style.left = Math.random() + 'px'")}`),
  'only a custom property': answers(
    `${B}${on('b', "document.documentElement.style.setProperty('--x', Math.random())")}`,
  ),
  'only a data attribute': answers(`${B}${on('b', 'document.body.dataset.theme = String(Math.random())')}`),
  'a shadow root far away': answers(
    `${B}<div id="h"></div><script>h.attachShadow({ mode: 'open' }).innerHTML = '<p>0</p>';</script>${on('b', "h.shadowRoot.firstChild.textContent += 'x'")}`,
  ),
  'custom element': answers(
    `<x-b></x-b><script>customElements.define('x-b', class extends HTMLElement { constructor() { super(); const r = this.attachShadow({ mode: 'open' }); r.innerHTML = '<button>Add</button><i>0</i>'; r.firstChild.onclick = () => { r.lastChild.textContent++; }; } })</script>`,
    'x-b >>> button',
    { in: 'all' },
  ),
  'a late custom element': answers(
    `<div id="app"></div><script>addEventListener('load', () => setTimeout(() => { app.attachShadow({ mode: 'open' }).innerHTML = '<button>Add</button><i>0</i>'; const r = app.shadowRoot; r.querySelector('button').onclick = () => { r.querySelector('i').textContent++; }; }, 400))</script>`,
    '#app >>> button',
    {
      act: async (hand) => {
        await hand.until('!!app.shadowRoot');
        await hand.click('#app >>> button');
        await hand.wait(500);
        await hand.click('#app >>> button', 3);
      },
    },
  ),
  'closed shadow root': answers(
    `<x-c></x-c><script>customElements.define('x-c', class extends HTMLElement { constructor() { super(); this.attachShadow({ mode: 'closed' }).innerHTML = '<button style="padding:30px">Add</button>'; } })</script>`,
    'x-c',
  ),
  canvas: answers('<canvas id="b" width="200" height="100" style="cursor:pointer"></canvas>'),
  'canvas in a button': answers(
    '<button id="b"><canvas width="100" height="40"></canvas></button>',
    '#b canvas',
    { act: once('#b canvas') },
  ),
  video: answers('<video id="b" controls width="300" height="150"></video>'),
  audio: answers('<audio id="b" controls></audio>'),
  iframe: answers('<iframe id="b" srcdoc="<button>x</button>" width="200" height="80"></iframe>'),
  'play button of the page': answers(
    `${B}<audio id="a" src="data:audio/wav;base64,UklGRiQAAABXQVZFZm10IBAAAAABAAEAQB8AAEAfAAABAAgAZGF0YQAAAAA="></audio>${on('b', 'a.paused ? a.play().catch(() => {}) : a.pause()')}`,
    '#b',
    { act: once('#b') },
  ),
  'history.pushState': answers(`${B}${on('b', "history.pushState(null, '', '?' + Math.random())")}`, '#b', {
    act: once('#b'),
  }),
  'content after 1.2 s': answers(
    `${B}<p id="s"></p>${on('b', "setTimeout(() => { s.textContent += 'x' }, 1200)")}`,
    '#b',
    {
      set: { 'slow-click': { from: '2s' } },
      act: once('#b'),
      watchMs: 2_000,
    },
  ),
  'fetch, then content after 1.2 s': answers(
    `${B}<p id="s"></p>${on('b', "fetch('api/x').then((r) => r.text()).then((t) => { s.textContent += t })")}`,
    '#b',
    {
      set: {},
      api: { 'api/x': { afterMs: 1_200, body: 'Here', type: 'text/plain' } },
      act: once('#b'),
      watchMs: 3_000,
      in: 'all',
    },
  ),
  'XHR, then content': answers(
    `${B}<p id="s"></p>${on('b', "const x = new XMLHttpRequest(); x.open('GET', 'api/x'); x.onload = () => { s.textContent += x.responseText }; x.send()")}`,
    '#b',
    {
      api: { 'api/x': { afterMs: 500, body: 'Here', type: 'text/plain' } },
      act: once('#b'),
    },
  ),
  'debounced by 300 ms': answers(
    `${B}<p id="s"></p>${on('b', "clearTimeout(globalThis.t); globalThis.t = setTimeout(() => { s.textContent += 'x' }, 300)")}`,
    '#b',
    {
      act: async (hand) => {
        await hand.click('#b');
        await hand.wait(700);
        await hand.click('#b', 2);
      },
      in: 'all',
    },
  ),
  'throttled by 300 ms': answers(
    `${B}<p id="s"></p>${on('b', "if (!globalThis.t) { s.textContent += 'x'; globalThis.t = setTimeout(() => { globalThis.t = 0 }, 300) }")}`,
    '#b',
    {
      act: (hand) => hand.click('#b', 4, 120),
    },
  ),
  'drawn anew with another number': answers(
    `<div id="app"></div><script>let n = 0; const draw = () => { app.innerHTML = '<button id="b">Add</button><span>' + n + '</span>'; document.getElementById('b').onclick = () => { n++; draw(); }; }; draw();</script>`,
    '#b',
    { in: 'all' },
  ),
  'the button goes away': answers(`<div id="app">${B}</div>${on('b', 'b.remove()')}`, '#b', {
    act: once('#b'),
  }),
  'validation bubble': answers('<form><input required><button id="b">Send</button></form>', '#b', {
    act: once('#b'),
    in: 'all',
  }),
  'validation of the page': answers(
    `<form novalidate><input id="i"><p id="e"></p><button id="b">Send</button></form><script>document.forms[0].onsubmit = (e) => { e.preventDefault(); i.setAttribute('aria-invalid', 'true'); e.target.querySelector('p').textContent = 'Missing'; i.focus(); }</script>`,
    '#b',
    { act: once('#b') },
  ),
  'focus moves': answers(`${B}<input id="i">${on('b', 'i.focus()')}`, '#b', { act: once('#b') }),
  'the label of a field': answers('<label id="b" for="i">Name</label> <input id="i">', '#b', { in: 'all' }),
  'text field': answers('<input id="b">'),
  'disabled, then enabled': answers(
    `${B}${on('b', 'b.disabled = true; setTimeout(() => { b.disabled = false }, 300)')}`,
    '#b',
    {
      act: async (hand) => {
        await hand.click('#b');
        await hand.wait(600);
        await hand.click('#b');
      },
    },
  ),
  'pressed again while it is disabled by itself': answers(
    `${B}<p id="s"></p>${on('b', "b.disabled = true; setTimeout(() => { b.disabled = false; s.textContent += 'x' }, 500)")}`,
    '#b',
    {
      act: (hand) => hand.click('#b', 3),
    },
  ),
  'a new window': answers(`${B}${on('b', "open('about:blank', '_blank')?.close()")}`, '#b', {
    act: once('#b'),
  }),
  'a new tab': answers('<a id="b" target="_blank" href="about:blank">Terms</a>', '#b', { act: once('#b') }),
  print: answers(`${B}${on('b', 'print()')}`, '#b', { act: once('#b') }),
  fullscreen: answers(
    `${B}<div id="d">x</div>${on('b', 'd.requestFullscreen().catch(() => {}); setTimeout(() => document.exitFullscreen().catch(() => {}), 300)')}`,
    '#b',
    { act: once('#b') },
  ),
  'a CSS animation': answers(
    `<style>@keyframes k { to { opacity: .2 } } .go { animation: k 300ms }</style>${B}<p id="s">x</p>${on('b', "s.className = 'go'")}`,
    '#b',
    { act: once('#b') },
  ),
  'a range': answers('<input type="range" id="b">'),
  'a number stepped': answers('<input type="number" id="b" value="3">'),
  'a colour and a date': answers('<input type="date" id="b">', '#b', { act: once('#b') }),
  'a file': answers('<input type="file" id="b" onclick="event.preventDefault()">', '#b', { act: once('#b') }),
  'a file by its label': answers(
    '<label id="b">Photo <input type="file" hidden onclick="event.preventDefault()"></label>',
    '#b',
    {
      act: once('#b'),
    },
  ),
  'a handler that acts on pointerdown': answers(
    `${B}<p id="s"></p><script>b.onpointerdown = () => { s.textContent += 'x' }</script>`,
  ),
  'aria-activedescendant': answers(
    `<ul id="l" role="listbox" tabindex="0"><li role="option" id="b">A</li><li role="option">B</li></ul><script>l.onclick = (e) => { l.setAttribute('aria-activedescendant', e.target.id); }</script>`,
    '#b',
    { act: once('#b') },
  ),
  'a navigation': answers('<a id="b" href="next">Next</a>', '#b', {
    pages: { next: '<h1>Next</h1>' },
    act: async (hand) => {
      await hand.click('#b');
      await hand.until("location.pathname.endsWith('next')");
    },
    in: 'all',
  }),
  'a slow navigation': answers('<a id="b" href="api/next">Next</a>', '#b', {
    api: { 'api/next': { afterMs: 1_500, body: '<!doctype html><title>x</title>x' } },
    act: async (hand) => {
      await hand.click('#b');
      await hand.until("location.pathname.endsWith('next')");
    },
    set: { 'dead-click': { wait: '700ms' }, 'slow-click': { request: '4s', from: '2s' } },
    watchMs: 100,
  }),
  '204 as the answer of a form': answers(
    '<form action="api/none" method="post"><button id="b">Send</button></form>',
    '#b',
    {
      api: { 'api/none': { status: 204 } },
      act: once('#b'),
    },
  ),
  'a worker': answers(
    `${B}<p id="s"></p><script>const w = new Worker(URL.createObjectURL(new Blob(['onmessage = () => postMessage(1)']))); w.onmessage = () => { s.textContent += 'x' }; b.onclick = () => w.postMessage(0);</script>`,
  ),
  'drag handle': answers(
    `<div id="b" role="slider" tabindex="0" aria-valuenow="1" style="width:100px;height:20px;background:#999"></div>${on('b', "b.setAttribute('aria-valuenow', Math.random())")}`,
  ),
  'with a finger, a checkbox': answers(
    '<input type="checkbox" id="b" style="width:40px;height:40px">',
    '#b',
    { act: (hand) => hand.tap('#b', 4), in: 'fingers' },
  ),
  'with a finger, a stepper': answers(
    `${B}<output id="s">0</output>${on('b', 's.value = Number(s.value) + 1')}`,
    '#b',
    { act: (hand) => hand.tap('#b', 5, 120), in: 'fingers' },
  ),
  'with Enter, a stepper': answers(
    `${B}<output id="s">0</output>${on('b', 's.value = Number(s.value) + 1')}`,
    '#b',
    {
      act: async (hand) => {
        await hand.focus('#b');
        await hand.keys('Enter', 5, 120);
      },
      in: 'all',
    },
  ),
  'with Space, a checkbox': answers('<input type="checkbox" id="b">', '#b', {
    act: async (hand) => {
      await hand.focus('#b');
      await hand.keys('Space', 4, 200);
    },
    in: 'all',
  }),
};

export const ANSWERS: Table = { 'an answer': { yes: {}, no: channels } };
