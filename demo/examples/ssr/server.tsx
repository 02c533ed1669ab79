import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve } from 'node:path';
import { renderToString } from 'react-dom/server';
import { Page } from './Page';

const CLIENT = resolve(import.meta.dirname, '../client');
const TYPES: Record<string, string> = { '.js': 'text/javascript', '.json': 'application/json' };

const manifest = JSON.parse(await readFile(join(CLIENT, '.vite/manifest.json'), 'utf8')) as Record<
  string,
  { file: string }
>;
const script = `/${manifest['client.tsx']?.file}`;

const server = createServer((request, response) => {
  const path = new URL(request.url ?? '/', 'http://localhost').pathname;
  if (path === '/') {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html>${renderToString(<Page script={script} />)}`);
    return;
  }
  const file = join(CLIENT, path);
  readFile(file).then(
    (content) => {
      response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream');
      response.end(content);
    },
    () => response.writeHead(404).end(),
  );
});
server.listen(Number(process.env['PORT'] ?? 3000), '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
});
