// @ts-check
import { fileURLToPath } from 'node:url';
import view from '@fastify/view';
import nunjucks from 'nunjucks';
import { PHONE_NUMBER } from './hours.js';
import { languageNames, languages, translators } from './i18n.js';
import { categories } from './seed.js';
import { visitorOf } from './visitor.js';

/** Server-rendered pages. Nunjucks escapes everything that is not marked safe, and nothing here is. @param {import('./shop.js').App} app @param {import('./shop.js').Services} shop */
export function useViews(app, shop) {
  app.register(view, {
    engine: { nunjucks },
    root: fileURLToPath(new URL('../views/', import.meta.url)),
    propertyName: 'render',
    asyncPropertyName: 'renderAsync',
    options: {
      trimBlocks: true,
      lstripBlocks: true,
      /** @param {import('nunjucks').Environment} env */
      onConfigure: (env) => {
        env.addFilter('tel', (number) => `tel:${String(number).replace(/\s/g, '')}`);
        env.addFilter('json', (value) => JSON.stringify(value).replace(/</g, '\\u003c'));
      },
    },
  });

  app.setNotFoundHandler(async (request, reply) => {
    if (wantsJson(request)) return reply.code(404).send({ ok: false, error: { code: 'not_found' } });
    return page(shop, request, reply.code(404), 'error', { kind: 'missing' });
  });

  app.setErrorHandler(async (/** @type {import('fastify').FastifyError} */ error, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) request.log.error(error);
    if (wantsJson(request))
      return reply
        .code(status)
        .send({ ok: false, error: { code: status < 500 ? 'bad_request' : 'server_error' } });
    return page(shop, request, reply.code(status), 'error', { kind: 'broken' });
  });
}

/** @param {import('fastify').FastifyRequest} request */
const wantsJson = (request) => request.url.startsWith('/api/') || /\.json(\?|$)/.test(request.url);

/**
 * Renders a page in the visitor's language.
 * @param {import('./shop.js').Services} shop @param {import('fastify').FastifyRequest} request @param {import('fastify').FastifyReply} reply
 * @param {string} name @param {Record<string, unknown>} [data]
 */
export async function page(shop, request, reply, name, data = {}) {
  const visitor = visitorOf(request);
  const i18n = visitor?.i18n ?? translators.en;
  const basket = visitor ? await shop.baskets.current(visitor.session.id) : undefined;
  const order = visitor ? await shop.orders.latestFor(visitor.session.id) : undefined;
  const facts = {
    'basket.total': (basket?.totalCents ?? 0) / 100,
    'queues.chat': await shop.handoffs.chatWait(),
    ...(order
      ? { 'order.id': order.id, 'order.state': order.state, 'order.eta': new Date(order.eta).toISOString() }
      : {}),
  };
  return /** @type {any} */ (
    reply.type('text/html; charset=utf-8').header('cache-control', 'no-store')
  ).renderAsync(`${name}.njk`, {
    ...i18n,
    languages,
    languageNames,
    categories,
    path: request.url.split('?')[0],
    query: request.query,
    basketCount: basket?.count ?? 0,
    antes: visitor?.antes ?? false,
    faults: visitor?.session.faults ?? [],
    phone: PHONE_NUMBER,
    facts,
    ...data,
  });
}

/** @param {import('fastify').FastifyReply} reply @param {string} to after a form was taken: 303, so that a reload does not send it again */
export const seeOther = (reply, to) => reply.redirect(to, 303);
