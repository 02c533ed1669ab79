import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeEngines } from '../support/engines/index.js';

const COLLECTOR = new URL('../support/collect-problems.js', import.meta.url);
const CDN = new URL('../../dist/cdn/', import.meta.url);

/** The strictest page there is: no policy may be made, and strings may not become markup. */
const STRICT = "require-trusted-types-for 'script'; trusted-types 'none'";
const POLICY = `script-src 'self'; ${STRICT}`;
const HELP_POLICY = `default-src 'none'; script-src 'nonce-page'; style-src 'self'; img-src data:; ${STRICT}`;

/** Shows help as soon as the page says so, once in the flow and once in the corner. */
const CONFIG = {
  version: 1,
  locale: 'en',
  content: {
    field: {
      title: 'About this field',
      body: '**One** way, or [another](/other).',
      actions: [{ label: 'Go', call: 'go' }],
    },
    corner: { title: 'In the corner', body: 'Calmly.' },
  },
  policy: { gap: '1s', limits: [] },
  triggers: [
    {
      id: 'field',
      priority: 'help',
      when: { event: 'ask-field' },
      timing: { at: 'now' },
      show: { content: 'field', as: 'inline', anchor: 'here', orElse: 'nothing' },
    },
    {
      id: 'corner',
      priority: 'incident',
      when: { event: 'ask-corner' },
      timing: { at: 'now' },
      show: { content: 'corner', as: 'notice' },
    },
  ],
};

const helpPage = (script: string) => `<label>Field <input data-antes-anchor="here"></label><p>Below</p>
  <script type="application/json" id="config">${JSON.stringify(CONFIG)}</script>
  <script nonce="page" src="/${script}" data-config="#config"></script>`;

let server: Server;
let origin: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    const script = /^\/help\/(.+)$/.exec(request.url ?? '')?.[1];
    response.setHeader('content-security-policy', script ? HELP_POLICY : POLICY);
    if (request.url === '/' || script) {
      response.setHeader('content-type', 'text/html');
      response.end(
        `<!doctype html><html lang="en"><link rel="icon" href="data:,"><script nonce="page" src="/collect-problems.js"></script>
         ${script ? helpPage(script) : ''}`,
      );
      return;
    }
    const file = request.url === '/collect-problems.js' ? COLLECTOR : new URL(`.${request.url}`, CDN);
    response.setHeader('content-type', 'text/javascript');
    readFile(file).then(
      (code) => response.end(code),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

describeEngines('the built files under the strictest Trusted Types', (engine) => {
  it.each(['antes.ui.js', 'antes.js', 'antes.all.js'])('%s loads without a complaint', async (file) => {
    const page = await engine().newPage();
    await page.goto(`${origin}/`);
    // As text: the test runner would rewrite an `import()` that it sees.
    const load = `import('/${file}').then(() => 'loaded', String)`;
    expect(await page.evaluate(load)).toBe('loaded');
    expect(await page.problems()).toEqual([]);
    await page.close();
  });

  it.each(['antes.js', 'antes.all.js'])('%s shows help without a complaint', async (file) => {
    const page = await engine().newPage();
    await page.goto(`${origin}/help/${file}`);
    for (const [event, tag, text] of [
      ['ask-field', 'antes-inline', /About this field[^]*One way, or another/],
      // An incident: takes the place of what is there.
      ['ask-corner', 'antes-notice', /In the corner/],
    ] as const) {
      await page.evaluate(`antes.emit('${event}')`);
      const shown = `document.querySelector('${tag}')?.shadowRoot.textContent`;
      expect(await page.waitFor(shown)).toMatch(text);
    }
    expect(await page.problems()).toEqual([]);
    await page.close();
  });
});
