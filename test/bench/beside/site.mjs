import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bundle, sizeOf } from './bundle.mjs';
import { pageWith } from './page.mjs';

const CDN = resolve(import.meta.dirname, '../../../dist/cdn');
const SHOP = readFileSync(join(import.meta.dirname, 'shop.js'));
export const PAGE = '/checkout/payment';

/** @param {import('node:http').IncomingMessage} request */
async function lengthOf(request) {
  let length = 0;
  for await (const part of request) length += part.length;
  return length;
}

/**
 * The page with each peer, the shop's server and everybody's collector, on one origin. `tally` counts what is fetched and
 * sent since it was last emptied.
 * @param {import('../peers/index.mjs').Peer[]} peers
 */
export async function startSite(peers) {
  const files = new Map();
  const pages = new Map();
  for (const peer of peers) {
    let tag = peer.tag?.() ?? '';
    if (peer.entry) {
      for (const [path, code] of await bundle(peer)) files.set(path, code);
      tag = `<script type="module" src="/peers/${peer.id}/main.js"></script>`;
    }
    if (peer.script) {
      const path = `/peers/${peer.id}/main.js`;
      files.set(path, Buffer.from(peer.script()));
      tag = `<script defer src="${path}"></script>`;
    }
    pages.set(peer.id, pageWith(tag));
  }
  const answers = new Map(peers.map(({ id, answer }) => [id, answer?.() ?? {}]));
  const tally = { scripts: new Set(), requests: 0, sent: 0 };

  function script(path, response) {
    const code = files.get(path) ?? readFileSync(join(CDN, path.slice('/antes/'.length)));
    files.set(path, code);
    tally.scripts.add(path);
    response.setHeader('content-type', 'text/javascript').end(code);
  }
  const json = (response, value) =>
    response.setHeader('content-type', 'application/json').end(JSON.stringify(value));

  const server = createServer(async (request, response) => {
    const { pathname: path, searchParams } = new URL(request.url, 'http://bench');
    try {
      const length = await lengthOf(request);
      if (path === PAGE)
        return response.setHeader('content-type', 'text/html').end(pages.get(searchParams.get('with')));
      if (path === '/shop.js') return response.setHeader('content-type', 'text/javascript').end(SHOP);
      if (path === '/api/basket') return json(response, { line: searchParams.get('line') });
      if (path.startsWith('/to/')) {
        tally.requests++;
        tally.sent += length;
        // Settings that come as a script come as JSON where there is none.
        if (path.endsWith('.js')) return response.writeHead(404).end();
        return json(response, answers.get(path.split('/')[2]) ?? {});
      }
      if (path.startsWith('/status/')) return json(response, { components: [], incidents: [] });
      if (path.startsWith('/antes/') || path.startsWith('/peers/')) return script(path, response);
    } catch {
      // The page has gone, or there is no such file.
    }
    return response.writeHead(404).end();
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    empty: () => Object.assign(tally, { scripts: new Set(), requests: 0, sent: 0 }),
    tally,
    sizes: (paths) => [...paths].map((path) => ({ path, ...sizeOf(files.get(path)) })),
    close() {
      server.closeAllConnections();
      return new Promise((done) => server.close(done));
    },
  };
}
