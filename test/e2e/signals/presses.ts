import { on, RESTLESS, type Table } from './case.js';

const FAST_DEAD = { 'dead-click': { wait: '700ms' } };

/** Presses that are not answered, are answered late, or ought not to be judged. */
export const PRESSES: Table = {
  'rage-click': {
    yes: {
      'a button': {
        body: '<button id="pay">Pay</button>',
        act: (hand) => hand.click('#pay', 3),
        wanted: { target: /pay/, by: 'mouse' },
        in: 'all',
      },
      'a div with a role, while the page never stands still': {
        body: `<div id="pay" role="button" tabindex="0">Pay</div>${RESTLESS}`,
        act: async (hand) => {
          await hand.wait(1_500);
          await hand.click('#pay', 3);
        },
        in: 'all',
      },
      'a link that goes nowhere': {
        body: '<a id="more" href="#" onclick="return false">More</a>',
        act: (hand) => hand.click('#more', 4),
      },
      'with Enter': {
        body: '<button id="pay">Pay</button>',
        act: async (hand) => {
          await hand.focus('#pay');
          await hand.keys('Enter', 4);
        },
        wanted: { by: 'key' },
        in: 'all',
      },
      'with Space, on a link-like control of the page': {
        body: '<div id="pay" role="button" tabindex="0">Pay</div><script>pay.onkeydown = (e) => e.key === " " && (e.preventDefault(), pay.click())</script>',
        act: async (hand) => {
          await hand.focus('#pay');
          await hand.keys('Space', 5);
        },
      },
      'with a finger': {
        body: '<button id="pay" style="padding:20px">Pay</button>',
        act: (hand) => hand.tap('#pay', 4),
        wanted: { by: 'touch' },
        in: 'fingers',
      },
      'drawn anew each time, just as it was': {
        body: `<main id="app"><button class="b">Pay</button></main>
          <script>app.addEventListener('click', () => { app.innerHTML = '<button class="b">Pay</button>'; });</script>`,
        act: (hand) => hand.click('#app button', 4),
      },
      'in a shadow root': {
        body: `<x-pay></x-pay><script>customElements.define('x-pay', class extends HTMLElement {
          constructor() { super(); this.attachShadow({ mode: 'open' }).innerHTML = '<button>Pay</button>'; } })</script>`,
        act: (hand) => hand.click('x-pay >>> button', 3),
      },
      'an icon in a button': {
        body: '<button id="pay"><svg width="40" height="40"><circle cx="20" cy="20" r="18"/></svg></button>',
        act: (hand) => hand.click('#pay svg', 3),
        wanted: { target: /pay/ },
      },
      'only its own ripple moves': {
        body: `<button id="pay" style="position:relative;overflow:hidden;transition:background 100ms">Pay</button><style>#pay:active { background: gold }</style>`,
        act: (hand) => hand.click('#pay', 3),
      },
    },
    no: {
      'two presses': {
        body: '<button id="pay">Pay</button>',
        act: (hand) => hand.click('#pay', 2),
        in: 'all',
      },
      'slow presses': {
        body: '<button id="pay">Pay</button>',
        act: (hand) => hand.click('#pay', 3, 1_250),
      },
      'a stepper': {
        body: `<button id="plus">+</button><output id="n">1</output>${on('plus', 'n.value = Number(n.value) + 1')}`,
        act: (hand) => hand.click('#plus', 8, 110),
        calm: true,
        in: 'all',
      },
      'a triple click that selects text': {
        body: '<p id="text">Some text that somebody selects</p>',
        act: (hand) => hand.click('#text', 3, 60),
        calm: true,
        in: 'all',
      },
      'presses in a text field': {
        body: '<input id="name"><textarea id="note"></textarea><div id="rich" contenteditable="true" style="width:200px">a</div>',
        act: async (hand) => {
          for (const id of ['#name', '#note', '#rich']) await hand.click(id, 3);
        },
        calm: true,
        in: 'all',
      },
      'right clicks': {
        body: '<button id="pay" oncontextmenu="return false">Pay</button>',
        act: (hand) => hand.rightClick('#pay', 4),
        calm: true,
      },
      'presses with a modifier': {
        body: '<button id="pay">Pay</button>',
        act: async (hand) => {
          await hand.page.keyDown('Control');
          await hand.click('#pay', 3);
          await hand.page.keyUp('Control');
        },
        calm: true,
      },
      'what is to be ignored': {
        body: '<div data-antes-ignore><button id="pay">Pay</button></div><button class="game" id="b">Game</button>',
        config: { policy: { ignore: { selectors: ['.game'] } } },
        act: async (hand) => {
          await hand.click('#pay', 4);
          await hand.click('#b', 4);
        },
        calm: true,
      },
      'three different buttons': {
        body: '<button id="a">A</button><button id="b">B</button><button id="c">C</button>',
        act: async (hand) => {
          await hand.click('#a');
          await hand.click('#b');
          await hand.click('#c');
        },
      },
      'three presses with Enter': {
        body: '<button id="pay">Pay</button>',
        act: async (hand) => {
          await hand.focus('#pay');
          await hand.keys('Enter', 3);
        },
        also: ['rage-key'],
      },
      'the first press was answered': {
        body: `<button id="pay">Pay</button><p id="said"></p>${on('pay', "said.textContent ||= 'Thank you'")}`,
        act: (hand) => hand.click('#pay', 3),
      },
    },
  },
  'dead-click': {
    yes: {
      'a button that tells an event which brings no help': {
        body: `<button id="pay">Pay</button>${on('pay', "antes.emit('pressed')")}`,
        set: FAST_DEAD,
        act: (hand) => hand.click('#pay'),
        wanted: { target: /pay/ },
      },
      'a button whose event brings help at the third press only': {
        body: `<button id="pay">Pay</button>${on('pay', "antes.emit('pressed')")}`,
        config: {
          content: { guide: { title: 'How to pay' } },
          triggers: [
            {
              id: 'third',
              when: { event: 'pressed', min: 3 },
              timing: { at: 'now' },
              show: { content: 'guide', as: 'notice' },
            },
          ],
        },
        set: FAST_DEAD,
        act: (hand) => hand.click('#pay'),
        wanted: { target: /pay/ },
      },
      'a button that opens help which there is not': {
        body: `<button id="pay">Pay</button>${on('pay', "antes.open('nothing')")}`,
        set: FAST_DEAD,
        act: (hand) => hand.click('#pay'),
        wanted: { target: /pay/ },
      },
      'a button, as long as it waits by itself': {
        body: '<button id="pay">Pay</button>',
        act: (hand) => hand.click('#pay'),
        wanted: { target: /pay/ },
        patienceMs: 4_500,
        in: 'all',
      },
      'a link, while the page never stands still': {
        body: `<a id="more" href="javascript:void(0)">More</a>${RESTLESS}`,
        set: FAST_DEAD,
        act: async (hand) => {
          await hand.wait(1_500);
          await hand.click('#more');
        },
        patienceMs: 6_000,
        in: 'all',
      },
      'with Enter, on a link by role': {
        body: '<span id="more" role="link" tabindex="0">More</span><script>more.onkeydown = (e) => e.key === "Enter" && more.click()</script><button id="b">B</button>',
        set: FAST_DEAD,
        act: async (hand) => {
          await hand.focus('#b');
          await hand.keys('Enter');
        },
      },
      'with a finger': {
        body: '<button id="pay" type="button">Pay</button>',
        set: FAST_DEAD,
        act: (hand) => hand.tap('#pay'),
        in: 'fingers',
      },
      'early, when it is pressed again': {
        body: '<button id="pay">Pay</button>',
        act: (hand) => hand.click('#pay', 2, 1_150),
        patienceMs: 900,
      },
      'while a toast fades': {
        body: `<button id="go">Go</button><button id="pay">Pay</button><div id="toast" style="position:fixed;top:0">Saved</div>
          <script>go.onclick = () => { let o = 1; const id = setInterval(() => { toast.style.opacity = o -= 0.005; if (o <= 0) clearInterval(id); }, 16); };</script>`,
        set: FAST_DEAD,
        act: async (hand) => {
          await hand.click('#go');
          await hand.wait(1_200);
          await hand.click('#pay');
        },
        wanted: { target: /pay/ },
        patienceMs: 6_000,
      },
      'a request for statistics is no answer': {
        body: `<button id="pay">Pay</button>${on('pay', "navigator.sendBeacon('api/t', 'x')")}`,
        api: { 'api/t': { status: 204 } },
        set: FAST_DEAD,
        act: (hand) => hand.click('#pay'),
      },
      'a menu item': {
        body: '<ul role="menu"><li role="menuitem" id="item" tabindex="-1">Invoices</li></ul>',
        set: FAST_DEAD,
        act: (hand) => hand.click('#item'),
      },
    },
    no: {
      'a radio that is chosen already': {
        body: '<label><input type="radio" name="r" id="r" checked> Yes</label>',
        set: FAST_DEAD,
        act: (hand) => hand.click('#r'),
        in: 'all',
      },
      'the current page and the current tab': {
        body: `<nav><a id="a" href="#" aria-current="page" onclick="return false">Cart</a></nav>
          <div role="tablist"><button id="t" role="tab" aria-selected="true">One</button></div>
          <button id="p" aria-pressed="true" data-x>Bold</button>`,
        set: FAST_DEAD,
        act: async (hand) => {
          await hand.click('#a');
          await hand.click('#t');
        },
      },
      'a disabled button': {
        body: '<button id="pay" disabled>Pay</button><div id="b" role="button" aria-disabled="true" tabindex="0">Go</div>',
        set: FAST_DEAD,
        act: async (hand) => {
          await hand.click('#pay');
          await hand.click('#b');
        },
        in: 'all',
      },
      text: {
        body: '<p id="text">Some text</p><h2 id="h">A heading</h2><li id="l">An entry</li>',
        set: FAST_DEAD,
        act: async (hand) => {
          for (const id of ['#text', '#h', '#l']) await hand.click(id);
        },
        calm: true,
      },
      'a press that takes a selection away': {
        body: '<p id="text">Some text that is selected</p><button id="pay" tabindex="-1">Pay</button>',
        set: FAST_DEAD,
        act: async (hand) => {
          await hand.select('#text');
          await hand.click('#text');
          await hand.wait(200);
        },
        calm: true,
      },
      'a drag over a button': {
        body: '<button id="pay">Pay</button><div style="height:200px"></div>',
        set: FAST_DEAD,
        act: async (hand) => {
          const [x, y] = await hand.middle('#pay');
          await hand.page.path([[x, y]]);
          await hand.page.mouseDown();
          await hand.page.path(
            [
              [x, y + 40],
              [x, y + 120],
            ],
            20,
          );
          await hand.page.mouseUp();
        },
        calm: true,
      },
      'the page is left for another tab': {
        body: '<button id="pay">Pay</button>',
        set: FAST_DEAD,
        act: async (hand) => {
          await hand.click('#pay');
          await hand.page.away!(1_000);
        },
      },
    },
  },
  'slow-click': {
    yes: {
      'the page changes late': {
        body: `<button id="pay">Pay</button><p id="said"></p>${on('pay', "setTimeout(() => { said.textContent = 'Done'; }, 1400)")}`,
        act: (hand) => hand.click('#pay'),
        in: 'all',
      },
      'with Enter': {
        body: `<button id="pay">Pay</button><p id="said"></p>${on('pay', "setTimeout(() => { said.textContent = 'Done'; }, 2400)")}`,
        act: async (hand) => {
          await hand.focus('#pay');
          await hand.keys('Enter');
        },
        patienceMs: 4_500,
      },
      'an answer after it was taken for dead': {
        body: `<button id="pay">Pay</button><p id="said"></p>${on('pay', "setTimeout(() => { said.textContent = 'Done'; }, 1500)")}`,
        set: FAST_DEAD,
        act: (hand) => hand.click('#pay'),
        wanted: { evidence: { replaces: 'dead-click' } },
      },
      'a request that does not end': {
        body: `<button id="pay">Pay</button>${on('pay', "fetch('api/slow')")}`,
        api: { 'api/slow': { afterMs: 3_500, body: '{}', type: 'application/json' } },
        set: { 'slow-click': { request: '1500ms' } },
        act: (hand) => hand.click('#pay'),
        patienceMs: 6_000,
      },
    },
    no: {
      'an answer after 0.3 s': {
        body: `<button id="pay">Pay</button><p id="said"></p>${on('pay', "setTimeout(() => { said.textContent = 'Done'; }, 300)")}`,
        act: (hand) => hand.click('#pay'),
        calm: true,
        in: 'all',
      },
      'the page says that it is busy': {
        body: `<button id="pay">Pay</button><div id="area"></div>${on('pay', "area.setAttribute('aria-busy', 'true'); fetch('api/slow').then(() => { area.removeAttribute('aria-busy'); area.textContent = 'Here'; })")}`,
        api: { 'api/slow': { afterMs: 2_500, body: '{}', type: 'application/json' } },
        set: { 'slow-click': { request: '1500ms' } },
        act: async (hand) => {
          await hand.click('#pay');
          await hand.wait(2_500);
        },
        calm: true,
      },
      'a spinner at once, the rest later': {
        body: `<button id="pay">Pay</button><p id="said"></p>${on('pay', "said.innerHTML = '<span class=spinner>…</span>'; setTimeout(() => { said.textContent = 'Done'; }, 1600)")}`,
        act: async (hand) => {
          await hand.click('#pay');
          await hand.wait(1_600);
        },
        calm: true,
      },
      'an answer that never comes': {
        body: '<button id="pay">Pay</button>',
        set: FAST_DEAD,
        act: (hand) => hand.click('#pay'),
        watchMs: 2_500,
      },
    },
  },
  'repeated-click': {
    yes: {
      'a checkbox to and fro': {
        body: '<label><input id="c" type="checkbox"> Gift</label>',
        act: (hand) => hand.click('#c', 6, 150),
        in: 'all',
      },
      'a disclosure to and fro': {
        body: `<button id="c" aria-expanded="false">More</button><p id="p" hidden>Text</p>${on('c', "p.hidden = !p.hidden; c.setAttribute('aria-expanded', String(!p.hidden))")}`,
        act: (hand) => hand.click('#c', 6, 150),
      },
      'a switch': {
        body: `<button id="c" role="switch" aria-checked="false">Wifi</button>${on('c', "c.setAttribute('aria-checked', String(c.getAttribute('aria-checked') !== 'true'))")}`,
        act: (hand) => hand.click('#c', 6, 150),
      },
    },
    no: {
      'show more': {
        body: `<button id="m">More</button><ul id="l"></ul>${on('m', "l.insertAdjacentHTML('beforeend', '<li>x</li>')")}`,
        act: (hand) => hand.click('#m', 7, 120),
        calm: true,
      },
      'pages of a list': {
        body: `<button id="m">Next</button><p id="l">1</p>${on('m', 'l.textContent = Number(l.textContent) + 1')}`,
        act: (hand) => hand.click('#m', 7, 120),
        calm: true,
      },
      'a checkbox three times': {
        body: '<input id="c" type="checkbox">',
        act: (hand) => hand.click('#c', 3, 150),
        calm: true,
        in: 'all',
      },
      'a carousel': {
        body: `<button id="m">›</button><div id="l" style="overflow:auto;width:200px;white-space:nowrap"><div style="width:4000px">x</div></div>${on('m', 'l.scrollBy(200, 0)')}`,
        act: (hand) => hand.click('#m', 7, 120),
        calm: true,
      },
    },
  },
  'blocked-click': {
    yes: {
      'a disabled button': {
        body: '<button id="pay" disabled>Pay</button>',
        act: (hand) => hand.click('#pay', 2, 400),
        wanted: { target: /pay/, weight: 0.6 },
        in: 'all',
      },
      'a control that is disabled by ARIA': {
        body: '<div id="pay" role="button" tabindex="0" aria-disabled="true">Pay</div>',
        act: (hand) => hand.click('#pay', 2, 400),
        in: 'all',
      },
      'a disabled fieldset': {
        body: '<fieldset disabled><button id="pay"><b>Pay</b></button></fieldset>',
        act: (hand) => hand.click('#pay b', 2, 400),
      },
      'one that lets the pointer through': {
        body: '<div id="wrap" style="padding:30px"><button id="pay" disabled style="pointer-events:none">Pay</button></div>',
        act: (hand) => hand.click('#pay', 2, 400),
        wanted: { target: /pay/ },
        in: 'all',
      },
      'with Enter': {
        body: '<button id="pay" aria-disabled="true">Pay</button>',
        act: async (hand) => {
          await hand.focus('#pay');
          await hand.keys('Enter', 3, 400);
        },
      },
      'with a finger': {
        body: '<button id="pay" disabled style="padding:20px">Pay</button>',
        act: (hand) => hand.tap('#pay', 3, 400),
        in: 'fingers',
      },
      'a custom element that is disabled': {
        body: `<x-pay></x-pay><script>customElements.define('x-pay', class extends HTMLElement {
          constructor() { super(); this.attachShadow({ mode: 'open' }).innerHTML = '<button disabled>Pay</button>'; } })</script>`,
        act: (hand) => hand.click('x-pay >>> button', 2, 400),
      },
    },
    no: {
      once: {
        body: '<button id="pay" disabled>Pay</button>',
        act: (hand) => hand.click('#pay'),
        calm: true,
        in: 'all',
      },
      'it is enabled in between': {
        body: '<button id="pay" disabled>Pay</button><p id="said"></p><script>setTimeout(() => { pay.disabled = false; }, 900); pay.onclick = () => { said.textContent = "Done"; }</script>',
        act: async (hand) => {
          await hand.click('#pay');
          await hand.until('!pay.disabled');
          await hand.click('#pay');
        },
        also: ['dead-click', 'rage-click'],
        in: 'all',
      },
      'beside it': {
        body: '<div style="padding:60px"><button id="pay" disabled>Pay</button></div>',
        act: async (hand) => {
          const [x, y] = await hand.middle('#pay');
          await hand.clickAt([x, y + 40], 2, 400);
        },
        calm: true,
      },
      'long after': {
        body: '<button id="pay" disabled>Pay</button>',
        set: { 'blocked-click': { within: '1s' } },
        act: (hand) => hand.click('#pay', 2, 1_300),
      },
      'two different ones': {
        body: '<button id="a" disabled>A</button><button id="b" disabled>B</button>',
        act: async (hand) => {
          await hand.click('#a');
          await hand.click('#b');
        },
      },
    },
  },
  'error-click': {
    yes: {
      'its handler throws': {
        body: `<button id="pay">Pay</button>${on('pay', "throw new Error('no cart')")}`,
        act: (hand) => hand.click('#pay'),
        in: 'all',
      },
      'a promise is rejected': {
        body: `<button id="pay">Pay</button>${on('pay', "Promise.reject(new TypeError('x is undefined'))")}`,
        act: (hand) => hand.click('#pay'),
        in: 'all',
      },
      'a little later, with Enter': {
        body: `<button id="pay">Pay</button>${on('pay', "setTimeout(() => { throw new Error('late') }, 300)")}`,
        act: async (hand) => {
          await hand.focus('#pay');
          await hand.keys('Enter');
        },
      },
      'what came of its request': {
        body: `<button id="pay">Pay</button>${on('pay', "fetch('api/slow').then((r) => r.json()).then((r) => r.a.b)")}`,
        api: { 'api/slow': { afterMs: 1_600, body: '{}', type: 'application/json' } },
        act: (hand) => hand.click('#pay'),
      },
      'a form is sent': {
        body: `<form id="f"><button id="pay">Pay</button></form><script>f.onsubmit = (e) => { e.preventDefault(); throw new Error('no'); }</script>`,
        act: (hand) => hand.click('#pay'),
      },
    },
    no: {
      'the request was given up': {
        body: `<button id="pay">Pay</button><p id="s"></p>${on('pay', "const c = new AbortController(); fetch('api/x', { signal: c.signal }); c.abort(); s.textContent += 'x'")}`,
        api: { 'api/x': { hangs: true } },
        act: (hand) => hand.click('#pay'),
      },
      'only the console is told': {
        body: `<button id="pay">Pay</button><p id="s"></p>${on('pay', "console.error(new Error('x')); s.textContent = 'ok'")}`,
        act: (hand) => hand.click('#pay'),
        calm: true,
      },
      'long after': {
        body: `<button id="pay">Pay</button><p id="s"></p>${on('pay', "s.textContent = 'ok'; setTimeout(() => { throw new Error('late') }, 1500)")}`,
        act: (hand) => hand.click('#pay'),
        watchMs: 2_000,
      },
      'a loop of a ResizeObserver': {
        body: `<button id="pay">Pay</button><div id="s" style="width:10px">x</div>
          <script>new ResizeObserver(() => { s.style.width = s.offsetWidth + 1 + 'px'; }).observe(s);</script>${on('pay', "s.style.width = '100px'")}`,
        act: (hand) => hand.click('#pay'),
      },
      'an error that comes all the time': {
        body: `<button id="pay">Pay</button><p id="s"></p>${on('pay', "s.textContent += 'ok'")}<script>setInterval(() => { throw new Error('ads') }, 400)</script>`,
        act: async (hand) => {
          await hand.wait(1_500);
          await hand.click('#pay');
        },
      },
      'no press': {
        body: `<p>Text</p><script>setTimeout(() => { throw new Error('x') }, 300)</script>`,
        act: (hand) => hand.wait(500),
        calm: true,
      },
    },
  },
  'false-affordance': {
    yes: {
      'a pointer over a card': {
        body: '<div id="card" style="cursor:pointer;padding:30px;border:1px solid">Offer of the week</div>',
        act: (hand) => hand.click('#card', 2, 900),
        in: 'all',
      },
      'the class of a button': {
        body: '<style>.btn { background: #06c; color: #fff; padding: 10px; border-radius: 4px }</style><div class="btn btn-primary" id="b">Order</div>',
        act: (hand) => hand.click('#b', 2, 900),
        in: 'all',
      },
      'blue and underlined': {
        body: '<p>See <span id="s" style="color:#00e;text-decoration:underline">conditions</span></p>',
        act: (hand) => hand.click('#s', 2, 900),
      },
    },
    no: {
      once: {
        body: '<div id="card" style="cursor:pointer;padding:30px">Offer</div>',
        act: (hand) => hand.click('#card'),
        calm: true,
        in: 'all',
      },
      'plain text': {
        body: '<p id="s">Some text that is read</p>',
        act: (hand) => hand.click('#s', 2, 900),
        calm: true,
      },
      'text that is selected': {
        body: '<p><span id="s" style="color:#00e;text-decoration:underline">conditions</span></p>',
        act: (hand) => hand.click('#s', 2, 60),
        calm: true,
      },
      'a card that answers through its list': {
        body: `<div id="list"><div id="card" style="cursor:pointer;padding:30px">Offer</div></div><p id="n"></p>${on('list', "n.textContent += 'x'")}`,
        act: (hand) => hand.click('#card', 2, 900),
        calm: true,
      },
      'long after': {
        body: '<div id="card" style="cursor:pointer;padding:30px">Offer</div>',
        set: { 'false-affordance': { within: '1s' } },
        act: (hand) => hand.click('#card', 2, 1_500),
      },
    },
  },
  'frozen-page': {
    yes: {
      'the handler works long, twice': {
        body: `<button id="b">B</button><p id="s"></p>${on('b', "const t = performance.now() + 600; while (performance.now() < t); s.textContent += 'x'")}`,
        act: (hand) => hand.click('#b', 2, 900),
        in: 'not-webkit',
      },
      'the page is busy when it is pressed, twice': {
        body: `<button id="b">B</button><p id="s"></p>${on('b', "s.textContent += 'x'; setTimeout(() => { const t = performance.now() + 500; while (performance.now() < t); }, 0)")}`,
        act: (hand) => hand.click('#b', 3, 650),
      },
    },
    no: {
      once: {
        body: `<button id="b">B</button><p id="s"></p>${on('b', "const t = performance.now() + 500; while (performance.now() < t); s.textContent += 'x'")}`,
        act: (hand) => hand.click('#b'),
      },
      short: {
        body: `<button id="b">B</button><p id="s"></p>${on('b', "const t = performance.now() + 40; while (performance.now() < t); s.textContent += 'x'")}`,
        act: (hand) => hand.click('#b', 3, 400),
        in: 'all',
      },
      'nobody pressed': {
        body: `<p>x</p><script>setTimeout(() => { const t = performance.now() + 500; while (performance.now() < t); }, 600); setTimeout(() => { const t = performance.now() + 500; while (performance.now() < t); }, 1300);</script>`,
        act: (hand) => hand.wait(1_900),
      },
    },
  },
  'impatient-click': {
    yes: {
      'the same control, after two seconds': {
        body: `<button id="pay">Pay</button><p id="s"></p>${on('pay', "setTimeout(() => { s.textContent = 'Done' }, 4500)")}`,
        act: (hand) => hand.click('#pay', 2, 2_300),
        in: 'all',
      },
      'another one beside it': {
        body: `<form onsubmit="return false"><button id="pay" type="button">Pay</button><button id="b" type="button">Check</button></form>${on('pay', "fetch('api/slow')")}`,
        api: { 'api/slow': { hangs: true } },
        set: { 'impatient-click': { wait: '800ms' } },
        act: async (hand) => {
          await hand.click('#pay');
          await hand.wait(1_100);
          await hand.click('#b');
        },
      },
      'less where the page shows that it works': {
        body: `<div><button id="pay">Pay</button><div id="area">x</div></div>${on('pay', "area.setAttribute('aria-busy', 'true'); fetch('api/slow')")}`,
        api: { 'api/slow': { hangs: true } },
        set: { 'impatient-click': { wait: '800ms' } },
        act: (hand) => hand.click('#pay', 2, 1_200),
        wanted: { evidence: { busy: true } },
      },
    },
    no: {
      'the answer came': {
        body: `<button id="pay">Pay</button><p id="s"></p>${on('pay', "s.textContent += 'Done'")}`,
        set: { 'impatient-click': { wait: '500ms' } },
        act: (hand) => hand.click('#pay', 2, 900),
        calm: true,
      },
      'too early': {
        body: `<button id="pay">Pay</button><p id="s"></p>${on('pay', "setTimeout(() => { s.textContent += 'Done' }, 2500)")}`,
        act: (hand) => hand.click('#pay', 2, 1_000),
      },
      'a text field': {
        body: `<form onsubmit="return false"><button id="pay" type="button">Pay</button><input id="name"></form>${on('pay', "fetch('api/slow')")}`,
        api: { 'api/slow': { hangs: true } },
        set: { 'impatient-click': { wait: '500ms' } },
        act: async (hand) => {
          await hand.click('#pay');
          await hand.wait(900);
          await hand.click('#name');
          await hand.type(null, 'Ana');
        },
      },
      'another part of the page': {
        body: `<section aria-label="A"><button id="pay">Pay</button></section><section aria-label="B"><button id="b">Menu</button><p id="s"></p></section>${on('pay', "fetch('api/slow')")}${on('b', "s.textContent += 'x'")}`,
        api: { 'api/slow': { hangs: true } },
        set: { 'impatient-click': { wait: '500ms' } },
        act: async (hand) => {
          await hand.click('#pay');
          await hand.wait(900);
          await hand.click('#b');
        },
      },
    },
  },
};
