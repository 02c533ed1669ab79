// @ts-check
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';

const path = (/** @type {string} */ relative) => fileURLToPath(new URL(relative, import.meta.url));
const antesFolder = path('../../dist/cdn/');
const config = path('../antes.json');

/** Pictures, styles and scripts; Antes as a customer would host it. @param {import('./shop.js').App} app */
export function serveFiles(app) {
  // The build puts the checkout and its parts beside what is written by hand; both are looked up when asked for.
  app.register(fastifyStatic, {
    root: [path('../public/'), path('../../dist/demo/')],
    prefix: '/assets/',
    cacheControl: false,
  });
  serveAntes(app);
  serveStories(app);

  app.get('/antes.json', async (_, reply) =>
    reply
      .type('application/json')
      .header('cache-control', 'no-cache')
      .send(await readFile(config, 'utf8')),
  );
  app.get('/favicon.ico', (_, reply) => reply.redirect('/assets/img/mark.svg', 301));
}

/** Every widget in every state, theme and language. @param {import('./shop.js').App} app */
function serveStories(app) {
  const folder = path('../stories/');
  app.get('/stories/', (_, reply) => reply.sendFile('index.html', folder));
  app.get('/stories/stories.css', (_, reply) => reply.sendFile('stories.css', folder));
}

/** A folder that the build makes, perhaps after the shop has opened. @param {import('./shop.js').App} app */
function serveAntes(app) {
  app.get('/antes/*', (request, reply) => {
    const name = /** @type {{ '*': string }} */ (request.params)['*'];
    if (!existsSync(antesFolder))
      return reply.code(404).type('text/plain').send('Not built yet: npm run build');
    return reply.sendFile(name, antesFolder);
  });
}
