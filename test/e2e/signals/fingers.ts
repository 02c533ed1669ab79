import type { Table } from './case.js';
import { line } from './hand.js';

const SMALL =
  '<div style="padding:80px"><button id="b" style="width:40px;height:30px">x</button></div><p id="s"></p><script>b.onclick = () => { s.textContent += "x" }</script>';

/** What fingers tell. */
export const FINGERS: Table = {
  'missed-tap': {
    yes: {
      'three beside it, then a hit': {
        body: SMALL,
        act: async (hand) => {
          const [x, y] = await hand.middle('#b');
          await hand.tapAt([x, y + 30], 3, 400);
          await hand.wait(300);
          await hand.tap('#b');
        },
        in: 'fingers',
      },
      'three beside it, then a stop': {
        body: SMALL,
        act: async (hand) => {
          const [x, y] = await hand.middle('#b');
          await hand.tapAt([x + 45, y], 3, 400);
        },
        in: 'fingers',
      },
      'on it, without being noticed': {
        body: '<button id="b" style="padding:20px">x</button><script>b.addEventListener("touchend", (e) => e.preventDefault(), { passive: false })</script>',
        act: (hand) => hand.tap('#b', 4, 300),
      },
    },
    no: {
      'twice beside it': {
        body: SMALL,
        act: async (hand) => {
          const [x, y] = await hand.middle('#b');
          await hand.tapAt([x, y + 30], 2, 400);
        },
        in: 'fingers',
        watchMs: 1_400,
      },
      'far from it': {
        body: `${SMALL}<div style="height:300px"></div>`,
        act: async (hand) => {
          const [x, y] = await hand.middle('#b');
          await hand.tapAt([x + 250, y + 200], 3, 400);
        },
        in: 'fingers',
        watchMs: 1_400,
      },
      'a mouse': {
        body: SMALL,
        act: async (hand) => {
          const [x, y] = await hand.middle('#b');
          await hand.clickAt([x, y + 30], 3, 400);
        },
        watchMs: 1_400,
        in: 'all',
      },
      'the page is scrolled': {
        body: `${SMALL}<div style="height:4000px"></div>`,
        act: async (hand) => {
          const [x, y] = await hand.middle('#b');
          for (let i = 0; i < 3; i++) await hand.swipe([x + 40, y + 100], [x + 40, y + 20]);
        },
        watchMs: 1_400,
      },
      hits: {
        body: SMALL,
        act: (hand) => hand.tap('#b', 4, 300),
        calm: true,
        in: 'fingers',
        watchMs: 1_400,
      },
    },
  },
  'dead-swipe': {
    yes: {
      'a picture that looks like one of many': {
        body: '<div id="g" style="width:300px;height:200px;background:#ccc;touch-action:none">1 / 4</div>',
        set: { 'dead-swipe': { wait: '600ms' } },
        act: async (hand) => {
          const [x, y] = await hand.middle('#g');
          for (let i = 0; i < 2; i++) {
            await hand.swipe([x + 80, y], [x - 80, y]);
            await hand.wait(300);
          }
        },
        in: 'fingers',
      },
      'pictures that leave up and down to the browser': {
        body: '<div id="g" style="width:300px;height:400px;background:#eee;touch-action:pan-y">Text</div>',
        set: { 'dead-swipe': { wait: '600ms' } },
        act: async (hand) => {
          const [x, y] = await hand.middle('#g');
          for (let i = 0; i < 3; i++) {
            await hand.swipe([x + 90, y], [x - 90, y]);
            await hand.wait(300);
          }
        },
      },
    },
    no: {
      once: {
        body: '<div id="g" style="width:300px;height:200px;background:#ccc;touch-action:none">1 / 4</div>',
        set: { 'dead-swipe': { wait: '500ms' } },
        act: async (hand) => {
          const [x, y] = await hand.middle('#g');
          await hand.swipe([x + 80, y], [x - 80, y]);
        },
        in: 'fingers',
      },
      'the page scrolls': {
        body: '<div id="g" style="height:4000px;background:#eee">Text</div>',
        set: { 'dead-swipe': { wait: '500ms' } },
        act: async (hand) => {
          for (let i = 0; i < 3; i++) {
            await hand.swipe([300, 500], [300, 300]);
            await hand.wait(200);
          }
        },
      },
      'a map': {
        body: '<canvas id="g" width="300" height="200" style="touch-action:none"></canvas>',
        set: { 'dead-swipe': { wait: '500ms' } },
        act: async (hand) => {
          const [x, y] = await hand.middle('#g');
          for (let i = 0; i < 3; i++) {
            await hand.swipe([x + 80, y], [x - 80, y]);
            await hand.wait(300);
          }
        },
        in: 'fingers',
      },
      'a gallery that follows the finger': {
        body: `<div id="g" style="width:300px;height:200px;background:#ccc;touch-action:none"><div id="t">1 / 4</div></div>
          <script>g.onpointermove = (e) => { t.style.transform = 'translateX(' + e.movementX + e.clientX + 'px)' }</script>`,
        set: { 'dead-swipe': { wait: '500ms' } },
        act: async (hand) => {
          const [x, y] = await hand.middle('#g');
          for (let i = 0; i < 3; i++) {
            await hand.swipe([x + 80, y], [x - 80, y]);
            await hand.wait(300);
          }
        },
        in: 'fingers',
      },
      'from the edge': {
        body: '<style>body { margin: 0 }</style><div id="g" style="width:100%;height:300px;background:#ccc;touch-action:none">1 / 4</div>',
        set: { 'dead-swipe': { wait: '500ms' } },
        act: async (hand) => {
          for (let i = 0; i < 3; i++) await hand.swipe([8, 150], [200, 150]);
        },
        in: 'fingers',
      },
      'two fingers': {
        body: '<div id="g" style="width:300px;height:200px;background:#ccc;touch-action:none">1 / 4</div>',
        set: { 'dead-swipe': { wait: '500ms' } },
        act: async (hand) => {
          const [x, y] = await hand.middle('#g');
          for (let i = 0; i < 3; i++)
            await hand.page.touch!([line([x + 40, y], [x + 120, y]), line([x - 40, y], [x - 120, y])]);
        },
        in: 'fingers',
      },
    },
  },
  zoom: {
    yes: {
      'a form': {
        body: '<form><label>Name <input id="i"></label></form><div style="height:600px"></div>',
        config: { journeys: { buy: { steps: [{ id: 'pay', selector: 'form' }] } } },
        act: async (hand) => {
          await hand.page.pinch!(await hand.middle('#i'), 1.8);
        },
      },
      'the device is turned to and fro': {
        body: '<form><label>Name <input id="i"></label></form>',
        act: async (hand) => {
          await hand.tap('#i');
          for (const landscape of [false, true, false]) {
            await hand.page.turn!(landscape);
            await hand.wait(600);
          }
          await hand.page.setViewport(1280, 860);
        },
      },
    },
    no: {
      'a picture': {
        body: '<form><input></form><img id="i" alt="" width="400" height="300" src="data:image/svg+xml,<svg xmlns=%22http://www.w3.org/2000/svg%22/>"><div style="height:600px"></div>',
        act: async (hand) => {
          await hand.page.pinch!(await hand.middle('#i'), 1.8);
        },
      },
      'a little': {
        body: '<form><label>Name <input id="i"></label></form>',
        act: async (hand) => {
          await hand.page.pinch!(await hand.middle('#i'), 1.1);
        },
      },
      'turned once': {
        body: '<form><input></form>',
        act: async (hand) => {
          await hand.page.setViewport(500, 900);
          await hand.wait(300);
          await hand.page.turn!(true);
          await hand.page.setViewport(1280, 860);
        },
      },
    },
  },
};
