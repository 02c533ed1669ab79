/**
 * `npm run bench:help`: from the decision to help that has been painted, in Chromium, with the built files in the
 * browser's cache; beside a bare popover on the same page, which is the least that anything can take. Needs a build.
 */
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import puppeteer from 'puppeteer-core';
import { findBrowsers } from '../support/browsers.mjs';
import { CHROMIUM_ARGS } from '../support/chromium-args.mjs';

const RUNS = 21;
/** What the product promises, on a warm cache. */
const GOAL_MS = 100;
const CDN = resolve(import.meta.dirname, '../../dist/cdn');

const showing = (id, priority, as, more) => ({
  id,
  priority,
  when: { event: id },
  timing: { at: 'now' },
  show: { content: 'help', as, ...more },
});
const CONFIG = {
  version: 1,
  content: {
    help: {
      title: 'Your bank said no, nothing was charged',
      body: 'Your basket is safe. Most people get through with **another card**.',
      actions: [{ label: 'Use another card', focus: 'here', style: 'primary' }],
    },
  },
  policy: { gap: '1ms', limits: [] },
  triggers: [
    showing('notice', 'help', 'notice'),
    showing('inline', 'help', 'inline', { anchor: 'here', orElse: 'nothing' }),
    // Takes the place of what is there.
    showing('again', 'incident', 'notice'),
  ],
};
const PAGE = `<!doctype html><html lang="en"><title>Bench</title><link rel="icon" href="data:,">
<h1>Pay</h1><label>Card number <input data-antes-anchor="here"></label>
<script type="application/json" id="config">${JSON.stringify(CONFIG)}</script>
<script src="/antes.js" data-config="#config"></script>`;

const server = createServer(async ({ url }, response) => {
  if (url === '/') return response.setHeader('content-type', 'text/html').end(PAGE);
  response.setHeader('content-type', 'text/javascript').setHeader('cache-control', 'max-age=3600, immutable');
  return response.end(await readFile(join(CDN, url)));
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const origin = `http://127.0.0.1:${server.address().port}`;
const browser = await puppeteer.launch({ executablePath: findBrowsers().chromium, args: CHROMIUM_ARGS });

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
const toPopover = (page) =>
  page.evaluate(
    () =>
      new Promise((done) => {
        const start = performance.now();
        const box = document.createElement('div');
        box.popover = 'manual';
        box.textContent = 'Your bank said no, nothing was charged';
        document.body.append(box);
        box.showPopover();
        requestAnimationFrame(() => setTimeout(() => (box.remove(), done(performance.now() - start))));
      }),
  );

const times = { 'a bare popover': [], 'first notice': [], 'first inline help': [], 'a later notice': [] };
for (let run = 0; run <= RUNS; run++) {
  for (const first of ['notice', 'inline']) {
    const page = await browser.newPage();
    await page.goto(`${origin}/`);
    const bare = await toPopover(page);
    const help = await toHelp(page, first);
    const later = first === 'notice' ? await toHelp(page, 'again') : undefined;
    await page.close();
    // The first run fills the cache.
    if (run === 0) continue;
    times['a bare popover'].push(bare);
    times[first === 'notice' ? 'first notice' : 'first inline help'].push(help);
    if (later !== undefined) times['a later notice'].push(later);
  }
}
await browser.close();
server.close();

const at = (sorted, share) => sorted[Math.floor((sorted.length - 1) * share)];
const medianOf = (list) =>
  at(
    list.toSorted((a, b) => a - b),
    0.5,
  );
const control = medianOf(times['a bare popover']);
let missed = false;
for (const [what, list] of Object.entries(times)) {
  const sorted = list.toSorted((a, b) => a - b);
  const median = at(sorted, 0.5);
  const isLate = median > GOAL_MS;
  missed ||= isLate;
  console.log(
    `${what.padEnd(18)} ${median.toFixed(1).padStart(6)} ms (${at(sorted, 0.1).toFixed(1)}–${at(sorted, 0.9).toFixed(1)}), ${(median / control).toFixed(2)} × a bare popover${isLate ? `: more than ${GOAL_MS} ms` : ''}`,
  );
}
process.exitCode = missed ? 1 : 0;
