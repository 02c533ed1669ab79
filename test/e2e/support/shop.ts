import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDb } from '../../../demo/server/db.js';
import { createOutcomes } from '../../../demo/server/outcomes.js';
import { createShop } from '../../../demo/server/shop.js';
import type { SentEvent } from '../../../src/report/events.js';

const read = (path: string) => readFile(new URL(path, import.meta.url), 'utf8');

/** Scripts of the tests' own, first in the head of every page. */
const SCRIPTS = {
  'collect-problems.js': '../../support/collect-problems.js',
  'witness.js': './witness.js',
  'page-log.js': './page-log.js',
  'rrweb.js': '../../../node_modules/rrweb/dist/rrweb.umd.min.cjs',
  'side-by-side.js': '../../replay/side-by-side.js',
};
type ScriptName = keyof typeof SCRIPTS;

/** Milliseconds that "the bank" takes, unless a test says otherwise. */
export const BANK_MS = 10;

export interface Shop {
  readonly origin: string;
  /** Milliseconds that "the bank" takes. */
  bankMs: number;
  /** Requests since the last `requests.splice(0)`, as `GET /cart`. */
  readonly requests: string[];
  /** Orders placed and money charged. */
  money(): Promise<{ orders: number; charges: number }>;
  /** What Antes has reported so far, in the order in which it happened. */
  events(): Promise<SentEvent[]>;
  /** The bodies of its reports, as they came. */
  readonly reports: string[];
  close(): Promise<void>;
}

export interface ShopOptions {
  /** Changes the shop's antes.json. */
  readonly config?: (config: any) => unknown; // oxlint-disable-line typescript/no-explicit-any -- plain JSON
  readonly scripts?: readonly ScriptName[];
  /** Addresses of the test's own, and what answers there. */
  readonly routes?: Readonly<Record<string, (response: ServerResponse) => void>>;
}

/** The demo shop with an empty database of its own, and a bank that answers at once. */
export async function startShop({
  config,
  scripts = ['collect-problems.js', 'witness.js'],
  routes = {},
}: ShopOptions = {}): Promise<Shop> {
  const db = await openDb(':memory:');
  const outcomes = createOutcomes({ db });
  const requests: string[] = [];
  const tags = scripts.map((name) => `<script src="/test/${name}"></script>`).join('');
  const own = new Map<string, { type: string; text: string }>();
  for (const name of scripts)
    own.set(`/test/${name}`, { type: 'text/javascript', text: await read(SCRIPTS[name]) });
  if (config) {
    const text = JSON.stringify(config(JSON.parse(await read('../../../demo/antes.json'))));
    own.set('/antes.json', { type: 'application/json', text });
  }
  const shop: Shop = {
    origin: '',
    bankMs: BANK_MS,
    requests,
    reports: [],
    async money() {
      const count = async (table: string) =>
        Number((await db.one(`SELECT count(*) AS n FROM ${table}`))?.['n']);
      return { orders: await count('orders'), charges: await count('charges') };
    },
    async events() {
      const events: SentEvent[] = [];
      for await (const line of outcomes.lines()) events.push(JSON.parse(line) as SentEvent);
      return events.sort((a, b) => a.at - b.at || a.seq - b.seq);
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await app.close();
      db.close();
    },
  };
  const app = await createShop({
    db,
    clock: { now: () => Date.now(), sleep: () => sleep(shop.bankMs) },
  });
  // Scripts of the same origin: nothing is taken from the shop's own policy.
  app.addHook('onSend', async (_request, reply, payload) =>
    String(reply.getHeader('content-type')).startsWith('text/html') && typeof payload === 'string'
      ? payload.replace('<head>', `<head>${tags}`)
      : payload,
  );
  app.addHook('preHandler', async (request) => {
    if (request.url === '/events') shop.reports.push(String(request.body));
  });
  await app.ready();
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const path = (request.url ?? '').split('?')[0]!;
    requests.push(`${request.method} ${path}`);
    if (routes[path]) return routes[path](response);
    const mine = own.get(path);
    if (!mine) return app.routing(request, response);
    response.setHeader('content-type', mine.type);
    response.end(mine.text);
    return undefined;
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return Object.assign(shop, { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
}
