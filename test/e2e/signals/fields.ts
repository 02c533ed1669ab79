import { journey, type Table } from './case.js';
import type { Hand } from './hand.js';

const NATIVE =
  '<form onsubmit="return false"><input id="zip" name="zip" pattern="\\d{5}" required><button id="go">Send</button></form>';
/** Checks when a field is left, and says so as most pages do. */
const ON_BLUR = `<form onsubmit="return false"><label for="zip">ZIP</label><input id="zip" name="zip" aria-describedby="e"><p id="e"></p><input id="next"></form>
  <script>zip.onblur = () => { const bad = !/^\\d{5}$/.test(zip.value); zip.setAttribute('aria-invalid', String(bad)); e.textContent = bad ? 'Five digits, please' : ''; }</script>`;
const server = (error: boolean) =>
  `<form method="post" action="checkout"><label for="zip">ZIP</label><input id="zip" name="zip" value="${error ? '1' : ''}" ${error ? 'aria-invalid="true" aria-describedby="e"' : ''}>${error ? '<p id="e" class="error">Five digits, please</p>' : ''}<button id="go">Send</button></form>`;
const asLoaded = async (hand: Hand) => {
  await hand.until(
    "location.pathname.endsWith('checkout') && document.readyState === 'complete' && window.antes?.config?.triggers",
  );
  await hand.wait(250);
};

/** What fields tell. */
export const FIELDS: Table = {
  'field-error-loop': {
    yes: {
      'refused by the browser, twice': {
        body: NATIVE,
        act: async (hand) => {
          await hand.type('#zip', '12');
          await hand.click('#go');
          await hand.wait(300);
          await hand.retype('#zip', '123');
          await hand.click('#go');
        },
        wanted: { target: /zip/, weight: 0.6 },
        in: 'all',
      },
      'refused by the page when it is left, twice': {
        body: ON_BLUR,
        act: async (hand) => {
          await hand.type('#zip', '12');
          await hand.click('#next');
          await hand.wait(200);
          await hand.retype('#zip', '123');
          await hand.click('#next');
        },
        wanted: { target: /zip/ },
        in: 'all',
      },
      'three times weighs more': {
        body: ON_BLUR,
        act: async (hand) => {
          await hand.type('#zip', '12');
          await hand.click('#next');
          for (const text of ['123', '1234']) {
            await hand.wait(200);
            await hand.retype('#zip', text);
            await hand.click('#next');
          }
        },
        wanted: { weight: 1 },
      },
      'refused by the server, on pages of their own': {
        body: server(false),
        api: {},
        pages: { checkout: server(true) },
        act: async (hand) => {
          await hand.type('#zip', '12');
          await hand.click('#go');
          await asLoaded(hand);
          await hand.retype('#zip', '123');
          await hand.click('#go');
          await hand.wait(200);
          await asLoaded(hand);
        },
        wanted: { target: /zip/ },
        in: 'all',
      },
      'only by a text beside it': {
        body: `<form novalidate><div class="field"><label>ZIP <input id="zip" name="zip"></label><span class="invalid-feedback" style="display:none">Five digits</span></div><button id="go">Send</button></form>
          <script>const s = document.querySelector('span'); document.forms[0].onsubmit = (e) => { e.preventDefault(); s.style.display = 'block'; }; zip.oninput = () => { s.style.display = 'none'; }</script>`,
        act: async (hand) => {
          await hand.type('#zip', '12');
          await hand.click('#go');
          await hand.wait(400);
          await hand.retype('#zip', '123');
          await hand.click('#go');
        },
      },
      'by aria-errormessage': {
        body: `<form novalidate><label for="zip">ZIP</label><input id="zip" name="zip" aria-errormessage="e"><p id="e" hidden>Five digits</p><button id="go">Send</button></form>
          <script>document.forms[0].onsubmit = (ev) => { ev.preventDefault(); zip.setAttribute('aria-invalid', 'true'); e.hidden = false; }; zip.oninput = () => { zip.removeAttribute('aria-invalid'); e.hidden = true; }</script>`,
        act: async (hand) => {
          await hand.type('#zip', '12');
          await hand.keys('Enter');
          await hand.wait(400);
          await hand.retype('#zip', '123');
          await hand.keys('Enter');
        },
      },
    },
    no: {
      'an untouched form is sent twice': {
        body: NATIVE,
        act: async (hand) => {
          await hand.click('#go');
          await hand.wait(500);
          await hand.click('#go');
        },
        in: 'all',
      },
      once: {
        body: ON_BLUR,
        act: async (hand) => {
          await hand.type('#zip', '12');
          await hand.click('#next');
          await hand.wait(200);
          await hand.retype('#zip', '12345');
          await hand.click('#next');
        },
        in: 'all',
      },
      'it is checked while it is typed': {
        body: `<label for="zip">ZIP</label><input id="zip" aria-describedby="e"><p id="e"></p><input id="next">
          <script>zip.oninput = () => { const bad = !/^\\d{5}$/.test(zip.value); zip.setAttribute('aria-invalid', String(bad)); e.textContent = bad ? 'Five digits' : ''; }</script>`,
        act: async (hand) => {
          await hand.type('#zip', '12345', 80);
          await hand.click('#next');
          await hand.retype('#zip', '54321');
          await hand.click('#next');
        },
        calm: true,
        in: 'all',
      },
      'two different fields': {
        body: '<form onsubmit="return false"><input id="a" name="a" pattern="\\d{5}" required><input id="b" name="b" pattern="\\d{5}" required><button id="go">Send</button></form>',
        act: async (hand) => {
          await hand.type('#a', '1');
          await hand.type('#b', '12345');
          await hand.click('#go');
          await hand.wait(300);
          await hand.retype('#a', '12345');
          await hand.retype('#b', '1');
          await hand.click('#go');
        },
      },
      'asterisks with the class of errors': {
        body: '<form onsubmit="return false"><label>Name <span class="error">*</span> <input id="a" name="a"></label><label>Street <span class="error">*</span> <input id="b" name="b"></label><button id="go">Send</button><p id="s"></p></form><script>go.onclick = () => { s.textContent += "ok" }</script>',
        act: async (hand) => {
          for (let i = 0; i < 3; i++) {
            await hand.type('#a', 'Ana');
            await hand.type('#b', 'Mayor');
          }
          await hand.click('#go');
        },
        also: ['error-message', 'submit-loop'],
        in: 'all',
      },
    },
  },
  'submit-loop': {
    yes: {
      'the page says no, twice': {
        body: `<form id="f" method="post"><input id="n" name="n"><button id="go">Send</button><p id="e" role="alert"></p></form>
          <script>f.onsubmit = async (ev) => { ev.preventDefault(); e.textContent = ''; await fetch('api/send', { method: 'POST' }); e.textContent = 'It was not possible'; }</script>`,
        api: { 'api/send': { status: 422, body: '{}', type: 'application/json' } },
        act: async (hand) => {
          await hand.type('#n', 'Ana');
          await hand.click('#go');
          await hand.wait(1_300);
          await hand.click('#go');
        },
        in: 'all',
      },
      'the server sends the form back, twice': {
        body: server(false),
        pages: { checkout: server(true) },
        act: async (hand) => {
          await hand.type('#zip', '12');
          await hand.click('#go');
          await asLoaded(hand);
          await hand.wait(1_000);
          await hand.retype('#zip', '123');
          await hand.keys('Enter');
          await hand.wait(300);
          await asLoaded(hand);
        },
        in: 'all',
      },
      'nothing is to be seen of it': {
        body: `<form id="f" method="post"><input id="n" name="n"><button id="go">Send</button></form><script>f.onsubmit = (ev) => { ev.preventDefault(); fetch('api/send', { method: 'POST' }); }</script>`,
        api: { 'api/send': { status: 500, body: 'x' } },
        set: { 'submit-loop': { answer: '2s' } },
        act: async (hand) => {
          await hand.type('#n', 'Ana');
          await hand.click('#go');
          await hand.wait(1_600);
          await hand.click('#go');
        },
      },
    },
    no: {
      'a search': {
        body: `<form role="search" action="search"><input type="search" name="q" id="q"><button id="go">Search</button></form>`,
        pages: {
          search:
            '<form role="search" action="search"><input type="search" name="q" id="q"><button id="go">Search</button></form><a href="p1">Mug</a>',
        },
        act: async (hand) => {
          for (const text of ['mug', 'cup']) {
            await hand.type('#q', text);
            await hand.click('#go');
            await hand.wait(500);
            await hand.until('window.antes?.config?.triggers');
          }
        },
        in: 'all',
      },
      'a filter': {
        body: `<form id="f" method="get"><label><input type="checkbox" name="red" id="red"> red</label><button id="go">Show</button></form><ul id="l"></ul><script>f.onsubmit = (ev) => { ev.preventDefault(); l.innerHTML += '<li>x'; }</script>`,
        act: async (hand) => {
          await hand.click('#red');
          await hand.click('#go');
          await hand.wait(1_200);
          await hand.click('#red');
          await hand.click('#go');
        },
      },
      'once, refused': {
        body: `<form id="f" method="post"><input id="n" name="n"><button id="go">Send</button><p id="e" role="alert"></p></form><script>f.onsubmit = (ev) => { ev.preventDefault(); e.textContent = 'No'; }</script>`,
        act: async (hand) => {
          await hand.type('#n', 'Ana');
          await hand.click('#go');
        },
        in: 'all',
      },
      'two steps of a form, one after the other': {
        body: '<form method="post" action="two"><input id="n" name="n"><button id="go">Next</button></form>',
        pages: {
          two: '<form method="post" action="three"><input id="m" name="m"><button id="go">Next</button></form>',
          three: '<h1>Thank you</h1>',
        },
        act: async (hand) => {
          await hand.type('#n', 'Ana');
          await hand.click('#go');
          await hand.until("location.pathname.endsWith('two') && window.antes?.config?.triggers");
          await hand.wait(300);
          await hand.type('#m', 'Ruiz');
          await hand.click('#go');
          await hand.until("location.pathname.endsWith('three') && window.antes?.config?.triggers");
        },
        calm: true,
        in: 'all',
      },
    },
  },
  'field-stall': {
    yes: {
      'nothing is entered': {
        body: '<label>IBAN <input id="i" name="iban"></label>',
        set: { 'field-stall': { wait: '1s' } },
        act: (hand) => hand.click('#i'),
        wanted: { target: /iban|i/ },
        in: 'all',
      },
      'reached with Tab': {
        body: '<input id="a" name="a"><label>IBAN <input id="i" name="iban"></label>',
        set: { 'field-stall': { wait: '1s' } },
        act: async (hand) => {
          await hand.type('#a', 'x');
          await hand.keys('Tab');
        },
        wanted: { target: /iban/ },
      },
    },
    no: {
      'it is typed in': {
        body: '<input id="i" name="iban">',
        set: { 'field-stall': { wait: '1s' } },
        act: (hand) => hand.type('#i', 'ES12 34', 350),
        watchMs: 100,
        in: 'all',
      },
      'a code from elsewhere, which takes longer': {
        body: '<input id="i" name="otp" autocomplete="one-time-code">',
        set: { 'field-stall': { wait: '1s' } },
        act: (hand) => hand.click('#i'),
        watchMs: 2_200,
      },
      'a long text': {
        body: '<textarea id="i" name="note"></textarea>',
        set: { 'field-stall': { wait: '1s' } },
        act: (hand) => hand.click('#i'),
        watchMs: 1_600,
      },
      'the page is read meanwhile': {
        body: '<input id="i" name="iban"><div style="height:5000px">Text</div>',
        set: { 'field-stall': { wait: '1s' } },
        act: async (hand) => {
          await hand.click('#i');
          for (let i = 0; i < 6; i++) {
            await hand.wait(350);
            await hand.page.wheel([300, 300], 120);
          }
        },
        watchMs: 100,
      },
      'the field is left': {
        body: '<input id="i" name="iban"><button id="b" onclick="this.textContent += 1">x</button>',
        set: { 'field-stall': { wait: '1s' } },
        act: async (hand) => {
          await hand.click('#i');
          await hand.click('#b');
        },
        watchMs: 1_500,
        in: 'all',
      },
    },
  },
  'field-churn': {
    yes: {
      'three returns': {
        body: '<input id="a" name="a"><input id="b" name="b">',
        act: async (hand) => {
          await hand.type('#a', 'x');
          for (let i = 0; i < 3; i++) {
            await hand.type('#b', 'y');
            await hand.wait(650);
            await hand.type('#a', 'x');
            await hand.wait(650);
          }
        },
        wanted: { target: /a/ },
        in: 'all',
      },
      'emptied twice': {
        body: '<input id="a" name="street" placeholder="Street">',
        act: async (hand) => {
          for (let i = 0; i < 2; i++) {
            await hand.type('#a', 'Mayor');
            await hand.keys('Control+a');
            await hand.keys('Backspace');
          }
          await hand.type(null, 'x');
          await hand.keys('Tab');
        },
        in: 'all',
      },
      'a long run of deletions': {
        body: '<input id="a" name="street">',
        act: async (hand) => {
          await hand.type('#a', 'Calle Mayor 17');
          await hand.keys('Backspace', 10, 60);
        },
        in: 'all',
      },
    },
    no: {
      'once through the form, and back to one': {
        body: '<input id="a" name="a"><input id="b" name="b"><input id="c" name="c">',
        act: async (hand) => {
          for (const id of ['#a', '#b', '#c', '#a']) await hand.type(id, 'xx');
        },
        in: 'all',
      },
      'five deletions': {
        body: '<input id="a" name="street">',
        act: async (hand) => {
          await hand.type('#a', 'Calle Mayor');
          await hand.keys('Backspace', 5, 60);
          await hand.type(null, 'yores');
        },
        in: 'all',
      },
      'a mask that writes anew': {
        body: `<input id="a" name="card" inputmode="numeric"><script>a.oninput = () => { a.value = a.value.replace(/\\D/g, '').replace(/(.{4})(?=.)/g, '$1 '); }</script>`,
        act: (hand) => hand.type('#a', '4242424242424242', 40),
        calm: true,
      },
      'walked over with Tab': {
        body: '<input id="a" name="a"><input id="b" name="b">',
        act: async (hand) => {
          await hand.focus('#a');
          for (let i = 0; i < 4; i++) {
            await hand.keys('Tab');
            await hand.keys('Shift+Tab');
          }
        },
        in: 'all',
      },
    },
  },
  'rejected-paste': {
    yes: {
      'it is prevented': {
        body: '<label>IBAN <input id="i" name="iban" onpaste="return false"></label>',
        act: (hand) => hand.paste('#i', 'ES12 3456'),
        wanted: { target: /iban|i/ },
        in: 'not-webkit',
      },
      'it is taken out again': {
        body: '<label>IBAN <input id="i" name="iban" placeholder="IBAN"></label><script>i.oninput = () => setTimeout(() => { i.value = ""; }, 80)</script>',
        act: (hand) => hand.paste('#i', 'ES12 3456'),
        in: 'not-webkit',
      },
      'it is called wrong at once': {
        body: '<label>IBAN <input id="i" name="iban"></label><script>i.oninput = () => setTimeout(() => i.setAttribute("aria-invalid", "true"), 80)</script>',
        act: (hand) => hand.paste('#i', 'ES12 3456'),
      },
    },
    no: {
      'it is taken': {
        body: '<input id="i" name="iban">',
        act: (hand) => hand.paste('#i', 'ES12 3456'),
        calm: true,
        in: 'not-webkit',
        watchMs: 1_500,
      },
      'the page puts it in itself': {
        body: '<input id="i" name="iban" placeholder="IBAN"><script>i.onpaste = (e) => { e.preventDefault(); i.value = e.clipboardData.getData("text").replace(/ /g, ""); i.dispatchEvent(new Event("input", { bubbles: true })); }</script>',
        act: (hand) => hand.paste('#i', 'ES12 3456'),
        calm: true,
        in: 'not-webkit',
        watchMs: 1_500,
      },
      'a code is spread over its boxes': {
        body: '<fieldset><input class="o" id="i" maxlength="1"><input class="o" maxlength="1"><input class="o" maxlength="1"></fieldset><script>const o = document.querySelectorAll(".o"); i.onpaste = (e) => { e.preventDefault(); [...e.clipboardData.getData("text")].forEach((c, n) => { if (o[n]) o[n].value = c; }); o[2].focus(); }</script>',
        act: (hand) => hand.paste('#i', '123'),
        watchMs: 1_500,
      },
      'it is typed, and wrong': {
        body: '<input id="i" name="iban"><script>i.oninput = () => i.setAttribute("aria-invalid", "true")</script>',
        act: (hand) => hand.type('#i', 'ES'),
        in: 'all',
      },
      'it is written with spaces': {
        body: `<input id="i" name="iban" placeholder="IBAN"><script>i.oninput = () => { i.value = i.value.replace(/ /g, '').replace(/(.{4})(?=.)/g, '$1 '); }</script>`,
        act: (hand) => hand.paste('#i', 'ES12 3456 78'),
        watchMs: 1_500,
      },
    },
  },
  'option-churn': {
    yes: {
      'a list': {
        body: '<label>Size <select id="s" name="size"><option>S<option>M<option>L</select></label>',
        act: async (hand) => {
          await hand.focus('#s');
          for (const key of ['ArrowDown', 'ArrowUp', 'ArrowDown', 'ArrowUp', 'ArrowDown'])
            await hand.keys(key, 1, 0).then(() => hand.wait(250));
        },
        in: 'not-webkit',
      },
      radios: {
        body: '<fieldset><label><input type="radio" name="ship" id="a" value="1"> A</label><label><input type="radio" name="ship" id="b" value="2"> B</label></fieldset>',
        act: async (hand) => {
          for (const id of ['#a', '#b', '#a', '#b', '#a']) await hand.click(id).then(() => hand.wait(150));
        },
        in: 'all',
      },
    },
    no: {
      'upwards only': {
        body: '<label>Number <input type="number" id="n" name="quantity" value="1"></label>',
        act: async (hand) => {
          await hand.focus('#n');
          await hand.keys('ArrowUp', 6, 150);
        },
        in: 'all',
      },
      'each once': {
        body:
          '<fieldset>' +
          [1, 2, 3, 4, 5]
            .map((n) => `<label><input type="radio" name="ship" id="r${n}" value="${n}"> ${n}</label>`)
            .join('') +
          '</fieldset>',
        act: async (hand) => {
          for (const n of [1, 2, 3, 4, 5]) await hand.click(`#r${n}`);
        },
        in: 'all',
      },
      'there and back': {
        body: '<fieldset><label><input type="radio" name="ship" id="a"> A</label><label><input type="radio" name="ship" id="b"> B</label></fieldset>',
        act: async (hand) => {
          for (const id of ['#a', '#b', '#a']) await hand.click(id);
        },
      },
    },
  },
  hesitation: {
    yes: {
      'the mouse rests on it three times': {
        body: '<button id="pay" data-antes-commit>Place order</button><p style="height:300px">Text</p><button id="x">x</button>',
        set: { hesitation: { rest: '1s' } },
        config: journey(),
        act: async (hand) => {
          for (let i = 0; i < 3; i++) {
            await hand.page.move('#pay');
            await hand.wait(1_200);
            await hand.page.move('#x');
            await hand.wait(250);
          }
        },
        in: 'all',
      },
      'the focus rests on it three times': {
        body: '<button id="pay">Place order</button><button id="x">x</button>',
        set: { hesitation: { rest: '1s' } },
        config: journey({ id: 'pay', selector: 'body', commit: '#pay' }),
        act: async (hand) => {
          for (let i = 0; i < 3; i++) {
            await hand.focus('#x');
            await hand.keys('Shift+Tab');
            await hand.wait(1_200);
            await hand.keys('Tab');
            await hand.wait(150);
          }
        },
      },
    },
    no: {
      twice: {
        body: '<button id="pay" data-antes-commit>Place order</button><p style="height:300px">Text</p><button id="x">x</button>',
        set: { hesitation: { rest: '1s' } },
        config: journey(),
        act: async (hand) => {
          for (let i = 0; i < 2; i++) {
            await hand.page.move('#pay');
            await hand.wait(1_200);
            await hand.page.move('#x');
            await hand.wait(150);
          }
        },
        in: 'all',
      },
      'another button': {
        body: '<button id="pay">Details</button><p style="height:300px">Text</p><button id="x">x</button>',
        set: { hesitation: { rest: '1s' } },
        config: journey(),
        act: async (hand) => {
          for (let i = 0; i < 3; i++) {
            await hand.page.move('#pay');
            await hand.wait(1_200);
            await hand.page.move('#x');
            await hand.wait(100);
          }
        },
      },
      'it is passed over': {
        body: '<button id="pay" data-antes-commit>Place order</button><p style="height:300px">Text</p><button id="x">x</button>',
        config: journey(),
        act: async (hand) => {
          for (let i = 0; i < 4; i++) {
            await hand.page.move('#pay');
            await hand.wait(300);
            await hand.page.move('#x');
          }
        },
      },
      'a tooltip is open': {
        body: '<button id="pay" data-antes-commit aria-describedby="t">Place order</button><div id="t" role="tooltip" hidden>You will pay on delivery</div><p style="height:300px">Text</p><button id="x">x</button><script>pay.onmouseenter = () => { t.hidden = false }; pay.onmouseleave = () => { t.hidden = true }</script>',
        set: { hesitation: { rest: '1s' } },
        config: journey(),
        act: async (hand) => {
          for (let i = 0; i < 3; i++) {
            await hand.page.move('#pay');
            await hand.wait(1_200);
            await hand.page.move('#x');
            await hand.wait(150);
          }
        },
      },
    },
  },
};
