import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeEngines } from '../support/engines/index.js';

const COLLECTOR = new URL('../support/collect-problems.js', import.meta.url);
const CDN = new URL('../../dist/cdn/', import.meta.url);

/** The strictest page there is: no policy may be made, and strings may not become markup. */
const POLICY = "script-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";

let server: Server;
let origin: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    response.setHeader('content-security-policy', POLICY);
    if (request.url === '/') {
      response.setHeader('content-type', 'text/html');
      response.end(
        `<!doctype html><link rel="icon" href="data:,"><script src="/collect-problems.js"></script>`,
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
});
