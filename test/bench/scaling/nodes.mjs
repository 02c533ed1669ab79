import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { javaScriptIn, traced } from '../beside/trace.mjs';
import { antes } from '../peers/antes.mjs';
import { spread } from '../statistics.mjs';

const CDN = resolve(import.meta.dirname, '../../../dist/cdn');
const PRESSES = 25;
/** Long enough for what Antes looks at once the page has settled. */
const PAUSE_MS = 60;
const NODES_A_ROW = 10;

/** Rows of a table with a button each, of which the first is pressed: it says how often. */
const page = (
  nodes,
  tag,
) => `<!doctype html><html lang="en"><title>Bench</title><link rel="icon" href="data:,">
<button id="here" onclick="this.nextElementSibling.textContent = ++this.value" value="0">Press</button><p>0</p>
<div>${Array.from(
  { length: nodes / NODES_A_ROW },
  (_, i) =>
    `<div class="row"><span>${i}</span><input aria-label="Number"><button>Take</button><a href="#${i}">More</a><p>Left</p></div>`,
).join('')}</div>${tag}`;

/** Microseconds of JavaScript for each press, with and without Antes, in pages of so many nodes. */
export async function measureNodes({ browser, tracing, counts, rounds }) {
  const server = createServer(({ url }, response) => {
    const [, who, nodes] = url.split('/');
    if (url === '/antes/antes.js')
      return response.setHeader('content-type', 'text/javascript').end(readFileSync(join(CDN, 'antes.js')));
    return response
      .setHeader('content-type', 'text/html')
      .end(page(Number(nodes), who === 'antes' ? antes.tag() : ''));
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));

  async function perPress(who, nodes) {
    const context = await browser.createBrowserContext();
    const tab = await context.newPage();
    await tab.goto(`http://127.0.0.1:${server.address().port}/${who}/${nodes}`);
    const cdp = await tab.createCDPSession();
    const press = async () => {
      const at = { x: 30, y: 18, button: 'left', clickCount: 1 };
      await cdp.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...at });
      await cdp.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...at });
      await new Promise((done) => setTimeout(done, PAUSE_MS));
    };
    for (let i = 0; i < 5; i++) await press();
    const { events } = await traced(tracing, async () => {
      for (let i = 0; i < PRESSES; i++) await press();
    });
    await context.close();
    return (javaScriptIn(events).main / PRESSES) * 1_000;
  }

  const rows = [];
  for (const nodes of counts) {
    const times = { control: [], antes: [] };
    for (let round = 0; round < rounds; round++)
      for (const who of ['control', 'antes']) times[who].push(await perPress(who, nodes));
    rows.push({ nodes, control: spread(times.control), antes: spread(times.antes) });
  }
  server.closeAllConnections();
  server.close();
  return rows;
}
