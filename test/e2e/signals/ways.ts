import { journey, type Table } from './case.js';
import type { Hand } from './hand.js';

const NAV =
  '<nav><a id="to-a" href="a">A</a><a id="to-b" href="b">B</a><a id="to-c" href="c">C</a></nav><div style="height:20px"></div>';
const AB = { a: NAV + '<h1>A</h1>', b: NAV + '<h1>B</h1>', c: NAV + '<h1>C</h1>' };
const BUY = journey({ id: 'a', url: '/*/a' }, { id: 'b', url: '/*/b' }, { id: 'c', url: '/*/c' });
const go = async (hand: Hand, ...to: string[]) => {
  for (const one of to) {
    await hand.click(`#to-${one}`);
    await hand.until(
      `location.pathname.endsWith('/${one}') && document.readyState === 'complete' && window.antes?.config?.triggers`,
    );
    await hand.wait(350);
  }
};
const SPA = `<nav><button id="to-a">A</button><button id="to-b">B</button><button id="to-c">C</button></nav><h1 id="h">x</h1>
  <script>for (const x of ['a', 'b', 'c']) document.getElementById('to-' + x).onclick = () => { history.pushState(null, '', x); h.textContent = x; }</script>`;
const TALL = '<div style="height:9000px;background:linear-gradient(#fff,#888)">Text</div>';
const RESULTS = (n: number) =>
  `<form role="search" action="search"><input type="search" name="q" id="q"><button id="go">Search</button></form><main>${Array.from({ length: n }, (_, i) => `<a class="r" id="r${i}" href="item">Mug ${i}</a>`).join('')}</main>`;
const SHOP = { search: RESULTS(3), item: `${RESULTS(0)}<h1>Mug</h1>` };
const seek = async (hand: Hand, ...texts: string[]) => {
  for (const text of texts) {
    await hand.type('#q', text);
    await hand.keys('Enter');
    await hand.wait(300);
    await hand.until(
      "location.pathname.endsWith('search') && document.readyState === 'complete' && window.antes?.config?.triggers",
    );
    await hand.wait(1_000);
  }
};
const zigzag = (legs: number, px: number): [number, number][] =>
  Array.from({ length: legs * 4 }, (_, i) => {
    const leg = Math.floor(i / 4);
    const part = (i % 4) / 4;
    return [300 + px * (leg % 2 ? 1 - part : part), 300 + (i % 3)];
  });

/** Ways through the page and through the site. */
export const WAYS: Table = {
  'step-stall': {
    yes: {
      'after other trouble': {
        body: '<button id="b">Dead</button><input>',
        config: journey(),
        set: { 'step-stall': { min: '2500ms' }, 'dead-click': { wait: '600ms' } },
        act: async (hand) => {
          await hand.click('#b');
          await hand.wait(1_500);
          await hand.page.path(
            [
              [200, 300],
              [210, 310],
            ],
            50,
          );
        },
        patienceMs: 5_000,
        in: 'all',
      },
      'nothing gets on': {
        body: '<label>Name <input id="i"></label>',
        config: journey(),
        set: { 'step-stall': { min: '2500ms', progress: '1500ms' } },
        act: async (hand) => {
          for (let i = 0; i < 8; i++) {
            await hand.page.path([[200 + i, 300]]);
            await hand.wait(350);
          }
        },
        patienceMs: 5_000,
      },
    },
    no: {
      'no journey': {
        body: '<p>Text</p>',
        set: { 'step-stall': { min: '1s', progress: '500ms' } },
        act: (hand) => hand.wait(1_500),
        calm: true,
        in: 'all',
      },
      'it goes on': {
        body: '<form><input id="a" name="a"><input id="b" name="b"><input id="c" name="c"></form>',
        config: journey(),
        set: { 'step-stall': { min: '2s', progress: '1500ms' } },
        act: async (hand) => {
          for (const id of ['#a', '#b', '#c', '#a', '#b']) await hand.type(id, 'text', 120);
        },
        watchMs: 300,
      },
      'another tab is looked at': {
        body: '<p>x</p>',
        config: journey(),
        set: { 'step-stall': { min: '1500ms', progress: '1s' }, 'away-and-back': { off: true } },
        act: (hand) => hand.page.away!(2_500),
        watchMs: 100,
      },
      'what usually takes longer': {
        body: '<p>x</p>',
        config: journey({ id: 'pay', selector: 'body', expected: { p90: '60s' } }),
        set: { 'step-stall': { min: '800ms', progress: '500ms' } },
        act: (hand) => hand.wait(1_500),
      },
    },
  },
  'u-turn': {
    yes: {
      'to a step and straight back, twice': {
        body: NAV,
        pages: AB,
        config: BUY,
        act: (hand) => go(hand, 'a', 'b', 'a', 'b', 'a'),
        in: 'all',
      },
      'with the back button': {
        body: SPA,
        config: BUY,
        act: async (hand) => {
          await hand.click('#to-a');
          for (let i = 0; i < 2; i++) {
            await hand.click('#to-b');
            await hand.wait(400);
            await hand.page.back();
            await hand.until("location.pathname.endsWith('/a')");
            await hand.wait(400);
          }
        },
      },
      'in a page that is never loaded anew': {
        body: SPA,
        config: BUY,
        act: async (hand) => {
          for (const x of ['a', 'b', 'c', 'b', 'c', 'a']) {
            await hand.click(`#to-${x}`);
            await hand.wait(400);
          }
        },
      },
    },
    no: {
      'back once': {
        body: NAV,
        pages: AB,
        config: BUY,
        act: (hand) => go(hand, 'a', 'b', 'a', 'b'),
        in: 'all',
      },
      forwards: {
        body: NAV,
        pages: AB,
        config: BUY,
        act: (hand) => go(hand, 'a', 'b', 'c'),
        calm: true,
        in: 'all',
      },
      'one page sends on to the next': {
        body: NAV,
        pages: { a: AB.a, c: AB.c, b: `<script>location.replace('c')</script>` },
        config: BUY,
        act: async (hand) => {
          await go(hand, 'a');
          await hand.click('#to-b');
          await hand.until("location.pathname.endsWith('/c') && window.antes?.config?.triggers");
          await hand.wait(300);
          await go(hand, 'a');
        },
      },
      'a form comes back to its page': {
        body: NAV,
        pages: { ...AB, a: `${NAV}<form method="post" action="a"><button id="go">Save</button></form>` },
        config: BUY,
        act: async (hand) => {
          await go(hand, 'a');
          await hand.click('#go');
          await hand.wait(600);
        },
      },
    },
  },
  'cart-churn': {
    yes: {
      'taken out after the total changed': {
        body: '<p>x</p>',
        act: async (hand) => {
          await hand.js("void antes.emit('total-changed', { item: 'mug' })");
          await hand.wait(1_300);
          await hand.js("void antes.emit('item-removed', { item: 'mug' })");
        },
        in: 'all',
      },
      'codes are refused': {
        body: '<p>x</p>',
        act: async (hand) => {
          for (let i = 0; i < 2; i++) {
            await hand.js("void antes.emit('coupon-rejected')");
            await hand.wait(1_300);
          }
        },
      },
      'codes are refused in their field': {
        body: `<form novalidate><label>Code <input id="c" name="coupon"></label><button id="go">Use</button></form><script>document.forms[0].onsubmit = (e) => { e.preventDefault(); c.setAttribute('aria-invalid', 'true'); }; c.oninput = () => c.removeAttribute('aria-invalid');</script>`,
        act: async (hand) => {
          for (const text of ['SUMMER', 'WINTER']) {
            await hand.retype('#c', text);
            await hand.click('#go');
            await hand.wait(1_300);
          }
        },
      },
    },
    no: {
      'taken out without a shock': {
        body: '<p>x</p>',
        act: (hand) => hand.js("void antes.emit('item-removed', { item: 'mug' })").then(() => {}),
        calm: true,
        in: 'all',
      },
      'another one is taken out': {
        body: '<p>x</p>',
        act: async (hand) => {
          await hand.js("void antes.emit('total-changed', { item: 'mug' })");
          await hand.wait(1_300);
          await hand.js("void antes.emit('item-removed', { item: 'cup' })");
        },
      },
      'one code is refused': {
        body: '<p>x</p>',
        act: (hand) => hand.js("void antes.emit('coupon-rejected')").then(() => {}),
        calm: true,
      },
      'the total changes because it is taken out': {
        body: '<p>x</p>',
        act: async (hand) => {
          await hand.js("void antes.emit('item-removed', { item: 'mug' })");
          await hand.js("void antes.emit('total-changed', { item: 'mug' })");
        },
        calm: true,
      },
    },
  },
  'search-struggle': {
    yes: {
      'other words, again and again': {
        body: RESULTS(0),
        pages: SHOP,
        act: (hand) => seek(hand, 'mug', 'cup', 'jar', 'pot'),
        patienceMs: 5_000,
        in: 'all',
      },
      'nothing is found, twice': {
        body: '<p>x</p>',
        act: async (hand) => {
          for (let i = 0; i < 2; i++) {
            await hand.js("void antes.emit('searched', { results: 0 })");
            await hand.wait(1_500);
          }
        },
        in: 'all',
      },
      'nothing is opened': {
        body: RESULTS(0),
        pages: SHOP,
        set: { 'search-struggle': { unopenedFor: '1s', reformulations: 9 } },
        act: (hand) => seek(hand, 'mug', 'cup'),
        patienceMs: 32_000,
      },
    },
    no: {
      once: { body: RESULTS(0), pages: SHOP, act: (hand) => seek(hand, 'mug'), calm: true, in: 'all' },
      'results are opened': {
        body: RESULTS(0),
        pages: SHOP,
        act: async (hand) => {
          for (const text of ['mug', 'cup', 'jar']) {
            await seek(hand, text);
            await hand.click('#r0');
            await hand.until("location.pathname.endsWith('item') && window.antes?.config?.triggers");
            await hand.wait(200);
          }
        },
      },
      'it searches while it is typed in': {
        body: `<form role="search" onsubmit="return false"><input type="search" name="q" id="q"></form><ul id="l"></ul><script>q.oninput = () => { clearTimeout(globalThis.t); globalThis.t = setTimeout(() => fetch('api/s').then(() => { l.innerHTML = '<li><a href="#">x</a>' }), 100) }</script>`,
        api: { 'api/s': '{}' },
        act: (hand) => hand.type('#q', 'breakfast mug', 220),
        calm: true,
      },
      'zero results once': {
        body: '<p>x</p>',
        act: (hand) => hand.js("void antes.emit('searched', { results: 0 })").then(() => {}),
        calm: true,
      },
    },
  },
  'scroll-hunt': {
    yes: {
      'far up and down': {
        body: TALL,
        act: async (hand) => {
          for (let i = 0; i < 8; i++) {
            for (let j = 0; j < 3; j++) await hand.page.wheel([300, 300], i % 2 ? -250 : 250);
            await hand.wait(250);
          }
        },
        in: 'all',
      },
      'in small turns of the wheel': {
        body: `<header style="position:sticky;top:0">Shop</header>${TALL}`,
        act: async (hand) => {
          for (let i = 0; i < 9; i++) {
            for (let j = 0; j < 6; j++) await hand.page.wheel([300, 300], i % 2 ? -120 : 120);
            await hand.wait(200);
          }
        },
      },
    },
    no: {
      'reading downwards': {
        body: TALL,
        act: async (hand) => {
          for (let i = 0; i < 10; i++) await hand.page.wheel([300, 300], 500).then(() => hand.wait(150));
        },
        calm: true,
        in: 'all',
      },
      'a little up and down': {
        body: TALL,
        act: async (hand) => {
          for (let i = 0; i < 10; i++)
            await hand.page.wheel([300, 300], i % 2 ? -150 : 150).then(() => hand.wait(150));
        },
        calm: true,
      },
      'the page scrolls by itself': {
        body: `${TALL}<script>let n = 0; const id = setInterval(() => { scrollTo(0, n++ % 2 ? 0 : 2000); if (n > 12) clearInterval(id); }, 150)</script>`,
        act: (hand) => hand.wait(2_300),
        calm: true,
      },
      'by keys, page by page': {
        body: TALL,
        act: async (hand) => {
          for (let i = 0; i < 10; i++)
            await hand.keys(i % 2 ? 'PageUp' : 'PageDown').then(() => hand.wait(250));
        },
      },
    },
  },
  'thrashed-cursor': {
    yes: {
      'to and fro': { body: '<p>x</p>', act: (hand) => hand.page.path(zigzag(14, 160), 14), in: 'all' },
      'up and down': {
        body: '<p>x</p>',
        act: (hand) =>
          hand.page.path(
            zigzag(14, 160).map(([x, y]) => [y, x]),
            14,
          ),
      },
    },
    no: {
      'small movements': {
        body: '<p>x</p>',
        act: (hand) => hand.page.path(zigzag(14, 30), 14),
        calm: true,
        in: 'all',
      },
      'slow movements': { body: '<p>x</p>', act: (hand) => hand.page.path(zigzag(10, 160), 120), calm: true },
      circles: {
        body: '<p>x</p>',
        act: (hand) =>
          hand.page.path(
            Array.from(
              { length: 100 },
              (_, i) => [400 + 120 * Math.cos(i / 3), 300 + 120 * Math.sin(i / 3)] as const,
            ),
            14,
          ),
        calm: true,
      },
      'something is dragged': {
        body: '<p>x</p>',
        act: async (hand) => {
          await hand.page.path([[300, 300]]);
          await hand.page.mouseDown();
          await hand.page.path(zigzag(14, 160), 14);
          await hand.page.mouseUp();
        },
      },
    },
  },
  'away-and-back': {
    yes: {
      'three times on one step': {
        body: '<p>x</p>',
        config: journey(),
        set: { 'away-and-back': { absence: '200ms' } },
        act: async (hand) => {
          for (let i = 0; i < 3; i++) {
            await hand.page.away!(500);
            await hand.wait(300);
          }
        },
      },
      'with a longer absence': {
        body: '<label>IBAN <input id="i"></label>',
        config: journey(),
        act: async (hand) => {
          await hand.click('#i');
          for (let i = 0; i < 3; i++) {
            await hand.page.away!(1_300);
            await hand.wait(300);
          }
        },
      },
    },
    no: {
      twice: {
        body: '<p>x</p>',
        config: journey(),
        set: { 'away-and-back': { absence: '200ms' } },
        act: async (hand) => {
          for (let i = 0; i < 2; i++) {
            await hand.page.away!(400);
            await hand.wait(200);
          }
        },
      },
      'for a moment': {
        body: '<p>x</p>',
        config: journey(),
        act: async (hand) => {
          for (let i = 0; i < 3; i++) {
            await hand.page.away!(200);
            await hand.wait(200);
          }
        },
      },
      'on different steps': {
        body: SPA,
        config: BUY,
        set: { 'away-and-back': { absence: '200ms' } },
        act: async (hand) => {
          for (const x of ['a', 'b', 'c']) {
            await hand.click(`#to-${x}`);
            await hand.page.away!(400);
            await hand.wait(200);
          }
        },
      },
    },
  },
};
