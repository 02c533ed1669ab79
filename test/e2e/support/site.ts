import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';

export type Answer =
  | string
  | {
      readonly body?: string | Uint8Array;
      readonly type?: string;
      readonly status?: number;
      readonly headers?: Readonly<Record<string, string>>;
      /** Never answers. */
      readonly hangs?: true;
      /** Ends the connection without an answer, as what blocks requests does. */
      readonly breaks?: true;
      /** Answers so late, or not before this. */
      readonly afterMs?: number;
      readonly until?: Promise<unknown>;
    };
/** As it came in. */
export interface Asked {
  readonly method: string;
  /** With the query. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}
export type Routes = (path: string, asked: Asked) => Answer | undefined;

export interface Site {
  readonly origin: string;
  /** Paths asked for, in order. */
  readonly asked: string[];
  close(): Promise<void>;
}

const CDN = new URL('../../../dist/cdn/', import.meta.url);
const OWN: Readonly<Record<string, URL>> = {
  '/test/collect-problems.js': new URL('../../support/collect-problems.js', import.meta.url),
  '/test/ledger.js': new URL('./ledger.js', import.meta.url),
  '/test/witness.js': new URL('./witness.js', import.meta.url),
};
/** First in the head of a page: what it complains about, and what Antes tells. */
export const WATCH =
  '<script src="/test/collect-problems.js"></script><script src="/test/witness.js"></script>';
export const script = (attributes: string): string =>
  `<script async src="/antes/antes.js" ${attributes}></script>`;

/** Serves what `routes` answers, the built files below `/antes/`, and the tests' own scripts below `/test/`. */
export async function serve(routes: Routes): Promise<Site> {
  const asked: string[] = [];
  const server = createServer((request, response) => void answer(request, response));
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { url = '', method = '' } = request;
    const path = url.split('?')[0]!;
    asked.push(path);
    const sent = method === 'POST' ? await text(request).catch(() => '') : '';
    const found =
      routes(path, { method, url, headers: request.headers, body: sent }) ??
      (path === '/favicon.ico' ? { status: 204 } : undefined);
    if (found === undefined) return file(path, response);
    const {
      body = '',
      type,
      status = 200,
      headers = {},
      hangs,
      breaks,
      afterMs = 0,
      until,
    } = typeof found === 'string' ? { body: found } : found;
    if (hangs) return undefined;
    if (breaks) return void request.destroy();
    if (afterMs > 0) await sleep(afterMs);
    await until;
    const kind =
      type ??
      (path.endsWith('.json') ? 'application/json' : path.endsWith('.js') ? 'text/javascript' : 'text/html');
    response.writeHead(status, { 'content-type': `${kind}; charset=utf-8`, ...headers });
    response.end(body);
    return undefined;
  }
  async function file(path: string, response: ServerResponse): Promise<void> {
    const place =
      OWN[path] ?? (path.startsWith('/antes/') ? new URL(path.slice('/antes/'.length), CDN) : undefined);
    try {
      const content = place ? await readFile(place) : undefined;
      // Any origin may load it, as from a public CDN.
      response.writeHead(content ? 200 : 404, {
        'content-type': 'text/javascript',
        'access-control-allow-origin': '*',
      });
      response.end(content);
    } catch {
      response.writeHead(404).end();
    }
  }
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
