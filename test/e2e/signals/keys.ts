import type { Table } from './case.js';
import { journey } from './case.js';

/** What the keyboard tells. */
export const KEYS: Table = {
  'rage-key': {
    yes: {
      'Space on what can have the focus and does nothing': {
        body: '<div id="d" tabindex="0">Plan</div>',
        act: async (hand) => {
          await hand.focus('#d');
          await hand.keys('Space', 4);
        },
        in: 'all',
      },
      'Enter on a card': {
        body: '<article id="d" tabindex="0" style="padding:30px">Offer</article>',
        act: async (hand) => {
          await hand.focus('#d');
          await hand.keys('Enter', 5);
        },
        wanted: { by: 'key' },
      },
    },
    no: {
      three: {
        body: '<div id="d" tabindex="0">Plan</div>',
        act: async (hand) => {
          await hand.focus('#d');
          await hand.keys('Space', 3);
        },
        calm: true,
      },
      'new lines': {
        body: '<textarea id="d"></textarea>',
        act: async (hand) => {
          await hand.click('#d');
          await hand.keys('Enter', 6);
        },
        calm: true,
        in: 'all',
      },
      'new lines in a part that can be edited': {
        body: '<div id="d" contenteditable="true">x</div>',
        act: async (hand) => {
          await hand.click('#d');
          await hand.keys('Enter', 6);
          await hand.keys('Space', 6);
        },
        calm: true,
      },
      Escape: {
        body: '<div id="d" tabindex="0">Plan</div>',
        act: async (hand) => {
          await hand.focus('#d');
          await hand.keys('Escape', 5);
        },
        calm: true,
        in: 'all',
      },
      'a key that is held down': {
        body: '<div id="d" tabindex="0">Plan</div>',
        act: async (hand) => {
          await hand.focus('#d');
          for (let i = 0; i < 6; i++) await hand.page.keyDown('Space');
          await hand.page.keyUp('Space');
        },
        in: 'not-webkit',
      },
      'arrows of a slider': {
        body: '<input id="d" type="range">',
        act: async (hand) => {
          await hand.focus('#d');
          await hand.keys('ArrowRight', 8, 60);
        },
        calm: true,
      },
      'the page answers each': {
        body: '<div id="d" tabindex="0">Plan</div><p id="s"></p><script>d.onkeydown = (e) => { e.preventDefault(); s.textContent += "x"; }</script>',
        act: async (hand) => {
          await hand.focus('#d');
          await hand.keys('Space', 6);
        },
        calm: true,
      },
      'it scrolls the page': {
        body: '<div id="d" tabindex="0">Plan</div><div style="height:9000px"></div>',
        act: async (hand) => {
          await hand.focus('#d');
          await hand.keys('Space', 5);
        },
      },
    },
  },
  'focus-trap': {
    yes: {
      'a widget that keeps the focus': {
        body: `<div id="w"><button>1</button><button>2</button><button>3</button></div><button>Out</button>
          <script>const b = [...w.children]; w.onkeydown = (e) => { if (e.key === 'Tab') { e.preventDefault(); b[(b.indexOf(document.activeElement) + 1) % 3].focus(); } }</script>`,
        act: async (hand) => {
          await hand.focus('#w button');
          await hand.keys('Tab', 14, 90);
        },
        in: 'all',
      },
      'the focus is lost after a press': {
        body: `<button id="x">Remove</button><div>${Array.from({ length: 14 }, (_, i) => `<a href="#${i}">L${i}</a> `).join('')}</div><script>x.onclick = () => x.remove()</script>`,
        act: async (hand) => {
          await hand.focus('#x');
          await hand.keys('Enter');
          await hand.wait(300);
          await hand.keys('Tab', 9, 90);
        },
      },
      'a dialog that does not close': {
        body: `<div role="dialog" aria-modal="true" aria-label="News" id="w"><button>1</button><button>2</button></div>
          <script>const b = [...w.children]; w.onkeydown = (e) => { if (e.key === 'Tab') { e.preventDefault(); b[(b.indexOf(document.activeElement) + 1) % 2].focus(); } }</script>`,
        act: async (hand) => {
          await hand.focus('#w button');
          await hand.keys('Tab', 4, 90);
          await hand.keys('Escape');
          await hand.keys('Tab', 6, 90);
        },
      },
    },
    no: {
      'a dialog that keeps the focus on purpose': {
        body: `<dialog id="w"><button>1</button><button>2</button><button>3</button></dialog><script>w.showModal()</script>`,
        act: (hand) => hand.keys('Tab', 14, 70),
      },
      'a dialog of the page itself': {
        body: `<div role="dialog" aria-modal="true" id="w"><button>1</button><button>2</button></div>
          <script>const b = [...w.children]; w.onkeydown = (e) => { if (e.key === 'Tab') { e.preventDefault(); b[(b.indexOf(document.activeElement) + 1) % 2].focus(); } }</script>`,
        act: async (hand) => {
          await hand.focus('#w button');
          await hand.keys('Tab', 9, 70);
        },
      },
      'something is pressed on the way': {
        body: `<div id="w"><button>1</button><button>2</button><button>3</button></div><p id="s"></p>
          <script>const b = [...w.children]; w.onclick = () => { s.textContent += 'x' }; w.onkeydown = (e) => { if (e.key === 'Tab') { e.preventDefault(); b[(b.indexOf(document.activeElement) + 1) % 3].focus(); } }</script>`,
        act: async (hand) => {
          await hand.focus('#w button');
          for (let i = 0; i < 4; i++) {
            await hand.keys('Tab', 4, 70);
            await hand.keys('Enter');
          }
        },
      },
      'a long form from top to bottom': {
        body: Array.from({ length: 12 }, (_, i) => `<input name="f${i}">`).join(''),
        act: async (hand) => {
          await hand.focus('input');
          await hand.keys('Tab', 11, 70);
        },
        calm: true,
        in: 'all',
      },
    },
  },
  'page-search': {
    yes: {
      'Ctrl+F on a journey': {
        body: '<p>Text</p>',
        config: journey(),
        act: (hand) => hand.keys('Control+f'),
        in: 'all',
      },
      'loaded again twice on one step': {
        body: '<p>Text</p>',
        config: journey(),
        act: async (hand) => {
          for (let i = 0; i < 2; i++) {
            await hand.page.reload();
            await hand.until('window.antes?.config?.triggers');
            await hand.wait(300);
          }
        },
        in: 'all',
      },
    },
    no: {
      'outside any journey': {
        body: '<p>Text</p>',
        act: (hand) => hand.keys('Control+f'),
        calm: true,
        in: 'all',
      },
      'loaded again once': {
        body: '<p>Text</p>',
        config: journey(),
        act: async (hand) => {
          await hand.page.reload();
          await hand.until('window.antes?.config?.triggers');
        },
      },
      'the letter f, typed': {
        body: '<input id="i">',
        config: journey(),
        act: (hand) => hand.type('#i', 'fff'),
      },
      'links to the same page': {
        body: '<a id="a" href="./">Here</a>',
        config: journey(),
        act: async (hand) => {
          for (let i = 0; i < 2; i++) {
            await hand.click('#a');
            await hand.wait(400);
          }
        },
      },
    },
  },
};
