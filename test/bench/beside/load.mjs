/**
 * The fixed load: 2,000 trusted inputs, which make the page change 2,000 times and ask its server 200 times. Every press and
 * every key has a move of the mouse before it, as hands do.
 */
const PRESSES_A_BLOCK = 8;
const KEYS_A_BLOCK = 11;
const LETTERS = 'jug of water';
/** One group in each frame or so; faster than people, but callbacks that wait for a frame or for quiet get their turn. */
export const PACE_MS = 8;

/** What the whole load does in the page. */
export const WHOLE = { blocks: 33, more: 6, wheels: 2 };
export const EXPECTED = { presses: 303, keys: 363, fetches: 200, answers: 200, mutations: 2_000 };
export const INPUTS = 2_000;

/** A smaller one for a processor that is `rate` times slower, at the pace of somebody who is fast. */
export const SLOW = { size: { blocks: 3 }, interactions: 60, paceMs: 40, rate: 4 };

/** @typedef {{ kind: 'press' | 'key' | 'wheel', at: { x: number, y: number }, letter?: string }} Group */

/** @returns {Group[]} */
function planOf({ buttons, fields }, { blocks, more = 0, wheels = 0 }) {
  let next = 0;
  const button = () => ({ kind: 'press', at: buttons[(next++ * 7) % buttons.length] });
  const plan = [];
  for (let block = 0; block < blocks; block++) {
    for (let i = 0; i < PRESSES_A_BLOCK; i++) plan.push(button());
    const field = fields[block % fields.length];
    plan.push({ kind: 'press', at: field });
    for (let i = 0; i < KEYS_A_BLOCK; i++)
      plan.push({ kind: 'key', at: { x: field.x + i * 3, y: field.y }, letter: LETTERS[i % LETTERS.length] });
  }
  for (let i = 0; i < more; i++) plan.push(button());
  for (let i = 0; i < wheels; i++) plan.push({ kind: 'wheel', at: fields[0] });
  return plan;
}

/** Where the middle of everything is that is pressed. */
const placesIn = (page) =>
  page.evaluate(() => {
    const middles = (selector) =>
      [...document.querySelectorAll(selector)].map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return { x: Math.round(x + width / 2), y: Math.round(y + height / 2) };
      });
    return { buttons: middles('[data-press]'), fields: middles('[data-type]') };
  });

function send(cdp, { kind, at, letter }) {
  const mouse = (type, more) => cdp.send('Input.dispatchMouseEvent', { type, ...at, ...more });
  if (kind === 'wheel') return [mouse('mouseWheel', { deltaX: 0, deltaY: 1 })];
  const move = mouse('mouseMoved');
  if (kind === 'press') {
    const more = { button: 'left', clickCount: 1 };
    return [move, mouse('mousePressed', more), mouse('mouseReleased', more)];
  }
  const key =
    letter === ' ' ? { key: ' ', code: 'Space' } : { key: letter, code: `Key${letter.toUpperCase()}` };
  const down = { type: 'keyDown', text: letter, ...key };
  return [
    move,
    cdp.send('Input.dispatchKeyEvent', down),
    cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key }),
  ];
}

/** @returns {Promise<number>} how many presses and keys there were */
export async function play(page, cdp, size, pace = PACE_MS) {
  const plan = planOf(await placesIn(page), size);
  for (const group of plan) {
    const soon = new Promise((done) => setTimeout(done, pace));
    await Promise.all([...send(cdp, group), soon]);
  }
  return plan.filter(({ kind }) => kind !== 'wheel').length;
}
