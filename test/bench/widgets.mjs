/**
 * From the decision to help that has been painted, with the built files in the browser's cache, beside other pieces that
 * show a text, and a bare popover, which is the least that anything can take.
 */
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { bundle, sizeOf } from './beside/bundle.mjs';
import { driver } from './peers/driver.mjs';
import { shepherd } from './peers/shepherd.mjs';
import { spread } from './statistics.mjs';

const CDN = resolve(import.meta.dirname, '../../dist/cdn');
export const WIDGET_PEERS = [driver, shepherd];
const TEXT = {
  title: 'Your bank said no, nothing was charged',
  body: 'Your basket is safe. Most people get through with another card.',
  action: 'Use another card',
};

const showing = (id, priority, as, more) => ({
  id,
  priority,
  when: { event: id },
  timing: { at: 'now' },
  show: { content: 'help', as, ...more },
});
const inline = { anchor: 'here', orElse: 'nothing' };
const CONFIG = {
  version: 1,
  content: {
    help: {
      title: TEXT.title,
      body: TEXT.body,
      actions: [{ label: TEXT.action, focus: 'here', style: 'primary' }],
    },
  },
  policy: { gap: '1ms', limits: [] },
  triggers: [
    showing('notice', 'help', 'notice'),
    showing('inline', 'help', 'inline', inline),
    // They take the place of what is there.
    showing('notice-again', 'incident', 'notice'),
    showing('inline-again', 'incident', 'inline', inline),
  ],
};
const pageWith = (tag) => `<!doctype html><html lang="en"><title>Bench</title><link rel="icon" href="data:,">
<h1>Pay</h1><label>Card number <input id="here" data-antes-anchor="here"></label>${tag}`;

/** Milliseconds from the event to help that was painted. */
const toHelp = (page, event) =>
  page.evaluate(
    (name) =>
      new Promise((done) => {
        const start = performance.now();
        const off = window.antes.on('help', ({ trigger, phase }) => {
          if (trigger !== name || phase !== 'shown') return;
          off();
          done(performance.now() - start);
        });
        window.antes.emit(name);
      }),
    event,
  );
/** Antes says that help is shown in a task after the frame in which it was drawn: so do these. */
const toPeer = (page, text) =>
  page.evaluate(
    (what) =>
      new Promise((done) => {
        const start = performance.now();
        const { shown, hide } = window.showHelp(what);
        const frame = () =>
          requestAnimationFrame(() => (shown()?.checkVisibility() ? setTimeout(end) : frame()));
        const end = () => {
          const took = performance.now() - start;
          hide();
          done(took);
        };
        frame();
      }),
    text,
  );
const BARE = `<script>window.showHelp = ({ title }) => {
  const box = Object.assign(document.createElement('div'), { popover: 'manual', textContent: title });
  document.body.append(box);
  box.showPopover();
  return { shown: () => box, hide: () => box.remove() };
};</script>`;
const ANTES = `<script type="application/json" id="config">${JSON.stringify(CONFIG)}</script>
<script src="/antes.js" data-config="#config"></script>`;

const twice = (show) => async (page) => [await show(page, 0), await show(page, 1)];
const peerTwice = twice((page) => toPeer(page, TEXT));
const antesTwice = (as) => twice((page, time) => toHelp(page, time === 0 ? as : `${as}-again`));

/** @returns {Promise<{ id: string, title: string, tag: string, show(page): Promise<[number, number]> }[]>} */
async function subjects(files) {
  const peers = await Promise.all(
    WIDGET_PEERS.map(async (peer) => {
      for (const [path, code] of await bundle(peer)) files.set(path, code);
      const tag = `<script type="module" src="/peers/${peer.id}/main.js"></script>`;
      return { id: peer.id, title: peer.title, tag, show: peerTwice };
    }),
  );
  return [
    { id: 'popover', title: 'a bare popover', tag: BARE, show: peerTwice },
    { id: 'notice', title: 'Antes, notice', tag: ANTES, show: antesTwice('notice') },
    { id: 'inline', title: 'Antes, inline', tag: ANTES, show: antesTwice('inline') },
    ...peers,
  ];
}

/** @param {{ browser: import('puppeteer-core').Browser, rounds: number }} how */
export async function measureWidgets({ browser, rounds }) {
  const files = new Map();
  const all = await subjects(files);
  const server = createServer(async ({ url }, response) => {
    const page = all.find(({ id }) => url === `/${id}`);
    if (page) return response.setHeader('content-type', 'text/html').end(pageWith(page.tag));
    response
      .setHeader('content-type', 'text/javascript')
      .setHeader('cache-control', 'max-age=3600, immutable');
    return response.end(files.get(url) ?? (await readFile(join(CDN, url)).catch(() => '')));
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const times = new Map(all.map(({ id }) => [id, { first: [], later: [] }]));
  // The first round fills the cache, and after the second there is compiled code in it.
  for (let round = -2; round < rounds; round++) {
    for (const { id, show } of all) {
      const page = await browser.newPage();
      await page.goto(`${origin}/${id}`);
      const [first, later] = await show(page);
      await page.close();
      if (round < 0) continue;
      times.get(id).first.push(first);
      times.get(id).later.push(later);
    }
  }
  server.closeAllConnections();
  server.close();
  return all.map(({ id, title }) => ({
    id,
    title,
    first: spread(times.get(id).first),
    later: spread(times.get(id).later),
    ...(files.has(`/peers/${id}/main.js`) && { gzip: sizeOf(files.get(`/peers/${id}/main.js`)).gzip }),
  }));
}
