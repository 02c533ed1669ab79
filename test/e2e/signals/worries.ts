import { journey, type Table } from './case.js';
import type { Hand } from './hand.js';

const PHONE = { contact: { order: ['phone'], channels: { phone: { number: '+34 900 123 456' } } } };
const HELP = '<form id="pay"></form><a id="help" href="help/faq">Help</a><p>Text</p>';
const PAYING = journey({ id: 'pay', selector: '#pay' });
const loaded = async (hand: Hand, end: string) => {
  await hand.until(
    `location.pathname.endsWith('${end}') && document.readyState === 'complete' && window.antes?.config?.triggers`,
  );
  await hand.wait(250);
};
const DIRTY = '<form><label>Name <input id="n" name="n"></label></form><button id="dead">Pay</button>';
const TROUBLE = { 'dead-click': { wait: '500ms' }, 'exit-intent': { settle: '300ms' } };
const inTrouble = async (hand: Hand) => {
  await hand.type('#n', 'Ana');
  await hand.click('#dead');
  await hand.wait(900);
};
const leaveByTop = async (hand: Hand) => {
  await hand.page.path(
    [
      [400, 200],
      [400, 100],
      [400, 30],
      [400, 2],
      [400, -5],
    ],
    30,
  );
};

/** Before somebody calls, copies, leaves. */
export const WORRIES: Table = {
  'phone-seeking': {
    yes: {
      'the number is pressed': {
        body: '<a id="t" href="tel:+34900123456" onclick="event.preventDefault()">900 123 456</a>',
        act: (hand) => hand.click('#t'),
        in: 'all',
      },
      'by Enter': {
        body: '<a id="t" href="tel:+34900123456" onclick="event.preventDefault()"><b>Call us</b></a>',
        act: async (hand) => {
          await hand.focus('#t');
          await hand.keys('Enter');
        },
        wanted: { by: 'key' },
      },
      'the number is copied': {
        body: '<p>Call <span id="t">900 123 456</span> now</p>',
        config: PHONE,
        act: async (hand) => {
          await hand.select('#t');
          await hand.keys('Control+c');
        },
        in: 'all',
      },
      'half of it is selected': {
        body: '<p>Call us: <b id="t">+34 900 123 456</b></p>',
        config: PHONE,
        act: (hand) => hand.select('#t'),
      },
      'it is held down': {
        body: '<a id="t" href="tel:+34900123456" style="padding:20px;display:inline-block">900 123 456</a>',
        act: async (hand) => {
          await hand.page.touch!([[await hand.middle('#t'), await hand.middle('#t')]], 900);
        },
      },
    },
    no: {
      mail: {
        body: '<a id="t" href="mailto:a@example.com" onclick="event.preventDefault()">Mail</a>',
        config: PHONE,
        act: (hand) => hand.click('#t'),
        calm: true,
        in: 'all',
      },
      'another text is copied': {
        body: '<p id="t">Fifty mugs for the office</p><p>900 123 456</p>',
        config: PHONE,
        act: async (hand) => {
          await hand.select('#t');
          await hand.keys('Control+c');
        },
        calm: true,
        in: 'all',
      },
      'a number that is nobody’s': {
        body: '<p>Article <span id="t">555 777 999</span></p>',
        config: PHONE,
        act: async (hand) => {
          await hand.select('#t');
          await hand.keys('Control+c');
        },
        calm: true,
      },
      'the mouse passes over it': {
        body: '<a id="t" href="tel:+34900123456">900 123 456</a><p id="x">x</p>',
        act: async (hand) => {
          await hand.page.move('#t');
          await hand.wait(300);
          await hand.page.move('#x');
        },
        calm: true,
      },
    },
  },
  'contact-seeking': {
    yes: {
      'help is opened on a journey': {
        body: HELP,
        pages: { 'help/faq': '<h1>Questions</h1>' },
        config: PAYING,
        act: async (hand) => {
          await hand.click('#help');
          await loaded(hand, 'faq');
        },
        in: 'all',
      },
      'in a page that is never loaded anew': {
        body: '<button id="b">Contacto</button><h1 id="h">x</h1><form id="pay"></form><script>b.onclick = () => { pay.remove(); history.pushState(null, "", "contacto"); h.textContent = "Contacto"; }</script>',
        config: PAYING,
        act: (hand) => hand.click('#b'),
      },
      'a chat is opened': {
        body: '<p>x</p>',
        config: journey(),
        act: (hand) => hand.js("void antes.emit('chat-opened')").then(() => {}),
      },
      'a search for a person': {
        body: '<p>x</p>',
        config: journey(),
        act: (hand) => hand.js("void antes.emit('searched', { intent: 'contact' })").then(() => {}),
      },
    },
    no: {
      'without a journey': {
        body: HELP,
        pages: { 'help/faq': '<h1>Questions</h1>' },
        act: async (hand) => {
          await hand.click('#help');
          await loaded(hand, 'faq');
        },
        calm: true,
        in: 'all',
      },
      'the first page is already help': {
        body: '<p>x</p>',
        pages: { 'help/faq': '<h1>Questions</h1>' },
        config: journey({ id: 'pay', url: '/*/pay' }),
        act: async (hand) => {
          await hand.page.goto(`${hand.base}help/faq?fresh`);
          await loaded(hand, 'faq');
        },
        calm: true,
      },
      'a product with such a name': {
        body: '<form id="pay"></form><a id="help" href="products/helpful-lens">Lens</a>',
        pages: { 'products/helpful-lens': '<h1>Contact lens</h1>' },
        config: PAYING,
        act: async (hand) => {
          await hand.click('#help');
          await loaded(hand, 'lens');
        },
      },
      'a search for something': {
        body: '<p>x</p>',
        config: journey(),
        act: (hand) => hand.js("void antes.emit('searched', { results: 4 })").then(() => {}),
        calm: true,
      },
    },
  },
  'evidence-copy': {
    yes: {
      'the text of an error': {
        body: '<div role="alert" id="e">Error E-1234: payment was not possible</div>',
        act: async (hand) => {
          await hand.select('#e');
          await hand.keys('Control+c');
        },
        in: 'all',
      },
      'the number of the order': {
        body: '<p>Order <b id="o">A-1234567</b></p>',
        config: { facts: { 'order.id': { type: 'string' } } },
        act: async (hand) => {
          await hand.js("void antes.facts({ 'order.id': 'A-1234567' })");
          await hand.select('#o');
          await hand.keys('Control+c');
        },
        in: 'all',
      },
      'the text of an error by its class': {
        body: '<p>Pay</p><div class="alert alert-danger"><p id="e">We could not reach your bank (code 17)</p></div>',
        act: async (hand) => {
          await hand.select('#e');
          await hand.keys('Control+c');
        },
      },
    },
    no: {
      'any text': {
        body: '<p id="e">A mug of fine clay</p>',
        act: async (hand) => {
          await hand.select('#e');
          await hand.keys('Control+c');
        },
        calm: true,
        in: 'all',
      },
      'text of a field': {
        body: '<input id="e" name="e">',
        act: async (hand) => {
          await hand.type('#e', 'A-1234567');
          await hand.keys('Control+a');
          await hand.keys('Control+c');
        },
        calm: true,
      },
      'an error that is only selected': {
        body: '<div role="alert" id="e">Error E-1234</div>',
        act: (hand) => hand.select('#e'),
      },
      'text of a success': {
        body: '<div class="alert alert-success" role="status" id="e">Added to the cart</div>',
        act: async (hand) => {
          await hand.select('#e');
          await hand.keys('Control+c');
        },
        calm: true,
      },
    },
  },
  'status-anxiety': {
    yes: {
      'the order is opened three times': {
        body: '<a id="o" href="orders/123456">Order</a>',
        pages: { 'orders/123456': '<a id="o" href="../">Home</a><h1>Order</h1>' },
        act: async (hand) => {
          for (let i = 0; i < 3; i++) {
            await hand.click('#o');
            await loaded(hand, '123456');
            if (i < 2) {
              await hand.click('#o');
              await loaded(hand, '/');
            }
          }
        },
        in: 'all',
      },
      'it is loaded again twice': {
        body: '<a id="o" href="orders/123456">Order</a>',
        pages: { 'orders/123456': '<h1>Order</h1>' },
        act: async (hand) => {
          await hand.click('#o');
          await loaded(hand, '123456');
          for (let i = 0; i < 2; i++) {
            await hand.page.reload();
            await loaded(hand, '123456');
          }
        },
        in: 'all',
      },
      'told by the page': {
        body: '<p>x</p>',
        act: async (hand) => {
          for (let i = 0; i < 3; i++) {
            await hand.js("history.pushState(null, '', 'one'), antes.emit('order-viewed'), 1");
            await hand.wait(700);
            await hand.js("history.pushState(null, '', 'list'), 1");
            await hand.wait(700);
          }
        },
      },
    },
    no: {
      twice: {
        body: '<a id="o" href="orders/123456">Order</a>',
        pages: { 'orders/123456': '<a id="o" href="../">Home</a>' },
        act: async (hand) => {
          await hand.click('#o');
          await loaded(hand, '123456');
          await hand.click('#o');
          await loaded(hand, '/');
          await hand.click('#o');
          await loaded(hand, '123456');
        },
        in: 'all',
      },
      'a product three times': {
        body: '<a id="o" href="products/123456">Mug</a>',
        pages: { 'products/123456': '<a id="o" href="../">Home</a>' },
        act: async (hand) => {
          for (let i = 0; i < 3; i++) {
            await hand.click('#o');
            await loaded(hand, '123456');
            await hand.click('#o');
            await loaded(hand, '/');
          }
        },
      },
      'loaded again once': {
        body: '<a id="o" href="orders/123456">Order</a>',
        pages: { 'orders/123456': '<h1>Order</h1>' },
        act: async (hand) => {
          await hand.click('#o');
          await loaded(hand, '123456');
          await hand.page.reload();
          await loaded(hand, '123456');
        },
      },
    },
  },
  'exit-intent': {
    yes: {
      'the mouse leaves by the top': {
        body: DIRTY,
        set: TROUBLE,
        config: journey(),
        act: async (hand) => {
          await inTrouble(hand);
          await leaveByTop(hand);
        },
      },
      back: {
        body: DIRTY + '<script>history.pushState(null, "", "form")</script>',
        set: TROUBLE,
        act: async (hand) => {
          await inTrouble(hand);
          await hand.wait(1_400);
          await hand.page.back();
          await hand.wait(200);
        },
      },
      'the page is left': {
        body: DIRTY + '<a id="home" href="other">Home</a>',
        pages: { other: '<h1>Home</h1>' },
        set: TROUBLE,
        act: async (hand) => {
          await inTrouble(hand);
          await hand.wait(1_400);
          await hand.page.back();
          await hand.wait(400);
          if (await hand.js("location.pathname === '/'")) await hand.page.goto(`${hand.base}other`);
        },
      },
    },
    no: {
      'nothing is filled in': {
        body: DIRTY,
        set: TROUBLE,
        act: async (hand) => {
          await hand.click('#dead');
          await hand.wait(900);
          await leaveByTop(hand);
        },
      },
      'no trouble before': {
        body: DIRTY,
        set: TROUBLE,
        act: async (hand) => {
          await hand.type('#n', 'Ana');
          await hand.wait(600);
          await leaveByTop(hand);
        },
        calm: true,
      },
      'it leaves by the side': {
        body: DIRTY,
        set: TROUBLE,
        act: async (hand) => {
          await inTrouble(hand);
          await hand.page.path(
            [
              [300, 400],
              [100, 400],
              [2, 400],
              [-5, 400],
            ],
            30,
          );
        },
      },
      'the form was sent': {
        body: '<form id="f"><input id="n" name="n"><button id="go">Send</button><p id="s"></p></form><button id="dead">Pay</button><script>f.onsubmit = (e) => { e.preventDefault(); f.reset(); s.textContent = "Thank you"; }</script>',
        set: TROUBLE,
        act: async (hand) => {
          await inTrouble(hand);
          await hand.click('#go');
          await hand.wait(400);
          await leaveByTop(hand);
        },
      },
    },
  },
};
