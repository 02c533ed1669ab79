import { on, type Table } from './case.js';

const B = '<button id="b">Pay</button><p id="s"></p>';
const asks = (how = '') =>
  on(
    'b',
    `s.textContent += '.'; fetch('api/x'${how}).then((r) => { s.textContent += r.ok ? 'ok' : 'no' }).catch(() => {})`,
  );

/** What comes of what was asked for. */
export const REQUESTS: Table = {
  'request-failure': {
    yes: {
      'the server fails': {
        body: B + asks(),
        api: { 'api/x': { status: 500, body: 'x' } },
        act: (hand) => hand.click('#b'),
        in: 'not-webkit',
      },
      'it is refused, by Enter': {
        body: B + asks(", { method: 'POST' }"),
        api: { 'api/x': { status: 409, body: 'x' } },
        act: async (hand) => {
          await hand.focus('#b');
          await hand.keys('Enter');
        },
      },
      'it takes too long': {
        body: B + on('b', "fetch('api/x')"),
        api: { 'api/x': { afterMs: 1_800, body: 'x' } },
        set: { 'request-failure': { timeout: '1200ms' } },
        act: (hand) => hand.click('#b'),
      },
      'an XHR that fails': {
        body:
          B +
          on('b', "s.textContent += '.'; const x = new XMLHttpRequest(); x.open('POST', 'api/x'); x.send()"),
        api: { 'api/x': { status: 503, body: 'x' } },
        act: (hand) => hand.click('#b'),
      },
      'a page that fails': {
        body: '<a id="b" href="broken">Next</a>',
        api: {
          broken: {
            status: 500,
            body: '<!doctype html><html><head><script async src="/antes/antes.js" data-config="antes.json"></script></head><body><script src="/test/witness.js"></script>Sorry</body></html>',
          },
        },
        act: async (hand) => {
          await hand.click('#b');
          await hand.until("location.pathname.endsWith('broken') && window.antes?.config?.triggers");
        },
      },
    },
    no: {
      'something that may not be there': {
        body: B + asks(),
        api: { 'api/x': { status: 404, body: 'x' } },
        act: (hand) => hand.click('#b'),
        calm: true,
      },
      'nobody is signed in': {
        body: B + asks(),
        api: { 'api/x': { status: 401, body: 'x' } },
        act: (hand) => hand.click('#b'),
        calm: true,
      },
      'it is given up by the page': {
        body:
          B +
          on(
            'b',
            "s.textContent += '.'; const c = new AbortController(); fetch('api/x', { signal: c.signal }).catch(() => {}); setTimeout(() => c.abort(), 100)",
          ),
        api: { 'api/x': { hangs: true } },
        act: (hand) => hand.click('#b'),
        calm: true,
      },
      'nobody pressed': {
        body: `<p>x</p><script>setTimeout(() => fetch('api/x'), 800)</script>`,
        api: { 'api/x': { status: 500, body: 'x' } },
        act: (hand) => hand.wait(1_000),
        calm: true,
      },
      'somebody else’s': {
        body: B + on('b', "s.textContent += '.'; fetch('http://localhost:9/x').catch(() => {})"),
        act: (hand) => hand.click('#b'),
        calm: true,
      },
      statistics: {
        body: B + on('b', "s.textContent += '.'; navigator.sendBeacon('api/x', 'x')"),
        api: { 'api/x': { status: 500, body: 'x' } },
        act: (hand) => hand.click('#b'),
        calm: true,
      },
      'all is well': {
        body: B + asks(),
        api: { 'api/x': 'ok' },
        act: (hand) => hand.click('#b'),
        calm: true,
        in: 'all',
      },
    },
  },
  'payment-failure': {
    yes: {
      'told by a call': {
        body: '<p>x</p>',
        act: (hand) => hand.js("void antes.emit('payment-failure', { code: 'declined' })").then(() => {}),
        wanted: { weight: 1 },
        in: 'all',
      },
      'told by an event': {
        body: '<p>x</p>',
        act: (hand) =>
          hand
            .js(
              "void document.dispatchEvent(new CustomEvent('antes:emit', { detail: { event: 'payment-failure' } }))",
            )
            .then(() => {}),
      },
      'told again': {
        body: '<p>x</p>',
        act: async (hand) => {
          for (let i = 0; i < 2; i++) {
            await hand.js("void antes.emit('payment-failure', { code: 'declined' })");
            await hand.wait(300);
          }
        },
        wanted: { count: 2 },
      },
    },
    no: {
      'payment accepted': {
        body: '<p>x</p>',
        act: (hand) => hand.js("void antes.emit('payment-accepted')").then(() => {}),
        calm: true,
      },
      'something else': {
        body: '<p>x</p>',
        act: (hand) => hand.js("void antes.emit('payment-started')").then(() => {}),
        calm: true,
      },
      'only a message of the page': {
        body: `<button id="b">Pay</button><p id="s" role="status"></p>${on('b', "s.textContent = 'payment-failure'")}`,
        act: (hand) => hand.click('#b'),
        calm: true,
      },
    },
  },
  'error-message': {
    yes: {
      'an alert': {
        body: `<button id="b">Pay</button><div id="e" role="alert"></div>${on('b', "setTimeout(() => { e.textContent = 'It was not possible' }, 300)")}`,
        act: (hand) => hand.click('#b'),
        in: 'all',
      },
      'an alert that is put in': {
        body: `<button id="b">Pay</button><div id="e"></div>${on('b', 'e.innerHTML = \'<div role=alert class="alert alert-danger">No</div>\'')}`,
        act: (hand) => hand.click('#b'),
        in: 'all',
      },
      'an assertive live region': {
        body: `<button id="b">Pay</button><div id="e" aria-live="assertive"></div>${on('b', "e.textContent = 'No'")}`,
        act: async (hand) => {
          await hand.focus('#b');
          await hand.keys('Enter');
        },
      },
      'the same text again': {
        body: `<button id="b">Pay</button><div id="e" role="alert"></div>${on('b', "e.textContent = ''; setTimeout(() => { e.textContent = 'No' }, 200)")}`,
        set: { 'error-message': { coolDown: '500ms' } },
        act: (hand) => hand.click('#b', 2, 1_300),
        wanted: { count: 2 },
      },
    },
    no: {
      'a status': {
        body: `<button id="b">Add</button><div id="e" role="status"></div>${on('b', "e.textContent = 'Added'")}`,
        act: (hand) => hand.click('#b'),
        calm: true,
        in: 'all',
      },
      'an alert of success': {
        body: `<button id="b">Add</button><div id="e"></div>${on('b', 'e.innerHTML = \'<div role=alert class="alert alert-success">Added to the cart</div>\'')}`,
        act: (hand) => hand.click('#b'),
        calm: true,
        in: 'all',
      },
      'an alert of WooCommerce, of success': {
        body: `<button id="b">Add</button><div id="e"></div>${on('b', 'e.innerHTML = \'<div class="woocommerce-message" role="alert">Mug was added</div>\'')}`,
        act: (hand) => hand.click('#b'),
      },
      'at load': {
        body: '<div role="alert">We are closed on Monday</div><p>Text</p>',
        act: (hand) => hand.wait(300),
        calm: true,
      },
      'long after the press': {
        body: `<button id="b">Pay</button><p id="s"></p><div id="e" role="alert"></div>${on('b', "s.textContent = 'x'; setTimeout(() => { e.textContent = 'Offline' }, 1200)")}`,
        set: { 'error-message': { within: '600ms' } },
        act: (hand) => hand.click('#b'),
        watchMs: 1_600,
      },
      'it is taken away': {
        body: `<button id="b">Close</button><div id="e" role="alert">Cookies</div>${on('b', 'e.remove()')}`,
        act: (hand) => hand.click('#b'),
      },
    },
  },
};
